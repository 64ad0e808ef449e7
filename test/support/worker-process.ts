/** A worker in a process of its own, to be killed: `node worker-process.ts <address> <namespace> <database url> <bundle>`. */
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { createActivities, createClock, createWorker } from '../../activities/index.ts';
import { connect } from '../../db/connect.ts';
import { createEventStore } from '../../db/event-store.ts';
import { connectTemporal } from '../../workflows/connection.ts';
import { quietRuntime } from './quiet-runtime.ts';

quietRuntime();
const [address = '', namespace = '', url = '', bundlePath = ''] = process.argv.slice(2);
const client = new Client({ connection: await connectTemporal({ address }), namespace });
const activities = createActivities({ store: createEventStore(connect({ url })), client, clock: createClock() });
const worker = await createWorker({
  connection: await NativeConnection.connect({ address }),
  namespace,
  activities,
  bundlePath,
});
console.log('ready');
await worker.run();
