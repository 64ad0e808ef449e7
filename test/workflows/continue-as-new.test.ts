/** Runs follow each other without a command being lost, doubled or left without an answer. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { StreamId } from '../../domain/streams.ts';
import { startOf } from '../../workflows/send.ts';
import type { Command } from '../support/domain.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { done, draft, NOW, SA } from '../support/season.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

const prepare = (id: string): Command => ({ type: 'PrepareDrill', exercise: id, orgUnit: 'tam-ky' });
const count = (n: number): Command => ({
  type: 'RecordCounts',
  unit: `ward-${n}`,
  kind: 'reservist',
  counts: { ordered: n + 1 },
});

/** A drill whose runs end after so many history events. */
async function restless(id: string, continueAfter: number): Promise<string> {
  const stream = StreamId.parse(`drill/${id}`);
  await done(engine, `exercise/${id}`, SA, NOW, draft());
  await done(engine, stream, SA, NOW, prepare(id));
  await engine.client.workflow.getHandle(stream).terminate();
  const { type, options } = startOf(stream);
  await engine.client.workflow.start(type, { ...options, args: [{ stream, continueAfter }] });
  return stream;
}

async function runsOf(stream: string): Promise<number> {
  let runs = 0;
  for await (const _ of engine.client.workflow.list({ query: `WorkflowId = "${stream}"` })) runs++;
  return runs;
}

test('three hundred commands over many runs: each has its answer and its one event', async () => {
  const stream = await restless('long', 40);
  const ids = Array.from({ length: 300 }, () => randomUUID());
  const answers = new Map<string, unknown>();
  const queue = ids.entries();
  const sender = async (): Promise<void> => {
    for (const [n, commandId] of queue)
      answers.set(commandId, await engine.send(stream, SA, NOW, count(n), { commandId, timeoutMs: 20_000 }));
  };
  await Promise.all(Array.from({ length: 6 }, sender));
  const events = await engine.events(stream);
  expect(
    events
      .map(({ commandId }) => commandId)
      .slice(1)
      .sort(),
  ).toEqual([...ids].sort());
  for (const { commandId, version } of events.slice(1))
    expect(answers.get(commandId)).toEqual({ kind: 'accepted', version });
  expect(await runsOf(stream)).toBeGreaterThan(15);
}, 60_000);

test('the same command in a later run, and from two clients at once, is one event and one answer', async () => {
  const stream = await restless('again', 24);
  const commandId = randomUUID();
  const first = await engine.send(stream, SA, NOW, count(0), { commandId });
  for (let n = 1; n < 8; n++) await done(engine, stream, SA, NOW, count(n));
  const again = await Promise.all([1, 2].map(() => engine.send(stream, SA, NOW, count(0), { commandId })));
  expect(again).toEqual([first, first]);
  expect((await engine.events(stream)).filter((event) => event.commandId === commandId)).toHaveLength(1);
  expect(await runsOf(stream)).toBeGreaterThan(2);
}, 30_000);
