/** The one alarm of a stream: at its instant, once, also after an outage, and never for a deadline that has moved. */
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { StoredEvent } from '../../db/event-store.ts';
import { instant, toMs } from '../../domain/time.ts';
import { type Alarmed, STANDING_QUERY, WAKE_SIGNAL } from '../../workflows/contract.ts';
import { type Engine, eventually, startEngine } from '../support/engine.ts';
import { done, planned, reschedule, SA, SB } from '../support/season.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

const standing = (id: string): Promise<Alarmed> =>
  engine.client.workflow.getHandle(`exercise/${id}`).query<Alarmed>(STANDING_QUERY);
const wake = (id: string): Promise<void> => engine.client.workflow.getHandle(`exercise/${id}`).signal(WAKE_SIGNAL);
const dueOf = async (id: string): Promise<number> => {
  const { nextDue } = await standing(id);
  if (nextDue === null) throw new Error(`${id} has no deadline`);
  return toMs(nextDue);
};
/** Sets business time so that `due` comes in so many milliseconds. */
const dueIn = (due: number, ms: number): void => engine.clock.set({ offsetMs: due - ms - Date.now(), held: false });
/** A planned exercise whose alarm is held, and its first deadline. */
async function asleep(id: string, days?: object): Promise<number> {
  engine.clock.set({ held: true });
  await planned(engine, id, undefined, days);
  return dueOf(id);
}
const told = async (id: string): Promise<StoredEvent[]> =>
  (await engine.events(`exercise/${id}`)).filter(({ type }) => type === 'TaskReminded' || type === 'TaskEscalated');
/** The reminders of an exercise, once there are some and the alarm stands at a later deadline. */
const toldOnce = (id: string, due: number): Promise<StoredEvent[]> =>
  eventually(async () => (await dueOf(id)) > due && told(id));

test('an alarm rings at its instant, once', async () => {
  const due = await asleep('on-time');
  dueIn(due, 1_500);
  await wake('on-time');
  const events = await toldOnce('on-time', due);
  expect(events.map(({ data }) => [data.rungAt, data.lateMinutes])).toEqual(
    events.map(() => [instant(due).valueOf(), 0]),
  );
  expect(toMs(events[0]?.at ?? instant(0)) - due).toBeLessThan(1_000);
  expect((await standing('on-time')).version).toBe(2 + events.length);
});

test('a deadline passed while the worker was away rings once on return, and says how late', async () => {
  const due = await asleep('away');
  dueIn(due, 800);
  await wake('away');
  await eventually(async () => ((await standing('away')).alarmAt ?? 0) < Date.now() + 800);
  await engine.stopWorker();
  await delay(1_000);
  dueIn(due, -125 * 60_000); // two hours and five minutes later
  await engine.startWorker();
  const events = await toldOnce('away', due);
  expect(events.map(({ data }) => data.lateMinutes)).toEqual(events.map(() => 125));
  expect(new Set(events.map(({ data }) => `${data.task} ${data.rung}`)).size).toBe(events.length);
});

test('a deadline moved later or laid to rest leaves the old alarm silent', async () => {
  const due = await asleep('later');
  await asleep('rest');
  dueIn(due, 3_000);
  for (const id of ['later', 'rest']) await wake(id);
  const now = engine.clock.businessNow();
  await done(engine, 'exercise/later', SA, now, reschedule('2027-06-15', '2027-06-17'));
  await done(engine, 'exercise/rest', SB, now, { type: 'PostponeExercise', reason: 'Bão số 3' });
  await delay(Math.max(0, due - toMs(engine.clock.businessNow())) + 500);
  expect([await told('later'), await told('rest')]).toEqual([[], []]);
  expect((await standing('rest')).alarmAt).toBeNull();
  expect(await dueOf('later')).toBeGreaterThan(due);
});

test('a deadline moved earlier rings at its new instant, once', async () => {
  const due = await asleep('model');
  await asleep('earlier', { startDate: '2027-06-15', endDate: '2027-06-17' });
  dueIn(due, 2_000);
  await done(engine, 'exercise/earlier', SA, engine.clock.businessNow(), reschedule('2027-04-20', '2027-04-22'));
  expect(await dueOf('earlier')).toBe(due);
  const events = await toldOnce('earlier', due);
  expect(new Set(events.map(({ data }) => data.rungAt))).toEqual(new Set([instant(due)]));
});

test('a clock set back under an armed alarm: it rings again at the right time', async () => {
  const due = await asleep('set-back');
  dueIn(due, 1_000);
  await wake('set-back');
  await eventually(async () => ((await standing('set-back')).alarmAt ?? 0) < Date.now() + 1_000);
  dueIn(due, 2_500);
  const events = await toldOnce('set-back', due);
  expect(new Set(events.map(({ data }) => data.rungAt))).toEqual(new Set([instant(due)]));
});

test('held alarms sleep until they are let go', async () => {
  await asleep('held');
  expect((await standing('held')).alarmAt).toBeNull();
  engine.clock.set({ offsetMs: 0, held: false });
  await wake('held');
  await eventually(async () => (await standing('held')).alarmAt !== null);
});
