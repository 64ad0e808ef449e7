/**
 * Two kinds of time, never mixed (docs/architecture.md, "Time").
 * - `LocalDate`: a day in Vietnam, ISO `yyyy-MM-dd`. Deadlines are days.
 * - `Instant`: a point on the UTC line, ISO with milliseconds and `Z`. What happened has an instant.
 * Vietnam is UTC+7 all year, without daylight saving, since 13 June 1975: the conversion is arithmetic, no tz database.
 * Nothing here reads a clock; every instant comes from the caller.
 */
import { z } from 'zod';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const VIETNAM_OFFSET = 7 * HOUR;

export const LocalDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDate)
  .brand<'LocalDate'>()
  .meta({ description: 'Day in Asia/Ho_Chi_Minh, yyyy-MM-dd', example: '2027-04-20' });
export type LocalDate = z.infer<typeof LocalDate>;

export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .refine(isRealInstant)
  .brand<'Instant'>()
  .meta({ description: 'UTC instant with milliseconds', example: '2027-01-18T01:00:00.000Z' });
export type Instant = z.infer<typeof Instant>;

function isRealDate(text: string): boolean {
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** Only the one way an instant is written: no 30 February, no hour 24; so its order as text is its order in time. */
function isRealInstant(text: string): boolean {
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text;
}

/** Parses `yyyy-MM-dd`; throws a ZodError for anything that is not a real day. */
export const localDate = (text: string): LocalDate => LocalDate.parse(text);

/** The instant `ms` milliseconds after the Unix epoch. */
export const instant = (ms: number): Instant => new Date(ms).toISOString() as Instant; // toISOString has exactly this form

export const toMs = (at: Instant): number => Date.parse(at);

const dayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00:00.000Z`) / DAY;
const fromDayNumber = (n: number): LocalDate => new Date(n * DAY).toISOString().slice(0, 10) as LocalDate; // same form

/** The day in Vietnam at this instant. */
export const dayOf = (at: Instant): LocalDate => fromDayNumber(Math.floor((toMs(at) + VIETNAM_OFFSET) / DAY));

/** The instant at which the clock in Vietnam shows `hour:minute` on that day. */
export const atHour = (date: LocalDate, hour: number, minute = 0): Instant =>
  instant(dayNumber(date) * DAY + hour * HOUR + minute * 60_000 - VIETNAM_OFFSET);

/** The last instant of that day in Vietnam. */
export const endOfDay = (date: LocalDate): Instant => instant(dayNumber(date) * DAY + DAY - VIETNAM_OFFSET - 1);

/** Calendar days later (negative: earlier). */
export const addDays = (date: LocalDate, days: number): LocalDate => fromDayNumber(dayNumber(date) + days);

/** Calendar days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: LocalDate, b: LocalDate): number => dayNumber(b) - dayNumber(a);

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const weekday = (date: LocalDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

export const later = <T extends LocalDate | Instant>(a: T, b: T): T => (a > b ? a : b);
export const earlier = <T extends LocalDate | Instant>(a: T, b: T): T => (a < b ? a : b);
