/** The whole product on one machine for a bench: PostgreSQL that keeps its promises, Temporal, worker, API. */
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import {
  type Clock,
  createActivities,
  createClock,
  createWorker,
  ensureSearchAttributes,
  workflowBundle,
} from '../activities/index.ts';
import { buildApp } from '../api/app.ts';
import { connect, type Db } from '../db/connect.ts';
import { createEventStore } from '../db/event-store.ts';
import { migrate } from '../db/migrate.ts';
import type { Sender } from '../delivery/index.ts';
import type { Actor } from '../domain/people.ts';
import type { Instant } from '../domain/time.ts';
import { findTemporal, startPostgres, startTemporal } from '../local/index.ts';
import { connectTemporal } from '../workflows/connection.ts';
import { sendCommand } from '../workflows/send.ts';
import { headersOf, identify } from './actor.ts';

interface CommandBody {
  readonly commandId: string;
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface Product {
  /** Where the API listens. */
  readonly url: string;
  readonly client: Client;
  readonly native: NativeConnection;
  readonly db: Db;
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** Sends a command to an address such as `drills/tam-ky-2027`, by whom the product was started for or another; throws unless it is done. */
  post(path: string, body: CommandBody, other?: Actor): Promise<void>;
  /** Milliseconds from request to whole answer, and the answer. */
  get(path: string): Promise<{ readonly ms: number; readonly body: unknown }>;
  close(): Promise<void>;
}

/** Starts its own servers, which `close` stops and removes. Business time stands at `at`. */
export async function startProduct(
  by: Actor,
  at: Instant,
  { clock = createClock(), senders = [] }: { readonly clock?: Clock; readonly senders?: readonly Sender[] } = {},
): Promise<Product> {
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
  const app = await buildApp({
    db,
    store,
    send: (command) => sendCommand(client, command, { timeoutMs: 9_000 }),
    status: async () => ({ kind: 'unknown' }),
    clock: () => at,
    identify,
    readiness: async () => ({ ok: true, parts: [] }),
    version: 'bench',
  });
  const worker = await createWorker({
    connection: native,
    namespace: 'default',
    activities: createActivities({ store, client, clock, delivery: { senders, db } }),
    bundlePath: await workflowBundle({ cacheDir: dataDir }),
  });
  const running = worker.run();
  const agent = new Agent({ keepAlive: true });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });

  const ask = (method: 'GET' | 'POST', path: string, who: Actor, body?: unknown): Promise<string> =>
    new Promise((done, fail) => {
      const headers = { 'content-type': 'application/json', ...headersOf(who) };
      const call = request(`${url}/api/v1/${path}`, { method, agent, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('end', () => {
          const text = Buffer.concat(parts).toString();
          if (response.statusCode === 200) done(text);
          else fail(new Error(`${path}: ${response.statusCode} ${text.slice(0, 300)}`));
        });
      });
      call.once('error', fail);
      call.end(body === undefined ? undefined : JSON.stringify(body));
    });

  return {
    url,
    client,
    native,
    db,
    databaseUrl: postgres.url,
    dataDir,
    post: async (path, body, other = by) => {
      await ask('POST', `${path}/commands`, other, body);
    },
    get: async (path) => {
      const start = performance.now();
      const text = await ask('GET', path, by);
      return { ms: performance.now() - start, body: JSON.parse(text) };
    },
    close: async () => {
      agent.destroy();
      await app.close();
      worker.shutdown();
      await running;
      await native.close();
      await connection.close();
      await db.destroy();
      await temporal.stop();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
