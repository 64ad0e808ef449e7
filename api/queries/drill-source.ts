/** The state of a drill with its whole roll: folded once, then only what is new, as long as this process lives. */
import { toFact } from '../../db/event-store.ts';
import { fold } from '../../domain/decider.ts';
import { type DrillEvent, type DrillState, drill } from '../../domain/drill/index.ts';
import { Rejection } from '../../domain/rejection.ts';
import { type EntityId, streamId } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';
import type { ApiDeps } from '../deps.ts';
import { stateOf } from './sources.ts';

type Source = Pick<ApiDeps, 'db' | 'store' | 'clock'>;

/** What a version holds never changes, so a kept state can only be short, never wrong. */
const kept = new WeakMap<ApiDeps['db'], Map<EntityId, DrillState>>();
const MOST_KEPT = 20;

const drillNow = async ({ db, store }: Source, id: EntityId): Promise<DrillState> => {
  const row = await db.selectFrom('read.drill').select('version').where('id', '=', id).executeTakeFirst();
  if (!row) throw new Rejection('drill-unknown', { id });
  const states = kept.get(db) ?? new Map<EntityId, DrillState>();
  const before = states.get(id);
  if (before?.version === row.version) return before;
  const from = before && before.version < row.version ? before : drill.initial;
  const newer = await store.read(streamId('drill', id), { afterVersion: from.version });
  const state = fold(
    drill,
    newer.map((event) => toFact<DrillEvent>(event)),
    from,
  );
  kept.set(db, states.size < MOST_KEPT ? states : new Map());
  kept.get(db)?.set(id, state);
  return state;
};

/** The drill now or as it stood. Throws `drill-unknown`, `not-yet`. */
export const drillAt = (deps: Source, id: EntityId, asOf: Instant | null): Promise<DrillState> =>
  asOf ? stateOf(deps, 'drill', id, asOf) : drillNow(deps, id);
