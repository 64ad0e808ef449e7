/** Accounts: who signs in, what duties he holds today, and who administers that. Knows no HTTP framework. */
import type { Db } from '../db/connect.ts';
import type { OrganisationState } from '../domain/organisation/state.ts';
import type { Instant } from '../domain/time.ts';
import { type Administration, createAdministration } from './administration.ts';
import { createAuth, type Oidc } from './auth.ts';
import { type Confirm, createConfirm } from './confirm.ts';
import { createAskGuarded } from './guarded.ts';
import { type Asked, createIdentify, type Known } from './identify.ts';
import { createAskLibrary } from './library.ts';
import { createOwnAccount, type OwnAccount } from './own-account.ts';
import { createHasher, type Hasher, oneTimePasswordOf } from './password.ts';
import { sweepSessions } from './sessions.ts';
import { createSignIn, type SignIn } from './sign-in.ts';
import { type AccountsDb, accountTables } from './tables.ts';
import { createThrottle, sweepThrottle } from './throttle.ts';
import { sweepCodes } from './used-codes.ts';

export type { Oidc } from './auth.ts';
export { colleaguesIn } from './colleagues.ts';
export type { Duty } from './duties.ts';
export { createFeed, type Feed, type FeedReader, listFeeds, MOST_FEEDS, readerOf, revokeFeed } from './feeds.ts';
export { ADMINISTRATOR, createFirstAdministrator, resetAdministrator } from './first-administrator.ts';
export type { Asked, Known } from './identify.ts';
export { Refusal } from './refusal.ts';
export { actUnder, endOtherSessions, endSession, listSessions } from './sessions.ts';
export { accountTables } from './tables.ts';
export type { NewUser } from './user-store.ts';

export interface AccountsDeps {
  readonly db: Db;
  /** The same database, opened with `dates: 'native'`: the library's own pool. */
  readonly libraryDb: Db;
  /** At least 32 characters, never in the database. */
  readonly secret: string;
  /** Address under which people reach this service; TLS there makes every cookie `Secure` and `__Host-`. */
  readonly baseUrl: string;
  /** Business time: duties and delegations count by its day. Sessions count real time. */
  readonly clock: () => Instant;
  readonly organisation: () => Promise<OrganisationState>;
  readonly oidc?: Oidc;
  /** Name of the sample that is loaded. */
  readonly sample: () => string | null;
}

export interface Accounts {
  readonly db: AccountsDb;
  readonly hasher: Hasher;
  /** Null when nobody is signed in. */
  readonly identify: (asked: Asked) => Promise<Known | null>;
  readonly signIn: SignIn;
  readonly own: OwnAccount;
  readonly confirm: Confirm;
  readonly administration: Administration;
  readonly organisation: () => Promise<OrganisationState>;
  readonly hasCentralSignIn: boolean;
  readonly sample: () => string | null;
  /** The one-time password of this name: always the same, and not to be made without the installation's secret. */
  oneTimePassword(name: string): string;
  /** Removes sessions and counters that have ended. */
  sweep(): Promise<void>;
}

export const createAccounts = (deps: AccountsDeps): Accounts => {
  const { secret, baseUrl, oidc, clock, organisation } = deps;
  const db = accountTables(deps.db);
  const secure = new URL(baseUrl).protocol === 'https:';
  const hasher = createHasher();
  const auth = createAuth({ db: deps.libraryDb, secret, baseUrl, secure, hasher, ...(oidc ? { oidc } : {}) });
  const ask = createAskLibrary(auth, baseUrl);
  const throttle = createThrottle(db, secret);
  const askGuarded = createAskGuarded(ask, throttle, hasher);
  const identify = createIdentify({ db, secret, secure, clock, organisation });
  return {
    db,
    hasher,
    identify,
    signIn: createSignIn({ db, secret, secure, ask, askGuarded, identify, hasCentral: oidc !== undefined }),
    own: createOwnAccount(db, secret, askGuarded),
    confirm: createConfirm({ db, hasher, throttle }),
    administration: createAdministration(db, hasher),
    organisation,
    hasCentralSignIn: oidc !== undefined,
    sample: deps.sample,
    oneTimePassword: (name) => oneTimePasswordOf(secret, name),
    sweep: async () => {
      await sweepSessions(db);
      await sweepThrottle(db);
      await sweepCodes(db);
    },
  };
};
