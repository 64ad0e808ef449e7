/**
 * What plays a season: something that keeps streams, takes commands and lets time pass. The virtual engine does it in
 * memory over the domain's own `execute`, `react` and `nextDue`; the real one does it through Temporal and PostgreSQL.
 */
import type { Calendar } from '../domain/calendar/index.ts';
import { type CalendarState, calendarOf } from '../domain/calendar/stream.ts';
import type { Addressed, Context, DomainEvent, Fact, Folded } from '../domain/decider.ts';
import type { OrganisationState } from '../domain/organisation/index.ts';
import { isSystem, SYSTEM } from '../domain/people.ts';
import { alarmId, deciderOf, execute, followUpsOf, standingOf } from '../domain/registry.ts';
import { Rejection, type RejectionBody } from '../domain/rejection.ts';
import { CALENDAR_STREAM, kindOf, ORGANISATION, type StreamId } from '../domain/streams.ts';
import type { Instant } from '../domain/time.ts';

export type Envelope = Addressed;

export type Outcome =
  | { readonly kind: 'accepted'; readonly version: number }
  | { readonly kind: 'rejected'; readonly rejection: RejectionBody };

export interface Engine {
  /** The folded state of a stream now, the kind's initial state when it has no events. */
  state(stream: StreamId): Promise<Folded> | Folded;
  /** Answers when the command and all follow-ups that it causes have been carried. The same id and content: the same answer. */
  send(envelope: Envelope): Promise<Outcome> | Outcome;
  /** Lets time pass: every alarm due at or before `to` rings, earliest first. */
  advanceTo(to: Instant): Promise<void> | void;
}

/** A fact with its place in the order of all streams, from 1. */
export interface Recorded {
  readonly position: number;
  readonly stream: StreamId;
  readonly commandId: string;
  readonly fact: Fact<DomainEvent>;
}

/** A follow-up that a rule refused; the real engine keeps the same in its table of commands. */
export interface RefusedFollowUp {
  readonly stream: StreamId;
  readonly commandId: string;
  readonly type: string;
  readonly rejection: RejectionBody;
}

/** A person's command that a rule refused; it leaves no event. */
export interface RefusedCommand {
  /** How many facts there were when it was refused. */
  readonly after: number;
  readonly envelope: Envelope;
  readonly rejection: RejectionBody;
}

export interface VirtualEngine extends Engine {
  state(stream: StreamId): Folded;
  send(envelope: Envelope): Outcome;
  advanceTo(to: Instant): void;
  /** All facts in the order in which they came to be. */
  readonly facts: readonly Recorded[];
  readonly refusedFollowUps: readonly RefusedFollowUp[];
  readonly refusedCommands: readonly RefusedCommand[];
}

/** Alarms of one instant ring in the order of stream ids. */
export const createVirtualEngine = ({ calendar }: { readonly calendar: Calendar }): VirtualEngine => {
  const states = new Map<StreamId, Folded>();
  const answers = new Map<string, { readonly content: string; readonly outcome: Outcome }>();
  /** The next alarm of each stream, as far as it was asked for since the stream changed. */
  const alarms = new Map<StreamId, Instant | null>();
  const facts: Recorded[] = [];
  const refusedFollowUps: RefusedFollowUp[] = [];
  const refusedCommands: RefusedCommand[] = [];

  const state = (stream: StreamId): Folded => states.get(stream) ?? deciderOf(kindOf(stream)).initial;

  /** All streams are at hand: every rule may look at the ones it asks for. */
  const contextOf = (stream: StreamId, command: { readonly type: string }, before: Folded): Context => {
    const refers = deciderOf(kindOf(stream)).refersTo(command, before);
    const ongoing = [...states.keys()].filter((other) => refers?.ongoing?.includes(kindOf(other)) && !isClosed(other));
    const asked = [...(refers?.streams ?? []), ...ongoing].filter((other) => other !== stream);
    const others = asked.flatMap((other) => {
      const found = states.get(other);
      return found ? [[other, found] as const] : [];
    });
    return { ...plain(), others: new Map(others) };
  };
  const isClosed = (stream: StreamId): boolean => deciderOf(kindOf(stream)).summary(state(stream)).closed;
  const plain = (): Context => ({
    calendar: states.has(CALENDAR_STREAM) ? calendarOf(state(CALENDAR_STREAM) as CalendarState) : calendar, // by its id
    organisation: state(ORGANISATION) as OrganisationState, // by its id
    others: new Map(),
  });

  const run = ({ stream, commandId, command, at, by }: Envelope): Outcome => {
    const before = state(stream);
    try {
      const executed = execute(before, command, { stream, commandId, at, by }, contextOf(stream, command, before));
      if (executed.facts.length > 0) {
        states.set(stream, executed.state);
        alarms.delete(stream);
        for (const fact of executed.facts) facts.push({ position: facts.length + 1, stream, commandId, fact });
        for (const followUp of followUpsOf(stream, before, executed.facts)) carry(followUp);
      }
      return { kind: 'accepted', version: executed.state.version };
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      return { kind: 'rejected', rejection: { kind: error.kind, code: error.code, params: error.params } };
    }
  };

  const carry = (followUp: ReturnType<typeof followUpsOf>[number]): void => {
    const { stream, commandId, command } = followUp;
    const outcome = send({ stream, commandId, command, at: followUp.at, by: SYSTEM });
    if (outcome.kind === 'rejected')
      refusedFollowUps.push({ stream, commandId, type: command.type, rejection: outcome.rejection });
  };

  const send = (envelope: Envelope): Outcome => {
    const content = JSON.stringify([envelope.stream, envelope.command, envelope.by]);
    const answered = answers.get(envelope.commandId);
    if (answered?.content === content) return answered.outcome;
    if (answered) {
      const { kind, code, params } = new Rejection('command-reused', { commandId: envelope.commandId });
      return { kind: 'rejected', rejection: { kind, code, params } };
    }
    const outcome = run(envelope);
    if (outcome.kind === 'rejected' && !isSystem(envelope.by))
      refusedCommands.push({ after: facts.length, envelope, rejection: outcome.rejection });
    answers.set(envelope.commandId, { content, outcome });
    return outcome;
  };

  const alarmOf = (stream: StreamId, folded: Folded): Instant | null => {
    const kept = alarms.get(stream);
    if (kept !== undefined) return kept;
    const standing = standingOf(stream, folded, plain());
    const due = standing.closed ? null : standing.nextDue;
    alarms.set(stream, due);
    return due;
  };

  const nextAlarm = (to: Instant): { stream: StreamId; due: Instant } | null => {
    let next: { stream: StreamId; due: Instant } | null = null;
    for (const [stream, folded] of states) {
      const due = alarmOf(stream, folded);
      if (due === null || due > to) continue;
      if (!next || due < next.due || (due === next.due && stream < next.stream)) next = { stream, due };
    }
    return next;
  };

  const advanceTo = (to: Instant): void => {
    for (let next = nextAlarm(to); next; next = nextAlarm(to)) {
      const { stream, due } = next;
      const commandId = alarmId(stream, state(stream).version, due);
      send({ stream, commandId, command: { type: 'ObserveTime', due }, at: due, by: SYSTEM });
      if (alarmOf(stream, state(stream)) === due) throw new Error(`alarm of ${stream} at ${due} does not move`);
    }
  };

  return { state, send, advanceTo, facts, refusedFollowUps, refusedCommands };
};
