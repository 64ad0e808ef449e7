/**
 * Who acts, and what he may read. Until accounts come, the header `X-Actor: <person>@<orgUnit>.<CODE>[:head]` names the
 * actor, only where the composition root allows it and only from this machine. What an actor may do is decided by the
 * domain; what he may read is decided in `mayRead`, the one place for it.
 */
import { BlockList } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Actor, BodyId, PersonRef, SYSTEM, unitOf } from '../domain/people.ts';
import { Problem } from './problems.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null on public routes only. */
    actor: Actor | null;
  }
  interface FastifyContextConfig {
    /** Every route under `/api/` says who may call it; a route that does not stops the start. */
    access?: 'public' | 'actor';
  }
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');
loopback.addSubnet('::ffff:127.0.0.0', 104, 'ipv6');
const isLoopback = (address: string): boolean => loopback.check(address, address.includes(':') ? 'ipv6' : 'ipv4');

/** A page of another site that reaches this machine under its own name (DNS rebinding) is not this machine. */
const isLocalName = (host: string | undefined): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(host ?? '');

/** Throws `actor-malformed` or `actor-reserved`. */
export const parseActor = (header: string): Actor => {
  const [, person, body, head] = /^([^@\s]+)@([^:\s]+)(:head)?$/.exec(header) ?? [];
  const [ref, at] = [PersonRef.safeParse(person), BodyId.safeParse(body)];
  if (!ref.success || !at.success) throw new Problem('actor-malformed');
  const actor: Actor = { person: ref.data, body: at.data, post: head ? 'head' : 'member' };
  if (actor.person === SYSTEM.person || unitOf(actor.body) === unitOf(SYSTEM.body)) throw new Problem('actor-reserved');
  return actor;
};

const actorOf = (request: FastifyRequest, devActors: boolean): Actor => {
  const header = request.headers['x-actor'];
  const trusted = devActors && isLoopback(request.ip) && isLocalName(request.headers.host);
  if (!trusted || typeof header !== 'string') throw new Problem('sign-in-needed');
  return parseActor(header);
};

/** The policy of reading. Any actor reads everything until rights by body come; refuse with `not-found`, never 403. */
const mayRead = (_actor: Actor, _request: FastifyRequest): boolean => true;

export const addActors = (app: FastifyInstance, devActors: boolean): void => {
  app.decorateRequest('actor', null);
  app.addHook('onRoute', ({ url, config }) => {
    if (url.startsWith('/api/') && !config?.access) throw new Error(`${url}: say who may call it (config.access)`);
  });
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.access !== 'actor') return;
    request.actor = actorOf(request, devActors);
    if (!mayRead(request.actor, request)) throw new Problem('not-found');
  });
};
