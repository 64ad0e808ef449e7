/**
 * Rows of an exercise: the file, its tasks, and every reminder and escalation that was told. Of state secrets only what
 * may be shown gets into the read tables.
 */
import { type ExerciseState, shownState, type Task } from '../../domain/exercise/index.ts';
import { type EntityId, entityOf } from '../../domain/streams.ts';
import type { Change } from './change.ts';
import { projectReminders } from './reminders.ts';
import type { Rows } from './rows.ts';
import { exerciseBodies } from './taking-part.ts';

/** Parts of a file that are large and seldom change: a row each, written with the file and when the part has changed. */
export const PARTS = [
  'boards',
  'carried',
  'dropped',
  'gates',
  'issues',
  'ladder',
  'observations',
  'papers',
  'proposals',
  'rehearsals',
  'run',
  'scoreSheet',
  'stages',
] as const satisfies readonly (keyof ExerciseState)[];
const withoutParts = (file: object): object =>
  Object.fromEntries(Object.entries(file).filter(([key]) => !(PARTS as readonly string[]).includes(key)));

/** State of the row of a task that was dropped from the checklist. */
export const DROPPED = 'dropped';

const rowOf = (exercise: EntityId, task: Task, state: string) => ({
  exercise_id: exercise,
  code: task.code,
  owner: task.owner,
  state,
  due: task.due,
  first_due: task.firstDue,
  gate: task.gate,
  doc: task,
});

export function projectExercise({ stream, facts, phase, closed, ...change }: Change<ExerciseState>): Rows {
  const [before, after] = [shownState(change.before), shownState(change.after)];
  if (after.type === null || after.orgUnit === null) return {};
  const id = entityOf(stream);
  const { tasks, ...file } = after;
  return {
    exercise: [
      {
        id,
        type: after.type,
        org_unit: after.orgUnit,
        superior_unit: after.superiorUnit ?? after.orgUnit,
        parent_id: after.parentId,
        theme: after.theme,
        code_name: after.codeName,
        is_pilot: after.isPilot,
        start_date: after.startDate,
        end_date: after.endDate,
        phase,
        version: after.version,
        closed,
        ...exerciseBodies(after),
        doc: withoutParts(file),
      },
    ],
    exercise_part: PARTS.filter((part) => before.type === null || before[part] !== after[part]).map((part) => ({
      exercise_id: id,
      name: part,
      doc: after[part],
    })),
    task: [
      ...Object.values(tasks)
        .filter((task) => before.tasks[task.code] !== task)
        .map((task) => rowOf(id, task, task.status)),
      // rows are never deleted: a dropped task stays as one that no view reads
      ...Object.values(before.tasks)
        .filter((task) => tasks[task.code] === undefined)
        .map((task) => rowOf(id, task, DROPPED)),
    ],
    ...projectReminders(stream, facts),
  };
}
