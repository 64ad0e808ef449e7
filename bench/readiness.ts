/**
 * Readiness of a whole season through HTTP: a city with 30 communes, in the middle of a preparation in which nobody has
 * done anything, so that every verdict has reasons. Beside it one bare SELECT of the same documents.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createClock } from '../activities/clock.ts';
import { createCommit } from '../activities/commit.ts';
import { createContexts } from '../activities/contexts.ts';
import { createStates } from '../activities/states.ts';
import { buildApp } from '../api/app.ts';
import { connect } from '../db/connect.ts';
import { createEventStore } from '../db/event-store.ts';
import { migrate } from '../db/migrate.ts';
import { ExerciseCommand } from '../domain/exercise/index.ts';
import { Actor, SYSTEM } from '../domain/people.ts';
import { StreamId } from '../domain/streams.ts';
import { atHour, localDate } from '../domain/time.ts';
import { startPostgres } from '../local/index.ts';
import type { Envelope } from '../workflows/contract.ts';
import { headersOf, identify } from './actor.ts';

const COMMUNES = 30;
const PLANNED = atHour(localDate('2026-10-05'), 9);
const SA = Actor.parse({ person: 'bench', body: 'tam-ky.SA', post: 'head' });
const TODAY = atHour(localDate('2027-03-15'), 9);

type Commit = ReturnType<typeof createCommit>;

/** Sends a command and everything that follows from it. */
const carry = async (commit: Commit, envelope: Envelope): Promise<void> => {
  const { result, followUps } = await commit(envelope);
  if (result.kind === 'rejected' && envelope.origin === 'person') throw new Error(`bench: ${result.rejection.code}`);
  for (const { stream, commandId, command, at } of followUps)
    await carry(commit, { stream, commandId, command, at, by: SYSTEM, origin: 'policy' });
};

