/** The state of a drill with its whole roll. */
import type { DrillState } from '../../domain/drill/index.ts';
import type { EntityId } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';
import type { ApiDeps } from '../deps.ts';
import { stateOf } from './sources.ts';

/** The drill now or as it stood. Throws `drill-unknown`, `not-yet`. */
export const drillAt = (
  deps: Pick<ApiDeps, 'db' | 'store' | 'clock'>,
  id: EntityId,
  asOf: Instant | null,
): Promise<DrillState> => stateOf(deps, 'drill', id, asOf);
