/** Where this process has the secret of sessions from: it signs cookies and seals second factors, and is in no database. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomic } from '../../local/files.ts';
import { CliError } from './cli.ts';

type Env = Readonly<Record<string, string | undefined>>;

const NAME = 'SAN_SANG_AUTH_SECRET';
const SHORTEST = 32;

const checked = (text: string, where: string): string => {
  const secret = text.trim();
  if (secret.length < SHORTEST)
    throw new CliError(
      2,
      `Bí mật phiên ở ${where} phải dài ít nhất ${SHORTEST} ký tự (tạo bằng: openssl rand -base64 32).`,
      `The session secret in ${where} must have at least ${SHORTEST} characters (make one with: openssl rand -base64 32).`,
    );
  return secret;
};

/** Of SAN_SANG_AUTH_SECRET; null when it is not set. Every process of one installation needs the same. */
export const authSecretOf = (env: Env): string | null => (env[NAME] ? checked(env[NAME], NAME) : null);

/** Of SAN_SANG_AUTH_SECRET; else of DATA_DIR/auth-secret, which is made at first use, for its owner's eyes only. */
export const ownAuthSecret = (env: Env, dataDir: string): string => {
  const given = authSecretOf(env);
  if (given) return given;
  const path = join(dataDir, 'auth-secret');
  if (!existsSync(path)) writeAtomic(path, `${randomBytes(32).toString('base64')}\n`, 0o600);
  return checked(readFileSync(path, 'utf8'), path);
};
