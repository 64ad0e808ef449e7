import { createServer, type Server, Socket } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { connect, isUnavailable } from '../../db/connect.ts';
import { createEventStore, StoreUnavailable } from '../../db/event-store.ts';
import { verifyLedger } from '../../db/verify.ts';
import { admin } from '../support/postgres.ts';
import { anAppend, stream, useDatabase } from './fixtures.ts';

const it = useDatabase();

/** Between client and server: lets everything through, but cuts the link at an answer that `cut` picks. */
async function proxy(cut: (answer: Buffer) => boolean): Promise<{ url: string; server: Server }> {
  const target = new URL(it.url);
  const server = createServer((client) => {
    const upstream = new Socket().connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) socket.on('error', () => {});
    client.pipe(upstream);
    upstream.on('data', (answer) => (cut(answer) ? client.destroy() : client.write(answer)));
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address !== 'object') throw new Error('no address');
  return { url: Object.assign(new URL(it.url), { port: String(address.port) }).href, server };
}

describe('a COMMIT whose outcome nobody heard', () => {
  test('is sent again with the same command id and leaves one event', async () => {
    let cuts = 0;
    const { url, server } = await proxy((answer) => answer.includes('appended') && cuts++ === 0);
    const db = connect({ url, max: 1 });
    const result = await createEventStore(db).append(anAppend({ stream: stream('unheard') }));
    await db.destroy();
    server.close();
    expect(cuts).toBe(1);
    expect(result).toEqual({ kind: 'duplicate', sameContent: true, version: 1, outcome: { kind: 'accepted' } });
    expect(await it.store.read(stream('unheard'))).toHaveLength(1);
  });

  test('by killed backends loses and doubles nothing of 120 appends', async () => {
    const db = connect({ url: it.url, max: 4, applicationName: 'victim' });
    const stores = Array.from({ length: 4 }, () => createEventStore(db));
    let done = false;
    const names = Array.from({ length: 120 }, (_, n) => stream(`killed-${n}`));
    const appends = Promise.all(
      stores.map(async (store, s) => {
        const results: string[] = [];
        for (const name of names.filter((_, n) => n % stores.length === s)) {
          results.push((await store.append(anAppend({ stream: name }))).kind);
        }
        return results;
      }),
    ).finally(() => {
      done = true;
    });
    let kills = 0;
    while (!done && kills < 40) {
      const rows = await admin(
        it.url,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'victim' AND state = 'active' LIMIT 1`,
      );
      kills += rows.length;
    }
    const kinds = (await appends).flat();
    await db.destroy();
    expect(kinds.every((kind) => kind === 'appended' || kind === 'duplicate')).toBe(true);
    for (const name of names) expect(await it.store.read(name)).toHaveLength(1);
    expect(await verifyLedger(it.db)).toMatchObject({ ok: true });
  });
});

describe('a store out of reach', () => {
  test('is StoreUnavailable after a bounded time', async () => {
    const db = connect({ url: Object.assign(new URL(it.url), { port: '1' }).href });
    const start = performance.now();
    await expect(createEventStore(db).append(anAppend({ stream: stream('away') }))).rejects.toThrow(StoreUnavailable);
    expect(performance.now() - start).toBeLessThan(10_000);
    await db.destroy();
  });

  test('that answers too late costs one connection, not the pool', async () => {
    const db = connect({ url: it.url, max: 1, statementTimeout: 200 });
    await expect(sql`SELECT pg_sleep(5)`.execute(db)).rejects.toMatchObject({ code: '57014' });
    expect((await sql<{ one: number }>`SELECT 1 AS one`.execute(db)).rows).toEqual([{ one: 1 }]);
    await db.destroy();
  });

  test('for a moment costs the queries under way, and the pool fills again', async () => {
    const db = connect({ url: it.url, max: 5, applicationName: 'all-lost' });
    const sleeping = Promise.allSettled(Array.from({ length: 10 }, () => sql`SELECT pg_sleep(0.3)`.execute(db)));
    const kill = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'all-lost' AND state = 'active'`;
    let killed = 0;
    while (killed < 5) killed += (await admin(it.url, kill)).length;
    const lost = (await sleeping).filter((result) => result.status === 'rejected');
    expect(lost.length).toBeGreaterThanOrEqual(5);
    expect(lost.every((result) => isUnavailable(result.reason))).toBe(true);
    await Promise.all(Array.from({ length: 10 }, () => sql`SELECT 1`.execute(db)));
    await db.destroy();
  });
});
