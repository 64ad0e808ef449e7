/** Where this process has the key of named rosters from. It is never in the database. */
import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { newSealKey, parseSealKey, type SealKey } from '../../db/sealed/seal.ts';
import { CliError } from './cli.ts';
import { readOrMake } from './own-file.ts';
import type { Env } from './settings.ts';

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

export const ownKeyFile = (dataDir: string): string => join(dataDir, 'seal.key');

const readOrMakeKey = (path: string): SealKey => parsed(readOrMake(path, newSealKey), path);

/** Of SAN_SANG_SEAL_KEY; else of DATA_DIR/seal.key, which is made at first use. */
export const ownSealKey = (env: Env, dataDir: string): SealKey => sealKeyOf(env) ?? readOrMakeKey(ownKeyFile(dataDir));

/**
 * Puts a new key into DATA_DIR/seal.key after `change` has moved what the old one sealed; the old one is gone then. When
 * it breaks off, the new key waits in seal.key.next, and the next call takes it up: `change` must bear being repeated.
 */
export const replaceOwnKey = async <T>(
  dataDir: string,
  change: (from: SealKey, to: SealKey) => Promise<T>,
): Promise<T> => {
  const path = ownKeyFile(dataDir);
  const from = parsed(readFileSync(path, 'utf8'), path);
  const done = await change(from, readOrMakeKey(`${path}.next`));
  renameSync(`${path}.next`, path);
  return done;
};
