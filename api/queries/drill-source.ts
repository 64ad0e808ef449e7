/** The state of a drill with its whole roll. */
import { type DrillState, drill } from '../../domain/drill/index.ts';
import { Rejection } from '../../domain/rejection.ts';
import { type EntityId, streamId } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';
import type { ApiDeps } from '../deps.ts';
import { keptState } from './kept-state.ts';
import { stateOf } from './sources.ts';

/** The drill now or as it stood. Throws `drill-unknown`, `not-yet`. */
export const drillAt = async (
  deps: Pick<ApiDeps, 'db' | 'store' | 'clock'>,
  id: EntityId,
  asOf: Instant | null,
): Promise<DrillState> => {
  if (asOf) return stateOf(deps, 'drill', id, asOf);
  const state = await keptState(deps, drill, streamId('drill', id));
  if (state.version === 0) throw new Rejection('drill-unknown', { id });
  return state;
};
