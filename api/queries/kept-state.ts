/** States folded once, then only what is new, as long as this process lives. Events never change: a kept state can only be short. */
import { toFact } from '../../db/event-store.ts';
import { type Decider, type DomainEvent, type Folded, fold } from '../../domain/decider.ts';
import type { StreamId } from '../../domain/streams.ts';
import type { ApiDeps } from '../deps.ts';

const kept = new WeakMap<ApiDeps['db'], Map<StreamId, Folded>>();
/** A season of the largest province, 168 communes with exercise, drill and review each, and what all refer to; a file takes some 100 KB. */
const MOST_KEPT = 600;

/** The state of a stream now, by the decider of its kind; its initial state when there are no events. */
export const keptState = async <C, E extends DomainEvent, S extends Folded>(
  { db, store }: Pick<ApiDeps, 'db' | 'store'>,
  decider: Decider<C, E, S>,
  stream: StreamId,
): Promise<S> => {
  const states = kept.get(db) ?? new Map<StreamId, Folded>();
  kept.set(db, states);
  const from = (states.get(stream) as S | undefined) ?? decider.initial; // its id says its kind
  const newer = await store.read(stream, { afterVersion: from.version });
  const state = fold(
    decider,
    newer.map((event) => toFact<E>(event)),
    from,
  );
  if (state.version >= (states.get(stream)?.version ?? 0)) {
    states.delete(stream); // the one used last stands last
    states.set(stream, state);
  }
  const oldest = states.keys().next();
  if (states.size > MOST_KEPT && !oldest.done) states.delete(oldest.value);
  return state;
};
