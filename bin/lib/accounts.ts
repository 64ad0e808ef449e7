/** Accounts as this process has them: their own pool, their settings, and what is told at the start. */
import { type Accounts, createAccounts, createFirstAdministrator, type Oidc } from '../../accounts/index.ts';
import { ensureSampleAccounts } from '../../accounts/sample.ts';
import { organisationNow } from '../../api/queries/names.ts';
import { connect } from '../../db/connect.ts';
import { CliError } from './cli.ts';
import type { Address } from './serve.ts';
import { need } from './settings.ts';
import type { Opened } from './store.ts';

type Env = Readonly<Record<string, string | undefined>>;

const HOUR_MS = 3_600_000;

const badUrl = (name: string): CliError =>
  new CliError(2, `${name} phải là địa chỉ http(s) đầy đủ.`, `${name} must be a whole http(s) address.`);

const httpUrl = (env: Env, name: string): string | undefined => {
  const text = env[name];
  if (!text) return undefined;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw badUrl(name);
  return text;
};

/** PUBLIC_URL: the address under which people reach this service, e.g. https://san-sang.lan. Throws a usage error. */
export const publicUrlOf = (env: Env): string | undefined => {
  const url = httpUrl(env, 'PUBLIC_URL');
  return url === undefined ? undefined : new URL(url).origin;
};

/** TRUSTED_PROXIES: addresses, by commas, whose X-Forwarded-For is believed. */
export const trustedProxiesOf = (env: Env): readonly string[] =>
  (env.TRUSTED_PROXIES ?? '').split(',').flatMap((each) => each.trim() || []);

/** OIDC_ISSUER and its companions; undefined when it is not set: then nothing is ever asked of another server. */
export const oidcOf = (env: Env): Oidc | undefined => {
  const issuer = httpUrl(env, 'OIDC_ISSUER');
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

/** Sweeps at once and every hour, until it is closed. */
export const openAccounts = (settings: AccountsSettings): OpenedAccounts => {
  const { env, opened, databaseUrl, address, secret, sample, say } = settings;
  const libraryDb = connect({ url: databaseUrl, applicationName: 'san-sang accounts', max: 4, dates: 'native' });
  const oidc = oidcOf(env);
  const accounts = createAccounts({
    ...{ db: opened.db, libraryDb, secret, sample },
    baseUrl:
      publicUrlOf(env) ?? `http://${address.host.includes(':') ? `[${address.host}]` : address.host}:${address.port}`,
    clock: opened.clock.businessNow,
    organisation: () => organisationNow(opened),
    ...(oidc ? { oidc } : {}),
  });
  const sweep = (): Promise<void> =>
    accounts
      .sweep()
      .catch((error: unknown) => say(`accounts: ${error instanceof Error ? error.message : String(error)}`));
  let sweeping = sweep();
  const timer = setInterval(() => {
    sweeping = sweeping.then(sweep);
  }, HOUR_MS);
  return {
    accounts,
    close: async () => {
      clearInterval(timer);
      await sweeping;
      await libraryDb.destroy();
    },
  };
};

export interface SignInTold {
  readonly userName: string;
  readonly password: string;
  readonly kind: 'administrator' | 'sample';
}

const LOOPBACK = /^(127\.|::1$|localhost$)/;

/** Makes the first administrator, and the sample's accounts where the sample is loaded; gives what is to be told, once. */
export const firstSignIns = async (
  { db, hasher, administration, sample }: Accounts,
  { host }: Address,
): Promise<readonly SignInTold[]> => {
  const administrator = await createFirstAdministrator(db, hasher);
  const samples =
    sample() === null
      ? []
      : await ensureSampleAccounts({ db, hasher, administration }, { onlyThisMachine: LOOPBACK.test(host) });
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
