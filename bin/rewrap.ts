/** `npm run rewrap`: puts named rosters under another installation key, so that the old one can be destroyed. */
import { connect } from '../db/connect.ts';
import { rewrapKeys } from '../db/sealed/rewrap.ts';
import { attachDatabase } from './lib/attach.ts';
import { CliError, runCli } from './lib/cli.ts';
import { sealKeyOf } from './lib/seal-key.ts';
import { need } from './lib/settings.ts';

await runCli(
  {
    name: 'rewrap',
    vi: 'Đổi khóa niêm phong danh sách có tên: từ SAN_SANG_SEAL_KEY sang SAN_SANG_SEAL_KEY_NEXT. Sau đó khởi động lại bằng khóa mới và hủy khóa cũ: bản sao lưu cũ không mở được nữa.',
    en: 'Changes the key of named rosters, from SAN_SANG_SEAL_KEY to SAN_SANG_SEAL_KEY_NEXT. Then restart with the new key and destroy the old one: no older backup opens any more.',
    example: 'SAN_SANG_SEAL_KEY=… SAN_SANG_SEAL_KEY_NEXT=$(openssl rand -base64 32) npm run rewrap',
  },
  async ({ say, print, pick }) => {
    const [from, to] = ['SAN_SANG_SEAL_KEY', 'SAN_SANG_SEAL_KEY_NEXT'].map((name) => {
      need(process.env, name);
      return sealKeyOf(process.env, name);
    });
    if (!from || !to || from.id === to.id)
      throw new CliError(2, 'Khóa mới phải khác khóa cũ.', 'The new key must differ from the old one.');
    const { databaseUrl, close } = await attachDatabase(process.env, say);
    const db = connect({ url: databaseUrl, applicationName: 'san-sang rewrap', statementTimeout: 0 });
    try {
      const persons = await rewrapKeys(db, from, to);
      print(
        { persons, from: from.id, to: to.id },
        pick(
          `Đã chuyển ${persons} khóa từ ${from.id} sang ${to.id}.`,
          `${persons} keys moved from ${from.id} to ${to.id}.`,
        ),
      );
      return 0;
    } finally {
      await db.destroy();
      await close();
    }
  },
);
