/** Which tasks of a file are a body's own, which it may know by name, and a task as one knows it by name. */
import { type ExerciseState, holderOf, type Task, verifiersOf } from '../../domain/exercise/index.ts';
import type { BodyId } from '../../domain/people.ts';
import type { EntityId } from '../../domain/streams.ts';
import type { TaskShown } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { type Asker, onlyFor } from '../policy.ts';
import { stateOf } from '../queries/sources.ts';

/** What one body, and those of the past that it goes on for, may see of an exercise. */
export interface Own {
  readonly exercise: EntityId;
  readonly bodies: readonly BodyId[];
  /** Codes of the tasks that it owns, holds, or is to verify. */
  readonly tasks: ReadonlySet<string>;
  /** Codes of those before and after its own: code, title, owner and state, without content. */
  readonly named: ReadonlySet<string>;
}

const isTheirs = (state: ExerciseState, task: Task, bodies: readonly BodyId[]): boolean =>
  bodies.includes(task.owner) ||
  bodies.includes(holderOf(state, task)) ||
  (task.status === 'submitted' && verifiersOf(state, task).some((body) => bodies.includes(body)));

export const ownIn = (exercise: EntityId, state: ExerciseState, bodies: readonly BodyId[]): Own => {
  const all = Object.values(state.tasks);
  const own = all.filter((task) => isTheirs(state, task, bodies));
  const tasks = new Set(own.map(({ code }) => code));
  const after = all.filter((task) => task.after.some((code) => tasks.has(code))).map(({ code }) => code);
  return { exercise, bodies, tasks, named: new Set([...own.flatMap((task) => task.after), ...after]) };
};

/**
 * What the asker may see of an exercise where he does not see all of it; null where he does. Always by who owns what today,
 * whatever the moment that the answer speaks of.
 */
export const ownNow = async (
  deps: Pick<ApiDeps, 'db' | 'store' | 'clock'>,
  id: EntityId,
  asker: Asker,
): Promise<Own | null> => {
  const bodies = onlyFor(asker);
  return bodies && ownIn(id, await stateOf(deps, 'exercise', id, null), bodies);
};

export const isOwn = ({ bodies }: Own, body: BodyId | null): boolean => body !== null && bodies.includes(body);

/** A task of another body: code, title, owner, state and deadline. */
const named = (task: TaskShown): TaskShown => ({
  ...task,
  classification: null,
  evidenceWanted: null,
  evidenceGiven: null,
  extension: null,
  extendedBy: 0,
  returned: null,
  startedBy: null,
  verifiedAt: null,
  waivedReason: null,
  person: null,
  accepted: null,
  urged: null,
  comments: 0,
  submissions: [],
});

/** Own tasks whole, their neighbours by name, nothing of any other. */
export const ownTasks = (tasks: readonly TaskShown[], own: Own): TaskShown[] =>
  tasks.flatMap((task) => (own.tasks.has(task.code) ? [task] : own.named.has(task.code) ? [named(task)] : []));
