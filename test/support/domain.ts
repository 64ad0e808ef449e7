/** given facts or commands, when someone sends a command, then exactly these events in this order, or this refusal. */
import { expect } from '@jest/globals';
import { NO_CONTEXT } from '../../domain/context.ts';
import { type Context, type Decider, type DomainEvent, type Fact, type Folded, fold } from '../../domain/decider.ts';
import type { RejectionCode } from '../../domain/labels/rejections.ts';
import { Actor, isSystem } from '../../domain/people.ts';
import { COMMANDS, deciderOf, type Executed, execute } from '../../domain/registry.ts';
import { Rejection, type RejectionParams } from '../../domain/rejection.ts';
import { kindOf, StreamId } from '../../domain/streams.ts';
import { atHour, type Instant, localDate } from '../../domain/time.ts';

export interface Command {
  readonly type: string;
  readonly [field: string]: unknown;
}
export interface Step {
  readonly by: Actor;
  readonly at: Instant;
  readonly command: Command;
}

export const member = (body: string, person = body.toLowerCase()) => Actor.parse({ person, body, post: 'member' });
export const head = (body: string) => Actor.parse({ person: `${body.toLowerCase()}-head`, body, post: 'head' });

/** The instant at which the clock in Vietnam shows this hour of this day. */
export const at = (date: string, hour = 9, minute = 0): Instant => atHour(localDate(date), hour, minute);
export const step = (by: Actor, when: Instant, command: Command): Step => ({ by, at: when, command });
/** A context in which these streams exist; their states are given, or else stand at their beginning. */
export const knowing = (...streams: (string | readonly [string, Folded])[]): Context => ({
  ...NO_CONTEXT,
  others: new Map(
    streams.map((each) => {
      const id = StreamId.parse(typeof each === 'string' ? each : each[0]);
      return [id, typeof each === 'string' ? deciderOf(kindOf(id)).initial : each[1]];
    }),
  ),
});

/** Sends a command the way the product does: a person's is parsed first. Throws `Rejection` or `ZodError`. */
export const send = (stream: string, state: Folded, { by, at, command }: Step, context = knowing()): Executed => {
  const id = StreamId.parse(stream);
  const parsed = isSystem(by) ? command : COMMANDS[kindOf(id)].parse(command);
  return execute(state, parsed, { stream: id, commandId: 'test', at, by }, context);
};

const bare = ({ at: _, by: __, version: ___, ...event }: Fact<DomainEvent>): object => event;
/** The error of a refused command, or undefined; anything but a `Rejection` or a `ZodError` is thrown on. */
export const refusalOf = (run: () => unknown): Error | undefined => {
  try {
    run();
  } catch (error) {
    if (error instanceof Error && (error instanceof Rejection || error.name === 'ZodError')) return error;
    throw error;
  }
  return undefined;
};

/** The value with everything in it frozen: whoever changes it throws. */
export const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

export const given = <C, E extends DomainEvent, S extends Folded>(
  decider: Decider<C, E, S>,
  stream: string,
  past: readonly (Step | Fact<E>)[],
  context = knowing(),
) => {
  const state = past.reduce<S>(
    // what the decider of the stream makes is its own state
    (now, each) => ('command' in each ? (send(stream, now, each, context).state as S) : fold(decider, [each], now)),
    decider.initial,
  );
  const when = (by: Actor, time: Instant, command: Command, world = context) => {
    const run = () => send(stream, state, step(by, time, command), world);
    return {
      thenExactly: (...events: Command[]) => expect(run().facts.map(bare)).toEqual(events),
      thenRefused: (code: RejectionCode, params: RejectionParams = {}) =>
        expect(refusalOf(run)).toMatchObject({ name: 'Rejection', code, params }),
      thenInvalid: () => expect(refusalOf(run)?.name).toBe('ZodError'),
    };
  };
  return { state, when };
};
