/** A reader who does not read costs nothing, and streams do not hold up the end of the service. */
import { expect, test } from '@jest/globals';
import type { ToldChange } from '../../api/live/feed.ts';
import { createListener } from '../../api/live/listener.ts';
import type { SignedIn } from '../../api/signed-in.ts';
import { startApi } from '../api/support.ts';
import { AT, stream } from '../db/fixtures.ts';
import { headerActors } from '../support/header-actors.ts';
import { isEvent, readLive } from '../support/sse.ts';
import { POLICE } from './support.ts';

/** A stream over a ledger in memory, of which nothing is read; `below` is what already waits in the response. */
const unread = async (below = 0) => {
  const ledger: ToldChange[] = [];
  const who = await headerActors({ headers: { 'x-actor': POLICE }, ip: '127.0.0.1' });
  const listener = createListener(
    {
      feed: {
        position: () => ledger.length,
        look: async () => 0,
        after: async (position) => ledger.slice(position, position + 500),
      },
      session: { current: async (): Promise<SignedIn | null> => who, changes: () => 0 },
      visible: async (_, changes) => changes,
      clock: () => AT,
      below: () => below,
      mostBuffered: 1_048_576,
      mostReplayed: 2_000,
    },
    null,
  );
  return {
    listener,
    record: async (count: number): Promise<void> => {
      for (let n = 0; n < count; n++)
        ledger.push({
          position: ledger.length + 1,
          stream: stream('tam-ky-2022'),
          version: ledger.length + 1,
          type: 'TaskNoted',
          at: AT,
          frame: Buffer.alloc(200, '.'),
        });
      await listener.advance();
    },
  };
};

test('a reader who never reads is dropped once a megabyte waits for him', async () => {
  const { listener, record } = await unread();
  for (let round = 0; round < 10; round++) await record(500);
  expect(listener.stream.destroyed).toBe(false);
  expect(listener.stream.readableLength).toBeGreaterThan(1_000_000);
  await record(500);
  expect(listener.stream.destroyed).toBe(true);
  await record(500);
  listener.beat();
  listener.end();
});

test('what waits in the response below counts with it', async () => {
  const { listener, record } = await unread(1_000_000);
  await record(200);
  expect(listener.stream.destroyed).toBe(false);
  await record(100);
  expect(listener.stream.destroyed).toBe(true);
});

test('the end of the service does not wait for open streams', async () => {
  const api = await startApi({ live: { pollMs: 20 } });
  const url = await api.app.listen({ host: '127.0.0.1', port: 0 });
  const reader = await readLive(`${url}/api/v1/live`, { 'x-actor': POLICE });
  await reader.next(isEvent('hello'));
  const start = performance.now();
  await api.close();
  await reader.ended;
  expect(performance.now() - start).toBeLessThan(2_000);
});
