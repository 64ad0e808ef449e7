/** Accounts as this process has them: their own pool, their settings, and what is told at the start. */
import { isIP } from 'node:net';
import { type Accounts, createAccounts, createFirstAdministrator, type Oidc } from '../../accounts/index.ts';
import { ensureSampleAccounts } from '../../accounts/sample.ts';
import { organisationNow } from '../../api/queries/names.ts';
import { connect } from '../../db/connect.ts';
import { CliError } from './cli.ts';
import { everyHour } from './hourly.ts';
import type { Address } from './serve.ts';
import { addressUrl, type Env, httpUrlOf, need } from './settings.ts';
import type { Opened } from './store.ts';

/** PUBLIC_URL: the address under which people reach this service, e.g. https://san-sang.lan. Throws a usage error. */
export const publicUrlOf = (env: Env): string | undefined => {
  const url = httpUrlOf(env, 'PUBLIC_URL');
  return url === undefined ? undefined : new URL(url).origin;
};

const PROXY_RANGES = ['loopback', 'linklocal', 'uniquelocal'];

/** TRUSTED_PROXIES: addresses or ranges, by commas, whose X-Forwarded-For is believed. Throws a usage error for a name. */
export const trustedProxiesOf = (env: Env): readonly string[] => {
  const proxies = (env.TRUSTED_PROXIES ?? '').split(',').flatMap((each) => each.trim() || []);
  const wrong = proxies.find((each) => !PROXY_RANGES.includes(each) && isIP(each.replace(/\/\d{1,3}$/, '')) === 0);
  if (wrong !== undefined)
    throw new CliError(
      2,
      `TRUSTED_PROXIES phải là địa chỉ IP hoặc dải địa chỉ: ${wrong}`,
      `TRUSTED_PROXIES must be IP addresses or ranges: ${wrong}`,
    );
  return proxies;
};

/** OIDC_ISSUER and its companions; undefined when it is not set: then nothing is ever asked of another server. */
export const oidcOf = (env: Env): Oidc | undefined => {
  const issuer = httpUrlOf(env, 'OIDC_ISSUER');
  if (issuer === undefined) return undefined;
  need(env, 'PUBLIC_URL'); // the way back
  return {
    issuer,
    clientId: need(env, 'OIDC_CLIENT_ID'),
    clientSecret: need(env, 'OIDC_CLIENT_SECRET'),
    userNameClaim: env.OIDC_USER_NAME_CLAIM || 'preferred_username',
  };
};

export interface OpenedAccounts {
  readonly accounts: Accounts;
  close(): Promise<void>;
}

export interface AccountsSettings {
  readonly env: Env;
  readonly opened: Opened;
  readonly databaseUrl: string;
  readonly address: Address;
  readonly secret: string;
  /** Name of the sample that is loaded by now. */
  readonly sample: () => string | null;
  readonly say: (line: string) => void;
}

/** Removes what has ended, for as long as it is open. */
export const openAccounts = (settings: AccountsSettings): OpenedAccounts => {
  const { env, opened, databaseUrl, address, secret, sample, say } = settings;
  const libraryDb = connect({ url: databaseUrl, applicationName: 'san-sang accounts', max: 4, dates: 'native' });
  const oidc = oidcOf(env);
  const accounts = createAccounts({
    ...{ db: opened.db, libraryDb, secret, sample },
    baseUrl: publicUrlOf(env) ?? addressUrl(address),
    clock: opened.clock.businessNow,
    organisation: () => organisationNow(opened),
    ...(oidc ? { oidc } : {}),
  });
  const sweeping = everyHour('accounts', accounts.sweep, say);
  return {
    accounts,
    close: async () => {
      await sweeping.stop();
      await libraryDb.destroy();
    },
  };
};

export interface SignInTold {
  readonly userName: string;
  readonly password: string;
  readonly kind: 'administrator' | 'sample';
}

const LOOPBACK = /^(127\.|\[?::1\]?$|localhost$)/;

/** False also where a proxy on this machine brings others. */
const onlyThisMachine = ({ host }: Address, env: Env): boolean =>
  LOOPBACK.test(host) &&
  LOOPBACK.test(new URL(publicUrlOf(env) ?? 'http://localhost').hostname) &&
  trustedProxiesOf(env).length === 0;

/** Makes the first administrator, and the sample's accounts where the sample is loaded; gives what is to be told, once. */
export const firstSignIns = async (
  { db, hasher, administration, sample }: Accounts,
  address: Address,
  env: Env,
): Promise<readonly SignInTold[]> => {
  const administrator = await createFirstAdministrator(db, hasher);
  const samples =
    sample() === null
      ? []
      : await ensureSampleAccounts({ db, hasher, administration }, { onlyThisMachine: onlyThisMachine(address, env) });
  return [
    ...(administrator ? [{ ...administrator, kind: 'administrator' as const }] : []),
    ...samples.map((each) => ({ ...each, kind: 'sample' as const })),
  ];
};

/** Lines for the terminal; none when there is nothing to tell. */
export const tellSignIns = (told: readonly SignInTold[], pick: (vi: string, en: string) => string): string[] =>
  told.map(({ userName, password, kind }) =>
    kind === 'administrator'
      ? pick(
          `Quản trị: ${userName} · mật khẩu một lần: ${password} (chỉ in lần này; phải đổi khi đăng nhập)`,
          `Administrator: ${userName} · one-time password: ${password} (printed this once; to be changed at sign-in)`,
        )
      : pick(
          `Tài khoản mẫu: ${userName} · mật khẩu: ${password}`,
          `Sample account: ${userName} · password: ${password}`,
        ),
  );
