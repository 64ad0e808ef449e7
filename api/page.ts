/** The page of the browser: files built ahead, and one document for every address that is not a file and not the API's. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** No inline script; Mantine sets styles on elements; evidence is shown from this server only. */
export const PAGE_POLICY = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'font-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'frame-src': ["'self'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
  'frame-ancestors': ["'none'"],
  'form-action': ["'self'"],
} as const;

const NOT_PAGES = /^\/(api|docs|assets|metrics|healthz|readyz|openapi\.json)(\/|$)/;

/** A browser that asks for a screen: GET, wants HTML, and the address is neither the API's nor a file's. */
export const wantsPage = ({ method, url, headers }: FastifyRequest): boolean => {
  const path = url.split('?')[0] ?? '';
  return (
    (method === 'GET' || method === 'HEAD') &&
    /text\/html/.test(headers.accept ?? '') &&
    !NOT_PAGES.test(path) &&
    !/\.[a-z0-9]+$/i.test(path)
  );
};

const YEAR_S = 31_536_000;
const ASSETS = '/assets/';

/**
 * Serves the page built into `root` (`npm run build`); does nothing when it is not built. Files under `/assets/` carry the
 * hash of their content and never change; everything else is asked for anew.
 */
export const addPage = async (app: FastifyInstance, root: string): Promise<void> => {
  const document = join(root, 'index.html');
  if (!existsSync(document)) return;
  const html = readFileSync(document, 'utf8');
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes(ASSETS) ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
    },
  });
  const send = (_: FastifyRequest, reply: FastifyReply) =>
    reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html);
  app.get('/', { schema: { hide: true } }, send);
  app.decorate('sendPage', send);
};

declare module 'fastify' {
  interface FastifyInstance {
    /** Set once the page is served. */
    sendPage?: (request: FastifyRequest, reply: FastifyReply) => FastifyReply;
  }
}
