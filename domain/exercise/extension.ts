/** More time for a task: asked by its owner, decided by another body. Both deadlines stay on record. */
import { z } from 'zod';
import { type Calendar, isWorkingDay, workingDaysBetween } from '../calendar/index.ts';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import type { Actor } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { Reason } from '../text.ts';
import { LocalDate } from '../time.ts';
import { requireActive, TaskCode, taskOf } from './checklist.ts';
import { bodyIn, extensionDecidersOf } from './rights.ts';
import { type ExerciseState, isDone, type Task, withTask } from './state.ts';

export const ExtensionCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('RequestExtension'), task: TaskCode, until: LocalDate, reason: Reason }),
  z.strictObject({ type: z.literal('WithdrawExtension'), task: TaskCode, reason: Reason.optional() }),
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
  | { readonly type: 'ExtensionRefused'; readonly task: string; readonly reason: string }
  | { readonly type: 'ExtensionWithdrawn'; readonly task: string; readonly reason: string | null };

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
    case 'WithdrawExtension':
      allow(meta.by, [task.owner]);
      if (!task.extension) throw new Rejection('extension-none', { task: task.code });
      return [{ type: 'ExtensionWithdrawn', task: task.code, reason: command.reason ?? null }];
    case 'DecideExtension':
      requireDecider(state, task, meta.by);
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

/** Nobody grants what he asked for himself (domain guide §2). */
const requireDecider = (state: ExerciseState, task: Task, by: Actor): void => {
  const steering = bodyIn(state, 'SB');
  const isOwn = task.owner === steering || task.extension?.askedBy.body === steering;
  const refuse = (own: boolean): void => {
    if (own) throw new Rejection('own-extension', { task: task.code, body: by.body });
  };
  refuse(isOwn && by.body === steering);
  allow(by, extensionDecidersOf(state, task));
  refuse(by.person === task.extension?.askedBy.person);
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
    case 'ExtensionRequested': {
      const asked = { until: fact.until, reason: fact.reason, askedAt: fact.at, askedBy: fact.by };
      return withTask(state, { ...task, extension: asked });
    }
    case 'ExtensionRefused':
    case 'ExtensionWithdrawn':
      return withTask(state, { ...task, extension: null });
    case 'ExtensionGranted':
      return withTask(state, {
        ...task,
        due: fact.until,
        extendedBy: task.extendedBy + fact.days,
        extension: null,
      });
    default:
      return fact satisfies never;
  }
};
