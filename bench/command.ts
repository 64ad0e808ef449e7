/**
 * One command through the engine beside what Temporal alone takes: `sendCommand` (update-with-start, local activity,
 * decision, append, projection) ÷ a bare update whose handler runs an empty local activity. Same server, same worker
 * process, by turns, medians. PostgreSQL keeps its promises. `node bench/command.ts` prints the table.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import {
  createActivities,
  createClock,
  createWorker,
  ensureSearchAttributes,
  workflowBundle,
} from '../activities/index.ts';
import { connect } from '../db/connect.ts';
import { createEventStore } from '../db/event-store.ts';
import { migrate } from '../db/migrate.ts';
import { Actor } from '../domain/people.ts';
import { StreamId } from '../domain/streams.ts';
import { atHour, localDate } from '../domain/time.ts';
import { findTemporal, startPostgres, startTemporal } from '../local/index.ts';
import { connectTemporal } from '../workflows/connection.ts';
import type { Envelope } from '../workflows/contract.ts';
import { sendCommand } from '../workflows/send.ts';

const SA = Actor.parse({ person: 'bench', body: 'tam-ky.SA', post: 'head' });
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

export interface CommandBench {
  /** Milliseconds, p50 and p95. */
  readonly bare: { readonly p50: number; readonly p95: number };
  readonly command: { readonly p50: number; readonly p95: number };
  /** command ÷ bare, p50. */
  readonly ratio: number;
}

/** Starts and stops its own servers; about a minute for 300 turns. */
export async function commandBench({ turns = 300, warmUp = 30 } = {}): Promise<CommandBench> {
  const dataDir = await mkdtemp(join(tmpdir(), 'san-sang-bench-'));
  const machine = { dataDir, log: () => {} };
  const { path: binary } = await findTemporal({ ...machine, env: process.env });
  const postgres = await startPostgres(machine);
  const temporal = await startTemporal({ ...machine, binary, ui: false });
  await migrate(postgres.url);
  const connection = await connectTemporal({ address: temporal.address });
  const native = await NativeConnection.connect({ address: temporal.address });
  const client = new Client({ connection });
  const db = connect({ url: postgres.url });
  await ensureSearchAttributes(connection, 'default');
  const activities = createActivities({ store: createEventStore(db), client, clock: createClock() });
  const bundlePath = await workflowBundle({ cacheDir: dataDir });
  const workflowsPath = fileURLToPath(new URL('./bare-workflow.ts', import.meta.url));
  const workers = await Promise.all([
    createWorker({ connection: native, namespace: 'default', activities, bundlePath }),
    Worker.create({
      connection: native,
      taskQueue: 'bare',
      workflowBundle: await bundleWorkflowCode({ workflowsPath }),
      activities: { empty: async (payload: unknown) => payload },
    }),
  ]);
  const running = Promise.all(workers.map((worker) => worker.run()));
  try {
    const handle = await client.workflow.start('bare', { taskQueue: 'bare', workflowId: 'bare' });
    const send = (command: Envelope) => sendCommand(client, command, { timeoutMs: 10_000 });
    await send(envelope('drill/bench', { type: 'PrepareDrill', exercise: 'bench', orgUnit: 'tam-ky' }));
    const bare: number[] = [];
    const command: number[] = [];
    for (let turn = 0; turn < warmUp + turns; turn++) {
      const payload = counts(turn);
      const raw = await timed(() => handle.executeUpdate('bare', { args: [payload], updateId: payload.commandId }));
      const ours = await timed(() => send(payload));
      if (turn < warmUp) continue;
      bare.push(raw);
      command.push(ours);
    }
    const summary = (values: readonly number[]) => ({ p50: percentile(values, 0.5), p95: percentile(values, 0.95) });
    return { bare: summary(bare), command: summary(command), ratio: percentile(command, 0.5) / percentile(bare, 0.5) };
  } finally {
    for (const worker of workers) worker.shutdown();
    await running;
    await native.close();
    await connection.close();
    await db.destroy();
    await temporal.stop();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const { bare, command, ratio } = await commandBench();
  const line = (name: string, { p50, p95 }: { p50: number; p95: number }): string =>
    `${name.padEnd(40)} p50 ${p50.toFixed(1).padStart(7)} ms   p95 ${p95.toFixed(1).padStart(7)} ms`;
  console.log(line('bare update with a local activity', bare));
  console.log(line('command (update-with-start to append)', command));
  console.log(`ratio ${ratio.toFixed(2)}   target 1.3`);
}
