/** The season of Tam Kỳ 2022 through HTTP, Temporal and PostgreSQL, beside its rehearsal in memory. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../api/app.ts';
import { PATHS } from '../../api/routes/index.ts';
import { createRealEngine, type Deliver, throughTemporal } from '../../bin/lib/real-engine.ts';
import { toFact } from '../../db/stored-event.ts';
import { verifyLedger } from '../../db/verify.ts';
import type { DomainEvent } from '../../domain/decider.ts';
import type { RejectionCode } from '../../domain/labels/rejections.ts';
import { isSystem } from '../../domain/people.ts';
import { entityOf, kindOf } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';
import { parsePlan } from '../../rehearsal/plan.ts';
import { type RecordedSeason, recordSeason, replaySeason } from '../../rehearsal/season.ts';
import { commandStatus, sendCommand } from '../../workflows/send.ts';
import { type Engine, eventually, startEngine } from '../support/engine.ts';
import { headerActors } from '../support/header-actors.ts';

const EXERCISES = ['an-son-2022', 'an-son-2023', 'phuoc-hoa-2022', 'tam-ky-2022', 'tan-thanh-2022'];

/** A client's UUID made of the rehearsal's own id, so that a repeated command is the same command. */
const uuidOf = (id: string): string => {
  const hex = createHash('sha256').update(id).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

let engine: Engine;
let app: FastifyInstance;
let url: string;
let now = '2022-01-01T00:00:00.000Z' as Instant;
let season: RecordedSeason;

/** People send over HTTP as themselves; the clock's own commands go straight to Temporal. */
const overHttp: Deliver = async (envelope) => {
  if (isSystem(envelope.by)) return throughTemporal(engine.client)(envelope);
  now = envelope.at;
  const { person, body, post } = envelope.by;
  const response = await fetch(
    `${url}/api/v1/${PATHS[kindOf(envelope.stream)]}/${entityOf(envelope.stream)}/commands`,
    {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-actor': `${person}@${body}${post === 'head' ? ':head' : ''}`,
        'x-csrf-token': 'test',
      },
      body: JSON.stringify({ commandId: envelope.commandId, ...envelope.command }),
    },
  );
  const answer = (await response.json()) as Answered; // checked by what follows
  if (response.status === 409) return { kind: 'rejected', rejection: rejectionOf(answer), version: answer.version };
  if (response.status !== 200)
    throw new Error(`${envelope.command.type}: ${response.status} ${JSON.stringify(answer)}`);
  return { kind: 'accepted', version: answer.version };
};

interface Answered {
  readonly version: number;
  readonly code?: RejectionCode;
}
const rejectionOf = ({ code = 'gate-blocked' }: Answered) => ({ kind: 'rule', code, params: {} }) as const;

const get = async (path: string): Promise<Record<string, unknown>> => {
  const response = await fetch(`${url}${path}`, { headers: { 'x-actor': 'ld-01@tam-ky.VIEW' } });
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>; // read field by field
};

beforeAll(async () => {
  engine = await startEngine();
  engine.clock.set({ held: true });
  app = await buildApp({
    db: engine.db,
    store: engine.store,
    send: (envelope) => sendCommand(engine.client, envelope, { timeoutMs: 9_000 }),
    status: (stream, id) => commandStatus(engine.client, stream, id, { timeoutMs: 1_000 }),
    clock: () => now,
    identify: headerActors,
    readiness: async () => ({ ok: true, parts: [] }),
    version: 'test',
  });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
  const plan = parsePlan(
    JSON.parse(await readFile(new URL('../../examples/tam-ky-2022.json', import.meta.url), 'utf8')),
  );
  season = await recordSeason(plan);
}, 60_000);

afterAll(async () => {
  await app.close();
  await engine.close();
});

describe('the season of Tam Kỳ 2022', () => {
  test('goes from directive to archive over HTTP, and its events are those of the rehearsal, one by one', async () => {
    const real = createRealEngine({ db: engine.db, store: engine.store }, overHttp);
    await replaySeason(season.steps, {
      ...real,
      send: (envelope) => real.send({ ...envelope, commandId: idOf(envelope) }),
    });
    const streams = [...new Set(season.engine.facts.map((each) => each.stream))].sort();
    for (const stream of streams) {
      const rehearsed = season.engine.facts.filter((each) => each.stream === stream).map((each) => each.fact);
      const lived = (await engine.store.read(stream)).map((event) => toFact<DomainEvent>(event));
      expect(lived.map((fact) => fact.type)).toEqual(rehearsed.map((fact) => fact.type));
      for (const [index, fact] of lived.entries()) expect(fact).toEqual(JSON.parse(JSON.stringify(rehearsed[index])));
    }
  }, 240_000);

  test('ends with every file closed, the review finished and the drill counted', async () => {
    const { exercises } = await get('/api/v1/exercises');
    expect((exercises as { id: string; phase: string }[]).map(({ id, phase }) => [id, phase])).toEqual(
      EXERCISES.map((id) => [id, 'closed']),
    );
    const city = await get('/api/v1/exercises/tam-ky-2022');
    expect((city.gates as { state: string }[]).map((gate) => gate.state)).toEqual(Array(10).fill('passed'));
    const drill = JSON.stringify(await get('/api/v1/drills/tam-ky-2022'));
    expect(drill).toContain('99.17');
  });

  test('shows any past day as it stood', async () => {
    const march = await get('/api/v1/exercises/tam-ky-2022?asOf=2022-03-14');
    expect((march.gates as { state: string }[]).filter((gate) => gate.state === 'passed')).toHaveLength(1);
    expect(march.resolution).toMatchObject({ date: '2022-03-14' });
  });

  test('leaves an intact ledger, and no workflow of a closed file running', async () => {
    expect(await verifyLedger(engine.db)).toMatchObject({ ok: true, events: season.engine.facts.length });
    await eventually(async () => {
      for await (const workflow of engine.client.workflow.list({ query: `ExecutionStatus = 'Running'` }))
        if (workflow.workflowId.startsWith('exercise/')) return null;
      return true;
    });
  }, 30_000);
});

/** The id under which the store will know a command. */
function idOf({ commandId, by }: Parameters<Deliver>[0]): string {
  return isSystem(by) ? commandId : uuidOf(commandId);
}
