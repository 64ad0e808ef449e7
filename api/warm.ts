/** What the first look at a board would wait for is read in the background once the service listens. */
import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from './deps.ts';
import { warmOutlines } from './queries/board/outlines.ts';

export const addWarmUp = (app: FastifyInstance, deps: Pick<ApiDeps, 'db'>): void => {
  const closing = new AbortController();
  let warming: Promise<void> | null = null;
  app.addHook('onListen', async () => {
    warming = warmOutlines(deps, closing.signal).catch((error: unknown) => {
      app.log.warn({ err: error }, 'boards were not read ahead');
    });
  });
  app.addHook('onClose', async () => {
    closing.abort();
    await warming;
  });
};
