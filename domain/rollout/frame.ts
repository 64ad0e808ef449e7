/** What the columns of a model stand for: items by year, classes of those that are alike by year and month. */
import type { Item } from './items.ts';
import { isPast, type Opening, type RollOutProblem } from './problem.ts';
import type { Rules } from './rules.ts';

/**
 * `any`: a plan at all. `moves`: the fewest communes that leave their year of the base. `fair`: the least unfairness, and
 * among `most` moves where given.
 */
export type Goal = { readonly kind: 'any' | 'moves' } | { readonly kind: 'fair'; readonly most: number | null };

export interface Kind {
  readonly key: string;
  readonly items: readonly number[];
  readonly months: readonly number[];
  readonly vehicles: number;
  readonly isPilot: boolean;
  readonly dearMonths: readonly number[];
  readonly heldMonth: number | null;
}

export const classesOf = (items: readonly Item[]): Kind[] => {
  const kinds = new Map<string, Kind & { items: number[] }>();
  items.forEach(({ months, vehicles, isPilot, dearMonths, heldMonth }, i) => {
    const key = [isPilot, vehicles, months.join(','), dearMonths.join(','), heldMonth].join('|');
    const kind = kinds.get(key) ?? { key, items: [], months, vehicles, isPilot, dearMonths, heldMonth };
    kind.items.push(i);
    kinds.set(key, kind);
  });
  return [...kinds.values()];
};

/**
 * What of a model is asked. `years`: the months alone, each item in the year of that index. `shared`: the years alone;
 * months are only there as room, may be divided, and decide nothing. Columns and their order are the same in all three.
 */
export type Part =
  | { readonly kind: 'whole' }
  | { readonly kind: 'shared' }
  | { readonly kind: 'months'; readonly years: readonly number[] };
export const WHOLE: Part = { kind: 'whole' };

export interface Frame {
  readonly problem: RollOutProblem;
  readonly on: Rules;
  readonly goal: Goal;
  readonly part: Part;
  readonly items: readonly Item[];
  readonly kinds: readonly Kind[];
  readonly years: readonly number[];
  /** Column of item i in year y. */
  readonly x: readonly (readonly number[])[];
  /** Column of how many of kind k fall into year y and the n-th of its months. */
  readonly w: readonly (readonly (readonly number[])[])[];
}

/** Years that are over are closed by the items themselves; in the year that runs, months that are over hold what is fixed there. */
export const isOpen = (kind: Kind, at: Opening, { opens }: RollOutProblem): boolean =>
  opens === null || at.year !== opens.year || !isPast(at, opens) || at.month === kind.heldMonth;
