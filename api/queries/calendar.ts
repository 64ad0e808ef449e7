/** The working-day calendar in force, as every view counts with it. */

import type { z } from 'zod';
import { toFact } from '../../db/event-store.ts';
import { type Calendar, statusOf, workingDaysInYear } from '../../domain/calendar/index.ts';
import { type CalendarEvent, calendar, calendarOf } from '../../domain/calendar/stream.ts';
import { fold } from '../../domain/decider.ts';
import { Rejection } from '../../domain/rejection.ts';
import { CALENDAR_STREAM } from '../../domain/streams.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import type { CalendarList, CalendarTable } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { keptState } from './kept-state.ts';

type Source = Pick<ApiDeps, 'db' | 'store'>;

/** The calendar at a moment, now by default. The same object as long as no table is entered. */
export const calendarNow = async (deps: Source, asOf: Instant | null = null): Promise<Calendar> => {
  if (!asOf) return calendarOf(await keptState(deps, calendar, CALENDAR_STREAM));
  const events = await deps.store.read(CALENDAR_STREAM, { upToInstant: asOf });
  return calendarOf(
    fold(
      calendar,
      events.map((event) => toFact<CalendarEvent>(event)),
    ),
  );
};

/** Throws `calendar-year-missing`. */
export const calendarTable = (inForce: Calendar, year: number): z.output<typeof CalendarTable> => {
  const table = inForce.years[year];
  if (!table) throw new Rejection('calendar-year-missing', { year });
  const day = (kind: 'off' | 'madeUp') => (date: LocalDate) => ({
    date,
    kind,
    status: statusOf(inForce, date) ?? table.status,
  });
  const madeUp = table.madeUp === 'unknown' ? [] : table.madeUp;
  return {
    calendarVersion: inForce.version,
    year,
    status: table.status,
    source: table.source,
    workingDays: workingDaysInYear(inForce, year),
    madeUpKnown: table.madeUp !== 'unknown',
    days: [...table.off.map(day('off')), ...madeUp.map(day('madeUp'))].sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
};

/** Every year that has a table, in order. */
export const calendarList = (inForce: Calendar): z.output<typeof CalendarList> => ({
  calendarVersion: inForce.version,
  years: Object.values(inForce.years).map(({ year, status, source, madeUp }) => ({
    year,
    status,
    source,
    workingDays: workingDaysInYear(inForce, year),
    madeUpKnown: madeUp !== 'unknown',
  })),
});
