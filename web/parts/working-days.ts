/** Counting in working days on the page, by the tables of the calendar in force; the server decides in any case. */
import type { Answer } from '../client/http.ts';
import { addDays, isWeekend } from '../words/format.ts';

export interface Days {
  readonly isWorking: (date: string) => boolean;
  /** False for a year without a table: nothing is counted there. */
  readonly knows: (date: string) => boolean;
}
type Table = Answer<'/api/v1/calendars/{year}'>;

export const daysOf = (tables: readonly Table[]): Days => {
  const years = new Set(tables.map(({ year }) => String(year)));
  const kinds = new Map(tables.flatMap(({ days }) => days.map(({ date, kind }) => [date, kind] as const)));
  return {
    knows: (date) => years.has(date.slice(0, 4)),
    isWorking: (date) => (kinds.has(date) ? kinds.get(date) === 'madeUp' : !isWeekend(date)),
  };
};

/** Working days from `from` (left out) to `to` (counted); negative backwards; null where a year has no table. */
export const workingDaysBetween = (days: Days, from: string, to: string): number | null => {
  if (!days.knows(from) || !days.knows(to)) return null;
  if (to < from) return -(workingDaysBetween(days, to, from) ?? 0);
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (days.isWorking(date)) count += 1;
  return count;
};

/** The working day `count` working days after `from`; null where a year has no table. */
export const addWorkingDays = (days: Days, from: string, count: number): string | null => {
  let date = from;
  for (let left = count; left > 0; ) {
    date = addDays(date, 1);
    if (!days.knows(date)) return null;
    if (days.isWorking(date)) left -= 1;
  }
  return date;
};
