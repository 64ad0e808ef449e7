/** Answers that do not depend on one exercise: calendar, templates, bodies, clock. */
import { z } from 'zod';
import { CalendarStatus } from '../../domain/calendar/index.ts';
import { BodyCode } from '../../domain/people.ts';
import { Template } from '../../domain/template/index.ts';
import { Instant, LocalDate } from '../../domain/time.ts';
import { list, PaperShown, Person, Words } from './common.ts';

export const CalendarTable = z
  .object({
    calendarVersion: z.string(),
    year: z.int(),
    status: CalendarStatus,
    source: z.string(),
    workingDays: z.int(),
    madeUpKnown: z.boolean(),
    days: list(z.object({ date: LocalDate, kind: z.enum(['off', 'madeUp']), status: CalendarStatus })).meta({
      description: 'Weekdays off and Saturdays worked, by date',
    }),
  })
  .meta({ id: 'CalendarTable' });

export const CalendarList = z
  .object({
    calendarVersion: z.string(),
    years: list(
      z.object({
        year: z.int(),
        status: CalendarStatus,
        source: z.string(),
        workingDays: z.int(),
        madeUpKnown: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'CalendarList' });

export const TemplateList = z
  .object({
    templates: list(
      z.object({
        id: z.string(),
        version: z.int(),
        name: Words,
        exerciseTypes: list(z.string()),
        tasks: z.int(),
        gates: z.int(),
        published: z
          .object({ at: Instant, by: Person, basedOn: z.int(), reason: z.string(), paper: PaperShown.nullable() })
          .nullable()
          .meta({ description: 'Null for what ships' }),
        retired: z.object({ at: Instant, reason: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'TemplateList' });
export const TemplateShown = Template;

export const Bodies = z
  .object({ bodies: list(z.object({ code: BodyCode, name: Words, head: Words })) })
  .meta({ id: 'Bodies' });

export const Clock = z
  .object({
    now: Instant.meta({ description: 'Business time' }),
    today: LocalDate,
    isSampleClock: z.boolean().meta({ description: 'Business time differs from the real one: a demonstration' }),
    offsetMs: z.int(),
    sample: z.string().nullable().meta({ description: 'Name of the sample that was loaded' }),
  })
  .meta({ id: 'Clock' });

export const Health = z.object({ status: z.literal('ok'), version: z.string() }).meta({ id: 'Health' });
export const Ready = z
  .object({ ok: z.boolean(), parts: list(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })) })
  .meta({ id: 'Ready', description: 'Each part the service needs, and what is wrong with those that are not ready' });
