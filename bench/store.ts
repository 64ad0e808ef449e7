/**
 * The event store beside what PostgreSQL itself gives: our append ÷ a bare INSERT of the same bytes into a plain table,
 * raw and ours by short turns in one run, so that a noisy machine is noisy for both; the ratio is the median of the turns'. The server keeps its promises (fsync and synchronous_commit on).
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { contentHashOf } from '../db/canonical.ts';
import { connect, type Db } from '../db/connect.ts';
import { type Append, createEventStore, type EventStore } from '../db/event-store.ts';
import { migrate } from '../db/migrate.ts';
import { rebuild } from '../db/rebuild.ts';
import { verifyLedger } from '../db/verify.ts';
import type { Actor, BodyId, PersonRef } from '../domain/people.ts';
import type { StreamId } from '../domain/streams.ts';
import type { Instant } from '../domain/time.ts';
import { startPostgres } from '../local/postgres.ts';

export interface BenchRow {
  readonly name: string;
  /** Ours, and PostgreSQL alone; a second. */
  readonly value: number;
  readonly raw: number;
  readonly ratio: number;
  /** The least ratio that is good enough; null where the figure is only for the record. */
  readonly target: number | null;
}

const BY: Actor = { person: 'nv-01' as PersonRef, body: 'tam-ky.POL' as BodyId, post: 'member' }; // well-formed by sight
const AT = '2027-01-18T01:00:00.000Z' as Instant; // same
const DATA = {
  task: 'T-07',
  evidence: { kind: 'document', number: '12/KH-BCH', holder: 'tam-ky.MPC', note: 'x'.repeat(120) },
};
const HASH = contentHashOf(DATA);

const append = (stream: string, expectedVersion: number, count = 1): Append => ({
  stream: stream as StreamId, // made here
  kind: 'exercise',
  expectedVersion,
  command: { id: randomUUID(), contentHash: HASH },
  events: Array.from({ length: count }, () => ({ type: 'TaskSubmitted', data: DATA })),
  at: AT,
  by: BY,
  rows: {},
});

const BARE = `CREATE TABLE bare (position bigint PRIMARY KEY, stream_id text NOT NULL, version int NOT NULL, id text NOT NULL,
  type text NOT NULL, schema_version int NOT NULL, data json NOT NULL, actor text NOT NULL, post text NOT NULL, body text NOT NULL,
  command_id text NOT NULL, occurred_at timestamptz(3) NOT NULL, recorded_at timestamptz(3) NOT NULL, prev_hash bytea NOT NULL,
  hash bytea NOT NULL)`;
const COLUMNS = 15;
const DIGEST = Buffer.alloc(32, 7);
const bareRow = (position: number): unknown[] => {
  const command = randomUUID();
  return [
    position,
    'exercise/bench',
    position,
    `${command}/1`,
    'TaskSubmitted',
    1,
    JSON.stringify(DATA),
    BY.person,
    BY.post,
    BY.body,
    command,
    AT,
    AT,
    DIGEST,
    DIGEST,
  ];
};
const bareInsert = (rows: number): string => {
  const row = (r: number): string =>
    `(${Array.from({ length: COLUMNS }, (_, c) => `$${r * COLUMNS + c + 1}`).join(',')})`;
  return `INSERT INTO bare VALUES ${Array.from({ length: rows }, (_, r) => row(r)).join(',')}`;
};

/** Times one turn: how often a second `work` ended, with `writers` at once, `each` times. */
async function rate(writers: number, each: number, work: (writer: number) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let i = 0; i < each; i++) await work(writer);
    }),
  );
  return (writers * each * 1000) / (performance.now() - start);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Ours and raw by turns, so that a busy machine is busy for both; the first turn of each only warms up. */
async function beside(
  name: string,
  target: number | null,
  turns: number,
  ours: () => Promise<number>,
  bare: () => Promise<number>,
): Promise<BenchRow> {
  const values: number[] = [];
  const raws: number[] = [];
  for (let turn = 0; turn <= turns; turn++) {
    const [raw, value] = [await bare(), await ours()];
    if (turn === 0) continue;
    raws.push(raw);
    values.push(value);
  }
  const ratios = values.map((value, turn) => value / (raws[turn] ?? Number.NaN));
  return { name, value: median(values), raw: median(raws), ratio: median(ratios), target };
}

