/**
 * One command beside what Temporal alone takes: HTTP request to recorded answer (validation, update-with-start, local
 * activity, decision, append, projection) ÷ a bare update whose handler runs an empty local activity. Same server, same
 * process, by turns, medians. PostgreSQL keeps its promises (fsync on).
 */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import { Actor } from '../domain/people.ts';
import { StreamId } from '../domain/streams.ts';
import { atHour, localDate } from '../domain/time.ts';
import type { Envelope } from '../workflows/contract.ts';
import { sendCommand } from '../workflows/send.ts';
import { type Product, startProduct } from './product.ts';

const SA = Actor.parse({ person: 'bench', body: 'tam-ky.SA', post: 'head' });
const SB = Actor.parse({ person: 'bench-sb', body: 'tam-ky.SB', post: 'head' });
const AT = atHour(localDate('2027-01-04'), 9);

const envelope = (stream: string, command: Envelope['command']): Envelope => ({
  stream: StreamId.parse(stream),
  commandId: randomUUID(),
  command,
  at: AT,
  by: SA,
  origin: 'person',
});
const counts = (n: number): Envelope =>
  envelope('drill/bench', {
    type: 'RecordCounts',
    unit: `ward-${n % 50}`,
    kind: 'reservist',
    counts: { ordered: n + 1 },
  });

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const COMMUNES = 30;
const assign = (n: number): Envelope =>
  envelope('exercise/city', { type: 'AssignTask', task: 'C17', owner: n % 2 ? 'tam-ky.POL' : 'tam-ky.FIN' });

const OVERRIDE = { reason: 'Đủ điều kiện theo biên bản', basis: '15/TB-BCĐ' };
const pass = (gate: string) => ({ commandId: randomUUID(), type: 'PassGate', gate, override: OVERRIDE });
const reopen = (gate: string) => ({ commandId: randomUUID(), type: 'ReopenGate', gate, reason: 'Thông qua nhầm cổng' });

/** A city and its communes, planned: 31 exercises with some 760 tasks. */
const planSeason = async (post: Product['post']): Promise<void> => {
  const draft = { type: 'DraftExercise', theme: 'Diễn tập' };
  const plan = async (id: string, file: object, days: object): Promise<void> => {
    await post(`exercises/${id}`, { commandId: randomUUID(), ...draft, ...file });
    await post(`exercises/${id}`, { commandId: randomUUID(), type: 'PlanExercise', ...days });
  };
  const city = { exerciseType: 'defenceAreaExercise', orgUnit: 'tam-ky' };
  await plan('city', city, { startDate: '2027-09-21', endDate: '2027-09-22' });
  for (let n = 1; n <= COMMUNES; n++) {
    const commune = { exerciseType: 'communeCombatExercise', superiorUnit: 'tam-ky', parentId: 'city' };
    await plan(`xa-${n}`, { ...commune, orgUnit: `xa-${n}` }, { startDate: '2027-09-14', endDate: '2027-09-15' });
  }
};

/** Milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
}

export interface CommandBench {
  readonly bare: Latency;
  /** From HTTP request to recorded answer. */
  readonly http: Latency;
  /** The same without HTTP: from `sendCommand` to its answer. */
  readonly engine: Latency;
  /** As `http`, to a city exercise of 40 tasks with 30 communes. */
  readonly city: Latency;
  /** As `city`, where the rule looks at all 31 open exercises: the plan is approved, free of clashes. */
  readonly ongoing: Latency;
}

/** Starts and stops its own servers; about a minute for 300 turns. */
export async function commandBench({ turns = 300, warmUp = 30 } = {}): Promise<CommandBench> {
  const product = await startProduct(SA, AT);
  const { client, native, post } = product;
  const workflowsPath = fileURLToPath(new URL('./bare-workflow.ts', import.meta.url));
  const bareWorker = await Worker.create({
    connection: native,
    taskQueue: 'bare',
    workflowBundle: await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') }),
    activities: { empty: async (payload: unknown) => payload },
  });
  const running = bareWorker.run();
  try {
    const handle = await client.workflow.start('bare', { taskQueue: 'bare', workflowId: 'bare' });
    const send = (command: Envelope) => sendCommand(client, command, { timeoutMs: 10_000 });
    const theme = { exerciseType: 'defenceAreaExercise', orgUnit: 'tam-ky', theme: 'Diễn tập' };
    await post('exercises/bench', { commandId: randomUUID(), type: 'DraftExercise', ...theme });
    await post('drills/bench', { commandId: randomUUID(), type: 'PrepareDrill', exercise: 'bench', orgUnit: 'tam-ky' });
    await planSeason(post);
    for (const gate of ['G0', 'G1', 'G2']) await post('exercises/city', pass(gate), SB);
    const times: Readonly<Record<keyof CommandBench, number[]>> = {
      bare: [],
      http: [],
      engine: [],
      city: [],
      ongoing: [],
    };
    for (let turn = 0; turn < warmUp + turns; turn++) {
      const [payload, over, through] = [counts(3 * turn), counts(3 * turn + 1), counts(3 * turn + 2)];
      const bare = await timed(() => handle.executeUpdate('bare', { args: [payload], updateId: payload.commandId }));
      const http = await timed(() => post('drills/bench', { commandId: over.commandId, ...over.command }));
      const engine = await timed(() => send(through));
      const task = assign(turn);
      const city = await timed(() => post('exercises/city', { commandId: task.commandId, ...task.command }));
      const approval = pass('G3');
      const ongoing = await timed(() => post('exercises/city', approval, SB));
      await post('exercises/city', reopen('G3'), SB);
      if (turn < warmUp) continue;
      times.city.push(city);
      times.ongoing.push(ongoing);
      times.bare.push(bare);
      times.http.push(http);
      times.engine.push(engine);
    }
    const latency = (values: readonly number[]): Latency => ({
      p50: percentile(values, 0.5),
      p95: percentile(values, 0.95),
    });
    return {
      bare: latency(times.bare),
      http: latency(times.http),
      engine: latency(times.engine),
      city: latency(times.city),
      ongoing: latency(times.ongoing),
    };
  } finally {
    bareWorker.shutdown();
    await running;
    await product.close();
  }
}
