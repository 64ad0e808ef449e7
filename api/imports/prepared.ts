/** The sheet of a programme to be filled in: its indicators and the periods of a column, ready to be sent back as an import. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { periodName } from '../../domain/labels/words-programme.ts';
import { Column, columnOf, periodsOf, TERM } from '../../domain/programme/codes.ts';
import type { Opened } from '../../domain/programme/index.ts';
import type { Indicator } from '../../domain/programme/state.ts';
import { EntityId } from '../../domain/streams.ts';
import { disposition, FILE_KINDS } from '../../files/index.ts';
import type { OutCell } from '../../sheets/index.ts';
import type { ApiDeps } from '../deps.ts';
import { TABLE_ANSWER } from '../exports/route.ts';
import { parse } from '../parse.ts';
import { type Asker, askerOf } from '../policy.ts';
import type { Language } from '../problems/index.ts';
import { columnOn } from '../queries/programme-views.ts';
import { programmeAt } from '../queries/programmes.ts';
import { momentOf } from '../queries/sources.ts';
import { problems, within } from '../route.ts';
import { indicatorValues } from './kinds/indicators.ts';
import { templateCsv, templateXlsx } from './templates.ts';

const OneId = z.object({ id: EntityId });
const Query = z.strictObject({
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  language: z.enum(['vi', 'en']).default('vi'),
  column: Column.optional().meta({ description: 'Left out: the year that the programme stands in' }),
});

/** Those that the body of who asks reports; where it reports none, all that are reported. */
const reportedBy = (state: Opened, { subject }: Asker): readonly Indicator[] => {
  const reported = Object.values(state.indicators).filter(({ source }) => source.kind === 'reported');
  const own = reported.filter(({ owner }) => owner === subject.actor.body);
  return own.length > 0 ? own : reported;
};

const rowsOf = (
  state: Opened,
  indicators: readonly Indicator[],
  column: Column,
  language: Language,
): Record<string, OutCell>[] =>
  indicators.flatMap(({ code, nameVi, nameEn, cadence }) =>
    periodsOf(cadence, state.term)
      .filter((period) => period === TERM || columnOf(period) === column)
      .map((period) => ({
        indicator: code,
        name: language === 'vi' ? nameVi : (nameEn ?? nameVi),
        period: periodName(period, language),
      })),
  );

export const addPreparedSheet = (app: FastifyInstance, deps: ApiDeps): void => {
  app.get(
    '/api/v1/imports/programme/:id/template',
    {
      config: { policy: 'programme.read' },
      preValidation: async (request) => {
        parse(OneId, request.params, 'path');
        parse(Query, request.query, 'query');
      },
      schema: {
        ...{ tags: ['imports'], security: [{ session: [] }], params: OneId, querystring: Query },
        summary: 'The sheet of a programme to be filled in: its reported indicators, a row for each period',
        response: { 200: TABLE_ANSWER, ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request, reply) => {
      const { id } = parse(OneId, request.params, 'path');
      const { format, language, column: asked } = parse(Query, request.query, 'query');
      const [moment, asker] = [momentOf(deps, undefined), askerOf(request)];
      const state = await within(programmeAt(deps, id, moment, asker), 'store-unavailable');
      const column = asked ?? columnOn(state, moment.today);
      const rows = rowsOf(state, reportedBy(state, asker), column, language);
      const made =
        format === 'csv'
          ? templateCsv(indicatorValues, language, rows)
          : await within(templateXlsx(indicatorValues, language, rows), 'store-unavailable');
      return reply
        .type(format === 'csv' ? 'text/csv; charset=utf-8' : FILE_KINDS.xlsx.type)
        .header('content-disposition', disposition('attachment', `so-lieu-${id}-${column}.${format}`))
        .header('cache-control', 'no-store')
        .send(made);
    },
  );
};
