/**
 * The shape every stream of the product has (Chassaing's decider): commands in, events out, state by folding.
 * `decide`, `evolve`, `react` and `nextDue` await nothing, read no clock, draw no random number, and mutate nothing:
 * the store, the rehearsal and the tests all drive the same functions.
 */
import type { Calendar } from './calendar/index.ts';
import type { OrganisationState } from './organisation/state.ts';
import type { Actor } from './people.ts';
import type { StreamId, StreamKind } from './streams.ts';
import type { Instant } from './time.ts';

/** An event as decided: a past-tense name and its data, plain JSON. */
export interface DomainEvent {
  readonly type: string;
}

/** An event as it stands in the stream: when it happened in business time, who did it. `version` counts from 1. */
export type Fact<E> = E & { readonly at: Instant; readonly by: Actor; readonly version: number };

/** What a command carries besides its content. `at` is business time: the API's clock, or the workflow's for alarms. */
export interface CommandMeta {
  readonly stream: StreamId;
  readonly commandId: string;
  readonly at: Instant;
  readonly by: Actor;
}

/** A command on its way: what travels, whatever carries it. */
export interface Addressed extends CommandMeta {
  readonly command: { readonly type: string; readonly [field: string]: unknown };
}

/**
 * Facts from outside the stream that a rule needs; read by the activity, never by the domain. The append checks that
 * organisation, calendar and the streams named by `refersTo` still stand at the versions that were read.
 */
export interface Context {
  readonly calendar: Calendar;
  /** Bodies, posts and delegations; empty in an installation that has not entered its organisation yet. */
  readonly organisation: OrganisationState;
  /** States of the streams that `refersTo` names, those that have events. Read by `stateIn`. */
  readonly others: ReadonlyMap<StreamId, Folded>;
}

/** Other streams that a rule looks at. */
export interface Refers {
  readonly streams?: readonly StreamId[];
  /** Kinds whose ongoing (not closed) streams are all looked at; these may be a moment old. */
  readonly ongoing?: readonly StreamKind[];
}

/** A command that an event asks another stream for. Its id is derived from the event, so it happens exactly once. */
export interface FollowUp {
  readonly stream: StreamId;
  readonly command: { readonly type: string; readonly [field: string]: unknown };
}

/** What a workflow keeps of its stream between two wake-ups; everything else stays in the store. */
export interface Standing {
  readonly version: number;
  readonly phase: string;
  readonly orgUnit: string;
  /** The stage in words for Temporal's own list; codes, dates and counts, never a name of a person. */
  readonly details: string;
  readonly nextDue: Instant | null;
  readonly closed: boolean;
}

/** What every folded state tells: how many events it holds, and the business time of the last one. */
export interface Folded {
  readonly version: number;
  readonly lastAt: Instant | null;
}

export interface Decider<C, E extends DomainEvent, S extends Folded> {
  readonly kind: StreamKind;
  readonly initial: S;
  /** The events that the command causes, none when there is nothing to do. Throws `Rejection` when a rule refuses it. */
  decide(command: C, state: S, meta: CommandMeta, context: Context): readonly E[];
  evolve(state: S, fact: Fact<E>): S;
  /** Commands for other streams that this event causes. */
  react(fact: Fact<E>, state: S, stream: StreamId): readonly FollowUp[];
  /** The earliest instant at which time alone changes something; always later than what `ObserveTime` last observed. */
  nextDue(state: S, context: Context): Instant | null;
  /** Other streams that the rules of this command look at; null when none. */
  refersTo(command: C, state: S): Refers | null;
  summary(state: S): {
    readonly phase: string;
    readonly orgUnit: string;
    readonly details: string;
    readonly closed: boolean;
  };
}

/** Folds facts over a state. */
export const fold = <C, E extends DomainEvent, S extends Folded>(
  decider: Decider<C, E, S>,
  facts: Iterable<Fact<E>>,
  from?: S,
): S => {
  let state = from ?? decider.initial;
  for (const fact of facts) state = decider.evolve(state, fact);
  return state;
};
