/** Reading what a rule was given of other streams. */
import { CALENDAR } from './calendar/index.ts';
import type { Context } from './decider.ts';
import type { DrillState } from './drill/state.ts';
import type { ExerciseState } from './exercise/state.ts';
import { NO_ORGANISATION } from './organisation/state.ts';
import type { RegisterState } from './register/state.ts';
import type { ReviewState } from './review/state.ts';
import { type EntityId, kindOf, type StreamId, type StreamKind, streamId } from './streams.ts';
import type { TemplateState } from './template/stream.ts';

interface StateOf {
  readonly exercise: ExerciseState;
  readonly drill: DrillState;
  readonly review: ReviewState;
  readonly template: TemplateState;
  readonly register: RegisterState;
}

/** The context of a rule that looks at nothing else: shipped calendar, no organisation entered. */
export const NO_CONTEXT: Context = { calendar: CALENDAR, organisation: NO_ORGANISATION, others: new Map() };

/** The state of another stream, null when it has no events or was not asked for. */
export const stateIn = <K extends keyof StateOf>(context: Context, kind: K, id: EntityId): StateOf[K] | null =>
  (context.others.get(streamId(kind, id)) as unknown as StateOf[K] | undefined) ?? null; // its id says its kind

/** All given states of a kind, in the order of their ids. */
export const statesIn = <K extends keyof StateOf>(context: Context, kind: K): readonly [StreamId, StateOf[K]][] =>
  [...context.others]
    .filter(([stream]) => kindOf(stream) === (kind as StreamKind))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stream, state]) => [stream, state as unknown as StateOf[K]]); // its id says its kind
