/** What was read once of a file is not read again: an answer costs what is new since the one before. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newSealKey, parseSealKey } from '../../db/sealed/seal.ts';
import { at } from '../support/domain.ts';
import { type Api, startApi } from './support.ts';

const SA = 'tl-01@tam-ky.SA';
const actor = { 'x-actor': SA };
const FILE = { exerciseType: 'defenceAreaExercise', orgUnit: 'tam-ky', theme: 'Diễn tập' };
const START = { type: 'StartTask', task: 'C01' };
let api: Api;
let counted: Api;
let events: number;

/** How many events an answer took from the store. */
const costOf = async (ask: () => Promise<{ status: number }>): Promise<number> => {
  events = 0;
  expect(await ask()).toMatchObject({ status: 200 });
  return events;
};
const done = async (path: string, command: object): Promise<void> => {
  expect(await api.command(path, SA, command)).toMatchObject({ status: 200 });
};

beforeAll(async () => {
  api = await startApi();
  const read: Api['store']['read'] = async (...range) => {
    const found = await api.store.read(...range);
    events += found.length;
    return found;
  };
  const { db, commit: send } = api;
  counted = await startApi({ db, send, store: { ...api.store, read }, sealed: parseSealKey(newSealKey()) });
  for (const it of [api, counted]) it.clock.now = at('2026-10-05');
  await done('exercises/tk', { type: 'DraftExercise', ...FILE });
  await done('exercises/tk', { type: 'PlanExercise', startDate: '2027-04-20', endDate: '2027-04-22' });
  await done('drills/tk', { type: 'PrepareDrill', exercise: 'tk', orgUnit: 'tam-ky' });
});
afterAll(async () => {
  await counted.close();
  await api.close();
});

describe('a file asked for again', () => {
  test.each([
    ['the file', () => counted.get('/api/v1/exercises/tk')],
    ['the checklist', () => counted.get('/api/v1/exercises/tk/checklist')],
    ['the drill', () => counted.get('/api/v1/drills/tk')],
    ['who keeps the roster', () => counted.get('/api/v1/drills/tk/roster/access', actor)],
    ['a preview', () => counted.post('/api/v1/exercises/tk/preview', { commandId: randomUUID(), ...START }, actor)],
  ])('costs nothing of its history: %s', async (_, ask) => {
    await costOf(ask);
    expect(await costOf(ask)).toBe(0);
  });

  test('costs what happened since, and tells it', async () => {
    await done('exercises/tk', START);
    const file = () => counted.get('/api/v1/exercises/tk');
    expect(await costOf(file)).toBe(1);
    expect((await file()).body.version).toBe(3);
  });

  test('as of an earlier day is what stood then, and leaves what is kept as it is', async () => {
    const { body: now } = await counted.get('/api/v1/exercises/tk/checklist');
    const { body: then } = await counted.get('/api/v1/exercises/tk/checklist?asOf=2026-10-05T02:00:00.000Z');
    expect(then.version).toBeLessThanOrEqual(now.version);
    expect((await counted.get('/api/v1/exercises/tk/checklist')).body).toEqual(now);
  });
});
