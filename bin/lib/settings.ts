/** The environment of the product (README, "Settings"), read once and checked. */
import { resolve } from 'node:path';
import { CliError } from './cli.ts';
import type { Address } from './serve.ts';

export type Env = Readonly<Record<string, string | undefined>>;

export const dataDirOf = (env: Env): string => resolve(env.DATA_DIR || '.data');

/** Where HTTP listens: HOST and PORT; 127.0.0.1:8080 unless said. Throws usage errors. */
export const addressOf = (env: Env): Address => {
  const port = Number(env.PORT || '8080');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new CliError(2, `PORT không hợp lệ: ${env.PORT}`, `PORT is not a port: ${env.PORT}`);
  return { host: env.HOST || '127.0.0.1', port };
};

/** The address as people on this machine open it. */
export const addressUrl = ({ host, port }: Address): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** A variable without which this process cannot do its work. */
export const need = (env: Env, name: string): string => {
  const value = env[name];
  if (!value) throw new CliError(3, `Thiếu biến môi trường ${name}.`, `The environment variable ${name} is not set.`);
  return value;
};

/** A whole http(s) address; undefined when it is not set. Throws a usage error. */
export const httpUrlOf = (env: Env, name: string): string | undefined => {
  const text = env[name];
  if (!text) return undefined;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new CliError(2, `${name} phải là địa chỉ http(s) đầy đủ.`, `${name} must be a whole http(s) address.`);
  return text;
};

export const namespaceOf = (env: Env): string => env.TEMPORAL_NAMESPACE || 'default';
