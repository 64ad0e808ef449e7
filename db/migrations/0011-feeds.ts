/**
 * Addresses under which a calendar program reads somebody's deadlines. The address is the secret: only its digest is kept,
 * so a copy of this table opens none. It gives nobody more than his duty of that day does.
 */
import { type Kysely, sql } from 'kysely';

const FEEDS = `
CREATE TABLE accounts.feed (
  id text PRIMARY KEY,
  user_id text NOT NULL REFERENCES accounts."user" ON DELETE CASCADE,
  body text, -- null: every body in which the person has a duty
  digest text NOT NULL UNIQUE, -- SHA-256 of the secret, hex
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  last_read_at timestamptz(3)
);
CREATE INDEX ON accounts.feed (user_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts.feed TO san_sang_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(FEEDS).execute(db);
}
