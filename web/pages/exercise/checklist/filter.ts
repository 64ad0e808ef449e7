/** Which tasks are shown and how they are grouped, by what stands in the address; counts are of exactly the rows they lead to. */
import type { Schemas } from '../../../client/http.ts';
import type { View } from '../../../parts/view.ts';
import { mondayOf, plain } from '../../../words/format.ts';

type Task = Schemas['Task'];
export type GroupBy = 'cong' | 'dv' | 'tuan' | 'ma';
/** Keys of the address. */
export interface Filter {
  /** Gate. */
  readonly cong?: string | undefined;
  /** State. */
  readonly tt?: string | undefined;
  /** Owner. */
  readonly dv?: string | undefined;
  /** Only overdue. */
  readonly qh?: string | undefined;
  /** Words searched for. */
  readonly tim?: string | undefined;
}
const KEYS = ['cong', 'tt', 'dv', 'qh', 'tim'] as const;

export const filterOf = (view: View): Filter => Object.fromEntries(KEYS.map((key) => [key, view[key]]));
export const isFiltered = (filter: Filter): boolean => KEYS.some((key) => filter[key] !== undefined);
export const NO_FILTER: View = Object.fromEntries(KEYS.map((key) => [key, undefined]));

/** Both sides of the title and the owner, so that a switch of language finds the same. */
const textOf = ({ code, title, ownerName, owner }: Task): string =>
  plain([code, title.vi, title.en, ownerName.vi, ownerName.en, owner].join(' '));

const fits: Readonly<Record<keyof Filter, (task: Task, value: string) => boolean>> = {
  cong: (task, value) => task.gate === value,
  tt: (task, value) => task.status === value,
  dv: (task, value) => task.owner === value,
  qh: (task) => task.mark === 'overdue',
  tim: (task, value) =>
    plain(value)
      .split(/\s+/)
      .every((word) => textOf(task).includes(word)),
};

export const matching = (tasks: readonly Task[], filter: Filter): Task[] =>
  tasks.filter((task) => KEYS.every((key) => filter[key] === undefined || fits[key](task, filter[key])));

/** How many rows each value of one part would show beside the other parts as they are. */
export const countsOf = (
  tasks: readonly Task[],
  filter: Filter,
  key: 'cong' | 'tt' | 'dv',
): ReadonlyMap<string, number> => {
  const field = { cong: 'gate', tt: 'status', dv: 'owner' } as const;
  const counts = new Map<string, number>();
  for (const task of matching(tasks, { ...filter, [key]: undefined })) {
    const value = task[field[key]];
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
};

export const groupKey = (task: Task, by: GroupBy): string => {
  if (by === 'cong') return task.gate;
  if (by === 'dv') return task.owner;
  return by === 'tuan' ? mondayOf(task.due) : '';
};

/** Tasks by group, then as they came (by code); weeks by deadline. `order`: the order of group keys where it is given. */
export const grouped = (tasks: readonly Task[], by: GroupBy, order: readonly string[] = []): Task[] => {
  const rank = (task: Task): number => order.indexOf(groupKey(task, by));
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...tasks].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      compare(groupKey(a, by), groupKey(b, by)) ||
      (by === 'tuan' ? compare(a.due, b.due) : 0) ||
      compare(a.code, b.code),
  );
};

/** A code after the last one of the checklist: `C40` → `C41`. */
export const nextCode = (codes: readonly string[]): string => {
  const parts = codes.flatMap((code) => {
    const [, letters, digits] = /^([A-Z]{1,2})(\d{2,3})$/.exec(code) ?? [];
    return letters && digits ? [{ letters, number: Number(digits) }] : [];
  });
  const last = parts.reduce((a, b) => (b.number > a.number ? b : a), { letters: 'C', number: 0 });
  return `${last.letters}${String(last.number + 1).padStart(2, '0')}`;
};
