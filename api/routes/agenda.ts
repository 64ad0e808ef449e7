/** The calendar on the wall. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { addDays, LocalDate } from '../../domain/time.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { AsOfQuery } from '../parse.ts';
import { askerOf } from '../policy.ts';
import { agendaOf } from '../queries/agenda.ts';
import { momentOf } from '../queries/sources.ts';
import { addRead } from '../route.ts';

const MOST_DAYS = 100;

export const addAgendaReads = (app: FastifyInstance, deps: ApiDeps): void => {
  addRead(app, {
    url: '/api/v1/agenda',
    policy: 'exercise.list',
    tag: 'exercises',
    summary: 'What falls on which day: deadlines, days of exercises, days off and worked',
    params: z.object({}),
    query: AsOfQuery.extend({
      from: LocalDate,
      to: LocalDate.meta({ description: `Inclusive; at most ${MOST_DAYS} days` }),
    }).refine(({ from, to }) => from <= to && to <= addDays(from, MOST_DAYS - 1), {
      path: ['to'],
      message: `not before \`from\`, and at most ${MOST_DAYS} days`,
    }),
    answer: contract.Agenda,
    read: async (_, { from, to, asOf }, request) =>
      agendaOf(deps, { from, to }, momentOf(deps, asOf), askerOf(request)),
  });
};
