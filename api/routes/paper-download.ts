/** The one way a paper leaves as a file: DOCX or PDF, its tag before its bytes, a draft marked as one. */
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Busy, FORMATS, type PaperDocument, Refused, type Renderer } from '../../documents/index.ts';
import type { PolicyName } from '../../domain/access/index.ts';
import { EntityId } from '../../domain/streams.ts';
import { disposition } from '../../files/index.ts';
import { numberParam, parse } from '../parse.ts';
import { Problem } from '../problems/index.ts';
import { problems, shown, within } from '../route.ts';

export const PaperParams = z.object({ id: EntityId, format: z.enum(FORMATS) });
export const PaperQuery = z.strictObject({
  version: numberParam(1, 999_999_999)
    .optional()
    .meta({ description: 'Of the file that it rests on; left out: as numbered, else the newest' }),
  inline: z.literal('1').optional().meta({ description: 'To show in place: PDF only' }),
});

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

/** A paper as it was asked for. */
export interface Drawn {
  readonly paper: PaperDocument;
  readonly version: number;
  /** Of the file, without version and ending. */
  readonly name: string;
}

export interface Download<P extends typeof PaperParams, Q extends typeof PaperQuery> {
  readonly url: string;
  readonly policy: PolicyName;
  readonly summary: string;
  readonly params: P;
  readonly query: Q;
  readonly draw: (asked: z.output<P> & z.output<Q>) => Promise<Drawn>;
}

const bytesOf = async (renderer: Renderer, paper: PaperDocument, format: 'docx' | 'pdf'): Promise<Buffer> => {
  try {
    return await within(renderer.render(paper, format), 'papers-busy');
  } catch (error) {
    if (error instanceof Busy) throw new Problem('papers-busy', {}, {}, { 'retry-after': '5' });
    if (error instanceof Refused) throw new Problem('document-too-long', { ...error.params });
    throw error;
  }
};

/** Same version, number and classification: same paper, same bytes. */
const tagOf = ({ paper, version }: Drawn, format: string): string =>
  `"${version}-${format}-${createHash('sha256').update(JSON.stringify(paper)).digest('hex').slice(0, 24)}"`;

const answer = async (
  renderer: Renderer,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  drawn: Drawn,
  { format, inline }: { readonly format: 'docx' | 'pdf'; readonly inline?: '1' | undefined },
): Promise<FastifyReply> => {
  const tag = tagOf(drawn, format);
  reply.header('etag', tag).header('cache-control', 'private, no-cache').header('x-content-type-options', 'nosniff');
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  const bytes = await bytesOf(renderer, drawn.paper, format);
  const shownInPlace = inline === '1' && format === 'pdf';
  return reply
    .type(TYPES[format])
    .header(
      'content-disposition',
      disposition(shownInPlace ? 'inline' : 'attachment', `${drawn.name}-v${drawn.version}.${format}`),
    )
    .header(
      'content-security-policy',
      `default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors ${shownInPlace ? "'self'" : "'none'"}`,
    )
    .send(bytes);
};

export const addDownload = <P extends typeof PaperParams, Q extends typeof PaperQuery>(
  app: FastifyInstance,
  renderer: Renderer,
  { url, policy, summary, params, query, draw }: Download<P, Q>,
): void => {
  const asked = (request: FastifyRequest) => ({
    ...parse(params, request.params, 'path'),
    ...parse(query, request.query, 'query'),
  });
  app.get(
    url,
    {
      config: { policy },
      exposeHeadRoute: false,
      preValidation: async (request) => void asked(request),
      schema: {
        ...{ tags: ['documents'], security: [{ session: [] }], params, querystring: query, summary },
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
    async (request, reply) => {
      const wanted = asked(request);
      const drawn = await within(draw(wanted), 'store-unavailable');
      return answer(renderer, { request, reply }, drawn, wanted);
    },
  );
};
