/** "We know": the body whose turn it is stops the reminders of one task for a while. What stands after the deadline always sounds. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { dayOf, LocalDate } from '../time.ts';
import { requireActive, TaskCode, taskOf } from './checklist.ts';
import { holderOf } from './rights.ts';
import { type ExerciseState, isDone, withTask } from './state.ts';

export const AcknowledgeCommand = z.strictObject({
  type: z.literal('AcknowledgeReminder'),
  task: TaskCode,
  until: LocalDate.optional().meta({ description: 'Last day without reminders; default and latest: the deadline' }),
});
export type AcknowledgeCommand = z.infer<typeof AcknowledgeCommand>;

export interface AcknowledgeEvent {
  readonly type: 'ReminderAcknowledged';
  readonly task: string;
  /** The last day on which no reminder of this deadline sounds. */
  readonly until: LocalDate;
  readonly deadline: LocalDate;
}

/** Throws `acknowledge-overdue` once the deadline has passed, `acknowledge-until` for a day before today or after it. */
export const decideAcknowledge = (
  command: AcknowledgeCommand,
  state: ExerciseState,
  { by, at }: CommandMeta,
): AcknowledgeEvent[] => {
  requireActive(state);
  const task = taskOf(state, command.task);
  if (isDone(task)) throw new Rejection('task-status', { task: task.code, status: task.status, action: 'acknowledge' });
  allow(by, [holderOf(state, task)]);
  const today = dayOf(at);
  if (task.due < today) throw new Rejection('acknowledge-overdue', { task: task.code, due: task.due });
  const until = command.until ?? task.due;
  if (until < today || until > task.due)
    throw new Rejection('acknowledge-until', { task: task.code, until, today, due: task.due });
  return [{ type: 'ReminderAcknowledged', task: task.code, until, deadline: task.due }];
};

export const evolveAcknowledge = (state: ExerciseState, fact: Fact<AcknowledgeEvent>): ExerciseState => {
  const task = state.tasks[fact.task];
  return task ? withTask(state, { ...task, ladder: { ...task.ladder, silentUntil: fact.until } }) : state;
};
