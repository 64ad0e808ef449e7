/** Named rosters through HTTP and real Temporal: a name reaches neither the engine nor its histories. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { eraseExpired } from '../../activities/retention.ts';
import { buildApp } from '../../api/app.ts';
import { newSealKey, parseSealKey } from '../../db/sealed/seal.ts';
import { SYSTEM } from '../../domain/people.ts';
import type { Instant } from '../../domain/time.ts';
import { sendCommand } from '../../workflows/send.ts';
import { tracesOf } from '../db/sealed/support.ts';
import { at } from '../support/domain.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { headerActors } from '../support/header-actors.ts';
import { draft, NOW, SA } from '../support/season.ts';

const MARK = 'Phạmthịđánhdấu';
const DRILL = 'drill/named';
const actor = `${SA.person}@${SA.body}`;

let engine: Engine;
let app: FastifyInstance;
const clock: { now: Instant } = { now: NOW };

beforeAll(async () => {
  engine = await startEngine();
  app = await buildApp({
    ...{ db: engine.db, store: engine.store, identify: headerActors, version: 'test', clock: () => clock.now },
    send: (envelope) => sendCommand(engine.client, envelope, { timeoutMs: 9_000 }),
    status: async () => ({ kind: 'unknown' }),
    readiness: async () => ({ ok: true, parts: [] }),
    sealed: parseSealKey(newSealKey()),
  });
  await engine.send('exercise/named', SA, NOW, draft());
  await engine.send(DRILL, SA, NOW, { type: 'PrepareDrill', exercise: 'named', orgUnit: SA.body.split('.')[0] });
});
afterAll(async () => {
  await app.close();
  await engine.close();
});

const post = (path: string, body: object) =>
  app.inject({
    method: 'POST',
    url: `/api/v1/drills/named/roster${path}`,
    headers: { 'x-actor': actor, 'x-csrf-token': 'test', 'content-type': 'application/json' },
    payload: JSON.stringify({ commandId: randomUUID(), ...body }),
  });
const read = async (): Promise<string[]> => {
  const answer = await app.inject({
    url: '/api/v1/drills/named/roster?purpose=rollCall',
    headers: { 'x-actor': actor },
  });
  return answer.json().persons.map(({ row }: { row: { fullName: string } }) => row.fullName);
};
const types = async (): Promise<string[]> => (await engine.events(DRILL)).map(({ type }) => type);
const row = (order: string) => ({ kind: 'reservist', order, fullName: `${MARK} ${order}` });

/** The whole history of the drill's workflow, payloads as the text they hold. */
const history = async (): Promise<string> => {
  const json = JSON.stringify(await engine.client.workflow.getHandle(DRILL).fetchHistory());
  return json.replace(/"data":"([^"]*)"/g, (_, base64: string) => Buffer.from(base64, 'base64').toString('utf8'));
};

test('an import is in the history of drill and workflow by its number, and nowhere by a name', async () => {
  const answer = await post('', { rows: [row('QN-1'), row('QN-2')] });
  expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining('"version":2')]);
  expect(await read()).toEqual([`${MARK} QN-1`, `${MARK} QN-2`]);
  const told = await history();
  expect(told).toContain('NoteRoster');
  for (const trace of tracesOf(MARK)) expect(told).not.toContain(trace);
});

test('names of a drill that has closed are still read, erased by request, and at the end of their time by the clock', async () => {
  await engine.send(DRILL, SYSTEM, NOW, { type: 'OpenDrill', exercise: 'named', orgUnit: SA.body.split('.')[0] });
  expect(await engine.send(DRILL, SA, NOW, { type: 'CloseDrill' })).toMatchObject({ kind: 'accepted' });
  expect((await post('/erase', { orders: ['QN-1'], reason: 'subjectRequest' })).statusCode).toBe(200);
  expect(await read()).toEqual([`${MARK} QN-2`]);
  const sweep = (day: string) =>
    eraseExpired({
      db: engine.db,
      send: (envelope) => sendCommand(engine.client, envelope, { timeoutMs: 9_000 }),
      now: () => at(day),
    });
  const closing = (await engine.events(DRILL)).find(({ type }) => type === 'DrillClosed')?.at.slice(0, 4);
  expect(await sweep(`${closing}-12-31`)).toBe(0);
  expect(await sweep(`${Number(closing) + 2}-01-01`)).toBe(1);
  expect(await read()).toEqual([]);
  expect((await types()).slice(-3)).toEqual(['DrillClosed', 'NamesErased', 'NamesErased']);
});
