/** The HTTP side of production. Start as many as are needed, behind a reverse proxy that ends TLS. */
import { runCli } from './lib/cli.ts';
import { connectTemporal } from './lib/engine.ts';
import { createLifetime } from './lib/lifetime.ts';
import { createReadiness } from './lib/readiness.ts';
import { sealKeyOf } from './lib/seal-key.ts';
import { serve } from './lib/serve.ts';
import { addressOf, namespaceOf, need } from './lib/settings.ts';
import { openStore } from './lib/store.ts';

await runCli(
  {
    name: 'api',
    vi: 'Chạy máy chủ HTTP: cần DATABASE_URL và TEMPORAL_ADDRESS.',
    en: 'Runs the HTTP server; needs DATABASE_URL and TEMPORAL_ADDRESS.',
  },
  async ({ say, print, pick }) => {
    const env = process.env;
    const databaseUrl = need(env, 'DATABASE_URL');
    const temporalAddress = need(env, 'TEMPORAL_ADDRESS');
    const address = addressOf(env);
    const sealed = sealKeyOf(env);
    const life = createLifetime(say);
    try {
      const opened = await openStore(databaseUrl, 'san-sang api');
      life.onStop(() => opened.db.destroy());
      const temporal = await connectTemporal({ address: temporalAddress, namespace: namespaceOf(env) });
      life.onStop(() => temporal.close());
      const readiness = createReadiness(opened.db, temporal);
      const server = await serve({ opened, temporal, address, identify: async () => null, readiness, sealed });
      life.onStop(() => server.close());
      print({ url: server.url }, `${pick('Sẵn sàng', 'Ready')}: ${server.url}`);
      await life.asked;
      return 0;
    } finally {
      await life.stop();
    }
  },
);
