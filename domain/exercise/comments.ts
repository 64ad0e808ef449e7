/** Remarks on a task, between those who do it and those who verify it. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { text } from '../text.ts';
import { requireActive, TaskCode, taskOf } from './checklist.ts';
import { isReferenceOnly } from './classify.ts';
import { bodyIn, standingAgency, verifiersOf } from './rights.ts';
import { type ExerciseState, withTask } from './state.ts';

export const MOST_COMMENTS = 200;

export const CommentCommand = z.strictObject({ type: z.literal('CommentTask'), task: TaskCode, text: text(1000) });
export type CommentCommand = z.infer<typeof CommentCommand>;

export interface TaskCommented {
  readonly type: 'TaskCommented';
  readonly task: string;
  readonly text: string;
}

/** Free text is refused for a task of which only a reference may be kept (Law 117/2025/QH15). */
export const decideComment = (command: CommentCommand, state: ExerciseState, meta: CommandMeta): TaskCommented[] => {
  requireActive(state);
  const task = taskOf(state, command.task);
  allow(meta.by, [task.owner, ...verifiersOf(state, task), standingAgency(state), bodyIn(state, 'SA')]);
  if (isReferenceOnly(state, task)) throw new Rejection('reference-only', { task: task.code });
  if (task.comments >= MOST_COMMENTS) throw new Rejection('comments-full', { task: task.code, most: MOST_COMMENTS });
  return [{ type: 'TaskCommented', task: task.code, text: command.text }];
};

export const evolveComment = (state: ExerciseState, fact: Fact<TaskCommented>): ExerciseState => {
  const task = state.tasks[fact.task];
  return task ? withTask(state, { ...task, comments: task.comments + 1 }) : state;
};
