/** Which exercises are shown and in what order, by the address of the page. */
import type { Schemas } from '../../client/http.ts';
import type { View } from '../../parts/view.ts';
import { byName, plain } from '../../words/format.ts';

export type Exercise = Schemas['ExerciseSummary'];
export const SORTS = ['ngay', 'ten', 'dia-ban', 'nhan-dinh'] as const;
export type Sort = (typeof SORTS)[number];
export const VERDICTS = ['red', 'amber', 'green', 'none'] as const;
const WIDE: readonly Exercise['type'][] = ['defenceAreaExercise', 'regionalDefenceExercise'];

/** A city's or a region's: drawn as a bar, its communes as dots. */
export const isWide = ({ type }: Pick<Exercise, 'type'>): boolean => WIDE.includes(type);

export interface Named extends Exercise {
  /** Name of its locality. */
  readonly unit: string;
}

export const yearOf = ({ startDate }: Exercise): string | null => startDate?.slice(0, 4) ?? null;

/** Years that hold exercises, and the one asked for, latest first. */
export const yearsIn = (exercises: readonly Exercise[], asked: string): string[] =>
  [...new Set([asked, ...exercises.flatMap((each) => yearOf(each) ?? [])])].sort().reverse();

/** The year that opens the list: that of today, else the latest that holds anything. */
export const yearShown = (exercises: readonly Exercise[], asked: string | undefined, today: string): string => {
  if (asked && /^\d{4}$/.test(asked)) return asked;
  const now = today.slice(0, 4);
  const years = exercises.flatMap((each) => yearOf(each) ?? []);
  return years.length === 0 || years.includes(now) ? now : ([...years].sort().at(-1) ?? now);
};

/** Drafts without a day stand in every year: they belong to none yet. */
export const inYear = (exercises: readonly Named[], year: string): Named[] =>
  exercises.filter((each) => yearOf(each) === year || each.startDate === null);

export const matching = (exercises: readonly Named[], { loai, nhan, tim }: View): Named[] => {
  const words = plain(tim ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return exercises.filter((each) => {
    const text = plain(`${each.theme} ${each.codeName ?? ''} ${each.unit} ${each.id}`);
    return (
      (!loai || each.type === loai) && (!nhan || each.verdict === nhan) && words.every((word) => text.includes(word))
    );
  });
};

const day = ({ startDate }: Exercise): string => startDate ?? '9999';
const ORDERS: Readonly<Record<Sort, (a: Named, b: Named) => number>> = {
  ngay: (a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : byName(a.theme, b.theme)),
  ten: (a, b) => byName(a.theme, b.theme),
  'dia-ban': (a, b) => byName(a.unit, b.unit) || byName(a.theme, b.theme),
  'nhan-dinh': (a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || (day(a) < day(b) ? -1 : 1),
};
export const sortOf = (view: View): Sort => SORTS.find((sort) => sort === view.sap) ?? 'ngay';
export const inOrder = (exercises: readonly Named[], sort: Sort): Named[] => [...exercises].sort(ORDERS[sort]);
