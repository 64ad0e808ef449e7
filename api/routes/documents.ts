/** Papers drawn up from events: what can be made, and each as DOCX or PDF; the register of numbers. */
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  Busy,
  buildPaper,
  createRenderer,
  FORMATS,
  onFile,
  type PaperDocument,
  Refused,
  type Renderer,
} from '../../documents/index.ts';
import { DocumentKind, DocumentOf, kindRule } from '../../domain/register/index.ts';
import { EntityId } from '../../domain/streams.ts';
import { disposition } from '../../files/index.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { NoQuery, numberParam, parse } from '../parse.ts';
import { askerOf } from '../policy.ts';
import { Problem } from '../problems/index.ts';
import { documentList, givenNumber, issuedBy, sourcesAt } from '../queries/documents.ts';
import { numberRegister } from '../queries/number-register.ts';
import { addRead, problems, shown, within } from '../route.ts';

const OneId = z.object({ id: EntityId });
const Params = OneId.extend({ kind: DocumentKind, format: z.enum(FORMATS) });
const Query = z.strictObject({
  version: numberParam(1, 999_999_999)
    .optional()
    .meta({ description: 'Of the file that it rests on; left out: as numbered, else the newest' }),
  of: DocumentOf.optional(),
  inline: z.literal('1').optional().meta({ description: 'To show in place: PDF only' }),
});
type Asked = z.output<typeof Params> & z.output<typeof Query>;

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

/** The paper as data. A numbered one is the version that was numbered; any other version of it is a draft. */
const paperFor = async (
  deps: ApiDeps,
  { id, kind, of: which, version }: Asked,
): Promise<readonly [PaperDocument, number]> => {
  const of = which ?? null;
  const { source } = kindRule(kind);
  const newest = await sourcesAt(deps, id, source, version ?? null);
  const given = newest && (await givenNumber(deps, newest.sources, kind, of));
  const wanted = version ?? given?.paper?.atVersion ?? null;
  const at =
    newest && wanted !== null && wanted !== newest.version ? await sourcesAt(deps, id, source, wanted) : newest;
  if (!at) throw new Problem('document-missing');
  const issued = given?.paper?.atVersion === at.version ? issuedBy(given) : null;
  const paper = buildPaper(at.sources, kind, of, issued ?? onFile(at.sources, kind, of));
  if (paper === 'unknown') throw new Problem('not-found');
  if (paper === 'secret') throw new Problem('document-secret');
  if (typeof paper === 'string') throw new Problem('document-missing');
  return [paper, at.version];
};

const bytesOf = async (renderer: Renderer, paper: PaperDocument, format: Asked['format']): Promise<Buffer> => {
  try {
    return await within(renderer.render(paper, format), 'papers-busy');
  } catch (error) {
    if (error instanceof Busy) throw new Problem('papers-busy', {}, {}, { 'retry-after': '5' });
    if (error instanceof Refused) throw new Problem('document-too-long', { ...error.params });
    throw error;
  }
};

/** Same version, number and classification: same paper, same bytes. */
const tagOf = (paper: PaperDocument, version: number, format: string): string =>
  `"${version}-${format}-${createHash('sha256').update(JSON.stringify(paper)).digest('hex').slice(0, 24)}"`;

const send = async (
  deps: ApiDeps,
  renderer: Renderer,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const asked = { ...parse(Params, request.params, 'path'), ...parse(Query, request.query, 'query') };
  const { kind, format, inline, id, of } = asked;
  const [paper, version] = await within(paperFor(deps, asked), 'store-unavailable');
  const tag = tagOf(paper, version, format);
  reply.header('etag', tag).header('cache-control', 'private, no-cache').header('x-content-type-options', 'nosniff');
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  const bytes = await bytesOf(renderer, paper, format);
  const shownInPlace = inline === '1' && format === 'pdf';
  const name = `${kind}${of ? `-${of}` : ''}-${id}-v${version}.${format}`;
  return reply
    .type(TYPES[format])
    .header('content-disposition', disposition(shownInPlace ? 'inline' : 'attachment', name))
    .header(
      'content-security-policy',
      `default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors ${shownInPlace ? "'self'" : "'none'"}`,
    )
    .send(bytes);
};

const addDownload = (app: FastifyInstance, deps: ApiDeps, renderer: Renderer): void => {
  app.get(
    '/api/v1/exercises/:id/documents/:kind.:format',
    {
      config: { policy: 'documents.read' },
      exposeHeadRoute: false,
      preValidation: async (request) => {
        parse(Params, request.params, 'path');
        parse(Query, request.query, 'query');
      },
      schema: {
        tags: ['documents'],
        summary: 'A paper drawn up from events, as of a version: the same version gives the same bytes',
        security: [{ session: [] }],
        params: Params,
        querystring: Query,
        response: {
          200: {
            description: 'The paper; a draft is marked as one',
            content: Object.fromEntries(
              Object.values(TYPES).map((type) => [type, { schema: z.string().meta({ format: 'binary' }) }]),
            ),
          },
          304: shown('`If-None-Match` names it', z.null()),
          ...problems(400, 401, 403, 404, 409, 413, 503),
        },
      },
    },
    (request, reply) => send(deps, renderer, request, reply),
  );
};

export const addDocuments = (app: FastifyInstance, deps: ApiDeps): void => {
  const renderer = createRenderer();
  app.addHook('onClose', () => renderer.close());
  addRead(app, {
    url: '/api/v1/exercises/:id/documents',
    policy: 'documents.read',
    tag: 'documents',
    summary: 'Papers that can be drawn up from the events of an exercise, with the numbers that they bear',
    params: OneId,
    query: NoQuery,
    answer: contract.DocumentList,
    read: ({ id }) => documentList(deps, id),
  });
  addDownload(app, deps, renderer);
  addRead(app, {
    url: '/api/v1/registers/:id',
    policy: 'register.read',
    tag: 'registers',
    summary: 'The register of one office for one year: every number given or imported, and the next of each series',
    params: OneId,
    query: NoQuery,
    answer: contract.NumberRegister,
    read: ({ id }, _, request) => numberRegister(deps, id, askerOf(request), request),
  });
};
