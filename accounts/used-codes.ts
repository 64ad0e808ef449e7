/** A code of an authenticator is good for a minute and a half; once used, it is used (RFC 6238, section 5.2). */
import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { AccountsDb } from './tables.ts';

const REMEMBERED = '5 minutes';

/** False when the user has used this code within the last minutes. Of two at the same moment one gets true. */
export const takeCode = async (db: AccountsDb, secret: string, userId: string, code: string): Promise<boolean> => {
  const key = createHmac('sha256', secret)
    .update(JSON.stringify(['code', userId, code]))
    .digest('base64url');
  const { rows } = await sql`
    INSERT INTO accounts.used_code AS u (key, at) VALUES (${key}, clock_timestamp())
    ON CONFLICT (key) DO UPDATE SET at = excluded.at WHERE u.at < clock_timestamp() - ${REMEMBERED}::interval
    RETURNING key`.execute(db);
  return rows.length > 0;
};

export const sweepCodes = async (db: AccountsDb): Promise<void> => {
  await sql`DELETE FROM accounts.used_code WHERE at < clock_timestamp() - ${REMEMBERED}::interval`.execute(db);
};
