/** The season by weeks, Monday to Sunday. Days are `yyyy-MM-dd` strings counted in UTC: no zone of a browser moves a bar. */
import type { Schemas } from '../../client/http.ts';
import { addDays, mondayOf } from '../../words/format.ts';

export type Exercise = Schemas['ExerciseSummary'];
export type Clash = Schemas['Clash'];

export interface Dated extends Exercise {
  readonly startDate: string;
  readonly endDate: string;
}
const isDated = (each: Exercise): each is Dated => each.startDate !== null && each.endDate !== null;

const numberOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** Those whose opening day lies in the year; a city first, then its communes, each family by its first opening day. */
export const inSeason = (exercises: readonly Exercise[], year: string): Dated[] => {
  const dated = exercises.filter(isDated).filter(({ startDate }) => startDate.startsWith(year));
  const ids = new Set(dated.map(({ id }) => id));
  const familyOf = ({ id, parentId }: Dated): string => (parentId && ids.has(parentId) ? parentId : id);
  const firstOf = new Map<string, string>();
  for (const each of dated) {
    const family = familyOf(each);
    const first = firstOf.get(family);
    if (first === undefined || each.startDate < first) firstOf.set(family, each.startDate);
  }
  const key = (each: Dated): string => {
    const family = familyOf(each);
    return `${firstOf.get(family)} ${family} ${each.id === family ? '' : each.startDate} ${each.id}`;
  };
  return dated.sort((a, b) => (key(a) < key(b) ? -1 : 1));
};

/** Where its work begins: the first deadline, or the opening day of one that has none. */
export const beginOf = ({ firstDue, startDate }: Dated): string =>
  firstDue !== null && firstDue < startDate ? firstDue : startDate;

/** Mondays from the first to the last week that anything falls into. */
export const weeksOf = (exercises: readonly Dated[]): string[] => {
  const from = exercises.map(beginOf).sort()[0];
  const to = exercises
    .map(({ endDate }) => endDate)
    .sort()
    .at(-1);
  if (!from || !to) return [];
  const [first, last] = [mondayOf(from), mondayOf(to)];
  return Array.from({ length: (numberOf(last) - numberOf(first)) / 7 + 1 }, (_, n) => addDays(first, 7 * n));
};

/** Consecutive weeks whose Monday lies in the same month. */
export const monthsOf = (weeks: readonly string[]): { readonly month: string; readonly weeks: number }[] => {
  const months: { month: string; weeks: number }[] = [];
  for (const week of weeks) {
    const month = week.slice(0, 7);
    const last = months.at(-1);
    if (last?.month === month) last.weeks += 1;
    else months.push({ month, weeks: 1 });
  }
  return months;
};

/** The part of a week that a span covers, in percent from Monday 0:00 to Sunday 24:00; null where they do not meet. */
export const partOf = (
  week: string,
  from: string,
  to: string,
): { readonly left: number; readonly right: number } | null => {
  const sunday = addDays(week, 6);
  if (to < week || from > sunday) return null;
  const day = (date: string): number => numberOf(date) - numberOf(week);
  return {
    left: (100 * Math.max(0, day(from))) / 7,
    right: 100 - (100 * Math.min(7, day(to) + 1)) / 7,
  };
};

/** Clashes that concern an exercise in a week. */
export const clashesIn = (clashes: readonly Clash[], id: string, week: string): Clash[] =>
  clashes.filter(({ exercises, from, until }) => exercises.includes(id) && from <= addDays(week, 6) && until >= week);
