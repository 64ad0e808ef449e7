/** Folded states of hot streams. Events never change, so what is kept here can only be short, never wrong. */

import type { EventStore } from '../db/event-store.ts';
import { toFact } from '../db/stored-event.ts';
import { type DomainEvent, type Fact, type Folded, fold } from '../domain/decider.ts';
import { deciderOf } from '../domain/registry.ts';
import { kindOf, type StreamId } from '../domain/streams.ts';

const MOST_STREAMS = 1_000;

export interface States {
  /** The state kept of a stream, if it is at least of this version; else the one that its events in the store give. */
  get(stream: StreamId, atLeast?: number): Promise<Folded>;
  /** The state with the newer events of the store. */
  refresh(stream: StreamId): Promise<Folded>;
  /** Keeps a state, unless a newer one is kept. */
  keep(stream: StreamId, state: Folded): void;
}

export function createStates(store: Pick<EventStore, 'read'>, most = MOST_STREAMS): States {
  const kept = new Map<StreamId, Folded>();

  const keep = (stream: StreamId, state: Folded): void => {
    const before = kept.get(stream);
    if (before && before.version > state.version) return;
    kept.delete(stream);
    kept.set(stream, state);
    const oldest = kept.keys().next();
    if (kept.size > most && !oldest.done) kept.delete(oldest.value);
  };
  const refresh = async (stream: StreamId): Promise<Folded> => {
    const decider = deciderOf(kindOf(stream));
    const from = kept.get(stream) ?? decider.initial;
    const newer = await factsOf(store, stream, from.version);
    const state = fold(decider, newer, from);
    keep(stream, state);
    return state;
  };
  const get: States['get'] = async (stream, atLeast = 0) => {
    const state = kept.get(stream);
    return state && state.version >= atLeast ? state : refresh(stream);
  };
  return { refresh, keep, get };
}

/** The facts of a stream after a version, in order. */
export const factsOf = async (
  store: Pick<EventStore, 'read'>,
  stream: StreamId,
  afterVersion = 0,
): Promise<Fact<DomainEvent>[]> =>
  (await store.read(stream, { afterVersion })).map((event) => toFact<DomainEvent>(event));
