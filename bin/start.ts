/** `npm start`: the whole product on one machine. Composition only; each part lives in its own folder. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { recover } from '../activities/index.ts';
import { migrate } from '../db/migrate.ts';
import { rebuild } from '../db/rebuild.ts';
import { startMachine } from '../local/index.ts';
import { parsePlan } from '../rehearsal/plan.ts';
import { firstSignIns, oidcOf, openAccounts, publicUrlOf, tellSignIns, trustedProxiesOf } from './lib/accounts.ts';
import { ownAuthSecret } from './lib/auth-secret.ts';
import { CliError, runCli } from './lib/cli.ts';
import { closeDelivery, deliveryOf, startDeliveryWatch, tellDelivery } from './lib/delivery.ts';
import { connectTemporal, startWorker } from './lib/engine.ts';
import { filesOf } from './lib/files.ts';
import { createLifetime } from './lib/lifetime.ts';
import { buildPage } from './lib/page.ts';
import { createReadiness, type Part } from './lib/readiness.ts';
import { startRetention } from './lib/retention.ts';
import { isLoading, loadSample } from './lib/sample.ts';
import { ownSealKey } from './lib/seal-key.ts';
import { type Address, serve } from './lib/serve.ts';
import { addressOf, addressUrl, dataDirOf } from './lib/settings.ts';
import { openStore } from './lib/store.ts';

const SAMPLE = new URL('../examples/tam-ky-2022.json', import.meta.url);

/** A taken port is told before minutes are spent on starting servers. */
const requireFreePort = ({ host, port }: Address): Promise<void> =>
  new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? new CliError(
              1,
              `Cổng ${host}:${port} đang bị chương trình khác dùng. Đặt PORT khác.`,
              `Port ${host}:${port} is used by another program. Set another PORT.`,
            )
          : new CliError(
              1,
              `Không mở được ${host}:${port}: ${error.message}`,
              `Cannot listen on ${host}:${port}: ${error.message}`,
            ),
      ),
    );
    probe.listen({ host, port }, () => probe.close(() => done()));
  });

