/**
 * One command beside what Temporal alone takes: HTTP request to recorded answer (validation, update-with-start, local
 * activity, decision, append, projection) ÷ a bare update whose handler runs an empty local activity. Same server, same
 * process, by turns, medians. PostgreSQL keeps its promises (fsync on).
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Worker } from '@temporalio/worker';
import {
  createActivities,
  createClock,
  createWorker,
  ensureSearchAttributes,
  workflowBundle,
} from '../activities/index.ts';
import { buildApp } from '../api/app.ts';
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
  const store = createEventStore(db);
  const activities = createActivities({ store, client, clock: createClock() });
  const app = await buildApp({
    db,
    store,
    send: (command) => sendCommand(client, command, { timeoutMs: 9_000 }),
    status: async () => ({ kind: 'unknown' }),
    clock: () => AT,
    devActors: true,
    readiness: async () => ({ ok: true, parts: [] }),
    version: 'bench',
  });
  const bundlePath = await workflowBundle({ cacheDir: dataDir });
  const workflowsPath = fileURLToPath(new URL('./bare-workflow.ts', import.meta.url));
  const workers = await Promise.all([
    createWorker({ connection: native, namespace: 'default', activities, bundlePath }),
    Worker.create({
      connection: native,
      taskQueue: 'bare',
      workflowBundle: await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') }),
      activities: { empty: async (payload: unknown) => payload },
    }),
  ]);
  const agent = new Agent({ keepAlive: true });
  const running = Promise.all(workers.map((worker) => worker.run()));
  try {
    const handle = await client.workflow.start('bare', { taskQueue: 'bare', workflowId: 'bare' });
    const send = (command: Envelope) => sendCommand(client, command, { timeoutMs: 10_000 });
    await send(envelope('drill/bench', { type: 'PrepareDrill', exercise: 'bench', orgUnit: 'tam-ky' }));
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    const post = ({ commandId, command }: Envelope): Promise<void> =>
      new Promise((done, fail) => {
        const headers = { 'content-type': 'application/json', 'x-actor': `${SA.person}@${SA.body}:${SA.post}` };
        const call = request(`${url}/api/v1/drills/bench/commands`, { method: 'POST', agent, headers }, (response) => {
          response.resume();
          response.once('end', () =>
            response.statusCode === 200 ? done() : fail(new Error(`${response.statusCode}`)),
          );
        });
        call.once('error', fail);
        call.end(JSON.stringify({ commandId, ...command }));
      });
    const times: Readonly<Record<keyof CommandBench, number[]>> = { bare: [], http: [], engine: [] };
    for (let turn = 0; turn < warmUp + turns; turn++) {
      const [payload, over, through] = [counts(3 * turn), counts(3 * turn + 1), counts(3 * turn + 2)];
      const bare = await timed(() => handle.executeUpdate('bare', { args: [payload], updateId: payload.commandId }));
      const http = await timed(() => post(over));
      const engine = await timed(() => send(through));
      if (turn < warmUp) continue;
      times.bare.push(bare);
      times.http.push(http);
      times.engine.push(engine);
    }
    const latency = (values: readonly number[]): Latency => ({
      p50: percentile(values, 0.5),
      p95: percentile(values, 0.95),
    });
    return { bare: latency(times.bare), http: latency(times.http), engine: latency(times.engine) };
  } finally {
    agent.destroy();
    await app.close();
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
