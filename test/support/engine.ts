/** The engine as a test drives it: a database and a namespace of its own, a client, and a worker that can come and go. */
import { randomUUID } from 'node:crypto';
import { Client, type Connection } from '@temporalio/client';
import { NativeConnection, type Worker } from '@temporalio/worker';
import {
  type Clock,
  createActivities,
  createClock,
  createWorker,
  ensureSearchAttributes,
} from '../../activities/index.ts';
import { connect, type Db } from '../../db/connect.ts';
import { createEventStore, type EventStore, type StoredEvent } from '../../db/event-store.ts';
import type { Sender } from '../../delivery/index.ts';
import type { Actor } from '../../domain/people.ts';
import { StreamId } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';
import { connectTemporal } from '../../workflows/connection.ts';
import type { Activities, Envelope } from '../../workflows/contract.ts';
import { type SendResult, sendCommand } from '../../workflows/send.ts';
import type { Command } from './domain.ts';
import { cloneDatabase } from './postgres.ts';
import { quietRuntime } from './quiet-runtime.ts';
import { newNamespace, testAddress, testBundle } from './temporal.ts';

quietRuntime();

export interface EngineOptions {
  /** Default: the dev server of this run. */
  readonly address?: string;
  /** Default: a new namespace, with the search attributes of the product. */
  readonly namespace?: string;
  /** Default: a new database. */
  readonly databaseUrl?: string;
  readonly clock?: Clock;
  readonly maxCachedWorkflows?: number;
  /** Ways out of the house; none by default. */
  readonly senders?: readonly Sender[];
  /** Changes activities before the worker gets them. */
  readonly wrap?: (activities: Activities) => Activities;
}

export interface Sending {
  readonly commandId?: string;
  readonly expectedVersion?: number;
  readonly timeoutMs?: number;
}

export interface Engine {
  readonly client: Client;
  readonly connection: Connection;
  readonly namespace: string;
  readonly databaseUrl: string;
  readonly db: Db;
  readonly store: EventStore;
  readonly clock: Clock;
  startWorker(): Promise<void>;
  stopWorker(): Promise<void>;
  send(stream: string, by: Actor, at: Instant, command: Command, sending?: Sending): Promise<SendResult>;
  events(stream: string): Promise<StoredEvent[]>;
  close(): Promise<void>;
}

export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
  const address = options.address ?? testAddress();
  const connection = await connectTemporal({ address });
  const native = await NativeConnection.connect({ address });
  const namespace = options.namespace ?? (await newNamespace(connection));
  if (options.namespace === undefined) await ensureSearchAttributes(connection, namespace);
  const client = new Client({ connection, namespace });
  const databaseUrl = options.databaseUrl ?? (await cloneDatabase()).url;
  const db = connect({ url: databaseUrl, connectTimeout: 2_000 });
  const store = createEventStore(db);
  const clock = options.clock ?? createClock();
  const { wrap = (activities) => activities, maxCachedWorkflows = 100, senders = [] } = options;
  const delivery = { senders, publicUrl: 'https://san-sang.lan', db };
  const bundlePath = await testBundle();
  let worker: Worker | null = null;
  let running: Promise<void> = Promise.resolve();

  const stopWorker = async (): Promise<void> => {
    if (worker === null) return;
    worker.shutdown();
    worker = null;
    await running;
  };
  const startWorker = async (): Promise<void> => {
    const activities = wrap(createActivities({ store, client, clock, delivery }));
    worker = await createWorker({ connection: native, namespace, activities, bundlePath, maxCachedWorkflows });
    running = worker.run();
  };
  await startWorker();

  return {
    client,
    connection,
    namespace,
    databaseUrl,
    db,
    store,
    clock,
    startWorker,
    stopWorker,
    send: (stream, by, at, command, { commandId = randomUUID(), expectedVersion, timeoutMs = 10_000 } = {}) => {
      const envelope: Envelope = {
        stream: StreamId.parse(stream),
        commandId,
        command,
        at,
        by,
        origin: 'person',
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      };
      return sendCommand(client, envelope, { timeoutMs });
    },
    events: (stream) => store.read(StreamId.parse(stream)),
    close: async () => {
      await stopWorker();
      await db.destroy();
      await native.close();
      await connection.close();
    },
  };
}

/** Waits until `probe` gives something; for what another process or Temporal does in its own time. */
export async function eventually<T>(probe: () => Promise<T | null | undefined | false>, withinMs = 15_000): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const value = await probe();
    if (value !== null && value !== undefined && value !== false) return value;
    if (performance.now() > end) throw new Error(`nothing came within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
