/** What a workflow reads at the start of each run: where its stream stands, and what of it has not been carried yet. */
import type { EventStore } from '../db/event-store.ts';
import { fold } from '../domain/decider.ts';
import { deciderOf, followUpsOf } from '../domain/registry.ts';
import { kindOf, type StreamId } from '../domain/streams.ts';
import type { Stood } from '../workflows/contract.ts';
import { alarmedOf } from './alarmed.ts';
import type { Clock } from './clock.ts';
import type { Contexts } from './contexts.ts';
import { unanswered } from './follow-ups.ts';
import { factsOf, type States } from './states.ts';

export interface StandingDeps {
  readonly store: EventStore;
  readonly states: States;
  readonly clock: Clock;
  readonly contexts: Contexts;
}

export function createStanding(deps: StandingDeps): (stream: StreamId) => Promise<Stood> {
  const { store, states, clock, contexts } = deps;
  return async (stream) => {
    const decider = deciderOf(kindOf(stream));
    const facts = await factsOf(store, stream);
    const state = fold(decider, facts);
    states.keep(stream, state);
    return {
      standing: alarmedOf(stream, state, await contexts.plain(), clock),
      pending: await unanswered(store, followUpsOf(stream, decider.initial, facts)),
    };
  };
}
