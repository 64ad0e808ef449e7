/** What remains of commands, alarms and workflows when PostgreSQL or Temporal is away, or Temporal's data is lost. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createClock, recover } from '../../activities/index.ts';
import { StreamId } from '../../domain/streams.ts';
import { toMs } from '../../domain/time.ts';
import { type Alarmed, STANDING_QUERY, WAKE_SIGNAL } from '../../workflows/contract.ts';
import { commandStatus } from '../../workflows/send.ts';
import { type Engine, eventually, startEngine } from '../support/engine.ts';
import { cloneDatabase } from '../support/postgres.ts';
import { startProxy } from '../support/proxy.ts';
import { done, draft, NOW, plan, planned, plannedCommune, SA } from '../support/season.ts';
import { startTestTemporal, type TestTemporal } from '../support/temporal.ts';

const standing = (engine: Engine, stream: string): Promise<Alarmed> =>
  engine.client.workflow.getHandle(stream).query<Alarmed>(STANDING_QUERY);
const reminders = async (engine: Engine, stream: string) =>
  (await engine.events(stream)).filter(({ type }) => /^Task(Reminded|Escalated)$/.test(type));

test('a command accepted while PostgreSQL is away is seen through when it is back', async () => {
  const { url } = await cloneDatabase();
  const proxy = await startProxy(url);
  const engine = await startEngine({ databaseUrl: proxy.url });
  try {
    await done(engine, 'exercise/patient', SA, NOW, draft());
    proxy.cut();
    const commandId = randomUUID();
    // the first workflow task is reported after 8 seconds: from then on Temporal holds the command
    expect(await engine.send('exercise/patient', SA, NOW, plan(), { commandId, timeoutMs: 9_500 })).toEqual({
      kind: 'pending',
      accepted: true,
    });
    proxy.mend();
    const stream = StreamId.parse('exercise/patient');
    const status = await eventually(async () => {
      const now = await commandStatus(engine.client, stream, commandId, { timeoutMs: 1_000 });
      return now.kind === 'accepted' && now;
    }, 40_000);
    expect(status).toEqual({ kind: 'accepted', version: 2 });
    expect(await engine.send('exercise/patient', SA, NOW, plan(), { commandId })).toEqual(status);
    expect((await engine.events(stream)).map(({ type }) => type)).toEqual(['ExerciseDrafted', 'ExercisePlanned']);
  } finally {
    await engine.close();
    await proxy.close();
  }
}, 90_000);

test('a command to an engine that is away is unavailable, not lost in silence', async () => {
  const engine = await startEngine();
  await engine.stopWorker();
  const noWorker = await engine.send('exercise/nobody', SA, NOW, draft(), { timeoutMs: 1_500 });
  expect(noWorker).toEqual({ kind: 'pending', accepted: false });
  await engine.close();
});

let first: TestTemporal;
let second: TestTemporal;
beforeAll(async () => {
  [first, second] = await Promise.all([startTestTemporal(), startTestTemporal()]);
});
afterAll(async () => {
  await Promise.all([first, second].map((server) => server.stop().then(server.remove)));
});

test('Temporal away over a deadline, then its data lost: everything comes back, each reminder once', async () => {
  const clock = createClock();
  const engine = await startEngine({ address: first.address, clock });
  await planned(engine, 'city');
  await plannedCommune(engine, 'xa-mot', 'city');
  const due = toMs((await standing(engine, 'exercise/city')).nextDue ?? NOW);
  clock.set({ offsetMs: due - 3_000 - Date.now() });
  await engine.client.workflow.getHandle('exercise/city').signal(WAKE_SIGNAL);
  await eventually(async () => ((await standing(engine, 'exercise/city')).alarmAt ?? 0) < Date.now() + 3_000);
  await first.stop();
  const unreachable = await engine.send('exercise/city', SA, NOW, draft(), { timeoutMs: 1_000 });
  expect(unreachable.kind).toBe('unavailable');
  await delay(Math.max(0, due + 500 - toMs(clock.businessNow())));
  clock.set({ offsetMs: due + 61 * 60_000 - Date.now() });
  first = await startTestTemporal({ dataDir: first.dataDir });
  const late = await eventually(async () => {
    const events = await reminders(engine, 'exercise/city').catch(() => []);
    return events.length > 0 && events;
  }, 30_000);
  expect(late.map(({ data }) => data.lateMinutes)).toEqual(late.map(() => 61));
  await engine.close();

  const after = await startEngine({ address: second.address, databaseUrl: engine.databaseUrl, clock });
  const { db, store, client } = after;
  expect(await recover({ db, store, client, wake: false })).toEqual({ streams: 2, started: 2, present: 0 });
  expect(await recover({ db, store, client, wake: true })).toEqual({ streams: 2, started: 0, present: 2 });
  const city = await eventually(() => standing(after, 'exercise/city'));
  expect(toMs(city.nextDue ?? NOW)).toBeGreaterThan(due);
  expect(city.alarmAt).toBe(toMs(city.nextDue ?? NOW) - (toMs(clock.businessNow()) - Date.now()));
  expect(await reminders(after, 'exercise/city')).toHaveLength(late.length);
  await after.close();
}, 90_000);
