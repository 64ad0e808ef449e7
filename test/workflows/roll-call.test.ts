/** A drill through real Temporal: a batch sent twice, a station that stays silent, an incident that the review learns of. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SYSTEM } from '../../domain/people.ts';
import { instant, toMs } from '../../domain/time.ts';
import { WAKE_SIGNAL } from '../../workflows/contract.ts';
import type { Command } from '../support/domain.ts';
import { type Engine, eventually, startEngine } from '../support/engine.ts';
import { done, draft, NOW, SA } from '../support/season.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

const HOUR = instant(toMs(NOW) + 3_600_000);
const orders = Array.from({ length: 500 }, (_, n) => ({ order: `QN-${n}` }));
const opened = async (id: string): Promise<(command: Command) => Promise<number>> => {
  const say = (command: Command) => done(engine, `drill/${id}`, SA, NOW, command);
  await done(engine, `exercise/${id}`, SA, NOW, draft());
  await say({ type: 'PrepareDrill', exercise: id, orgUnit: 'tam-ky' });
  await say({ type: 'OpenStation', station: 'TT-01', units: ['tan-thanh'], reportBy: HOUR });
  await say({ type: 'IssueOrders', unit: 'tan-thanh', kind: 'reservist', station: 'TT-01', orders });
  await done(engine, `drill/${id}`, SYSTEM, NOW, { type: 'OpenDrill', exercise: id, orgUnit: 'tam-ky' });
  return say;
};
const typesOf = async (stream: string): Promise<string[]> => (await engine.events(stream)).map(({ type }) => type);

test('a batch of 500 that a station sends twice, under one command id and under two, is checked in once', async () => {
  engine.clock.set({ held: true });
  const say = await opened('twice');
  const batch = {
    type: 'CheckIn',
    station: 'TT-01',
    checkIns: orders.map(({ order }) => ({ id: `C-${order}`, order })),
  };
  const commandId = randomUUID();
  const once = () => done(engine, 'drill/twice', SA, NOW, batch, { commandId });
  const version = await once();
  expect([await once(), await say(batch)]).toEqual([version, version]);
  expect((await typesOf('drill/twice')).filter((type) => type === 'CheckedIn')).toHaveLength(1);
});

test('a station silent at its hour is told of by the alarm itself, once for each rung', async () => {
  engine.clock.set({ held: true });
  await opened('silent');
  engine.clock.set({ offsetMs: toMs(HOUR) + 3_600_000 - 1_000 - Date.now(), held: false });
  await engine.client.workflow.getHandle('drill/silent').signal(WAKE_SIGNAL);
  const told = await eventually(async () => {
    const events = (await engine.events('drill/silent')).filter(({ type }) => type === 'StationOverdue');
    return events.length === 2 && events;
  });
  expect(told.map(({ data }) => [data.station, data.rung, data.to])).toEqual([
    ['TT-01', 'station', 'tan-thanh.CMC'],
    ['TT-01', 'board', 'tam-ky.SB'],
  ]);
  expect(told[0]?.data.lateMinutes).toBe(59);
});

test('an incident reaches the review before that opens, and the result the exercise', async () => {
  engine.clock.set({ held: true });
  const say = await opened('incident');
  await say({ type: 'ReportIncident', incident: 'SC-1', subject: 'people', severity: 'serious', note: 'trượt ngã' });
  await eventually(async () => (await typesOf('review/incident')).includes('IncidentNoted'));
  await say({ type: 'CloseDrill' });
  await eventually(async () => (await typesOf('exercise/incident')).includes('DrillResultNoted'));
});