await runCli(
  {
    name: 'start',
    vi: 'Chạy Sẵn Sàng trên máy này: PostgreSQL, Temporal, worker và HTTP. Lần đầu nạp mùa diễn tập mẫu Tam Kỳ 2022.',
    en: 'Runs Sẵn Sàng on this machine: PostgreSQL, Temporal, worker and HTTP. The first start loads the Tam Kỳ 2022 sample.',
    options: {
      empty: { type: 'boolean', vi: 'không nạp dữ liệu mẫu', en: 'load no sample' },
      'api-only': {
        type: 'boolean',
        vi: 'không dựng và không phục vụ trang web',
        en: 'neither build nor serve the page',
      },
    },
    example: 'PORT=9090 DATA_DIR=/srv/san-sang npm start -- --empty',
  },
  async ({ flag, say, pick, print }) => {
    const { env } = process;
    const address = addressOf(env);
    // what cannot be is told before anything starts
    const [publicUrl, trustedProxies, files] = [publicUrlOf(env), trustedProxiesOf(env), filesOf(env, dataDirOf(env))];
    oidcOf(env);
    const outlets = deliveryOf(env);
    await requireFreePort(address);
    const page = flag('api-only') ? null : await buildPage();
    const life = createLifetime(say);
    try {
      const machine = await startMachine({ dataDir: dataDirOf(env), env, log: say, ui: true });
      life.onStop(() => machine.stop());
      const { applied, rebuildNeeded } = await migrate(env.MIGRATION_DATABASE_URL || machine.databaseUrl);
      if (applied.length > 0) say(`${pick('Đã cập nhật bảng', 'Tables updated')}: ${applied.join(', ')}`);
      if (rebuildNeeded) await rebuild(env.MIGRATION_DATABASE_URL || machine.databaseUrl);

      const opened = await openStore(machine.databaseUrl, 'san-sang');
      life.onStop(() => opened.db.destroy());
      const temporal = await connectTemporal({
        address: machine.temporalAddress,
        namespace: machine.temporalNamespace,
      });
      life.onStop(() => temporal.close());

      const isNew = (await opened.store.head()).position === 0;
      const wantsSample = isLoading(opened) || (isNew && opened.sample === null && !flag('empty'));
      if (wantsSample) opened.clock.set({ held: true });
      const delivery = { ...outlets, publicUrl: publicUrl ?? addressUrl(address), db: opened.db };
      life.onStop(async () => closeDelivery(delivery));
      const worker = await startWorker(temporal, opened, join(machine.dataDir, 'cache'), delivery);
      life.onStop(() => worker.stop());
      const watch = startDeliveryWatch(opened, temporal, delivery, say);
      life.onStop(() => watch.stop());
      const retention = startRetention(opened, temporal, say);
      life.onStop(() => retention.stop());

      let loading: Part | null = wantsSample ? { name: 'sample', ok: false, detail: 'waiting' } : null;
      const parts = (): Part[] => [
        ...machine.parts
          .filter((part) => part.embedded)
          .map(({ name, state }) => ({ name: `embedded ${name}`, ok: state === 'ready', detail: state })),
        ...(loading ? [loading] : []),
      ];
      const readiness = createReadiness(opened.db, temporal, parts);
      const sealed = ownSealKey(env, machine.dataDir);
      let sample = opened.sample;
      const { accounts, close } = openAccounts({
        ...{ env, opened, address, say },
        databaseUrl: machine.databaseUrl,
        secret: ownAuthSecret(env, machine.dataDir),
        sample: () => (loading ? null : sample),
      });
      life.onStop(close);
      const server = await serve({
        ...{ opened, temporal, address, accounts, readiness, sealed, files, publicUrl, trustedProxies, say },
        delivery: outlets,
        ...(page ? { pageRoot: page.root } : {}),
      });
      life.onStop(() => server.close());

      const running = join(machine.dataDir, 'running.json');
      writeFileSync(
        running,
        JSON.stringify({
          pid: process.pid,
          databaseUrl: machine.databaseUrl,
          temporalAddress: machine.temporalAddress,
          temporalNamespace: machine.temporalNamespace,
          http: server.url,
        }),
        { mode: 0o600 },
      );
      life.onStop(async () => rmSync(running, { force: true }));

      if (wantsSample) {
        say(
          pick(
            'Đang nạp mùa diễn tập mẫu Tam Kỳ 2022 bằng chính các lệnh của Hệ thống…',
            'Loading the Tam Kỳ 2022 sample through the real commands…',
          ),
        );
        let shown = 0;
        const plan = parsePlan(JSON.parse(readFileSync(SAMPLE, 'utf8')));
        await loadSample(plan, opened, temporal, (done, total) => {
          loading = { name: 'sample', ok: false, detail: `${done}/${total}` };
          if (done - shown >= total / 10 || done === total) {
            shown = done;
            say(`  ${Math.round((100 * done) / total)}% ${done}/${total}`);
          }
        });
        loading = null;
        sample = plan.name;
      } else {
        const { started, streams } = await recover({
          db: opened.db,
          store: opened.store,
          client: temporal.client,
          wake: false,
        });
        if (started > 0)
          say(
            pick(
              `Đã dựng lại ${started}/${streams} quy trình từ sổ sự kiện.`,
              `Brought ${started} of ${streams} workflows back from the ledger.`,
            ),
          );
      }

      say(
        `${pick('Dữ liệu', 'Data')}: ${machine.dataDir} · PostgreSQL: ${env.DATABASE_URL ? 'DATABASE_URL' : 'embedded'} · Temporal: ${machine.temporalAddress}${machine.uiUrl ? ` · ${pick('trang Temporal', 'Temporal page')}: ${machine.uiUrl}` : ''}`,
      );
      say(
        `${pick('Giờ nghiệp vụ', 'Business time')}: ${opened.clock.businessNow()}${sample !== null ? pick(' (đồng hồ của dữ liệu mẫu)', " (the sample's clock)") : ''}`,
      );
      say(tellDelivery(outlets, pick));
      const signIns = await firstSignIns(accounts, address, env);
      print(
        { url: server.url, docs: `${server.url}/docs`, signIns },
        [...tellSignIns(signIns, pick), `${pick('Sẵn sàng', 'Ready')}: ${server.url} · ${server.url}/docs`].join('\n'),
      );

      const failed = Promise.withResolvers<never>();
      machine.onFailure(({ name, logTail }) =>
        failed.reject(
          new CliError(
            3,
            `${name} ngừng và không chạy lại được.\n${logTail}`,
            `${name} ended and could not be brought back.\n${logTail}`,
          ),
        ),
      );
      await Promise.race([life.asked, failed.promise, worker.ended]);
      say(pick('Đang dừng…', 'Stopping…'));
      return 0;
    } finally {
      await life.stop();
    }
  },
);
