/** Whose turn it is: tasks that wait for others, what blocks them, and since when. */
import type { BodyId } from '../people.ts';
import type { Instant } from '../time.ts';
import { holderOf } from './rights.ts';
import { type ExerciseState, isDone, type Task, type TaskStatus, waitsOn } from './state.ts';

/**
 * The same state with the turn of every task put right: one that has not been started is open when all its predecessors are
 * done, and waits otherwise. Tasks that stay as they are stay the same objects.
 */
export const withTurns = (state: ExerciseState, at: Instant): ExerciseState => {
  const tasks: Record<string, Task> = {};
  let changed = false;
  for (const task of Object.values(state.tasks)) {
    const status = task.status === 'waiting' || task.status === 'open' ? turnOf(state, task) : task.status;
    tasks[task.code] = status === task.status ? task : { ...task, status, since: at };
    changed ||= status !== task.status;
  }
  return changed ? { ...state, tasks } : state;
};
const turnOf = (state: ExerciseState, task: Task): TaskStatus =>
  waitsOn(state, task).length === 0 ? 'open' : 'waiting';

/** One open predecessor: who holds it now, and since when. */
export interface BlockedBy {
  readonly task: Task;
  readonly holder: BodyId;
  readonly since: Instant;
}

/** What keeps a task from its turn, in order of code. */
export const blockedBy = (state: ExerciseState, task: Task): BlockedBy[] =>
  waitsOn(state, task)
    .flatMap((code) => state.tasks[code] ?? [])
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((before) => ({ task: before, holder: holderOf(state, before), since: before.since }));

/** A task of another body that waits for tasks this body holds now, by their codes. */
export interface WaitsOnMe {
  readonly task: Task;
  readonly mine: readonly string[];
}

/** Tasks of others whose open predecessors lie with this body: to be done, or to be verified, by it. */
export const waitsOnMe = (state: ExerciseState, body: BodyId): WaitsOnMe[] =>
  Object.values(state.tasks).flatMap((task) => {
    if (task.owner === body || isDone(task)) return [];
    const mine = blockedBy(state, task).filter(({ holder }) => holder === body);
    return mine.length > 0 ? [{ task, mine: mine.map((each) => each.task.code) }] : [];
  });
