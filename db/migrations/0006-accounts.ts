/**
 * Accounts: who signs in, with which duties, in which sessions. Tables whose names have capital letters are those that
 * better-auth asks for (test/accounts/installation.test.ts proves that nothing is missing); the others are our own.
 */
import { type Kysely, sql } from 'kysely';

const ACCOUNTS = `
CREATE SCHEMA accounts;

CREATE TABLE accounts."user" (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE, -- made of the user name; no letter is sent to it
  "emailVerified" boolean NOT NULL,
  image text,
  "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  username text UNIQUE,
  "displayUsername" text,
  role text, -- 'admin' or 'user'
  banned boolean,
  "banReason" text,
  "banExpires" timestamptz,
  "twoFactorEnabled" boolean,
  person text UNIQUE, -- the opaque reference that events carry; null: administers only
  "mustChangePassword" boolean,
  "lastSignInAt" timestamptz
);

CREATE TABLE accounts.session (
  id text PRIMARY KEY,
  "expiresAt" timestamptz NOT NULL,
  token text NOT NULL UNIQUE, -- the cookie adds a signature whose key is not in this database
  "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamptz NOT NULL,
  "ipAddress" text,
  "userAgent" text,
  "userId" text NOT NULL REFERENCES accounts."user" ON DELETE CASCADE,
  "impersonatedBy" text,
  "actingBody" text, -- the duty chosen for this session
  "lastSeenAt" timestamptz DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX "session_userId_idx" ON accounts.session ("userId");

CREATE TABLE accounts.account (
  id text PRIMARY KEY,
  "accountId" text NOT NULL,
  "providerId" text NOT NULL,
  "userId" text NOT NULL REFERENCES accounts."user" ON DELETE CASCADE,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text, -- argon2id, PHC string
  "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamptz NOT NULL
);
CREATE INDEX "account_userId_idx" ON accounts.account ("userId");

CREATE TABLE accounts.verification (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  "expiresAt" timestamptz NOT NULL,
  "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX verification_identifier_idx ON accounts.verification (identifier);

CREATE TABLE accounts."twoFactor" (
  id text PRIMARY KEY,
  secret text NOT NULL, -- encrypted
  "backupCodes" text NOT NULL, -- encrypted
  "userId" text NOT NULL REFERENCES accounts."user" ON DELETE CASCADE,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
CREATE INDEX "twoFactor_secret_idx" ON accounts."twoFactor" (secret);
CREATE INDEX "twoFactor_userId_idx" ON accounts."twoFactor" ("userId");

CREATE TABLE accounts.duty (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id text NOT NULL REFERENCES accounts."user" ON DELETE CASCADE,
  body text NOT NULL,
  post text NOT NULL CHECK (post IN ('head', 'member')),
  valid_from date NOT NULL, -- days in Vietnam, both included
  valid_to date CHECK (valid_to >= valid_from),
  acting boolean NOT NULL DEFAULT false
);
CREATE INDEX ON accounts.duty (user_id);

-- Keys are keyed digests of user names, addresses and codes, never these themselves.
CREATE TABLE accounts.throttle (
  key text PRIMARY KEY,
  failures int NOT NULL,
  last_at timestamptz NOT NULL,
  until timestamptz NOT NULL
);
CREATE TABLE accounts.known_address (key text PRIMARY KEY, at timestamptz NOT NULL);
-- Codes of second factors that were used, so that none is used twice.
CREATE TABLE accounts.used_code (key text PRIMARY KEY, at timestamptz NOT NULL);

GRANT USAGE ON SCHEMA accounts TO san_sang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA accounts TO san_sang_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(ACCOUNTS).execute(db);
}
