/**
 * Named rosters of a drill. Only its standing agency and its military command meet them; for everybody else they do not
 * exist. Each read is recorded before a name is opened. The drill's history is told through the same engine as every
 * command: how many names came or went, never whose.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Erasure, finishErasures, planErasure, withdrawErasure } from '../db/sealed/erasure.ts';
import { accessLog, keepRoster, readRoster, withdrawRoster } from '../db/sealed/roster-store.ts';
import { SealBroken, type SealKey, WrongSealKey } from '../db/sealed/seal.ts';
import { OrderId } from '../domain/drill/codes.ts';
import { type NoteErasure, type NoteRoster, ReadPurpose, rosterKeepers } from '../domain/drill/roster.ts';
import { READ_PURPOSES } from '../domain/labels/events-roster.ts';
import { requireInForce } from '../domain/organisation/authority.ts';
import type { Actor } from '../domain/people.ts';
import { Rejection } from '../domain/rejection.ts';
import { EntityId, streamId } from '../domain/streams.ts';
import { dayOf } from '../domain/time.ts';
import type { Envelope } from '../workflows/contract.ts';
import { audit } from './audit.ts';
import { answer } from './commands.ts';
import {
  CommandDone,
  CommandPending,
  RosterAccess,
  RosterErasure,
  RosterImport,
  RosterShown,
} from './contract/index.ts';
import type { ApiDeps } from './deps.ts';
import { numberParam, parse } from './parse.ts';
import { hide } from './policy.ts';
import { Problem } from './problems/index.ts';
import { drillAt } from './queries/drill-source.ts';
import { organisationNow } from './queries/names.ts';
import { problems, shown, within } from './route.ts';

const Params = z.object({ id: EntityId });
const URL = '/api/v1/drills/:id/roster';
const ACCESS = { config: { policy: 'drill.persons' } } as const;
const DOCUMENTED = { tags: ['drills'], security: [{ session: [] }], params: Params };
const COMMAND_ANSWERS = {
  200: shown('Done; `version` is that of the drill after it', CommandDone),
  202: shown('Accepted, still under way; ask at `Location`', CommandPending),
  ...problems(400, 401, 404, 409, 413, 415, 422, 503),
};

/** Throws `sealing-off` where this installation has no key. */
const keyOf = (deps: ApiDeps): SealKey => {
  if (!deps.sealed) throw new Problem('sealing-off');
  return deps.sealed;
};

/** The drill and the actor, who keeps its roster; for everybody else there is nothing here. */
export const keeperOf = async (deps: ApiDeps, request: FastifyRequest): Promise<{ id: EntityId; by: Actor }> => {
  const { id } = parse(Params, request.params, 'path');
  const by = request.actor;
  if (!by) throw new Problem('sign-in-needed');
  const look = Promise.all([drillAt(deps, id, null), organisationNow(deps)]);
  const [drill, org] = await within(look, 'store-unavailable');
  const at = deps.clock();
  if (!rosterKeepers(drill, org, dayOf(at)).includes(by.body)) throw hide(request, 'drill.persons', true);
  try {
    requireInForce(org, by, at);
  } catch (error) {
    throw error instanceof Rejection ? hide(request, 'drill.persons', true) : error;
  }
  return { id, by };
};

/** Faults of seals, said for people. */
const opening = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await within(work, 'store-unavailable');
  } catch (error) {
    if (error instanceof WrongSealKey) throw new Problem('seal-key-other');
    if (error instanceof SealBroken) throw new Problem('seal-broken', { order: error.order });
    throw error;
  }
};

const plain = (reply: FastifyReply): FastifyReply =>
  reply.type('application/json; charset=utf-8').header('cache-control', 'no-store');

const repeated = (codes: readonly string[]): string[] => codes.filter((code, n) => codes.indexOf(code) !== n);

/** Tells the drill, and answers as every command does; what was prepared is undone when the drill refuses. */
const tell = async (
  deps: ApiDeps,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  { id, by, commandId }: { readonly id: EntityId; readonly by: Actor; readonly commandId: string },
  command: NoteRoster | NoteErasure,
  after: { readonly done: () => Promise<unknown>; readonly refused: () => Promise<unknown> },
): Promise<FastifyReply> => {
  const stream = streamId('drill', id);
  const envelope: Envelope = { stream, commandId, command: { ...command }, at: deps.clock(), by, origin: 'person' };
  const result = await within(deps.send(envelope), 'engine-unavailable');
  if (result.kind === 'accepted') await within(after.done(), 'store-unavailable');
  if (result.kind === 'rejected') await within(after.refused(), 'store-unavailable');
  return answer(deps, result, envelope, request, plain(reply));
};

