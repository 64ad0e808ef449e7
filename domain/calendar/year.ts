/** What a year's working-day table says, and how sure it is. Tables are entered as data, never computed (domain guide §9). */
import { z } from 'zod';
import { text } from '../text.ts';
import { LocalDate, localDate, weekday, yearOf } from '../time.ts';

/** `official`: fixed by law or decision; `reported`: known from the press only; `estimated`: awaits a decision. */
export const CalendarStatus = z.enum(['official', 'reported', 'estimated']);
export type CalendarStatus = z.infer<typeof CalendarStatus>;

const SATURDAY = 6;

export const CalendarYear = z
  .strictObject({
    year: z.int().min(1976).max(2200),
    off: z.array(LocalDate).max(60).readonly().describe('Weekdays off'),
    madeUp: z
      .union([z.array(LocalDate).max(20).readonly(), z.literal('unknown')])
      .describe('Saturdays worked instead of a swapped day; unknown counts as none'),
    status: CalendarStatus,
    days: z.record(LocalDate, CalendarStatus).readonly().describe('Days whose status differs from that of the year'),
    source: text(300).meta({ description: 'Decision or law that fixes it', example: 'Thông báo 6150/TB-BLĐTBXH' }),
  })
  .readonly()
  .superRefine((table, ctx) => {
    const madeUp = table.madeUp === 'unknown' ? [] : table.madeUp;
    const wrong = (day: LocalDate, message: string) => ctx.addIssue({ code: 'custom', message: `${day} ${message}` });
    for (const day of [...table.off, ...madeUp]) {
      if (yearOf(day) !== table.year) wrong(day, `is not in ${table.year}`);
    }
    for (const day of Object.keys(table.days).map(localDate)) {
      if (yearOf(day) !== table.year) wrong(day, `is not in ${table.year}`);
    }
    if (new Set([...table.off, ...madeUp]).size < table.off.length + madeUp.length)
      ctx.addIssue({ code: 'custom', message: 'a day is named twice' });
    for (const day of table.off) if (weekday(day) >= SATURDAY) wrong(day, 'is a weekend already');
    for (const day of madeUp) if (weekday(day) !== SATURDAY) wrong(day, 'is not a Saturday');
  })
  .meta({ id: 'CalendarYear' });
export type CalendarYear = z.infer<typeof CalendarYear>;

/** Immutable: a changed table is a new calendar with a new version. */
export interface Calendar {
  readonly version: string;
  readonly years: Readonly<Record<number, CalendarYear>>;
}

export const createCalendar = (version: string, years: readonly CalendarYear[]): Calendar => ({
  version,
  years: Object.fromEntries(years.map((table) => [table.year, table])),
});

/** How sure the table is of this day; null for a year without a table. */
export const statusOf = (calendar: Calendar, date: LocalDate): CalendarStatus | null => {
  const table = calendar.years[yearOf(date)];
  return table ? (table.days[date] ?? table.status) : null;
};
