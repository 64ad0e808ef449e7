/**
 * Counting in working days. The start day is never counted and may be a day off; a make-up Saturday is a working day.
 * Every function throws `Rejection` `calendar-year-missing` for a year that has no table, also when it is only passed.
 */
import { Rejection } from '../rejection.ts';
import { addDays, type LocalDate, localDate, weekday, yearOf } from '../time.ts';
import type { Calendar } from './year.ts';

interface YearDays {
  /** The working days of the year, ascending. */
  readonly list: readonly LocalDate[];
  readonly set: ReadonlySet<LocalDate>;
}

/** Listed once per calendar and year; a calendar never changes. */
const listed = new WeakMap<Calendar, Map<number, YearDays>>();

const daysOf = (calendar: Calendar, year: number): YearDays => {
  const years = listed.get(calendar) ?? new Map<number, YearDays>();
  const known = years.get(year);
  if (known) return known;
  const days = listDays(calendar, year);
  listed.set(calendar, years.set(year, days));
  return days;
};

const listDays = (calendar: Calendar, year: number): YearDays => {
  const table = calendar.years[year];
  if (!table) throw new Rejection('calendar-year-missing', { year });
  const off = new Set(table.off);
  const madeUp = new Set(table.madeUp === 'unknown' ? [] : table.madeUp);
  const list: LocalDate[] = [];
  for (let day = localDate(`${year}-01-01`); yearOf(day) === year; day = addDays(day, 1)) {
    if (madeUp.has(day) || (weekday(day) <= 5 && !off.has(day))) list.push(day);
  }
  return { list, set: new Set(list) };
};

/** How many days of the ascending list are earlier than `date`. */
const countBefore = (list: readonly LocalDate[], date: LocalDate): number => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? date) < date) low = middle + 1;
    else high = middle;
  }
  return low;
};

export const isWorkingDay = (calendar: Calendar, date: LocalDate): boolean =>
  daysOf(calendar, yearOf(date)).set.has(date);

export const workingDaysInYear = (calendar: Calendar, year: number): number => daysOf(calendar, year).list.length;

/** The `n`-th working day after `date` (negative: before it); `date` itself when `n` is 0, even a day off. */
export const addWorkingDays = (calendar: Calendar, date: LocalDate, n: number): LocalDate => {
  if (n === 0) return date;
  let year = yearOf(date);
  let { list, set } = daysOf(calendar, year);
  let index = countBefore(list, date) + (n > 0 && !set.has(date) ? n - 1 : n);
  while (index < 0) {
    list = daysOf(calendar, --year).list;
    index += list.length;
  }
  while (index >= list.length) {
    index -= list.length;
    list = daysOf(calendar, ++year).list;
  }
  const day = list[index];
  if (!day) throw new RangeError(`${n} is not a whole number of days`);
  return day;
};

/**
 * Working days stepped onto on the way from `from` to `to`: those in (from, to], or, negative, those in [to, from).
 * So `workingDaysBetween(c, d, addWorkingDays(c, d, n)) === n` for every day `d`.
 */
export const workingDaysBetween = (calendar: Calendar, from: LocalDate, to: LocalDate): number => {
  if (to < from) return 0 - countFrom(calendar, to, from);
  const ends = (date: LocalDate): number => (isWorkingDay(calendar, date) ? 1 : 0);
  return countFrom(calendar, from, to) - ends(from) + ends(to);
};

/** Working days in [a, b), for a ≤ b. */
const countFrom = (calendar: Calendar, a: LocalDate, b: LocalDate): number => {
  let count = 0;
  for (let year = yearOf(a); year < yearOf(b); year++) count += workingDaysInYear(calendar, year);
  const before = (date: LocalDate): number => countBefore(daysOf(calendar, yearOf(date)).list, date);
  return count + before(b) - before(a);
};
