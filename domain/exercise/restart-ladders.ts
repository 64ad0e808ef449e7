/** When the ladder of a task starts anew, whatever event changed the task. */
import { freshLadder, handedOn, resumed } from '../ladder/index.ts';
import type { Instant } from '../time.ts';
import { holderOf } from './rights.ts';
import { type ExerciseState, isDone, type Task } from './state.ts';

/**
 * A new deadline starts from the bottom. The same deadline goes on where it stood once a request for more time was decided
 * or finished work was opened again; it goes on with the new holder when the turn passed on: by submission, return, or
 * another owner.
 */
const restarted = (before: ExerciseState, after: ExerciseState, was: Task, is: Task, at: Instant): Task => {
  if (is.due !== was.due) return { ...is, ladder: freshLadder(at) };
  if (isDone(is)) return is;
  if ((was.extension && !is.extension) || isDone(was)) return { ...is, ladder: resumed(is.ladder, at) };
  if (holderOf(before, was) !== holderOf(after, is)) return { ...is, ladder: handedOn(after.ladder, is.ladder, at) };
  return is;
};

/** `after` with the ladders of the tasks that changed since `before`. */
export const restartLadders = (before: ExerciseState, after: ExerciseState, at: Instant): ExerciseState => {
  if (before.tasks === after.tasks) return after;
  const changed = Object.values(after.tasks).flatMap((is) => {
    const was = before.tasks[is.code];
    if (!was || was === is) return [];
    const task = restarted(before, after, was, is, at);
    return task === is ? [] : [[task.code, task] as const];
  });
  return changed.length === 0 ? after : { ...after, tasks: { ...after.tasks, ...Object.fromEntries(changed) } };
};
