/** The streams of the product and the one way a command becomes facts; store, rehearsal and tests all go through it. */
import type { z } from 'zod';
import { CalendarCommand, calendar } from './calendar/stream.ts';
import { refuseMarked } from './classification.ts';
import type { CommandMeta, Context, Decider, DomainEvent, Fact, Folded, FollowUp, Standing } from './decider.ts';
import { DrillCommand, drill } from './drill/index.ts';
import { ExerciseCommand, exercise } from './exercise/index.ts';
import { requireInForce } from './organisation/authority.ts';
import { OrganisationCommand, organisation } from './organisation/index.ts';
import { isSystem } from './people.ts';
import { ProgrammeCommand, programme } from './programme/index.ts';
import { RegisterCommand, register } from './register/stream.ts';
import { ReviewCommand, review } from './review/index.ts';
import { RollOutCommand, rollOut } from './rollout/index.ts';
import { kindOf, type StreamId, type StreamKind } from './streams.ts';
import { TemplateCommand, template } from './template/stream.ts';
import { type Instant, later } from './time.ts';

/** A decider whose own types are forgotten; `unknown` commands were parsed at the edge, states never leave their decider. */
export type AnyDecider = Decider<{ readonly type: string }, DomainEvent, Folded>;

const DECIDERS: Readonly<Record<StreamKind, unknown>> = {
  exercise,
  drill,
  review,
  programme,
  organisation,
  calendar,
  template,
  register,
  rollout: rollOut,
};

/** The decider of a stream kind. The cast is the one place where the types of all kinds become one. */
export const deciderOf = (kind: StreamKind): AnyDecider => DECIDERS[kind] as AnyDecider;

/** The commands that people may send to a stream of each kind, as one schema each. */
export const COMMANDS = {
  exercise: ExerciseCommand,
  drill: DrillCommand,
  review: ReviewCommand,
  programme: ProgrammeCommand,
  organisation: OrganisationCommand,
  calendar: CalendarCommand,
  template: TemplateCommand,
  register: RegisterCommand,
  rollout: RollOutCommand,
} as const satisfies Record<StreamKind, z.ZodType>;

/** What a command did: its facts in order, the state after them. */
export interface Executed {
  readonly facts: readonly Fact<DomainEvent>[];
  readonly state: Folded;
}

/**
 * Several commands of one stream as one act: all of them happen or none, under one id. An import makes it; no address takes
 * it from outside.
 */
export interface Batch {
  readonly type: 'Batch';
  readonly commands: readonly { readonly type: string }[];
}
const isBatch = (command: { readonly type: string }): command is Batch => command.type === 'Batch';

/** The commands that a command is made of: those of a batch, else itself. */
export const commandsIn = (command: { readonly type: string }): readonly { readonly type: string }[] =>
  isBatch(command) ? command.commands : [command];

/**
 * Runs a command on a state; each command of a batch on what the ones before it left. Throws `Rejection` when a rule refuses
 * it, or any of a batch.
 */
export const execute = (
  state: Folded,
  command: { readonly type: string },
  meta: CommandMeta,
  context: Context,
): Executed => {
  const facts: Fact<DomainEvent>[] = [];
  let after = state;
  for (const each of commandsIn(command)) {
    const done = executeOne(after, each, meta, context);
    facts.push(...done.facts);
    after = done.state;
  }
  return { facts, state: after };
};

/** Business time never runs backwards within a stream: `at` is at least the last event's. */
const executeOne = (
  state: Folded,
  command: { readonly type: string },
  meta: CommandMeta,
  context: Context,
): Executed => {
  const decider = deciderOf(kindOf(meta.stream));
  const at = state.lastAt ? later(meta.at, state.lastAt) : meta.at;
  if (!isSystem(meta.by)) {
    refuseMarked(command);
    requireInForce(context.organisation, meta.by, at);
  }
  const events = decider.decide(command, state, { ...meta, at }, context);
  const facts = events.map(
    (event, index): Fact<DomainEvent> => ({ ...event, at, by: meta.by, version: state.version + index + 1 }),
  );
  return { facts, state: facts.reduce((folded, fact) => decider.evolve(folded, fact), state) };
};

/** A follow-up with the id that makes it happen once: `<stream>/<version of the cause>/<n>`. */
export interface NamedFollowUp extends FollowUp {
  readonly commandId: string;
  /** Business time of the cause; the follow-up happens at that time, however late it is carried. */
  readonly at: Instant;
}

/** Follow-ups of facts, given the state before them. */
export const followUpsOf = (stream: StreamId, before: Folded, facts: readonly Fact<DomainEvent>[]): NamedFollowUp[] => {
  const decider = deciderOf(kindOf(stream));
  const named: NamedFollowUp[] = [];
  let state = before;
  for (const fact of facts) {
    state = decider.evolve(state, fact);
    decider.react(fact, state, stream).forEach((followUp, n) => {
      named.push({ ...followUp, commandId: `${stream}/${fact.version}/${n}`, at: fact.at });
    });
  }
  return named;
};

export const standingOf = (stream: StreamId, state: Folded, context: Context): Standing => {
  const decider = deciderOf(kindOf(stream));
  return { version: state.version, ...decider.summary(state), nextDue: decider.nextDue(state, context) };
};

/** The id of the alarm that a standing arms: the same instant is observed once however often it rings. */
export const alarmId = (stream: StreamId, version: number, due: string): string => `${stream}/alarm/${version}/${due}`;
