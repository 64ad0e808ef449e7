/** One file's history is looked through by itself: each event from its columns, and its link to what was written before it. */
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyStream } from '../../db/verify.ts';
import { anAppend, stream, useDatabase } from './fixtures.ts';

const it = useDatabase();
const [OURS, OTHER] = [stream('s-1'), stream('s-2')];
const tamper = (...statements: string[]) => it.sudo("SET session_replication_role = 'replica'", ...statements);

beforeAll(async () => {
  for (const [n, name] of [OURS, OTHER, OURS, OTHER, OURS].entries())
    await it.store.append(
      anAppend({ stream: name, expectedVersion: (await it.store.read(name)).length, notes: [`${n}`] }),
    );
  await it.sudo('CREATE SCHEMA kept', 'CREATE TABLE kept.events AS TABLE events');
});
afterEach(() => tamper('DELETE FROM events', 'INSERT INTO events SELECT * FROM kept.events'));

describe('the history of one file', () => {
  test('untouched is good up to its last event', async () => {
    const last = (await it.store.head()).hash;
    expect(await verifyStream(it.db, OURS)).toEqual({ ok: true, events: 3, position: 5, version: 3, hash: last });
  });

  test('names the first event whose content is not what was written', async () => {
    await tamper(`UPDATE events SET data = '{"note":"other"}' WHERE position = 3`);
    expect(await verifyStream(it.db, OURS)).toMatchObject({
      ok: false,
      position: 1,
      firstBad: { version: 2, position: 3, fault: 'content' },
    });
    expect((await verifyStream(it.db, OTHER)).ok).toBe(true);
  });

  test('names an event that is gone, also the last one, and one whose neighbour in the ledger was exchanged', async () => {
    await tamper('DELETE FROM events WHERE position = 3');
    expect(await verifyStream(it.db, OURS)).toMatchObject({ firstBad: { version: 2, fault: 'gap' } });
    expect(await verifyStream(it.db, OTHER)).toMatchObject({ firstBad: { version: 2, position: 4, fault: 'link' } });
    await tamper('DELETE FROM events WHERE position = 5');
    await tamper('INSERT INTO events SELECT * FROM kept.events WHERE position = 3');
    expect(await verifyStream(it.db, OURS)).toMatchObject({ events: 2, firstBad: { version: 3, fault: 'cut' } });
  });
});
