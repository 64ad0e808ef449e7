/** Kinds, templates, one's own imports, and their rows with problems. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { badRowsOf, importsOf } from '../../db/imports.ts';
import { disposition, FILE_KINDS } from '../../files/index.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { TABLE_ANSWER } from '../exports/route.ts';
import { NoQuery, numberParam, parse } from '../parse.ts';
import { addRead, problems, within } from '../route.ts';
import { requireSignedIn } from '../signed-in.ts';
import { folded } from './columns.ts';
import { KINDS } from './kinds/index.ts';
import { JobParams, ownImport } from './own.ts';
import { addPreparedSheet } from './prepared.ts';
import { importView, kindView, rowsView } from './shown.ts';
import { templateCsv, templateXlsx } from './templates.ts';

const tag = 'imports';
const None = z.object({});
const LISTED = 50;

const addLists = (app: FastifyInstance, deps: ApiDeps): void => {
  addRead(app, {
    url: '/api/v1/imports/kinds',
    policy: 'signedIn',
    tag,
    summary: 'Kinds of tables that are taken, with their columns',
    params: None,
    query: NoQuery,
    answer: contract.ImportKinds,
    read: async () => ({ kinds: Object.values(KINDS).map(kindView) }),
  });
  addRead(app, {
    url: '/api/v1/imports',
    policy: 'signedIn',
    tag,
    summary: "One's own imports, latest first",
    params: None,
    query: NoQuery,
    answer: contract.ImportList,
    read: async (_, __, request) => ({
      imports: (await importsOf(deps.db, requireSignedIn(request).userId, LISTED)).map(importView),
    }),
  });
  addRead(app, {
    url: '/api/v1/imports/:job',
    policy: 'signedIn',
    tag,
    summary: 'One import: how far it is, what became of it',
    params: JobParams,
    query: NoQuery,
    answer: contract.ImportShown,
    read: async (_, __, request) => importView(await ownImport(deps, request)),
  });
  addRead(app, {
    url: '/api/v1/imports/:job/rows',
    policy: 'signedIn',
    tag,
    summary: 'Rows with problems, in the order of the file: of the check, or refused when they were carried out',
    params: JobParams,
    query: z.strictObject({
      phase: z.enum(['check', 'run']).default('check'),
      after: numberParam(0, 999_999).default(0),
      limit: numberParam(1, 500).default(100),
    }),
    answer: contract.ImportRows,
    read: async (_, { limit, ...page }, request) => {
      const { id } = await ownImport(deps, request);
      return rowsView(await badRowsOf(deps.db, id, { ...page, limit: limit + 1 }), limit);
    },
  });
};

const Format = z.strictObject({
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  language: z.enum(['vi', 'en']).default('vi'),
});
const KindParams = z.object({ kind: contract.ImportKindName });

const addTemplates = (app: FastifyInstance): void => {
  app.get(
    '/api/v1/imports/kinds/:kind/template',
    {
      config: { policy: 'signedIn' },
      schema: {
        ...{ tags: [tag], security: [{ session: [] }], params: KindParams, querystring: Format },
        summary: 'The file to be filled in: headings, an example, notes',
        response: { 200: TABLE_ANSWER, ...problems(400, 401, 404, 503) },
      },
    },
    async (request, reply) => {
      const kind = KINDS[parse(KindParams, request.params, 'path').kind];
      const { format, language } = parse(Format, request.query, 'query');
      const name = `${language === 'vi' ? 'mau' : 'template'}-${folded(kind.title[language]).replaceAll(' ', '-')}.${format}`;
      const made =
        format === 'csv'
          ? templateCsv(kind, language)
          : await within(templateXlsx(kind, language), 'store-unavailable');
      return reply
        .type(format === 'csv' ? 'text/csv; charset=utf-8' : FILE_KINDS.xlsx.type)
        .header('content-disposition', disposition('attachment', name))
        .header('cache-control', 'no-store')
        .send(made);
    },
  );
};

export const addImportReads = (app: FastifyInstance, deps: ApiDeps): void => {
  addLists(app, deps);
  addTemplates(app);
  addPreparedSheet(app, deps);
};
