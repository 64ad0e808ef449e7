/** A worker of production: carries commands and rings alarms. Start as many as are needed. */
import { fileURLToPath } from 'node:url';
import { recover } from '../activities/index.ts';
import { publicUrlOf } from './lib/accounts.ts';
import { runCli } from './lib/cli.ts';
import { closeDelivery, deliveryOf, startDeliveryWatch, tellDelivery } from './lib/delivery.ts';
import { connectTemporal, startWorker } from './lib/engine.ts';
import { createLifetime } from './lib/lifetime.ts';
import { startRetention } from './lib/retention.ts';
import { namespaceOf, need } from './lib/settings.ts';
import { openStore } from './lib/store.ts';

await runCli(
  {
    name: 'worker',
    vi: 'Chạy một worker: cần DATABASE_URL và TEMPORAL_ADDRESS.',
    en: 'Runs one worker; needs DATABASE_URL and TEMPORAL_ADDRESS.',
  },
  async ({ say, pick }) => {
    const env = process.env;
    const databaseUrl = need(env, 'DATABASE_URL');
    const address = need(env, 'TEMPORAL_ADDRESS');
    const outlets = deliveryOf(env);
    const life = createLifetime(say);
    try {
      const opened = await openStore(databaseUrl, 'san-sang worker');
      life.onStop(() => opened.db.destroy());
      const temporal = await connectTemporal({ address, namespace: namespaceOf(env) });
      life.onStop(() => temporal.close());
      const delivery = { ...outlets, publicUrl: publicUrlOf(env), db: opened.db };
      life.onStop(async () => closeDelivery(delivery));
      const worker = await startWorker(temporal, opened, fileURLToPath(new URL('../dist', import.meta.url)), delivery);
      life.onStop(() => worker.stop());
      const watch = startDeliveryWatch(opened, temporal, delivery, say);
      life.onStop(() => watch.stop());
      const retention = startRetention(opened, temporal, say);
      life.onStop(() => retention.stop());
      const { streams, started } = await recover({
        db: opened.db,
        store: opened.store,
        client: temporal.client,
        wake: false,
      });
      say(tellDelivery(outlets, pick));
      say(
        pick(
          `Worker sẵn sàng; ${streams} hồ sơ đang mở, dựng lại ${started}.`,
          `Worker ready; ${streams} open files, ${started} brought back.`,
        ),
      );
      await Promise.race([life.asked, worker.ended]);
      return 0;
    } finally {
      await life.stop();
    }
  },
);
