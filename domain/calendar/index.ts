/** The working calendar of Vietnam: shipped tables by year, counting in working days, due rules. */
import { TABLES } from './tables.ts';
import { type Calendar, createCalendar } from './year.ts';

export { dueDate, formatOffset, neverBefore, Offset, parseOffset } from './offset.ts';
export { addWorkingDays, isWorkingDay, workingDaysBetween, workingDaysInYear } from './working-days.ts';
export { type Calendar, CalendarStatus, CalendarYear, createCalendar, statusOf } from './year.ts';

/** The tables of 2020–2027 that come with the product. */
export const CALENDAR: Calendar = createCalendar('2026-11-01', TABLES);
