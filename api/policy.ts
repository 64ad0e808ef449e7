/**
 * The one door: every route names its policy (`domain/access`), and nobody comes to a handler past it. A file that somebody
 * does not see is answered as one that does not exist; what he sees but may not do, by a refusal that says who may.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  type FilePolicy,
  isFilePolicy,
  isHidden,
  isViewer,
  mayReadEvent,
  PLAIN_POLICIES,
  type PolicyName,
  type Reach,
  type Reached,
  reachTo,
} from '../domain/access/index.ts';
import type { BodyId } from '../domain/people.ts';
import { EntityId, type StreamId, streamId } from '../domain/streams.ts';
import type { ApiDeps } from './deps.ts';
import type { MayRead } from './live/sessions.ts';
import { parse } from './parse.ts';
import { Problem } from './problems/index.ts';
import { FILE_KINDS, type FileKind, filesOf, reachForAll, type Seer, seerOf } from './queries/access.ts';
import { within } from './route.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** How far the policy of the route lets go into the file of the address; `none` where the address names none. */
    reach: Reach;
    /** Who asks, with the organisation of the day; null on routes that need no duty. */
    seer: Seer | null;
    /** Why `not-found` is answered, for the audit trail. */
    hiddenBy: { readonly policy: PolicyName; readonly known: boolean } | null;
  }
  interface FastifyContextConfig {
    /** Every route under `/api/` names its policy; a route that does not stops the start. */
    policy?: PolicyName;
    /** The command that founds a file: only this type comes through where there is no file yet. */
    founds?: string;
  }
}

/** What a handler knows of who asks: how far he may look, and as whom. */
export interface Asker extends Seer {
  readonly reach: Reach;
}

/** Throws `sign-in-needed` on routes that need no duty. */
export const askerOf = (request: FastifyRequest): Asker => {
  if (!request.seer) throw new Problem('sign-in-needed');
  return { ...request.seer, reach: request.reach };
};

/** The body whose own rows are asked for; null when everything may be shown. */
export const onlyFor = ({ reach, subject }: Asker): readonly BodyId[] | null =>
  reach === 'whole' ? null : subject.bodies;

/** Answers as if there were nothing, and notes why. */
export const hide = (request: FastifyRequest, policy: PolicyName, known: boolean): Problem => {
  request.hiddenBy = { policy, known };
  return new Problem('not-found');
};

const kindOfPolicy = (policy: FilePolicy): FileKind => {
  const kind = FILE_KINDS.find((each) => policy.startsWith(`${each}.`));
  return kind ?? 'exercise'; // its evidence files
};

const OneId = z.object({ id: EntityId });

const founding = (request: FastifyRequest): boolean => {
  const { founds } = request.routeOptions.config;
  const { body } = request;
  return founds !== undefined && typeof body === 'object' && body !== null && 'type' in body && body.type === founds;
};

const fileOf = async (deps: ApiDeps, request: FastifyRequest, policy: FilePolicy): Promise<Reached | null> => {
  const { id } = parse(OneId, request.params, 'path');
  const stream = streamId(kindOfPolicy(policy), id);
  return (await filesOf(deps, [stream])).get(stream) ?? null;
};

const enter = (request: FastifyRequest, seer: Seer, policy: FilePolicy, file: Reached | null): Reach => {
  if (!file) {
    if (founding(request) && !isViewer(seer.subject.actor)) return 'none';
    throw hide(request, policy, false);
  }
  const { reach, seen } = reachTo(policy, seer.subject, file, seer.org, seer.day);
  if (seen === 'none' || (reach === 'none' && isHidden(policy))) throw hide(request, policy, true);
  if (reach === 'none') throw new Problem(isViewer(seer.subject.actor) ? 'viewers-send-nothing' : 'not-permitted');
  return reach;
};

/** Stands after `addSignedIn`; files are looked up when the body is known to be sound, before any handler. */
export const addPolicy = (app: FastifyInstance, deps: ApiDeps): void => {
  app.decorateRequest('reach', 'none');
  app.decorateRequest('seer', null);
  app.decorateRequest('hiddenBy', null);
  app.addHook('preHandler', async (request) => {
    const { policy } = request.routeOptions.config;
    if (!policy || !request.actor || !(isFilePolicy(policy) || ['duty', 'orders'].includes(PLAIN_POLICIES[policy])))
      return;
    const named = isFilePolicy(policy) ? policy : null;
    const looked = Promise.all([seerOf(deps, request.actor), named && fileOf(deps, request, named)]);
    const [seer, file] = await within(looked, 'store-unavailable');
    request.seer = seer;
    if (named) request.reach = enter(request, seer, named, file);
  });
};

/** For the live stream: which of these may be told, by what holds at this moment; people of one duty are decided once. */
export const mayReadNow =
  (deps: Pick<ApiDeps, 'db' | 'store' | 'clock'>): MayRead =>
  async (streams) => {
    const reach = await reachForAll(deps, streams);
    const decided = new Map<string, ReadonlySet<StreamId>>();
    return ({ actor }) => {
      if (!actor) return new Set();
      const duty = `${actor.body} ${actor.post}`;
      const known =
        decided.get(duty) ??
        new Set([...reach(actor)].flatMap(([stream, each]): StreamId[] => (mayReadEvent(each) ? [stream] : [])));
      decided.set(duty, known);
      return known;
    };
  };
