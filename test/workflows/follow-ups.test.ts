/** What one stream's event asks of another happens exactly once, whatever breaks on the way. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createActivities } from '../../activities/index.ts';
import { projectRows } from '../../db/projections/index.ts';
import { toRecord } from '../../db/stored-event.ts';
import type { DomainEvent, Fact, Folded } from '../../domain/decider.ts';
import { SYSTEM } from '../../domain/people.ts';
import { deciderOf } from '../../domain/registry.ts';
import { StreamId } from '../../domain/streams.ts';
import { startOf } from '../../workflows/send.ts';
import { at, head, knowing, send, step } from '../support/domain.ts';
import { type Engine, eventually, startEngine } from '../support/engine.ts';
import { done, NOW, passGate, planned, plannedCommune, reschedule, SA, SB } from '../support/season.ts';
import { testAddress, testBundle } from '../support/temporal.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

const typesOf = async (stream: string): Promise<string[]> => (await engine.events(stream)).map(({ type }) => type);
const times = async (stream: string, type: string): Promise<number> =>
  (await typesOf(stream)).filter((each) => each === type).length;

/** A city exercise with communes attached to it. */
async function cityWith(city: string, ...communes: string[]): Promise<void> {
  await planned(engine, city);
  for (const commune of communes) await plannedCommune(engine, commune, city);
  await eventually(async () => (await times(`exercise/${city}`, 'CommuneAttached')) === communes.length);
}

test('a city that moves takes its communes along, each once', async () => {
  const communes = ['xa-mot', 'xa-hai', 'xa-ba'];
  await cityWith('moved', ...communes);
  await done(engine, 'exercise/moved', SA, NOW, reschedule('2027-05-18', '2027-05-20'));
  for (const commune of communes) {
    const stream = `exercise/${commune}`;
    await eventually(async () => (await times(stream, 'ExerciseRescheduled')) > 0);
    const moves = (await engine.events(stream)).filter(({ type }) => type === 'ExerciseRescheduled');
    expect(moves.map(({ data }) => [data.followsCity, data.to])).toEqual([
      [true, { startDate: '2027-05-18', endDate: '2027-05-20' }],
    ]);
  }
});

test('a worker killed between the append and its answer: the command has one event, its communes move once', async () => {
  await cityWith('killed', 'xa-bon');
  const stream = StreamId.parse('exercise/killed');
  const handle = engine.client.workflow.getHandle(stream);
  await handle.terminate();
  const { type, options } = startOf(stream);
  await engine.client.workflow.start(type, { ...options, workflowTaskTimeout: '2 seconds' });
  await engine.stopWorker();

  const child = await crashing();
  const sent = engine.send(stream, SA, NOW, reschedule('2027-05-18', '2027-05-20'), {
    commandId: randomUUID(),
    timeoutMs: 30_000,
  });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
  expect(await times(stream, 'ExerciseRescheduled')).toBe(1);
  expect(await times('exercise/xa-bon', 'ExerciseRescheduled')).toBe(0);
  await engine.startWorker();

  const { length } = await engine.events(stream);
  expect(await sent).toEqual({ kind: 'accepted', version: length });
  await eventually(async () => (await times('exercise/xa-bon', 'ExerciseRescheduled')) > 0, 30_000);
  expect(await times(stream, 'ExerciseRescheduled')).toBe(1);
  expect(await times('exercise/xa-bon', 'ExerciseRescheduled')).toBe(1);
}, 60_000);

async function crashing(): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('../support/worker-process.ts', import.meta.url));
  const args = [script, testAddress(), engine.namespace, engine.databaseUrl, await testBundle()];
  const env = { ...process.env, SAN_SANG_CRASH_AFTER: 'append', NODE_OPTIONS: '' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

test('the run opens the drill, its close opens the review, the drill reports back', async () => {
  const stream = 'exercise/whole';
  const day = at('2027-04-20');
  await planned(engine, 'whole');
  for (const gate of ['G0', 'G1', 'G2', 'G3', 'G4', 'G5', 'G6']) await done(engine, stream, SB, day, passGate(gate));
  await done(engine, stream, SB, day, { type: 'OpenRun' });
  await eventually(async () => (await typesOf('drill/whole')).includes('DrillOpened'));
  await done(engine, 'drill/whole', SA, day, { type: 'CloseDrill' });
  await eventually(async () => (await typesOf(stream)).includes('DrillResultNoted'));
  for (const stage of [1, 2, 3]) await done(engine, stream, SB, day, { type: 'StartStage', stage });
  await done(engine, stream, SB, day, { type: 'CloseRun' });
  await eventually(async () => (await typesOf('review/whole')).includes('ReviewOpened'));
  expect(await typesOf('review/whole')).toEqual(['ReviewOpened']);
  await engine.client.workflow.getHandle('drill/whole').result(); // a closed stream's workflow ends
});

test('a follow-up that is refused is kept as refused by its target, and not sent again', async () => {
  const day = at('2027-05-04');
  await planned(engine, 'ended');
  await done(engine, 'exercise/ended', head('tam-ky.MPC'), NOW, { type: 'CancelExercise', reason: 'Bão số 3' });
  const review = StreamId.parse('review/carried');
  const action = {
    action: 'A1',
    finding: 'F1',
    text: 'Tập huấn',
    owner: 'tam-ky.POL',
    due: '2027-06-01',
    measure: 'Sát hạch',
  };
  const facts: Fact<DomainEvent>[] = [];
  const steps = [
    step(SYSTEM, day, { type: 'OpenReview', exercise: 'carried', orgUnit: 'tam-ky', superiorUnit: 'tam-ky' }),
    step(SB, day, { type: 'RecordFinding', finding: 'F1', kind: 'limit', text: 'Thông tin chậm' }),
    step(SB, day, { type: 'PlanAction', ...action }),
    step(SB, day, { type: 'CarryAction', action: 'A1', into: 'ended', reason: 'Chuyển tiếp' }),
  ];
  // carried while the exercise was still open; its workflow has not told it yet
  const state = steps.reduce<Folded>((now, each) => {
    const sent = send(review, now, each, knowing('exercise/ended'));
    facts.push(...sent.facts);
    return sent.state;
  }, deciderOf('review').initial);
  const version = facts.length;
  await engine.store.append({
    stream: review,
    kind: 'review',
    expectedVersion: 0,
    command: { id: randomUUID(), contentHash: '00'.repeat(32) },
    events: facts.map(toRecord),
    at: day,
    by: SB,
    rows: projectRows('review', deciderOf('review').initial, state, facts, review),
  });
  await done(engine, review, SB, day, { type: 'RecordLesson', lesson: 'L1', text: 'Kiểm tra thông tin sớm' });
  const answered = await eventually(() => engine.store.findCommand(`${review}/${version}/0`));
  expect(answered.outcome).toMatchObject({ kind: 'rejected', rejection: { code: 'exercise-not-active' } });
  expect((await typesOf('exercise/ended')).at(-1)).toBe('ExerciseCancelled');
  const { standing } = createActivities(engine);
  expect((await standing(StreamId.parse(review))).pending).toEqual([]);
});
