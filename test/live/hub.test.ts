/** People come and go at the same moment, as a page that is loaded again does. */
import { afterEach, expect, test } from '@jest/globals';
import { createHub, type Hub, LIVE } from '../../api/live/hub.ts';
import { AT } from '../db/fixtures.ts';
import { headerActors } from '../support/header-actors.ts';
import { POLICE, useWire } from './support.ts';

const wire = useWire();
let hub: Hub | undefined;
afterEach(() => hub?.close());

test('who joins while the last one leaves, and whoever joins after that, all hear what is recorded', async () => {
  const { db, app } = wire.api;
  const asked = { headers: { 'x-actor': POLICE }, ip: '127.0.0.1' };
  const signedIn = await headerActors(asked);
  if (!signedIn) throw new Error('signed in by the header');
  const opened = createHub(
    {
      db,
      clock: () => AT,
      identify: headerActors,
      mayRead: async (streams) => () => new Set(streams),
      log: app.log,
    },
    { ...LIVE, pollMs: 20 },
  );
  hub = opened;
  const join = async () => opened.join({ asked, signedIn, after: null, below: () => 0 });
  const first = await join();
  const joining = join();
  first.destroy();
  const all = [await joining, await join()];
  const heard = Promise.all(
    all.map(async (stream) => {
      for await (const chunk of stream) if (String(chunk).includes('event: change')) return true;
      return false;
    }),
  );
  await wire.record('tam-ky-2022');
  setTimeout(() => opened.close(), 2_000);
  expect(await heard).toEqual([true, true]);
});
