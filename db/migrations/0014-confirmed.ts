/** When the person behind a session last gave his password again; null: not since it began. */
import { type Kysely, sql } from 'kysely';

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`ALTER TABLE accounts.session ADD COLUMN "confirmedAt" timestamptz`.execute(db);
};
