/** Where this process has the secret of sessions from: it signs cookies and seals second factors, and is in no database. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { CliError } from './cli.ts';
import { readOrMake } from './own-file.ts';
import { type Env, need } from './settings.ts';

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

/** Of SAN_SANG_AUTH_SECRET, which every process of one installation needs alike. Throws a usage error when it is not set. */
export const authSecretOf = (env: Env): string => checked(need(env, NAME), NAME);

/** Of SAN_SANG_AUTH_SECRET; else of DATA_DIR/auth-secret, which is made at first use, for its owner's eyes only. */
export const ownAuthSecret = (env: Env, dataDir: string): string => {
  if (env[NAME]) return authSecretOf(env);
  const path = join(dataDir, 'auth-secret');
  return checked(
    readOrMake(path, () => randomBytes(32).toString('base64')),
    path,
  );
};
