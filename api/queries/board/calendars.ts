/** The working calendar as it stood on each of many days, every version of it made once. */
import { toFact } from '../../../db/event-store.ts';
import type { Calendar } from '../../../domain/calendar/index.ts';
import { type CalendarEvent, type CalendarState, calendar, calendarOf } from '../../../domain/calendar/stream.ts';
import { CALENDAR_STREAM } from '../../../domain/streams.ts';
import type { Instant } from '../../../domain/time.ts';
import type { ApiDeps } from '../../deps.ts';

interface Version {
  readonly from: Instant;
  readonly state: CalendarState;
}
const kept = new WeakMap<ApiDeps['db'], readonly Version[]>();

const newer = async ({ db, store }: Pick<ApiDeps, 'db' | 'store'>): Promise<readonly Version[]> => {
  const known = kept.get(db) ?? [];
  const last = known.at(-1)?.state ?? calendar.initial;
  const events = await store.read(CALENDAR_STREAM, { afterVersion: last.version });
  const versions = [...known];
  for (const event of events) {
    const before = versions.at(-1)?.state ?? calendar.initial;
    versions.push({ from: event.at, state: calendar.evolve(before, toFact<CalendarEvent>(event)) });
  }
  kept.set(db, versions);
  return versions;
};

/** The calendar that was in force at an instant; the same object for the same version of it. */
export const calendarsOf = async (deps: Pick<ApiDeps, 'db' | 'store'>): Promise<(at: Instant) => Calendar> => {
  const versions = await newer(deps);
  return (at) => calendarOf(versions.findLast(({ from }) => from <= at)?.state ?? calendar.initial);
};
