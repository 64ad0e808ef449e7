/**
 * A worker in a process of its own, to be killed: `node worker-process.ts <address> <namespace> <database url> <bundle> [<smtp port>]`.
 */
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { createActivities, createClock, createWorker } from '../../activities/index.ts';
import { connect } from '../../db/connect.ts';
import { createEventStore } from '../../db/event-store.ts';
import { createMailer } from '../../delivery/index.ts';
import { connectTemporal } from '../../workflows/connection.ts';
import { quietRuntime } from './quiet-runtime.ts';

quietRuntime();
const [address = '', namespace = '', url = '', bundlePath = '', smtp] = process.argv.slice(2);
const client = new Client({ connection: await connectTemporal({ address }), namespace });
const db = connect({ url });
const senders = smtp
  ? [
      createMailer({
        host: '127.0.0.1',
        port: Number(smtp),
        tls: 'off',
        from: 'san-sang@tam-ky.example',
        perSecond: 1_000,
      }),
    ]
  : [];
const activities = createActivities({
  store: createEventStore(db),
  client,
  clock: createClock(),
  delivery: { senders, db },
});
const worker = await createWorker({
  connection: await NativeConnection.connect({ address }),
  namespace,
  activities,
  bundlePath,
});
console.log('ready');
await worker.run();
