/**
 * `GET /api/v1/live`: what is recorded, told at once (server-sent events). A plain stream of Node rather than a plug-in:
 * a message is made once for all listeners, what waits for a slow reader is counted to the byte, and the answer passes
 * through the same hooks (headers, refusals, access) as every other.
 */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { LiveBeat, LiveBye, LiveChange, LiveHello, LiveResync } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { parse } from '../parse.ts';
import { mayReadNow } from '../policy.ts';
import { Problem } from '../problems/index.ts';
import { problems, shown, within } from '../route.ts';
import { requireSignedIn } from '../signed-in.ts';
import { createHub, LIVE } from './hub.ts';

export const LIVE_URL = '/api/v1/live';

declare module 'fastify' {
  interface FastifyInstance {
    /** How many live streams are open in this process. */
    liveStreams(): number;
  }
}

const Position = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const Query = z.strictObject({
  after: Position.optional().meta({
    description: 'The last position already known, on the first connect; `Last-Event-ID` counts before it',
    example: '1204',
  }),
});

export const addLive = (app: FastifyInstance, deps: ApiDeps): void => {
  const { mayRead = mayReadNow(deps), ...settings } = deps.live ?? {};
  const { db, clock, identify } = deps;
  const hub = createHub({ db, clock, identify, mayRead, log: app.log }, { ...LIVE, ...settings });
  app.decorate('liveStreams', hub.listeners);
  app.addHook('preClose', async () => hub.close());
  app.get(
    LIVE_URL,
    {
      config: { policy: 'live' },
      exposeHeadRoute: false,
      schema: {
        tags: ['live'],
        summary: 'What is recorded, told at once: server-sent events `hello`, `change`, `beat`, `resync`, `bye`',
        security: [{ session: [] }],
        querystring: Query,
        headers: z.object({ 'last-event-id': Position.optional() }),
        response: {
          200: shown(
            'One JSON object a message; `id:` is the position to come back with',
            z.union([LiveHello, LiveChange, LiveBeat, LiveResync, LiveBye]),
            'text/event-stream',
          ),
          ...problems(400, 401, 403, 429, 503),
        },
      },
    },
    async (request, reply) => {
      const query = parse(Query, request.query, 'query');
      const last = Position.optional().safeParse(request.headers['last-event-id']);
      if (!last.success) throw new Problem('bad-request');
      const joining = hub.join({
        asked: { headers: request.headers, ip: request.ip, passive: true },
        signedIn: requireSignedIn(request),
        after: last.data ?? query.after ?? null,
        below: () => reply.raw.writableLength,
      });
      const stream = await within(joining, 'store-unavailable').catch((error: unknown) => {
        void joining.then((late) => late.destroy()).catch(() => {}); // nobody would read it
        throw error;
      });
      return reply
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .type('text/event-stream; charset=utf-8')
        .send(stream);
    },
  );
};
