/**
 * The event store beside what PostgreSQL itself gives: our append ÷ a bare INSERT of the same bytes into a plain table,
 * raw and ours by turns in one run, medians. The server keeps its promises (fsync and synchronous_commit on).
 * `node bench/store.ts` prints the table.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Actor, BodyId, PersonRef } from '../domain/people.ts';
import type { StreamId } from '../domain/streams.ts';
import type { Instant } from '../domain/time.ts';
import { connect, type Db } from '../db/connect.ts';
import { type Append, createEventStore, type EventStore } from '../db/event-store.ts';
import { contentHashOf } from '../db/canonical.ts';
import { cloneDatabase, startTestPostgres } from '../test/support/postgres.ts';

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
const DATA = { task: 'T-07', evidence: { kind: 'document', number: '12/KH-BCH', holder: 'tam-ky.MPC', note: 'x'.repeat(120) } };
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
    position, 'exercise/bench', position, `${command}/1`, 'TaskSubmitted', 1, JSON.stringify(DATA),
    BY.person, BY.post, BY.body, command, AT, AT, DIGEST, DIGEST,
  ];
};
const bareInsert = (rows: number): string => {
  const row = (r: number): string => `(${Array.from({ length: COLUMNS }, (_, c) => `$${r * COLUMNS + c + 1}`).join(',')})`;
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

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Ours and raw by turns; the first turn of each only warms up. */
async function beside(name: string, target: number | null, turns: number, ours: () => Promise<number>, bare: () => Promise<number>): Promise<BenchRow> {
  const values: number[] = [];
  const raws: number[] = [];
  for (let turn = 0; turn <= turns; turn++) {
    const raw = await bare();
    const value = await ours();
    if (turn > 0) raws.push(raw);
    if (turn > 0) values.push(value);
  }
  return { name, value: median(values), raw: median(raws), ratio: median(values) / median(raws), target };
}

interface Bench {
  readonly store: EventStore;
  readonly db: Db;
  readonly pool: pg.Pool;
}

function appends({ store, pool }: Bench, turns: number): (() => Promise<BenchRow>)[] {
  const versions = new Map<string, number>();
  let next = 0;
  const ours = async (stream: string, count = 1): Promise<void> => {
    const version = versions.get(stream) ?? 0;
    const done = await store.append(append(stream, version, count));
    if (done.kind !== 'appended') throw new Error(`bench append: ${done.kind}`);
    versions.set(stream, done.version);
  };
  const one = bareInsert(1);
  const bare = (): Promise<unknown> => pool.query(one, bareRow(++next));
  const thousand = bareInsert(1000);
  const bareThousand = (): Promise<unknown> => pool.query(thousand, Array.from({ length: 1000 }, () => bareRow(++next)).flat());
  return [
    () => beside('append, one writer', 0.7, turns, () => rate(1, 300, () => ours('exercise/one')), () => rate(1, 300, bare)),
    () => beside('append, ten writers', 0.3, turns, () => rate(10, 100, (w) => ours(`exercise/ten-${w}`)), () => rate(10, 100, bare)),
    () => beside('append of 1,000 events', 0.6, turns, () => rate(1, 5, () => ours('exercise/long', 1000)), () => rate(1, 5, bareThousand)),
  ];
}

/** Rows for the table of `npm run bench`. Takes about half a minute; starts and stops its own server. */
export async function storeBench({ turns = 5 } = {}): Promise<BenchRow[]> {
  const server = await startTestPostgres({ durable: true });
  const { url } = await cloneDatabase(server.url);
  const db = connect({ url });
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  pool.on('error', () => {});
  try {
    await pool.query(BARE);
    const rows: BenchRow[] = [];
    for (const measure of appends({ store: createEventStore(db), db, pool }, turns)) rows.push(await measure());
    return rows;
  } finally {
    await pool.end();
    await db.destroy();
    await server.stop();
  }
}

if (import.meta.main) {
  for (const { name, value, raw, ratio, target } of await storeBench()) {
    console.log(`${name.padEnd(30)} ${value.toFixed(0).padStart(8)}/s  raw ${raw.toFixed(0).padStart(8)}/s  ratio ${ratio.toFixed(2)}  target ${target ?? '–'}`);
  }
}
