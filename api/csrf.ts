/**
 * Writes come from our own pages only. Cookies are sent by the browser for whoever asks, so a write must show that its
 * sender can read what we answer: the token of the session, which `GET /api/v1/me` gives to our pages alone.
 */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problems/index.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

const equal = (given: string, expected: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
};

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

/**
 * True unless the browser says that another site asks. What has no Origin and no Sec-Fetch-Site is no browser's request
 * for a page of others. A proxy that ends TLS may change Host, so the public address counts too.
 */
export const isOwnOrigin = ({ headers }: Pick<FastifyRequest, 'headers'>, publicUrl?: string): boolean => {
  const origin = one(headers.origin);
  if (origin === undefined) return ['same-origin', 'none', undefined].includes(one(headers['sec-fetch-site']));
  if (!URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  if (publicUrl !== undefined) {
    const own = new URL(publicUrl);
    if (origin === own.origin) return true;
    if (own.protocol === 'https:' && protocol !== 'https:') return false;
  }
  if (!/^https?:$/.test(protocol) || !URL.canParse(`${protocol}//${headers.host}`)) return false;
  return host === new URL(`${protocol}//${headers.host}`).host; // a usual port may stand there or not
};

/** Throws `csrf`. Stands after `addSignedIn`, which finds the session. */
export const addCsrf = (app: FastifyInstance, publicUrl?: string): void => {
  app.addHook('onRequest', async (request) => {
    if (READS.has(request.method)) return;
    if (!isOwnOrigin(request, publicUrl)) throw new Problem('csrf');
    if (!request.signedIn) return;
    if (!equal(one(request.headers['x-csrf-token']) ?? '', request.signedIn.csrf)) throw new Problem('csrf');
  });
};
