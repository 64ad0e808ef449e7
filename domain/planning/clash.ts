/** What a clash is, and which exercises can clash at all. */
import type { Folded } from '../decider.ts';
import { WORKED_ON } from '../exercise/gate-phase.ts';
import type { ExerciseState } from '../exercise/state.ts';
import { type EntityId, entityOf, kindOf, type StreamId } from '../streams.ts';
import type { LocalDate } from '../time.ts';

export const CLASH_KINDS = ['body', 'frame-post', 'venue', 'vehicle', 'opening-day', 'closing-day'] as const;
export type ClashKind = (typeof CLASH_KINDS)[number];

export interface Clash {
  /** The same as long as the clash is; another day is another clash. */
  readonly key: string;
  readonly kind: ClashKind;
  /** `clash`: resolved or accepted before a plan is approved; `warning`: for attention only. */
  readonly severity: 'clash' | 'warning';
  /** Two or more, in the order of their ids. */
  readonly exercises: readonly EntityId[];
  /** First and last day on which they meet. */
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** What both need: a body's id, a post, a venue, a vehicle class, or the body that leads both. */
  readonly subject: string;
  /** How much is needed together and how much there is; null where nothing is counted or no stock is known. */
  readonly needed: number | null;
  readonly available: number | null;
  /** Tasks that overload a body, as `<exercise>/<task>`. */
  readonly tasks: readonly string[];
}

export interface FiledExercise {
  readonly id: EntityId;
  readonly state: ExerciseState;
}

/** An exercise that has its days. */
export interface DatedExercise extends FiledExercise {
  readonly startDate: LocalDate;
  readonly endDate: LocalDate;
}

/** The exercises among streams that a rule was given. */
export const filedIn = (others: ReadonlyMap<StreamId, Folded>): FiledExercise[] =>
  [...others]
    .filter(([stream]) => kindOf(stream) === 'exercise')
    .map(([stream, state]) => ({ id: entityOf(stream), state: state as ExerciseState })); // its id says its kind

/** A city and its communes are one family: they are planned together. */
export const familyOf = ({ id, state }: FiledExercise): EntityId => state.parentId ?? id;
export const sameFamily = (a: FiledExercise, b: FiledExercise): boolean => familyOf(a) === familyOf(b);

/** Those that take part in a clash, by id: drafts, postponed and ended ones do not. */
export const alive = (exercises: readonly FiledExercise[]): DatedExercise[] =>
  exercises
    .flatMap(({ id, state }) => {
      const { startDate, endDate, phase, postponed } = state;
      return startDate && endDate && postponed === null && WORKED_ON.includes(phase)
        ? [{ id, state, startDate, endDate }]
        : [];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
