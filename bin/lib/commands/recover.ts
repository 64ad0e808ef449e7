/** `npm run recover`: brings every open workflow back from its stream, whatever became of Temporal's own data. */

import type { Connection } from '@temporalio/client';
import { ensureSearchAttributes, recover, wakeDeliveries } from '../../../activities/index.ts';
import { attachEngine } from '../attach.ts';
import type { Command } from '../command.ts';
import { deliveryOf } from '../delivery.ts';
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
      const { db, store, clock } = await openStore(attached.databaseUrl, 'san-sang recover');
      life.onStop(() => db.destroy());
      const temporal = await connectTemporal({ address: attached.temporalAddress, namespace: attached.namespace });
      life.onStop(() => temporal.close());
      await ensureSearchAttributes(temporal.client.connection as Connection, attached.namespace); // made by connectTemporal
      const report = await recover({ db, store, client: temporal.client, wake: true, log: say });
      const channels = await wakeDeliveries(
        { db, client: temporal.client },
        deliveryOf(process.env),
        clock.businessNow(),
      );
      print(
        { ...report, channels },
        pick(
          `${report.streams} hồ sơ đang mở: dựng lại ${report.started}, đang chạy sẵn ${report.present}; ${channels} kênh gửi tin có tin đang chờ.`,
          `${report.streams} open files: ${report.started} brought back, ${report.present} were running; ${channels} channels have messages waiting.`,
        ),
      );
      return 0;
    } finally {
      await life.stop();
    }
  },
};
