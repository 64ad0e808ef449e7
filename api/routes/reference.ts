/** Calendars, templates, and the clock. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { EntityId } from '../../domain/streams.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { NoQuery, numberParam } from '../parse.ts';
import { calendarList, calendarNow, calendarTable } from '../queries/calendar.ts';
import { clockNow } from '../queries/reference.ts';
import { templateDifference, templateList, templateOf } from '../queries/templates.ts';
import { addRead } from '../route.ts';

const OneId = z.object({ id: EntityId });
const None = z.object({});

export const addReferenceReads = (app: FastifyInstance, deps: ApiDeps): void => {
  const tag = 'reference';
  addRead(app, {
    url: '/api/v1/calendars/:year',
    policy: 'calendar.read',
    tag,
    summary: 'Working-day table of a year, and how sure each day is',
    params: z.object({ year: numberParam(1976, 2200) }),
    query: NoQuery,
    answer: contract.CalendarTable,
    read: async ({ year }) => calendarTable(await calendarNow(deps), year),
  });
  addRead(app, {
    url: '/api/v1/calendars',
    policy: 'calendar.read',
    tag,
    summary: 'Years that have a working-day table, with how sure each is, its source and the version in force',
    params: None,
    query: NoQuery,
    answer: contract.CalendarList,
    read: async () => calendarList(await calendarNow(deps)),
  });
  addRead(app, {
    url: '/api/v1/templates',
    policy: 'template.read',
    tag,
    summary: 'Checklist templates',
    params: None,
    query: NoQuery,
    answer: contract.TemplateList,
    read: () => templateList(deps),
  });
  addRead(app, {
    url: '/api/v1/templates/:id',
    policy: 'template.read',
    tag,
    summary: 'One checklist template with tasks and gates',
    params: OneId,
    query: z.strictObject({ version: numberParam(1, 999_999).optional() }),
    answer: contract.TemplateShown,
    read: ({ id }, { version }) => templateOf(deps, id, version),
  });
  addRead(app, {
    url: '/api/v1/templates/:id/difference',
    policy: 'template.read',
    tag,
    summary: 'What is different between two versions of a template',
    params: OneId,
    query: z.strictObject({ from: numberParam(1, 999_999), to: numberParam(1, 999_999) }),
    answer: contract.TemplateDifferenceShown,
    read: ({ id }, versions) => templateDifference(deps, id, versions),
  });
  addRead(app, {
    url: '/api/v1/clock',
    policy: 'reference.read',
    tag,
    summary: 'Business time now, and whether it is that of a demonstration',
    params: None,
    query: NoQuery,
    answer: contract.Clock,
    read: () => clockNow(deps),
  });
};
