/** Row of a roll-out plan: what lists and access ask; its cells are read from its events. */
import type { RollOutState } from '../../domain/rollout/index.ts';
import { entityOf } from '../../domain/streams.ts';
import type { Change } from './change.ts';
import type { Rows } from './rows.ts';

export function projectRollOut({ stream, after, phase, closed }: Change<RollOutState>): Rows {
  const { orgUnit, firstYear, lastYear, revision, version, theme, inForce, communes } = after;
  if (orgUnit === null) return {};
  return {
    rollout: [
      {
        id: entityOf(stream),
        org_unit: orgUnit,
        first_year: firstYear,
        last_year: lastYear,
        phase,
        revision,
        version,
        closed,
        // until it is submitted or in force it is known to those who draw it up
        draft: inForce === null && phase !== 'submitted',
        communes: communes.map(({ id }) => id),
        doc: { theme, inForce: inForce?.revision ?? null },
      },
    ],
  };
}