const seed = async (commit: Commit): Promise<void> => {
  const units = Array.from({ length: COMMUNES }, (_, n) => `xa-${n + 1}`);
  const send = async (unit: string, body: string, command: Envelope['command']): Promise<void> => {
    const by = Actor.parse({ person: 'bench', body: `${unit}.${body}`, post: 'head' });
    const stream = StreamId.parse(`exercise/${unit}-2027`);
    const parsed = { ...ExerciseCommand.parse(command) };
    await carry(commit, { stream, commandId: randomUUID(), command: parsed, at: PLANNED, by, origin: 'person' });
  };
  const draft = { type: 'DraftExercise', theme: 'Diễn tập' };
  await send('tam-ky', 'SA', { ...draft, exerciseType: 'defenceAreaExercise', orgUnit: 'tam-ky' });
  await send('tam-ky', 'SA', { type: 'PlanExercise', startDate: '2027-04-20', endDate: '2027-04-22' });
  for (const orgUnit of units) {
    const commune = { exerciseType: 'communeCombatExercise', orgUnit, superiorUnit: 'tam-ky', parentId: 'tam-ky-2027' };
    await send(orgUnit, 'CMC', { ...draft, ...commune });
    await send(orgUnit, 'CMC', { type: 'PlanExercise', startDate: '2027-04-13', endDate: '2027-04-14' });
  }
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** Milliseconds, medians. */
export interface ReadinessBench {
  readonly exercises: number;
  readonly tasks: number;
  /** Everything at hand but asked for anew: the usual case. */
  readonly warm: number;
  /** One exercise has changed since. */
  readonly changed: number;
  /** The first request of a process: nothing at hand, as after a start. */
  readonly cold: number;
  /** One bare SELECT of the same documents. */
  readonly raw: number;
  /** Trend of 30 working days: the first one, and once one exercise has changed. */
  readonly trend: { readonly cold: number; readonly changed: number };
  /** The board in cells with a row for every commune of the country. */
  readonly board: { readonly rows: number; readonly warm: number; readonly changed: number; readonly cold: number };
}

/** Communes and wards of Vietnam since 1 July 2025. */
const EVERY_COMMUNE = 3_321;

/** The same commune over and over, under other names, in the read tables only. */
const CROWD = (wanted: number): string => `
  WITH model AS (SELECT id FROM read.exercise WHERE parent_id IS NOT NULL ORDER BY id LIMIT 1),
    names AS (SELECT 'xa-b' || n AS unit, 'xa-b' || n || '-2027' AS id FROM generate_series(1, ${wanted}) n),
    files AS (
      INSERT INTO read.exercise
      SELECT (json_populate_record(e, json_build_object('id', names.id, 'org_unit', names.unit))).*
      FROM read.exercise e, names WHERE e.id = (SELECT id FROM model) RETURNING 1
    ),
    parts AS (
      INSERT INTO read.exercise_part
      SELECT names.id, p.name, p.doc FROM read.exercise_part p, names WHERE p.exercise_id = (SELECT id FROM model) RETURNING 1
    )
  INSERT INTO read.task
  SELECT names.id, t.code, t.owner, t.state, t.due, t.first_due, t.gate, t.doc
  FROM read.task t, names WHERE t.exercise_id = (SELECT id FROM model)`;

/** Starts and stops its own server; a few seconds. */
export async function readinessBench({ turns = 60, warmUp = 10 } = {}): Promise<ReadinessBench> {
  const dataDir = await mkdtemp(join(tmpdir(), 'san-sang-bench-'));
  const postgres = await startPostgres({ dataDir, log: () => {} });
  await migrate(postgres.url);
  const pool = new pg.Pool({ connectionString: postgres.url, max: 1 });
  pool.on('error', () => {});
  const stops: (() => Promise<unknown>)[] = [() => pool.end()];
  const open = async () => {
    const db = connect({ url: postgres.url });
    const store = createEventStore(db);
    const states = createStates(store);
    const clock = createClock();
    const commit = createCommit({ store, states, contexts: createContexts(states, store.ongoing), clock });
    const app = await buildApp({
      ...{ db, store, identify, version: 'bench', clock: () => TODAY },
      send: async (envelope) => (await commit(envelope)).result,
      status: async () => ({ kind: 'unknown' }),
      readiness: async () => ({ ok: true, parts: [] }),
    });
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    const read = async (path: string): Promise<object> => {
      const response = await fetch(`${url}/api/v1/${path}`, { headers: headersOf(SA) });
      if (response.status !== 200) throw new Error(`bench: ${response.status}`);
      return (await response.json()) as object;
    };
    const ask = async () => (await read('readiness')) as { exercises: readonly unknown[] }; // as in the contract
    const board = async () => (await read('readiness/cells')) as { rows: readonly unknown[] }; // as in the contract
    const trend = () => read('readiness/trend?days=30');
    const close = async () => {
      await app.close();
      await db.destroy();
    };
    return { commit, ask, board, trend, close };
  };
  try {
    const usual = await open();
    stops.unshift(usual.close);
    await seed(usual.commit);
    const bare = () => pool.query('SELECT doc::text FROM read.exercise UNION ALL SELECT doc::text FROM read.task');
    const change = (n: number): Promise<void> =>
      carry(usual.commit, {
        ...{ stream: StreamId.parse('exercise/tam-ky-2027'), commandId: randomUUID(), at: TODAY, origin: 'person' },
        command: { type: 'AssignTask', task: 'C17', owner: n % 2 ? 'tam-ky.POL' : 'tam-ky.FIN' },
        by: SA,
      });
    const times = { warm: [] as number[], changed: [] as number[], raw: [] as number[] };
    for (let turn = 0; turn < warmUp + turns; turn++) {
      const raw = await timed(bare);
      const warm = await timed(usual.ask);
      await change(turn);
      const changed = await timed(usual.ask);
      if (turn < warmUp) continue;
      times.raw.push(raw);
      times.warm.push(warm);
      times.changed.push(changed);
    }
    const colds: number[] = [];
    for (let turn = 0; turn < 10; turn++) {
      const fresh = await open();
      colds.push(await timed(fresh.ask));
      await fresh.close();
    }
    const { rows } = await pool.query<{ n: string }>('SELECT count(*) AS n FROM read.task');
    const exercises = (await usual.ask()).exercises.length;
    const trendCold = await timed(usual.trend);
    const trendChanged: number[] = [];
    for (let turn = 0; turn < 20; turn++) {
      await change(turn);
      trendChanged.push(await timed(usual.trend));
    }
    await pool.query(CROWD(EVERY_COMMUNE - exercises));
    const boardCold = await timed(usual.board);
    const [boardWarm, boardChanged]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < 10; turn++) {
      boardWarm.push(await timed(usual.board));
      await change(turn);
      boardChanged.push(await timed(usual.board));
    }
    return {
      exercises,
      trend: { cold: trendCold, changed: median(trendChanged) },
      board: {
        rows: (await usual.board()).rows.length,
        ...{ cold: boardCold, warm: median(boardWarm), changed: median(boardChanged) },
      },
      tasks: Number(rows[0]?.n),
      warm: median(times.warm),
      changed: median(times.changed),
      cold: median(colds),
      raw: median(times.raw),
    };
  } finally {
    for (const stop of stops) await stop();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
