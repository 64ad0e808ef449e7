/** The one way a query becomes a route: parsed input, a deadline, version header, and its page in `/openapi.json`. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { PolicyName } from '../domain/access/index.ts';
import { compressed } from './compressed.ts';
import { ProblemBody } from './contract/index.ts';
import { PATIENCE_MS } from './deps.ts';
import { PROBLEM_TYPE } from './errors.ts';
import { parse } from './parse.ts';
import { Problem, type ProblemCode } from './problems/index.ts';

/** A response as the document shows it. */
export const shown = (description: string, schema: z.ZodType, type = 'application/json') => ({
  description,
  content: { [type]: { schema } },
});
const PROBLEM = PROBLEM_TYPE.split(';')[0] ?? PROBLEM_TYPE;
const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'The request is malformed',
  401: 'Sign-in needed',
  403: 'Seen, but not his to do',
  404: 'No such thing, or not visible',
  405: 'Method not allowed',
  409: 'A rule refuses it',
  412: 'The file has changed since `expectedVersion`',
  413: 'Body larger than 256 KB',
  415: 'Only application/json',
  422: 'The content is invalid',
  429: 'Too many; try again later, or with fewer at once',
  500: 'A fault of the program or of the data',
  503: 'Store or engine not available now; repeating is safe',
};
export const problems = (...statuses: readonly number[]) =>
  Object.fromEntries(statuses.map((status) => [status, shown(DESCRIPTIONS[status] ?? '', ProblemBody, PROBLEM)]));

/** The work's own result, or the problem once the caller has waited long enough. */
export const within = async <T>(work: Promise<T>, code: ProblemCode, ms = PATIENCE_MS): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Problem(code)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

export interface Read<P extends z.ZodType, Q extends z.ZodType, A extends z.ZodType> {
  readonly url: string;
  readonly tag: string;
  readonly summary: string;
  readonly params: P;
  readonly query: Q;
  readonly answer: A;
  readonly policy: PolicyName;
  readonly read: (params: z.output<P>, query: z.output<Q>, request: FastifyRequest) => Promise<z.output<A>>;
  /** The answer as JSON, where a query does it faster than `JSON.stringify`. */
  readonly write?: (answer: z.output<A>) => Buffer;
}

/** Adds `GET url`. An answer with a `version` carries it as `ETag` too. */
export const addRead = <P extends z.ZodType, Q extends z.ZodType, A extends z.ZodType>(
  app: FastifyInstance,
  { url, tag, summary, params, query, answer, policy, read, write }: Read<P, Q, A>,
): void => {
  const inputs = new WeakMap<FastifyRequest, readonly [z.output<P>, z.output<Q>]>();
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
