import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type LedgerReport, verifyLedger } from '../../db/verify.ts';
import { anAppend, stream, useDatabase } from './fixtures.ts';

const it = useDatabase();
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const CASES = 240;
const UNGUARDED = "SET session_replication_role = 'replica'";
let head = { position: 0, hash: '' };

const tamper = (...statements: string[]) => it.sudo(UNGUARDED, ...statements);
const verify = (expectHead?: typeof head): Promise<LedgerReport> =>
  verifyLedger(it.db, { chunk: 16, ...(expectHead ? { expectHead } : {}) });
const restore = (table: string): string[] => [
  `DELETE FROM ${table}`,
  `INSERT INTO ${table} SELECT * FROM kept.${table}`,
];
const TABLES = ['events', 'commands', 'streams', 'ledger_head'];

beforeAll(async () => {
  for (let n = 0; n < 40; n++) {
    const name = stream(`s-${n % 4}`);
    const expectedVersion = (await it.store.read(name)).length;
    await it.store.append(
      anAppend({ stream: name, expectedVersion, notes: Array.from({ length: 1 + (n % 3) }, (_, i) => `${n}/${i}`) }),
    );
  }
  head = await it.store.head();
  await it.sudo('CREATE SCHEMA kept', ...TABLES.map((table) => `CREATE TABLE kept.${table} AS TABLE ${table}`));
});
afterEach(() => tamper(...TABLES.flatMap(restore)));

const CHANGES: Readonly<Record<string, string>> = {
  position: 'position + 100000',
  stream_id: "stream_id || 'x'",
  version: 'version + 1000',
  id: "id || '0'",
  type: "type || 'x'",
  schema_version: 'schema_version + 1',
  data: "(data::text || ' ')::json",
  actor: "actor || 'x'",
  post: "post || 'x'",
  body: "body || 'x'",
  command_id: "command_id || 'x'",
  occurred_at: "occurred_at + interval '1 ms'",
  recorded_at: "recorded_at + interval '1 ms'",
  prev_hash: "sha256('x')",
  hash: "sha256('x')",
};

describe('the verifier', () => {
  test('finds an untouched ledger whole, also against the head noted outside', async () => {
    expect(await verify(head)).toEqual({ ok: true, events: head.position, head });
  });

  test('knows a change for every column of the events', async () => {
    const columns = await it.sudo(
      `SELECT column_name FROM information_schema.columns WHERE table_name = 'events' AND table_schema = 'public'`,
    );
    expect(columns.map((row) => row.column_name).sort()).toEqual(Object.keys(CHANGES).sort());
  });

  for (const [column, change] of Object.entries(CHANGES)) {
    test(`names the event whose ${column} was changed`, async () => {
      await tamper(`UPDATE events SET ${column} = ${change} WHERE position = 23`);
      expect(await verify()).toMatchObject({ ok: false, firstBad: { position: 23 } });
    });
  }

  test('names the head when only the head was changed', async () => {
    await tamper(`UPDATE ledger_head SET hash = sha256('x')`);
    expect(await verify()).toMatchObject({ firstBad: { position: head.position } });
  });

  test('sees a tail cut off with every trace of it only by the head noted outside', async () => {
    await tamper(
      'DELETE FROM commands WHERE id IN (SELECT command_id FROM events WHERE position > 40)',
      'DELETE FROM events WHERE command_id NOT IN (SELECT id FROM commands)',
      'UPDATE ledger_head SET (position, hash) = (SELECT position, hash FROM events ORDER BY position DESC LIMIT 1)',
      'UPDATE streams SET version = coalesce((SELECT max(version) FROM events WHERE stream_id = streams.id), 0)',
    );
    const short = await verify();
    expect(short.ok).toBe(true);
    expect(await verify(head)).toMatchObject({ ok: false, firstBad: { position: short.events + 1 } });
  });

  test('notices a command that was deleted, a stream put back, a command from nowhere', async () => {
    await tamper('DELETE FROM commands WHERE id = (SELECT command_id FROM events WHERE position = 9)');
    expect(await verify()).toMatchObject({
      firstBad: { position: expect.any(Number), reason: expect.stringContaining('command') },
    });
    await tamper(...TABLES.flatMap(restore), `UPDATE streams SET version = version - 1 WHERE id = 'exercise/s-2'`);
    expect(await verify()).toMatchObject({ firstBad: { streamId: 'exercise/s-2' } });
    await tamper(
      ...TABLES.flatMap(restore),
      `INSERT INTO commands VALUES ('ghost', 'exercise/s-9', 3, sha256('x'), '{}')`,
    );
    expect(await verify()).toMatchObject({ firstBad: { reason: expect.stringContaining('ghost') } });
  });

  test(`names the first bad position of ${CASES} random tampers`, async () => {
    console.info(`tamper SEED=${SEED}`);
    const random = randomFrom(SEED);
    for (let n = 0; n < CASES; n++) {
      const [what, position, statements] = randomTamper(random);
      await tamper(...restore('events'), ...statements);
      const { ok, firstBad } = await verify(head);
      expect({ n, what, ok, position: firstBad?.position }).toEqual({ n, what, ok: false, position });
    }
  }, 30_000);
});

/** mulberry32: numbers 1 … max, the same for the same seed. */
function randomFrom(seed: number): (max: number) => number {
  let state = seed;
  return (max) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return 1 + (((t ^ (t >>> 14)) >>> 0) % max);
  };
}

/** What is done, the position that must be named, and how. */
function randomTamper(random: (max: number) => number): [string, number, string[]] {
  const end = head.position;
  const p = random(end);
  const columns = Object.keys(CHANGES);
  switch (random(5)) {
    case 1: {
      const column = columns[random(columns.length) - 1] ?? 'data';
      return [`edit ${column} at ${p}`, p, [`UPDATE events SET ${column} = ${CHANGES[column]} WHERE position = ${p}`]];
    }
    case 2:
      return [`delete ${p}`, p, [`DELETE FROM events WHERE position = ${p}`]];
    case 3: {
      const q = (p % end) + 1;
      const move = (from: number, to: number) => `UPDATE events SET position = ${to} WHERE position = ${from}`;
      return [`swap ${p} and ${q}`, Math.min(p, q), [move(p, -1), move(q, p), move(-1, q)]];
    }
    case 4: {
      const columnsOfCopy = columns.map(
        (column) => ({ position: `${p}`, id: `id || 'x'`, version: 'version + 500' })[column] ?? column,
      );
      return [
        `insert at ${p}`,
        p,
        [
          `UPDATE events SET position = -position - 1 WHERE position >= ${p}`,
          'UPDATE events SET position = -position WHERE position < 0',
          `INSERT INTO events (${columns.join(', ')}) SELECT ${columnsOfCopy.join(', ')} FROM events WHERE position = ${p + 1}`,
        ],
      ];
    }
    default:
      return [`cut after ${p - 1}`, p, [`DELETE FROM events WHERE position >= ${p}`]];
  }
}
