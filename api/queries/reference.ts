/** Answers that do not depend on one exercise. */
import type { z } from 'zod';
import { getInstallation } from '../../db/installation.ts';
import { CALENDAR, statusOf, workingDaysInYear } from '../../domain/calendar/index.ts';
import { BODIES } from '../../domain/labels/bodies.ts';
import { BODY_CODES } from '../../domain/people.ts';
import { Rejection } from '../../domain/rejection.ts';
import { TEMPLATES, type Template } from '../../domain/template/index.ts';
import { dayOf, type LocalDate } from '../../domain/time.ts';
import type { Bodies, CalendarTable, Clock, TemplateList } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { words } from '../words.ts';

/** Throws `calendar-year-missing`. */
export const calendarTable = (year: number): z.output<typeof CalendarTable> => {
  const table = CALENDAR.years[year];
  if (!table) throw new Rejection('calendar-year-missing', { year });
  const day = (kind: 'off' | 'madeUp') => (date: LocalDate) => ({
    date,
    kind,
    status: statusOf(CALENDAR, date) ?? table.status,
  });
  const madeUp = table.madeUp === 'unknown' ? [] : table.madeUp;
  return {
    calendarVersion: CALENDAR.version,
    year,
    status: table.status,
    source: table.source,
    workingDays: workingDaysInYear(CALENDAR, year),
    madeUpKnown: table.madeUp !== 'unknown',
    days: [...table.off.map(day('off')), ...madeUp.map(day('madeUp'))].sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
};

export const templateList = (): z.output<typeof TemplateList> => ({
  templates: TEMPLATES.map(({ id, version, nameVi, nameEn, exerciseTypes, tasks, gates }) => ({
    id,
    version,
    name: words(nameVi, nameEn),
    exerciseTypes,
    tasks: tasks.length,
    gates: gates.length,
  })),
});

/** The newest version of a template, or the one asked for. */
export const templateOf = (id: string, version: number | undefined): Template => {
  const versions = TEMPLATES.filter((each) => each.id === id).sort((a, b) => b.version - a.version);
  const found = version === undefined ? versions[0] : versions.find((each) => each.version === version);
  if (found) return found;
  if (version !== undefined) throw new Rejection('template-unknown', { id, version });
  throw new Problem('not-found');
};

export const bodies = (): z.output<typeof Bodies> => ({
  bodies: BODY_CODES.map((code) => {
    const { vi, en } = BODIES[code];
    return { code, name: words(vi.name, en.name), head: words(vi.head, en.head) };
  }),
});

export const clockNow = async ({ db, clock }: ApiDeps): Promise<z.output<typeof Clock>> => {
  const { clockOffsetMs, sample } = await getInstallation(db);
  const now = clock();
  return { now, today: dayOf(now), isSampleClock: clockOffsetMs !== 0, offsetMs: clockOffsetMs, sample };
};
