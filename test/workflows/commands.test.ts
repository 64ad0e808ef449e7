/** How a command reaches its stream, whatever state the workflow is in. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { at, member } from '../support/domain.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { draft, NOW, plan, SA } from '../support/season.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(async () => {
  await engine.close();
});

const types = async (stream: string): Promise<string[]> => (await engine.events(stream)).map(({ type }) => type);

test('a command to a workflow that does not exist starts it', async () => {
  expect(await engine.send('exercise/first', SA, NOW, draft())).toEqual({ kind: 'accepted', version: 1 });
  expect(await types('exercise/first')).toEqual(['ExerciseDrafted']);
  const { type, status } = await engine.client.workflow.getHandle('exercise/first').describe();
  expect([type, status.name]).toEqual(['exercise', 'RUNNING']);
});

test('a terminated workflow comes back with the next command', async () => {
  await engine.send('exercise/fallen', SA, NOW, draft());
  await engine.client.workflow.getHandle('exercise/fallen').terminate();
  expect(await engine.send('exercise/fallen', SA, NOW, plan())).toEqual({ kind: 'accepted', version: 2 });
});

test('the same command twice is one event and one answer', async () => {
  const commandId = randomUUID();
  const first = await engine.send('exercise/twice', SA, NOW, draft(), { commandId });
  await engine.send('exercise/twice', SA, NOW, plan());
  const again = await engine.send('exercise/twice', SA, at('2027-01-05'), draft(), { commandId });
  expect(again).toEqual(first);
  expect(await types('exercise/twice')).toEqual(['ExerciseDrafted', 'ExercisePlanned']);
});

test('the same command after its workflow was lost is one event and one answer', async () => {
  const commandId = randomUUID();
  const first = await engine.send('exercise/lost', SA, NOW, draft(), { commandId });
  await engine.client.workflow.getHandle('exercise/lost').terminate();
  expect(await engine.send('exercise/lost', SA, NOW, draft(), { commandId })).toEqual(first);
  expect(await types('exercise/lost')).toEqual(['ExerciseDrafted']);
});

test('other content under the same id is refused, also for another stream', async () => {
  const commandId = randomUUID();
  await engine.send('exercise/reused', SA, NOW, draft(), { commandId });
  await engine.client.workflow.getHandle('exercise/reused').terminate(); // Temporal itself no longer knows the id
  const reused = { kind: 'rejected', rejection: { code: 'command-reused', params: { commandId } } };
  expect(await engine.send('exercise/reused', SA, NOW, plan(), { commandId })).toMatchObject(reused);
  expect(await engine.send('exercise/other', SA, NOW, draft(), { commandId })).toMatchObject(reused);
  expect(await types('exercise/other')).toEqual([]);
});

test('a refused command writes nothing', async () => {
  const refused = await engine.send('exercise/refused', member('tam-ky.POL'), NOW, draft());
  expect(refused).toMatchObject({
    kind: 'rejected',
    version: 0,
    rejection: { kind: 'forbidden', code: 'not-your-body' },
  });
  expect(await types('exercise/refused')).toEqual([]);
  const known = await engine.db
    .selectFrom('commands')
    .select('id')
    .where('stream_id', '=', 'exercise/refused')
    .execute();
  expect(known).toEqual([]);
});

test('a workflow whose stream stays empty ends by itself', async () => {
  await engine.send('exercise/nothing', SA, NOW, plan());
  await engine.client.workflow.getHandle('exercise/nothing').result();
});

test('a command on a stale version is refused with the version that stands', async () => {
  await engine.send('exercise/stale', SA, NOW, draft());
  await engine.send('exercise/stale', SA, NOW, plan(), { expectedVersion: 1 });
  const stale = await engine.send(
    'exercise/stale',
    SA,
    NOW,
    { type: 'AdoptCalendar', reason: 'x' },
    { expectedVersion: 1 },
  );
  expect(stale).toMatchObject({
    kind: 'rejected',
    version: 2,
    rejection: { kind: 'stale', code: 'stale-version', params: { version: 2, expected: 1 } },
  });
});

test('fifty commands at once each get an answer, and each happens once', async () => {
  await engine.send('exercise/rush', SA, NOW, draft());
  await engine.send('drill/rush', SA, NOW, { type: 'PrepareDrill', exercise: 'rush', orgUnit: 'tam-ky' });
  const count = (n: number) =>
    engine.send('drill/rush', SA, NOW, {
      type: 'RecordCounts',
      unit: `ward-${n}`,
      kind: 'reservist',
      counts: { ordered: n + 1 },
    });
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => count(n)));
  expect(answers.map(({ kind }) => kind)).toEqual(Array(50).fill('accepted'));
  expect(new Set(answers.map((answer) => 'version' in answer && answer.version)).size).toBe(50);
  expect((await types('drill/rush')).length).toBe(51);
});

test('a fault of the program fails its own command only; the next one goes on', async () => {
  await engine.send('exercise/faulty', SA, NOW, draft());
  await engine.send('drill/faulty', SA, NOW, { type: 'PrepareDrill', exercise: 'faulty', orgUnit: 'tam-ky' });
  const record = { type: 'RecordCounts', unit: 'an-my', kind: 'reservist' };
  await expect(engine.send('drill/faulty', SA, NOW, record)).rejects.toThrow('Workflow Update failed'); // no counts: the API refuses it
  const next = await engine.send('drill/faulty', SA, NOW, { ...record, counts: { ordered: 1 } });
  expect(next).toEqual({ kind: 'accepted', version: 2 });
});

describe('what the list of workflows shows', () => {
  test('phase, locality and next deadline of the stream', async () => {
    await engine.send('exercise/shown', SA, NOW, draft());
    await engine.send('exercise/shown', SA, NOW, plan());
    const { typedSearchAttributes } = await engine.client.workflow.getHandle('exercise/shown').describe();
    const shown = Object.fromEntries(typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]));
    expect(shown).toMatchObject({ Phase: 'planned', OrgUnit: 'tam-ky', NextDue: expect.any(Date) });
  });
});
