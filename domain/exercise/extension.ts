/** More time for a task: asked by its owner, decided by the steering board. Both deadlines stay on record. */
import { z } from 'zod';
import { type Calendar, isWorkingDay, workingDaysBetween } from '../calendar/index.ts';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { Reason } from '../text.ts';
import { LocalDate } from '../time.ts';
import { requireActive, TaskCode, taskOf } from './checklist.ts';
import { freshLadder } from './ladder.ts';
import { bodyIn } from './rights.ts';
import { type ExerciseState, isDone, withTask } from './state.ts';

export const ExtensionCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('RequestExtension'), task: TaskCode, until: LocalDate, reason: Reason }),
  z.strictObject({ type: z.literal('DecideExtension'), task: TaskCode, granted: z.boolean(), reason: Reason }),
]);
export type ExtensionCommand = z.infer<typeof ExtensionCommand>;

export type ExtensionEvent =
  | {
      readonly type: 'ExtensionRequested';
      readonly task: string;
      readonly due: LocalDate;
      readonly until: LocalDate;
      readonly reason: string;
    }
  | {
      readonly type: 'ExtensionGranted';
      readonly task: string;
      readonly from: LocalDate;
      readonly until: LocalDate;
      /** Working days added to the deadline. */
      readonly days: number;
      readonly reason: string;
    }
  | { readonly type: 'ExtensionRefused'; readonly task: string; readonly reason: string };

export const decideExtension = (
  command: ExtensionCommand,
  state: ExerciseState,
  meta: CommandMeta,
  { calendar }: Context,
): ExtensionEvent[] => {
  requireActive(state);
  const task = taskOf(state, command.task);
  switch (command.type) {
    case 'RequestExtension':
      allow(meta.by, [task.owner]);
      if (isDone(task) || task.status === 'submitted')
        throw new Rejection('task-status', { task: task.code, status: task.status, action: 'extend' });
      if (task.extension) throw new Rejection('extension-pending', { task: task.code, until: task.extension.until });
      requireLater(calendar, task.due, command.until);
      return [
        { type: 'ExtensionRequested', task: task.code, due: task.due, until: command.until, reason: command.reason },
      ];
    case 'DecideExtension':
      allow(meta.by, [bodyIn(state, 'SB')]);
      if (!task.extension) throw new Rejection('extension-none', { task: task.code });
      if (!command.granted) return [{ type: 'ExtensionRefused', task: task.code, reason: command.reason }];
      return [
        {
          type: 'ExtensionGranted',
          task: task.code,
          from: task.due,
          until: task.extension.until,
          days: requireLater(calendar, task.due, task.extension.until),
          reason: command.reason,
        },
      ];
    default:
      return command satisfies never;
  }
};

/** How many working days `until` adds; it is a working day itself, so that the deadline can be counted again after a move. */
const requireLater = (calendar: Calendar, due: LocalDate, until: LocalDate): number => {
  const days = workingDaysBetween(calendar, due, until);
  if (days < 1 || !isWorkingDay(calendar, until)) throw new Rejection('extension-not-later', { due, until });
  return days;
};

export const evolveExtension = (state: ExerciseState, fact: Fact<ExtensionEvent>): ExerciseState => {
  const task = state.tasks[fact.task];
  if (!task) return state;
  switch (fact.type) {
    case 'ExtensionRequested':
      return withTask(state, { ...task, extension: { until: fact.until, reason: fact.reason, askedAt: fact.at } });
    case 'ExtensionRefused':
      return withTask(state, { ...task, extension: null });
    case 'ExtensionGranted':
      return withTask(state, {
        ...task,
        due: fact.until,
        extendedBy: task.extendedBy + fact.days,
        extension: null,
        ladder: freshLadder(fact.at),
      });
    default:
      return fact satisfies never;
  }
};
