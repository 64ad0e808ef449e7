/** The API over a real database, with a committer in this process instead of Temporal: fast, and the same rules. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { createClock } from '../../activities/clock.ts';
import { createCommit } from '../../activities/commit.ts';
import { createContexts } from '../../activities/contexts.ts';
import { createStates } from '../../activities/states.ts';
import { type ApiDeps, buildApp } from '../../api/app.ts';
import { connect, type Db } from '../../db/connect.ts';
import { noticeRows } from '../../db/delivery/rows.ts';
import { createEventStore, type EventStore, toRecord } from '../../db/event-store.ts';
import { projectRows } from '../../db/projections/index.ts';
import { CALENDAR } from '../../domain/calendar/index.ts';
import { type Folded, fold } from '../../domain/decider.ts';
import { SYSTEM } from '../../domain/people.ts';
import { deciderOf } from '../../domain/registry.ts';
import { kindOf, type StreamId } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';
import { createVirtualEngine, type Recorded } from '../../rehearsal/engine.ts';
import { parsePlan, withBehaviours } from '../../rehearsal/plan.ts';
import { playSeason } from '../../rehearsal/season.ts';
import type { CommandResult, Envelope } from '../../workflows/contract.ts';
import { type Answer, answerOf } from '../support/answer.ts';
import { headerActors } from '../support/header-actors.ts';
import { cloneDatabase } from '../support/postgres.ts';

export interface Api {
  readonly app: FastifyInstance;
  readonly db: Db;
  readonly store: EventStore;
  /** As superuser. */
  readonly databaseUrl: string;
  /** Business time; tests set it. */
  clock: { now: Instant };
  readonly commit: (envelope: Envelope) => Promise<CommandResult>;
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  post(url: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Sends a command of the kind in the address under a new id. */
  command(path: string, actor: string, command: object): Promise<Answer>;
  events(): Promise<number>;
  close(): Promise<void>;
}

export const VIEWER = 'ld-01@tam-ky.VIEW';
export const NOW = '2022-05-31T01:30:00.000Z' as Instant;

/** Commands of one process with every follow-up carried, as the workflows do. */
export const createCommitter = (store: EventStore) => {
  const states = createStates(store);
  const contexts = createContexts(states, store.ongoing);
  const commit = createCommit({ store, states, contexts, clock: createClock() });
  const run = async (envelope: Envelope): Promise<CommandResult> => {
    const { result, followUps } = await commit(envelope);
    for (const { stream, commandId, command, at } of followUps)
      await run({ stream, commandId, command, at, by: SYSTEM, origin: 'policy' });
    return result;
  };
  return run;
};

export const startApi = async (change: Partial<ApiDeps> = {}): Promise<Api> => {
  const database = await cloneDatabase();
  const db = connect({ url: database.url, connectTimeout: 2_000 });
  const store = createEventStore(db);
  const commit = createCommitter(store);
  const clock = { now: NOW };
  const app = await buildApp({
    db,
    store,
    send: commit,
    status: async () => ({ kind: 'unknown' }),
    clock: () => clock.now,
    identify: headerActors,
    readiness: async () => ({ ok: true, parts: [{ name: 'postgres', ok: true, detail: 'answers' }] }),
    version: '0.0.0-test',
    ...change,
  });
  const ask = async (
    method: 'GET' | 'POST',
    url: string,
    headers: Record<string, string>,
    payload?: string | Buffer,
  ) => {
    const given = { 'x-actor': VIEWER, 'x-csrf-token': 'test', ...headers };
    return answerOf(await app.inject({ method, url, headers: given, ...(payload === undefined ? {} : { payload }) }));
  };
  const json = { 'content-type': 'application/json' };
  const post: Api['post'] = (url, body, headers = {}) =>
    ask(
      'POST',
      url,
      { ...json, ...headers },
      typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
    );
  return {
    app,
    db,
    store,
    databaseUrl: database.url,
    clock,
    commit,
    get: (url, headers = {}) => ask('GET', url, headers),
    post,
    command: (path, actor, command) =>
      post(`/api/v1/${path}/commands`, { commandId: randomUUID(), ...command }, { 'x-actor': actor }),
    events: async () => (await store.head()).position,
    close: async () => {
      await app.close();
      await db.destroy();
      await database.drop();
    },
  };
};

/** Facts of one command, in order. */
const byCommand = (facts: readonly Recorded[]): Recorded[][] =>
  facts.reduce<Recorded[][]>((groups, each) => {
    const last = groups.at(-1);
    if (last?.[0]?.commandId === each.commandId && last[0].stream === each.stream) last.push(each);
    else groups.push([each]);
    return groups;
  }, []);

/** Plays the shipped season (Tam Kỳ and three communes) and stores its facts: mid-preparation, to its end, or as planned until an instant. */
export const loadSeason = async (
  api: Pick<Api, 'store' | 'clock'>,
  whole: boolean | Instant = false,
): Promise<void> => {
  const file = new URL('../../examples/tam-ky-2022.json', import.meta.url);
  const plan = parsePlan(JSON.parse(await readFile(file, 'utf8')));
  const engine = createVirtualEngine({ calendar: CALENDAR });
  const sample = withBehaviours(plan, plan.sample?.behaviours ?? {});
  const until = whole === true ? null : whole || NOW;
  await playSeason(whole ? plan : sample, engine, until ? { until } : {});
  const states = new Map<StreamId, Folded>();
  for (const group of byCommand(engine.facts)) {
    const [first] = group;
    if (!first) continue;
    const { stream, commandId, fact } = first;
    const kind = kindOf(stream);
    const facts = group.map((each) => each.fact);
    const before = states.get(stream) ?? deciderOf(kind).initial;
    const after = fold(deciderOf(kind), facts, before);
    states.set(stream, after);
    await api.store.append({
      stream,
      kind,
      expectedVersion: before.version,
      command: { id: commandId, contentHash: '00'.repeat(32) },
      events: facts.map(toRecord),
      at: fact.at,
      by: fact.by,
      rows: projectRows(kind, before, after, facts, stream),
      notices: noticeRows(stream, facts, after, []),
    });
  }
  api.clock.now = typeof whole === 'string' ? whole : (engine.facts.at(-1)?.fact.at ?? NOW);
};
