/** Rows of an exercise: the file, its tasks, and every reminder and escalation that was told. */
import type { DomainEvent, Fact } from '../../domain/decider.ts';
import type { ClockEvent, ExerciseState } from '../../domain/exercise/index.ts';
import { entityOf } from '../../domain/streams.ts';
import type { Change } from './change.ts';
import type { Rows } from './rows.ts';

const isReminder = (fact: Fact<DomainEvent>): fact is Fact<ClockEvent> =>
  fact.type === 'TaskReminded' || fact.type === 'TaskEscalated';

export function projectExercise({ stream, before, after, facts, phase, closed, nextDue }: Change<ExerciseState>): Rows {
  if (after.type === null || after.orgUnit === null) return {};
  const id = entityOf(stream);
  const { tasks, ...file } = after;
  return {
    exercise: [
      {
        id,
        type: after.type,
        org_unit: after.orgUnit,
        parent_id: after.parentId,
        theme: after.theme,
        code_name: after.codeName,
        is_pilot: after.isPilot,
        start_date: after.startDate,
        end_date: after.endDate,
        phase,
        version: after.version,
        next_due: nextDue,
        closed,
        doc: file,
      },
    ],
    task: Object.values(tasks)
      .filter((task) => before.tasks[task.code] !== task)
      .map((task) => ({
        exercise_id: id,
        code: task.code,
        owner: task.owner,
        state: task.status,
        due: task.due,
        first_due: task.firstDue,
        gate: task.gate,
        doc: task,
      })),
    reminder: facts.filter(isReminder).map((fact) => ({
      id: `${stream}/${fact.version}`,
      exercise_id: id,
      task: fact.task,
      rung: fact.rung,
      body: fact.to,
      post: fact.post,
      deadline: fact.deadline,
      at: fact.at,
      version: fact.version,
      doc: {
        type: fact.type,
        daysLeft: fact.daysLeft,
        rungAt: fact.rungAt,
        lateMinutes: fact.lateMinutes,
        waitsOn: fact.waitsOn,
      },
    })),
  };
}
