/** Rows of a mobilisation drill: the drill, and its counts per unit and kind. */
import type { DrillState } from '../../domain/drill/index.ts';
import { entityOf } from '../../domain/streams.ts';
import type { Change } from './change.ts';
import { projectReminders } from './reminders.ts';
import type { Rows } from './rows.ts';
import { drillBodies } from './taking-part.ts';

export function projectDrill({ stream, before, after, facts, phase, closed }: Change<DrillState>): Rows {
  if (after.exercise === null) return {};
  const id = entityOf(stream);
  // the roll is read from the events: a row of thousands of orders would be written anew with every batch
  const { rows, orders: _orders, checkIns: _checkIns, ...drill } = after;
  return {
    ...projectReminders(stream, facts),
    drill: [
      { id, exercise_id: after.exercise, phase, version: after.version, closed, ...drillBodies(after), doc: drill },
    ],
    drill_count: Object.entries(rows)
      .filter(([key, row]) => before.rows[key] !== row)
      .map(([, row]) => ({ drill_id: id, unit: row.unit, kind: row.kind, doc: row })),
  };
}
