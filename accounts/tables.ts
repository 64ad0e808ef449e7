/** The tables of accounts as Kysely sees them (migration 0006). Those with capital letters belong to better-auth. */
import type { ColumnType, Generated } from 'kysely';
import type { Db } from '../db/connect.ts';

type Instant = ColumnType<string, string | Date, string | Date>;

export interface UserRow {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  createdAt: Instant;
  updatedAt: Instant;
  username: string | null;
  displayUsername: string | null;
  role: string | null;
  banned: boolean | null;
  twoFactorEnabled: boolean | null;
  person: string | null;
  mustChangePassword: boolean | null;
  lastSignInAt: Instant | null;
}

interface SessionRow {
  id: string;
  token: string;
  userId: string;
  expiresAt: Instant;
  createdAt: Instant;
  updatedAt: Instant;
  ipAddress: string | null;
  userAgent: string | null;
  actingBody: string | null;
  lastSeenAt: Instant | null;
  confirmedAt: Instant | null;
}

interface CredentialRow {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  password: string | null;
  createdAt: Instant;
  updatedAt: Instant;
}

export interface DutyRow {
  id: Generated<number>;
  user_id: string;
  body: string;
  post: string;
  valid_from: string;
  valid_to: string | null;
  acting: boolean;
}

interface FeedRow {
  id: string;
  user_id: string;
  body: string | null;
  digest: string;
  created_at: Generated<string>;
  last_read_at: string | null;
}

type AccountTables = {
  'accounts.user': UserRow;
  'accounts.session': SessionRow;
  'accounts.account': CredentialRow;
  'accounts.verification': { id: string; expiresAt: Instant };
  'accounts.twoFactor': { id: string; userId: string };
  'accounts.duty': DutyRow;
  'accounts.feed': FeedRow;
  'accounts.throttle': { key: string; failures: number; last_at: Instant; until: Instant };
  'accounts.used_code': { key: string; at: Instant };
  'accounts.known_address': { key: string; at: Instant };
};

/** The same database, with these tables known. */
export const accountTables = (db: Db) => db.withTables<AccountTables>();
export type AccountsDb = ReturnType<typeof accountTables>;
