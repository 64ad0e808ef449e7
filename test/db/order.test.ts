import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { connect } from '../../db/connect.ts';
import { createEventStore } from '../../db/event-store.ts';
import { unplacedContent } from '../../db/ledger-hash.ts';
import { verifyLedger } from '../../db/verify.ts';
import { anAppend, stream, useDatabase } from './fixtures.ts';

const it = useDatabase();
const WRITERS = 8;
const EACH = 60;

const session = async (): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: it.url });
  await client.connect();
  return client;
};

describe('a reader that remembers the last position it saw', () => {
  test('misses an event of a plain bigserial log when the older number commits second', async () => {
    await it.sudo('CREATE TABLE naive (position bigserial PRIMARY KEY, note text)');
    const [slow, quick] = [await session(), await session()];
    await slow.query('BEGIN');
    await slow.query("INSERT INTO naive (note) VALUES ('slow')");
    await quick.query("INSERT INTO naive (note) VALUES ('quick')");
    const first = await quick.query('SELECT position::int, note FROM naive WHERE position > 0 ORDER BY position');
    await slow.query('COMMIT');
    const second = await quick.query('SELECT position::int, note FROM naive WHERE position > $1 ORDER BY position', [
      first.rows[0].position,
    ]);
    await Promise.all([slow.end(), quick.end()]);
    expect([...first.rows, ...second.rows].map((row) => row.note)).toEqual(['quick']);
  });

  test('misses none of ours in the same interleaving: the second writer waits for the first', async () => {
    const slow = await session();
    await slow.query('BEGIN');
    const content = unplacedContent({
      version: 1,
      id: 'slow/1',
      type: 'TaskNoted',
      schema_version: 1,
      data: '{}',
      stream_id: 'exercise/slow',
      actor: 'nv-01',
      post: 'member',
      body: 'tam-ky.POL',
      command_id: 'slow',
      occurred_at: '2027-01-18T01:00:00.000Z',
    });
    await slow.query(
      `SELECT * FROM append_events('exercise/slow', 'exercise', 0, 'slow', repeat('00', 32), '2027-01-18T01:00:00Z', 'nv-01', 'member',
        'tam-ky.POL', '{}', '{"kind":"accepted"}', ARRAY[ARRAY['TaskNoted', '1', '{}', $1]], '{}')`,
      [content],
    );
    const quick = it.store.append(anAppend({ stream: stream('quick') }));
    const during = await it.store.readAll({ afterPosition: 0, limit: 10 });
    await slow.query('COMMIT');
    await slow.end();
    await quick;
    expect(during).toEqual([]);
    expect((await it.store.readAll({ afterPosition: 0, limit: 10 })).map((event) => event.stream)).toEqual([
      'exercise/slow',
      'exercise/quick',
    ]);
  });

  test('sees one event of a command that many processes sent at once', async () => {
    const append = anAppend({ stream: stream('once') });
    const dbs = Array.from({ length: WRITERS }, () => connect({ url: it.url, max: 1 }));
    const results = await Promise.all(dbs.map((db) => createEventStore(db).append(append)));
    await Promise.all(dbs.map((db) => db.destroy()));
    expect(results.map((result) => result.kind).toSorted()).toEqual([
      'appended',
      ...Array(WRITERS - 1).fill('duplicate'),
    ]);
    expect(await it.store.read(append.stream)).toHaveLength(1);
  });

  test(`sees every event of ${WRITERS} writers once, in order, without gaps`, async () => {
    const { position: start } = await it.store.head();
    const write = async (writer: number): Promise<void> => {
      const db = connect({ url: it.url, max: 2 });
      const store = createEventStore(db);
      let own = 0;
      for (let i = 0; i < EACH; i++) {
        await store.append(anAppend({ stream: stream(`own-${writer}`), expectedVersion: own++ }));
        // all writers also quarrel over one stream; the losers burn no number
        const { length } = await store.read(stream('shared'));
        await store.append(anAppend({ stream: stream('shared'), expectedVersion: length }));
      }
      await db.destroy();
    };
    let writing = true;
    const writers = Promise.all(Array.from({ length: WRITERS }, (_, n) => write(n))).finally(() => {
      writing = false;
    });
    const seen: number[] = [];
    for (let last = false; !last; ) {
      last = !writing;
      const page = await it.store.readAll({ afterPosition: seen.at(-1) ?? start, limit: 50 });
      seen.push(...page.map((event) => event.position));
      if (page.length > 0) last = false;
    }
    await writers;
    const { position: end } = await it.store.head();
    expect(seen).toEqual(Array.from({ length: end - start }, (_, n) => start + n + 1));
    expect(seen.length).toBeGreaterThan(WRITERS * EACH);
    expect(await verifyLedger(it.db)).toMatchObject({ ok: true, events: end });
  });
});
