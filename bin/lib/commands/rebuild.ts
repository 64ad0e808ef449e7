/** `npm run rebuild`: builds the read tables anew from the events, compares, and puts them in place. */
import { rebuild } from '../../../db/rebuild.ts';
import { attachDatabase } from '../attach.ts';
import type { Command } from '../command.ts';

export const rebuildCommand: Command = {
  spec: {
    name: 'rebuild',
    vi: 'Dựng lại các bảng đọc từ sự kiện, so từng byte với bảng đang dùng rồi thay. Làm việc được khi đang ghi.',
    en: 'Rebuilds the read tables from the events, compares byte for byte and swaps. Works while commands are written.',
    options: { 'dry-run': { type: 'boolean', vi: 'chỉ so, không thay', en: 'compare only, do not swap' } },
  },
  main: async ({ flag, say, progress, print, pick }) => {
    const { ownerUrl, close } = await attachDatabase(process.env, say);
    try {
      const report = await rebuild(ownerUrl, {
        swap: !flag('dry-run'),
        onProgress: ({ events, head }) => progress(events, head, pick('sự kiện', 'events')),
      });
      const lines = report.tables.map(
        ({ table, rows, equal }) =>
          `${table.padEnd(20)} ${String(rows).padStart(8)}  ${equal ? pick('giống', 'equal') : pick('KHÁC', 'DIFFERENT')}`,
      );
      print({ ...report, ok: report.equal }, [`${report.events} ${pick('sự kiện', 'events')}`, ...lines].join('\n'));
      return report.equal ? 0 : 1;
    } finally {
      await close();
    }
  },
};
