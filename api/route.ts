/** The one way a query becomes a route: parsed input, a deadline, version header, and its page in `/openapi.json`. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { PolicyName } from '../domain/access/index.ts';
import { problems, shown, within } from './answering.ts';
import { compressed } from './compressed.ts';
import { addExport } from './exports/route.ts';
import type { Tables } from './exports/table.ts';
import { parse } from './parse.ts';

export { problems, shown, within } from './answering.ts';

export interface Read<P extends z.ZodType, Q extends z.ZodType, A extends z.ZodType> {
  readonly url: string;
  readonly tag: string;
  readonly summary: string;
  readonly params: P;
  readonly query: Q;
  readonly answer: A;
  readonly policy: PolicyName;
  readonly read: (params: z.output<P>, query: z.output<Q>, request: FastifyRequest) => Promise<z.output<A>>;
  /** Its tables, which are then exported at an address of their own under the same policy. */
  readonly tables?: Tables<z.output<A>>;
  /** The answer as JSON, where a query does it faster than `JSON.stringify`. */
  readonly write?: (answer: z.output<A>) => Buffer;
}

/** Adds `GET url`. An answer with a `version` carries it as `ETag` too. */
export const addRead = <P extends z.ZodType, Q extends z.ZodType, A extends z.ZodType>(
  app: FastifyInstance,
  { url, tag, summary, params, query, answer, policy, read, tables, write }: Read<P, Q, A>,
): void => {
  const inputs = new WeakMap<FastifyRequest, readonly [z.output<P>, z.output<Q>]>();
  if (tables) addExport(app, { url, tag, summary, policy, params, query, read, tables });
  app.get(
    url,
    {
      config: { policy },
      onSend: compressed,
      // an address that does not fit is refused before it is asked whose file it is
      preValidation: async (request) => {
        inputs.set(request, [parse(params, request.params, 'path'), parse(query, request.query, 'query')]);
      },
      schema: {
        tags: [tag],
        summary,
        security: [{ session: [] }],
        ...(url.includes(':') ? { params } : {}),
        querystring: query,
        response: { 200: shown(summary, answer), ...problems(400, 401, 403, 404, 422, 503) },
      },
    },
    async (request, reply) => {
      const input = inputs.get(request);
      if (!input) throw new Error('the request was not parsed');
      const body = await within(read(...input, request), 'store-unavailable');
      if (typeof body === 'object' && body !== null && 'version' in body) reply.header('etag', `"${body.version}"`);
      return reply
        .header('cache-control', 'no-store')
        .type('application/json; charset=utf-8')
        .send(write ? write(body) : body);
    },
  );
};
