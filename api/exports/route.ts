/** Every table that a read shows, as XLSX and CSV: the same policy, the same parsing, the same rows as the read it comes from. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { PolicyName } from '../../domain/access/index.ts';
import { disposition, FILE_KINDS } from '../../files/index.ts';
import { CSV_MARK, csvLine, MOST_XLSX_ROWS, type OutCell, xlsxOf } from '../../sheets/index.ts';
import { problems, within } from '../answering.ts';
import { parse } from '../parse.ts';
import { type Language, languageOf, Problem } from '../problems/index.ts';
import { sheetOf, type Table, type Tables } from './table.ts';

const How = z.strictObject({
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  language: z.enum(['vi', 'en']).optional().meta({ description: 'Default: as the browser prefers' }),
  table: z
    .string()
    .max(40)
    .optional()
    .meta({ description: 'One sheet alone, by its key; of a CSV the first is usual' }),
});

/** A table as a file, as the document shows it. */
export const TABLE_ANSWER = {
  description: 'The table as a file',
  content: {
    [FILE_KINDS.xlsx.type]: { schema: z.string().meta({ format: 'binary' }) },
    'text/csv': { schema: z.string() },
  },
};

export interface Exported<P extends z.ZodType, Q extends z.ZodType, A> {
  /** Of the read. */
  readonly url: string;
  readonly tag: string;
  readonly summary: string;
  readonly policy: PolicyName;
  readonly params: P;
  readonly query: Q;
  readonly read: (params: z.output<P>, query: z.output<Q>, request: FastifyRequest) => Promise<A>;
  readonly tables: Tables<A>;
}

/** `/api/v1/exercises` is exported at `/api/v1/exports/exercises`. */
export const exportUrl = (url: string): string => url.replace('/api/v1/', '/api/v1/exports/');

interface Asked<A> {
  readonly chosen: readonly [Table<A>, ...Table<A>[]];
  readonly format: 'xlsx' | 'csv';
  readonly language: Language;
  /** The first answer; its pages begin with it. */
  readonly first: A;
  readonly pages: () => AsyncGenerator<A>;
}

/** Pages of a read, the first one already read: what refuses it is answered before a byte is sent. */
const pagesOf = async <P extends z.ZodType, Q extends z.ZodType, A>(
  { read, tables: { first, next } }: Exported<P, Q, A>,
  params: z.output<P>,
  given: z.output<Q>,
  request: FastifyRequest,
): Promise<Pick<Asked<A>, 'first' | 'pages'>> => {
  const ask = (page: object): Promise<A> => {
    const query = Object.assign({}, given, page); // a page is named by fields of the query
    return within(read(params, query, request), 'store-unavailable');
  };
  const answer = await ask(first ?? {});
  const pages = async function* () {
    let page = answer;
    for (;;) {
      yield page;
      const following = next?.(page) ?? null;
      if (following === null) return;
      page = await ask({ ...first, ...following });
    }
  };
  return { first: answer, pages };
};

async function* csvOf<A>({ chosen, language, first, pages }: Asked<A>): AsyncGenerator<string> {
  const [only] = chosen;
  yield CSV_MARK + csvLine(only.columns(first).map(({ title }) => title[language]));
  for await (const answer of pages()) {
    let lines = '';
    for (const row of only.rows(answer, language)) lines += csvLine(row);
    yield lines;
  }
}

/** Throws `export-too-long`. */
const workbookOf = async <A>({ chosen, language, first, pages }: Asked<A>): Promise<Buffer> => {
  const sheets = chosen.map((each) => ({ each, rows: [] as (readonly OutCell[])[] }));
  let count = 0;
  for await (const answer of pages())
    for (const { each, rows } of sheets)
      for (const row of each.rows(answer, language)) {
        rows.push(row);
        count += 1;
        if (count > MOST_XLSX_ROWS) throw new Problem('export-too-long', { most: MOST_XLSX_ROWS });
      }
  return xlsxOf(sheets.map(({ each, rows }) => sheetOf(each, first, rows, language)));
};

const chosenOf = <A>(all: Tables<A>['tables'], key: string | undefined): Asked<A>['chosen'] => {
  if (key === undefined) return all;
  const found = all.find((each) => each.key === key);
  if (!found) throw new Problem('invalid-query', { count: 1, paths: 'query.table' });
  return [found];
};

const answer = async <A>(reply: FastifyReply, asked: Asked<A>, name: string): Promise<FastifyReply> => {
  const { format } = asked;
  reply
    .header('content-disposition', disposition('attachment', `${name}.${format}`))
    .header('cache-control', 'no-store')
    .type(format === 'csv' ? 'text/csv; charset=utf-8' : FILE_KINDS.xlsx.type);
  return reply.send(format === 'csv' ? Readable.from(csvOf(asked)) : await workbookOf(asked));
};

const withHow = (query: z.ZodType): z.ZodType => (query instanceof z.ZodObject ? query.extend(How.shape) : How);

/** Adds the export of a read. */
export const addExport = <P extends z.ZodType, Q extends z.ZodType, A>(
  app: FastifyInstance,
  exported: Exported<P, Q, A>,
): void => {
  const { url, tag, summary, policy, params, query, tables } = exported;
  const inputs = new WeakMap<FastifyRequest, readonly [z.output<P>, z.output<Q>, z.output<typeof How>]>();
  app.get(
    exportUrl(url),
    {
      config: { policy },
      preValidation: async (request) => {
        const { format, language, table, ...rest } = request.query as Record<string, unknown>; // parsed here
        const how = Object.fromEntries(
          Object.entries({ format, language, table }).filter(([, value]) => value !== undefined),
        );
        inputs.set(request, [
          parse(params, request.params, 'path'),
          parse(query, rest, 'query'),
          parse(How, how, 'query'),
        ]);
      },
      schema: {
        ...{ tags: [tag], security: [{ session: [] }] },
        summary: `${summary} – as XLSX or CSV`,
        ...(url.includes(':') ? { params } : {}),
        querystring: withHow(query),
        response: { 200: TABLE_ANSWER, ...problems(400, 401, 403, 404, 422, 503) },
      },
    },
    async (request, reply) => {
      const input = inputs.get(request);
      if (!input) throw new Error('the request was not parsed');
      const [path, given, { format, language, table: key }] = input;
      const chosen = chosenOf(tables.tables, key);
      const asked = await pagesOf(exported, path, given, request);
      const tongue = language ?? languageOf(request.headers['accept-language']);
      const id = Object.values(path as object).find((value) => typeof value === 'string'); // ids of the address
      return answer(reply, { chosen, format, language: tongue, ...asked }, id ? `${tables.name}-${id}` : tables.name);
    },
  );
};