const addImport = (app: FastifyInstance, deps: ApiDeps): void => {
  app.post(
    URL,
    {
      ...ACCESS,
      schema: {
        ...DOCUMENTED,
        summary: 'Imports names for orders, sealed outside the history',
        querystring: z.strictObject({}),
        body: RosterImport,
        response: COMMAND_ANSWERS,
      },
    },
    async (request, reply) => {
      const { id, by } = await keeperOf(deps, request);
      const key = keyOf(deps);
      parse(z.strictObject({}), request.query, 'query');
      const { commandId, rows, retainUntil } = parse(RosterImport, request.body, 'body');
      const at = deps.clock();
      const twice = repeated(rows.map((row) => row.order));
      if (twice.length > 0) throw new Problem('roster-order-twice', { orders: twice.join(', ') });
      if (retainUntil && retainUntil < dayOf(at))
        throw new Problem('retention-past', { retainUntil, today: dayOf(at) });
      const kept = await opening(keepRoster(deps.db, key, { drill: id, commandId, rows, at, retainUntil }));
      if (kept.kind === 'named') throw new Problem('roster-order-named', { orders: kept.orders.join(', ') });
      const note: NoteRoster = { type: 'NoteRoster', count: kept.count, digest: kept.digest };
      return tell(deps, { request, reply }, { id, by, commandId }, note, {
        done: async () => {},
        refused: () => withdrawRoster(deps.db, commandId),
      });
    },
  );
};

const addErasure = (app: FastifyInstance, deps: ApiDeps): void => {
  const whomOf = ({ all, orders, refs }: z.output<typeof RosterErasure>): Erasure['whom'] => {
    const given = [all && ('all' as const), orders && { orders }, refs && { refs }].filter(
      (each) => each !== undefined,
    );
    const [whom] = given;
    if (!whom || given.length > 1) throw new Problem('erasure-whom');
    return whom;
  };
  app.post(
    `${URL}/erase`,
    {
      ...ACCESS,
      schema: {
        ...DOCUMENTED,
        summary: 'Erases names for good by destroying their keys; works without the installation key too',
        querystring: z.strictObject({}),
        body: RosterErasure,
        response: COMMAND_ANSWERS,
      },
    },
    async (request, reply) => {
      const { id, by } = await keeperOf(deps, request);
      parse(z.strictObject({}), request.query, 'query');
      const body = parse(RosterErasure, request.body, 'body');
      const { commandId, reason } = body;
      const erasure: Erasure = { drill: id, commandId, reason, whom: whomOf(body) };
      const count = await within(planErasure(deps.db, erasure), 'store-unavailable');
      if (count === 0) throw new Problem('roster-nobody');
      return tell(
        deps,
        { request, reply },
        { id, by, commandId },
        { type: 'NoteErasure', count, reason },
        {
          done: () => finishErasures(deps.db),
          refused: () => withdrawErasure(deps.db, commandId),
        },
      );
    },
  );
};

const Orders = z
  .string()
  .transform((codes) => codes.split(','))
  .pipe(z.array(OrderId).min(1).max(100));

const addReading = (app: FastifyInstance, deps: ApiDeps): void => {
  const Query = z.strictObject({
    purpose: ReadPurpose,
    orders: Orders.optional().meta({ description: 'Orders, separated by commas; all when absent' }),
    after: z.uuid().toLowerCase().optional().meta({ description: '`nextAfter` of the page before' }),
    limit: numberParam(1, 500).default(500),
  });
  app.get(
    URL,
    {
      ...ACCESS,
      schema: {
        ...DOCUMENTED,
        summary: 'Names of a drill; the access log then holds who read whose, when and why',
        querystring: Query,
        response: { 200: shown('By order', RosterShown), ...problems(400, 401, 404, 500, 503) },
      },
    },
    async (request, reply) => {
      const { id, by } = await keeperOf(deps, request);
      const key = keyOf(deps);
      const query = parse(Query, request.query, 'query');
      await within(finishErasures(deps.db), 'store-unavailable');
      const { persons, next } = await opening(readRoster(deps.db, key, { ...query, drill: id, by, at: deps.clock() }));
      const details = { purpose: query.purpose, count: persons.length };
      audit(request, { kind: 'persons-read', code: 'roster', object: streamId('drill', id), details });
      return plain(reply).send({ id, persons, nextAfter: next });
    },
  );
};

const addAccessLog = (app: FastifyInstance, deps: ApiDeps): void => {
  const Query = z.strictObject({
    before: numberParam(1, 999_999_999).optional().meta({ description: '`nextBefore` of the page before' }),
    limit: numberParam(1, 200).default(50),
  });
  app.get(
    `${URL}/access`,
    {
      ...ACCESS,
      schema: {
        ...DOCUMENTED,
        summary: 'Who read names of a drill, whose, when and why',
        querystring: Query,
        response: { 200: shown('Latest first', RosterAccess), ...problems(400, 401, 404, 503) },
      },
    },
    async (request, reply) => {
      const { id } = await keeperOf(deps, request);
      const { before, limit } = parse(Query, request.query, 'query');
      const log = await within(accessLog(deps.db, id, limit + 1, before), 'store-unavailable');
      const reads = log.slice(0, limit).map(({ id: number, ...read }) => ({
        ...{ number, ...read, count: read.refs.length },
        purposeLabel: READ_PURPOSES[ReadPurpose.parse(read.purpose)],
      }));
      const nextBefore = log.length > limit ? (reads.at(-1)?.number ?? null) : null;
      return plain(reply).send({ id, reads, nextBefore });
    },
  );
};

export const addRosters = (app: FastifyInstance, deps: ApiDeps): void => {
  addImport(app, deps);
  addErasure(app, deps);
  addReading(app, deps);
  addAccessLog(app, deps);
};
