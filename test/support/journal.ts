/** A stream that is told commands one by one and checks, after each, what must hold of every stream. */
import type { Context, DomainEvent, Fact, Folded } from '../../domain/decider.ts';
import { isSystem } from '../../domain/people.ts';
import { deciderOf, followUpsOf } from '../../domain/registry.ts';
import { kindOf, StreamId } from '../../domain/streams.ts';
import { frozen, knowing, refusalOf, type Step, send } from './domain.ts';

export interface Told {
  readonly refused: Error | undefined;
  readonly before: Folded;
  readonly facts: readonly Fact<DomainEvent>[];
}

const must = (holds: boolean, what: string, of: unknown): void => {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(of)}`);
};
const plain = new WeakSet<object>();
/** Whether a value comes back from JSON as itself: no undefined, no -0, no Date, no class. Parts once seen are not read again. */
const isJson = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || value === null)
    return value === null || ['string', 'boolean'].includes(typeof value);
  if (plain.has(value)) return true;
  const simple = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  if (!simple || !Object.values(value).every(isJson)) return false;
  if (Object.isFrozen(value)) plain.add(value);
  return true;
};
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** What a journal begins with: played once, used by many runs. */
export interface Past {
  readonly state: Folded;
  readonly facts: readonly Fact<DomainEvent>[];
}
export const played = (stream: string, steps: readonly Step[]): Past =>
  frozen(
    steps.reduce<Past>(
      (past, each) => {
        const { facts, state } = send(stream, past.state, each);
        return { state, facts: [...past.facts, ...facts] };
      },
      { state: deciderOf(kindOf(StreamId.parse(stream))).initial, facts: [] },
    ),
  );

/**
 * - a refused command changes nothing; input is frozen, so whoever changes it throws;
 * - versions have no gap and time does not run backwards; follow-ups have one id each;
 * - state and facts are JSON: read back they are equal; facts read back give the same state, step by step and from the start.
 */
export const journal = (stream: string, past: Past, context: Context = knowing()) => {
  const id = StreamId.parse(stream);
  const decider = deciderOf(kindOf(id));
  let state: Folded = past.state;
  let replayed: Folded = past.state;
  const facts: Fact<DomainEvent>[] = [...past.facts];

  const tell = (step: Step): Told => {
    const before = frozen(state);
    let made: readonly Fact<DomainEvent>[] = [];
    const refused = refusalOf(() => {
      ({ facts: made, state } = send(stream, before, frozen(step), context));
    });
    if (refused) {
      must(!isSystem(step.by) || step.command.type !== 'ObserveTime', 'the clock was refused', step);
      must(state === before, 'a refusal changed the state', step);
      return { refused, before, facts: [] };
    }
    made.forEach((fact, n) => {
      must(fact.version === before.version + n + 1, 'a gap in the versions', fact);
      must(before.lastAt === null || fact.at >= before.lastAt, 'time ran backwards', fact);
      replayed = decider.evolve(frozen(replayed), frozen(copy(fact)));
    });
    facts.push(...frozen(made));
    must(isJson(made), 'facts are not JSON', made);
    must(isJson(frozen(state)), 'the state is not JSON', state);
    must(JSON.stringify(replayed) === JSON.stringify(state), 'replay gives another state', step);
    const ids = followUpsOf(id, before, made).map((followUp) => followUp.commandId);
    must(new Set(ids).size === ids.length, 'two follow-ups share an id', ids);
    return { refused, before, facts: made };
  };

  return {
    tell,
    now: () => state,
    replayedFromStart: () => copy(facts).reduce((folded, fact) => decider.evolve(folded, fact), decider.initial),
  };
};
