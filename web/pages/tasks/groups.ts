/** What stands in the task list, and in which part of it. Pure, so that it can be tested without a page. */
import type { Answer, Schemas } from '../../client/http.ts';
import { plain } from '../../words/format.ts';

export type BodyTasks = Answer<'/api/v1/bodies/{bodyId}/tasks'>;
export type BodyTask = Schemas['BodyTask'];
export type Group = BodyTask['group'];

/** The order to work through them (ux §6). */
export const GROUPS: readonly Group[] = [
  'returned',
  'overdue',
  'dueThisWeek',
  'upcoming',
  'waiting',
  'submitted',
  'verified',
];
/** Folded until somebody asks. */
export const FOLDED: readonly Group[] = ['waiting', 'verified'];
const DUE: readonly Group[] = ['returned', 'overdue', 'dueThisWeek'];

export interface Filter {
  readonly exercise?: string | undefined;
  readonly text?: string | undefined;
}

/** Without accents, by code or title in either language. */
export const matches = (
  task: Pick<BodyTask, 'exercise' | 'code' | 'title'>,
  { exercise, text = '' }: Filter,
): boolean =>
  (exercise === undefined || task.exercise === exercise) &&
  plain(`${task.code} ${task.title.vi} ${task.title.en}`).includes(plain(text.trim()));

export const inGroups = (
  tasks: readonly BodyTask[],
): readonly { readonly group: Group; readonly tasks: BodyTask[] }[] =>
  GROUPS.map((group) => ({ group, tasks: tasks.filter((task) => task.group === group) })).filter(
    (each) => each.tasks.length > 0,
  );

export const hasDue = (tasks: readonly BodyTask[]): boolean => tasks.some(({ group }) => DUE.includes(group));

/** The open task that falls due first, among those whose turn comes; null where none is left. */
export const nextTask = (tasks: readonly BodyTask[]): BodyTask | null => {
  const open = tasks.filter(({ group }) => group === 'upcoming' || group === 'waiting');
  return open.reduce<BodyTask | null>((first, task) => (first === null || task.due < first.due ? task : first), null);
};

/** Open work of one's own, as the tab counts it. */
export const openCount = (tasks: readonly BodyTask[]): number =>
  tasks.filter(({ group }) => group !== 'verified' && group !== 'submitted').length;

/** One task by its exercise and code: addresses, keys of rows, drafts. */
export const keyOf = ({ exercise, code }: Pick<BodyTask, 'exercise' | 'code'>): string => `${exercise}/${code}`;
