/** `npm run rewrap`: puts named rosters under another installation key, so that the old one can be destroyed. */
import { existsSync } from 'node:fs';
import { connect } from '../../../db/connect.ts';
import { rewrapKeys } from '../../../db/sealed/rewrap.ts';
import type { SealKey } from '../../../db/sealed/seal.ts';
import { acquireLock } from '../../../local/index.ts';
import { attachDatabase } from '../attach.ts';
import { CliError } from '../cli.ts';
import type { Command } from '../command.ts';
import { ownKeyFile, replaceOwnKey, sealKeyOf } from '../seal-key.ts';
import { dataDirOf, need } from '../settings.ts';

type Say = (line: string) => void;

interface Moved {
  readonly persons: number;
  readonly from: string;
  readonly to: string;
}

const move = async (from: SealKey, to: SealKey, say: Say): Promise<Moved> => {
  const { databaseUrl, close } = await attachDatabase(process.env, say);
  const db = connect({ url: databaseUrl, applicationName: 'san-sang rewrap', statementTimeout: 0 });
  try {
    return { persons: await rewrapKeys(db, from, to), from: from.id, to: to.id };
  } finally {
    await db.destroy();
    await close();
  }
};

/** Between two keys that the operator keeps. */
const moveGiven = (say: Say): Promise<Moved> => {
  const [from, to] = ['SAN_SANG_SEAL_KEY', 'SAN_SANG_SEAL_KEY_NEXT'].map((name) => {
    need(process.env, name);
    return sealKeyOf(process.env, name);
  });
  if (!from || !to || from.id === to.id)
    throw new CliError(2, 'Khóa mới phải khác khóa cũ.', 'The new key must differ from the old one.');
  return move(from, to, say);
};

/** From the key of DATA_DIR to a new one. Refused while `npm start` runs: what it sealed meanwhile would be lost. */
const moveOwn = async (dataDir: string, say: Say): Promise<Moved> => {
  if (!existsSync(ownKeyFile(dataDir)))
    throw new CliError(
      3,
      `Chưa đặt SAN_SANG_SEAL_KEY, và không có seal.key trong ${dataDir} (DATA_DIR).`,
      `SAN_SANG_SEAL_KEY is not set, and there is no seal.key in ${dataDir} (DATA_DIR).`,
    );
  const lock = acquireLock(dataDir);
  try {
    if (!process.env.DATABASE_URL && !process.env.MIGRATION_DATABASE_URL) lock.release(); // the database of DATA_DIR takes it
    return await replaceOwnKey(dataDir, (from, to) => move(from, to, say));
  } finally {
    lock.release();
  }
};

export const rewrapCommand: Command = {
  spec: {
    name: 'rewrap',
    vi: 'Đổi khóa niêm phong danh sách có tên. Đang dùng DATA_DIR/seal.key (npm start): dừng npm start rồi chạy, khóa mới thay khóa cũ trong tệp. Đang dùng SAN_SANG_SEAL_KEY: đổi sang SAN_SANG_SEAL_KEY_NEXT, khởi động lại bằng khóa mới và hủy khóa cũ. Sau đó bản sao lưu cũ không mở được nữa.',
    en: 'Changes the key of named rosters. With DATA_DIR/seal.key (npm start): stop npm start, then run this; a new key takes the place of the old one in the file. With SAN_SANG_SEAL_KEY: moves to SAN_SANG_SEAL_KEY_NEXT; restart with the new key and destroy the old one. After that no older backup opens any more.',
    example: 'SAN_SANG_SEAL_KEY=… SAN_SANG_SEAL_KEY_NEXT=$(openssl rand -base64 32) npm run rewrap',
  },
  main: async ({ say, print, pick }) => {
    const { SAN_SANG_SEAL_KEY: given, SAN_SANG_SEAL_KEY_NEXT: next } = process.env;
    const moved = given || next ? await moveGiven(say) : await moveOwn(dataDirOf(process.env), say);
    const { persons, from, to } = moved;
    print(
      moved,
      pick(`Đã chuyển ${persons} khóa từ ${from} sang ${to}.`, `${persons} keys moved from ${from} to ${to}.`),
    );
    return 0;
  },
};
