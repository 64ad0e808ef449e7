/** Rows of a mobilisation drill: the drill, and its counts per unit and kind. */
import type { DrillState } from '../../domain/drill/index.ts';
import { entityOf } from '../../domain/streams.ts';
import type { Change } from './change.ts';
import type { Rows } from './rows.ts';

export function projectDrill({ stream, before, after, phase }: Change<DrillState>): Rows {
  if (after.exercise === null) return {};
  const id = entityOf(stream);
  const { rows, ...drill } = after;
  return {
    drill: [{ id, exercise_id: after.exercise, phase, version: after.version, doc: drill }],
    drill_count: Object.entries(rows)
      .filter(([key, row]) => before.rows[key] !== row)
      .map(([, row]) => ({ drill_id: id, unit: row.unit, kind: row.kind, doc: row })),
  };
}