interface Bench {
  readonly url: string;
  readonly store: EventStore;
  readonly db: Db;
  readonly pool: pg.Pool;
}

async function appends({ store, db, pool }: Bench, turns: number): Promise<BenchRow[]> {
  const versions = new Map<string, number>();
  let next = 0;
  const ours = async (to: EventStore, stream: string, count = 1): Promise<void> => {
    const version = versions.get(stream) ?? 0;
    const done = await to.append(append(stream, version, count));
    if (done.kind !== 'appended') throw new Error(`bench append: ${done.kind}`);
    versions.set(stream, done.version);
  };
  const one = bareInsert(1);
  const thousand = bareInsert(1000);
  const bare = () => pool.query(one, bareRow(++next));
  const bareThousand = () => pool.query(thousand, Array.from({ length: 1000 }, () => bareRow(++next)).flat());
  // a store each, as in ten processes: nothing is gathered
  const apart = Array.from({ length: 10 }, () => createEventStore(db));

  const single = () => rate(1, 40, () => ours(store, 'exercise/one'));
  const ten = () => rate(10, 30, (w) => ours(store, `exercise/ten-${w}`));
  const tenApart = () => rate(10, 30, (w) => ours(apart[w] ?? store, `exercise/apart-${w}`));
  const long = () => rate(1, 3, () => ours(store, 'exercise/long', 1000));
  return [
    await beside('append, one writer', 0.7, 12 * turns, single, () => rate(1, 40, bare)),
    await beside('append, ten writers', 0.3, 2 * turns, ten, () => rate(10, 30, bare)),
    await beside('append, ten processes', null, 2 * turns, tenApart, () => rate(10, 30, bare)),
    await beside('append of 1,000 events', 0.6, turns, long, () => rate(1, 3, bareThousand)),
  ];
}

/** A long history of mobilisation drills, as the product writes it. */
async function seed(store: EventStore, drills: number, each: number): Promise<void> {
  for (let d = 0; d < drills; d++) {
    const stream = `drill/bench-${d}` as StreamId; // made here
    const opened = { type: 'DrillOpened', data: { exercise: `bench-${d}`, orgUnit: 'tam-ky' } };
    const counted = (n: number) => ({
      type: 'CountsRecorded',
      data: {
        unit: `unit-${n % 20}`,
        kind: n % 2 ? 'vehicle' : 'reservist',
        counts: { presentOnTime: n },
        station: null,
        occurredAt: AT,
      },
    });
    const events = [opened, ...Array.from({ length: each - 1 }, (_, n) => counted(n))];
    await store.append({ ...append(stream, 0), stream, kind: 'drill', events });
  }
}

/** Reading everything back: rebuild and verify, each beside one bare SELECT of the same rows. */
async function readings({ store, db, pool, url }: Bench, turns: number): Promise<BenchRow[]> {
  await pool.query('TRUNCATE bare');
  await seed(store, 20, 1000);
  const { position } = await store.head();
  const perSecond = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work();
    return (position * 1000) / (performance.now() - start);
  };
  const select = () => perSecond(() => pool.query('SELECT * FROM events ORDER BY position'));
  return [
    await beside('rebuild, events', null, turns, () => perSecond(() => rebuild(url, { swap: false })), select),
    await beside('verify, events', null, turns, () => perSecond(() => verifyLedger(db)), select),
  ];
}

/** Rows for the table of `npm run bench`. Takes about half a minute; starts and stops its own server. */
export async function storeBench({ turns = 5 } = {}): Promise<BenchRow[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'san-sang-bench-'));
  const { url, stop } = await startPostgres({ dataDir, log: () => {} });
  await migrate(url);
  const db = connect({ url });
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  pool.on('error', () => {});
  try {
    await pool.query(BARE);
    const bench = { store: createEventStore(db), db, pool, url };
    return [...(await appends(bench, turns)), ...(await readings(bench, turns))];
  } finally {
    await pool.end();
    await db.destroy();
    await stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
