/** The one way a write of this part becomes a route. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { PolicyName } from '../../domain/access/index.ts';
import { parse } from '../parse.ts';
import { problems, shown, within } from '../route.ts';

export const DONE = { done: true } as const;

interface Post<B extends z.ZodType, A extends z.ZodType> {
  readonly url: string;
  readonly tag: string;
  readonly summary: string;
  readonly policy: PolicyName;
  readonly body: B;
  readonly answer: A;
  /** Milliseconds; where another server is asked. */
  readonly patienceMs?: number;
  readonly act: (body: z.output<B>, request: FastifyRequest) => Promise<z.output<A>>;
}

export const addPost = <B extends z.ZodType, A extends z.ZodType>(
  app: FastifyInstance,
  { url, tag, summary, policy, body, answer, act, patienceMs }: Post<B, A>,
): void => {
  app.post(
    url,
    {
      config: { policy },
      schema: {
        tags: [tag],
        summary,
        security: [{ session: [] }],
        body,
        response: { 200: shown(summary, answer), ...problems(400, 401, 403, 404, 409, 413, 415, 422, 503) },
      },
    },
    async (request, reply) => {
      const done = await within(act(parse(body, request.body, 'body'), request), 'store-unavailable', patienceMs);
      return reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(done);
    },
  );
};
