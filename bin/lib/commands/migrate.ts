/** `npm run migrate`: brings the tables to this version, under the role that owns them. */
import { migrate } from '../../../db/migrate.ts';
import { rebuild } from '../../../db/rebuild.ts';
import { attachDatabase } from '../attach.ts';
import type { Command } from '../command.ts';

export const migrateCommand: Command = {
  spec: {
    name: 'migrate',
    vi: 'Cập nhật bảng của cơ sở dữ liệu (MIGRATION_DATABASE_URL, DATABASE_URL hoặc DATA_DIR). Lặp lại an toàn.',
    en: 'Brings the database up to date (MIGRATION_DATABASE_URL, DATABASE_URL or DATA_DIR). Safe to repeat.',
  },
  main: async ({ say, print, pick }) => {
    const { ownerUrl, close } = await attachDatabase(process.env, say);
    try {
      const { applied, rebuildNeeded } = await migrate(ownerUrl);
      if (rebuildNeeded) await rebuild(ownerUrl);
      const done = [
        ...applied,
        ...(rebuildNeeded ? [pick('Đã dựng lại các bảng đọc.', 'The read tables were built anew.')] : []),
      ];
      print(
        { applied, rebuilt: rebuildNeeded },
        done.length > 0 ? done.join('\n') : pick('Không có gì phải cập nhật.', 'Nothing to do.'),
      );
      return 0;
    } finally {
      await close();
    }
  },
};
