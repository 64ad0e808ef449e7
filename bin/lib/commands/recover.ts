/** `npm run recover`: brings every open workflow back from its stream, whatever became of Temporal's own data. */

import type { Connection } from '@temporalio/client';
import { ensureSearchAttributes, recover } from '../../../activities/index.ts';
import { attachEngine } from '../attach.ts';
import type { Command } from '../command.ts';
import { connectTemporal } from '../engine.ts';
import { createLifetime } from '../lifetime.ts';
import { openStore } from '../store.ts';

export const recoverCommand: Command = {
  spec: {
    name: 'recover',
    vi: 'Dựng lại mọi quy trình đang mở từ sổ sự kiện (sau khi mất dữ liệu Temporal). Không nhắc lại điều đã nhắc. Lặp lại an toàn.',
    en: 'Brings every open workflow back from the ledger (after Temporal lost its data). Reminds nobody twice. Safe to repeat.',
  },
  main: async ({ say, print, pick }) => {
    const life = createLifetime(say);
    try {
      const attached = await attachEngine(process.env, say);
      life.onStop(() => attached.close());
      const { db, store } = await openStore(attached.databaseUrl, 'san-sang recover');
      life.onStop(() => db.destroy());
      const temporal = await connectTemporal({ address: attached.temporalAddress, namespace: attached.namespace });
      life.onStop(() => temporal.close());
      await ensureSearchAttributes(temporal.client.connection as Connection, attached.namespace); // made by connectTemporal
      const report = await recover({ db, store, client: temporal.client, wake: true, log: say });
      print(
        report,
        pick(
          `${report.streams} hồ sơ đang mở: dựng lại ${report.started}, đang chạy sẵn ${report.present}.`,
          `${report.streams} open files: ${report.started} brought back, ${report.present} were running.`,
        ),
      );
      return 0;
    } finally {
      await life.stop();
    }
  },
};
