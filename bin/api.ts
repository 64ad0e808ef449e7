/** The HTTP side of production. Start as many as are needed, behind a reverse proxy that ends TLS. */
import { firstSignIns, oidcOf, openAccounts, publicUrlOf, tellSignIns, trustedProxiesOf } from './lib/accounts.ts';
import { authSecretOf } from './lib/auth-secret.ts';
import { runCli } from './lib/cli.ts';
import { deliveryOf } from './lib/delivery.ts';
import { connectTemporal } from './lib/engine.ts';
import { filesOf } from './lib/files.ts';
import { createLifetime } from './lib/lifetime.ts';
import { buildPage } from './lib/page.ts';
import { createReadiness } from './lib/readiness.ts';
import { sealKeyOf } from './lib/seal-key.ts';
import { serve } from './lib/serve.ts';
import { addressOf, dataDirOf, namespaceOf, need } from './lib/settings.ts';
import { openStore } from './lib/store.ts';

await runCli(
  {
    name: 'api',
    vi: 'Chạy máy chủ HTTP: cần DATABASE_URL, TEMPORAL_ADDRESS và SAN_SANG_AUTH_SECRET.',
    en: 'Runs the HTTP server; needs DATABASE_URL, TEMPORAL_ADDRESS and SAN_SANG_AUTH_SECRET.',
  },
  async ({ say, print, pick }) => {
    const env = process.env;
    const databaseUrl = need(env, 'DATABASE_URL');
    const temporalAddress = need(env, 'TEMPORAL_ADDRESS');
    const address = addressOf(env);
    const sealed = sealKeyOf(env);
    const secret = authSecretOf(env);
    const [publicUrl, trustedProxies, files] = [publicUrlOf(env), trustedProxiesOf(env), filesOf(env, dataDirOf(env))];
    oidcOf(env);
    const delivery = deliveryOf(env);
    const { root: pageRoot } = await buildPage();
    const life = createLifetime(say);
    try {
      const opened = await openStore(databaseUrl, 'san-sang api');
      life.onStop(() => opened.db.destroy());
      const temporal = await connectTemporal({ address: temporalAddress, namespace: namespaceOf(env) });
      life.onStop(() => temporal.close());
      const readiness = createReadiness(opened.db, temporal);
      const { accounts, close } = openAccounts({
        ...{ env, opened, databaseUrl, address, secret, say },
        sample: () => opened.sample,
      });
      life.onStop(close);
      const server = await serve({
        ...{ opened, temporal, address, accounts, readiness, sealed, files, publicUrl, trustedProxies, pageRoot, say },
        delivery,
      });
      life.onStop(() => server.close());
      const signIns = await firstSignIns(accounts, address, env);
      print(
        { url: server.url, signIns },
        [...tellSignIns(signIns, pick), `${pick('Sẵn sàng', 'Ready')}: ${server.url}`].join('\n'),
      );
      await life.asked;
      return 0;
    } finally {
      await life.stop();
    }
  },
);
