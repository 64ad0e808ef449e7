/** Temporal as this process sees it: a client, and a worker when one is asked for. */
import { Client, type Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import {
  type Clock,
  createActivities,
  createWorker,
  type DeliverySettings,
  ensureSearchAttributes,
  workflowBundle,
} from '../../activities/index.ts';
import type { EventStore } from '../../db/event-store.ts';
import { connectTemporal as connect } from '../../workflows/connection.ts';
import { TASK_QUEUE } from '../../workflows/contract.ts';

export interface EngineAddress {
  readonly address: string;
  readonly namespace: string;
}

export interface TemporalClient extends EngineAddress {
  readonly client: Client;
  /** Whether somebody works on the task queue now. */
  isWorked(): Promise<boolean>;
  close(): Promise<void>;
}

/** Throws when nothing answers at the address within 10 seconds. */
export async function connectTemporal({ address, namespace }: EngineAddress): Promise<TemporalClient> {
  const connection = await connect({ address, connectTimeout: '10s' });
  const client = new Client({ connection, namespace });
  return {
    address,
    namespace,
    client,
    isWorked: async () => {
      const { pollers } = await client.withDeadline(Date.now() + 3_000, () =>
        connection.workflowService.describeTaskQueue({ namespace, taskQueue: { name: TASK_QUEUE }, taskQueueType: 1 }),
      );
      return (pollers?.length ?? 0) > 0;
    },
    close: () => connection.close(),
  };
}

export interface RunningWorker {
  /** Settles when the worker ends; rejects when it failed. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts a worker: registers the search attributes, builds or finds the workflow bundle, polls. */
export async function startWorker(
  temporal: TemporalClient,
  { store, clock }: { readonly store: EventStore; readonly clock: Clock },
  bundleDir: string,
  delivery?: DeliverySettings,
): Promise<RunningWorker> {
  const { client, address, namespace } = temporal;
  Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] });
  const [bundlePath, native] = await Promise.all([
    workflowBundle({ cacheDir: bundleDir }),
    NativeConnection.connect({ address }),
    ensureSearchAttributes(client.connection as Connection, namespace), // made by connectTemporal
  ]);
  const worker = await createWorker({
    connection: native,
    namespace,
    activities: createActivities({ store, client, clock, ...(delivery ? { delivery } : {}) }),
    bundlePath,
  });
  const ended = worker.run().finally(() => native.close());
  ended.catch(() => {}); // told by whoever awaits `ended`
  return {
    ended,
    stop: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await ended.catch(() => {});
    },
  };
}
