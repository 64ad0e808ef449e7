/** Where this process has the key of named rosters from. It is never in the database. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSealKey, parseSealKey, type SealKey } from '../../db/sealed/seal.ts';
import { writeAtomic } from '../../local/files.ts';
import { CliError } from './cli.ts';

type Env = Readonly<Record<string, string | undefined>>;

const parsed = (text: string, where: string): SealKey => {
  try {
    return parseSealKey(text);
  } catch {
    throw new CliError(
      2,
      `Khóa niêm phong ở ${where} phải là 32 byte viết bằng base64 (tạo bằng: openssl rand -base64 32).`,
      `The seal key in ${where} must be 32 bytes in base64 (make one with: openssl rand -base64 32).`,
    );
  }
};

/** Of a variable of the environment; null when it is not set. Throws a usage error for what is not a key. */
export const sealKeyOf = (env: Env, name = 'SAN_SANG_SEAL_KEY'): SealKey | null =>
  env[name] ? parsed(env[name], name) : null;

/** Of SAN_SANG_SEAL_KEY; else of DATA_DIR/seal.key, which is made at first use, for its owner's eyes only. */
export const ownSealKey = (env: Env, dataDir: string): SealKey => {
  const given = sealKeyOf(env);
  if (given) return given;
  const path = join(dataDir, 'seal.key');
  if (!existsSync(path)) writeAtomic(path, `${newSealKey()}\n`, 0o600);
  return parsed(readFileSync(path, 'utf8'), path);
};
