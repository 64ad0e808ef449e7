/** A person's own sessions: seen, ended, and the duty chosen for one. */

import { sql } from 'kysely';
import type { BodyId } from '../domain/people.ts';
import { IDLE_SECONDS } from './auth.ts';
import type { Known } from './identify.ts';
import { Refusal } from './refusal.ts';
import type { AccountsDb } from './tables.ts';

export interface SessionShown {
  readonly id: string;
  readonly isThis: boolean;
  /** Real time. */
  readonly since: string;
  readonly lastSeenAt: string;
  readonly address: string;
  readonly browser: string;
}

/** Those in force, the latest used first. */
export const listSessions = async (db: AccountsDb, { userId, sessionId }: Known): Promise<SessionShown[]> => {
  const rows = await db
    .selectFrom('accounts.session')
    .select(['id', 'createdAt', 'lastSeenAt', 'ipAddress', 'userAgent'])
    .where('userId', '=', userId)
    .where(sql<boolean>`"expiresAt" > clock_timestamp()
      AND "lastSeenAt" > clock_timestamp() - make_interval(secs => ${IDLE_SECONDS}::int)`)
    .orderBy('lastSeenAt', 'desc')
    .execute();
  return rows.map(({ id, createdAt, lastSeenAt, ipAddress, userAgent }) => ({
    id,
    isThis: id === sessionId,
    since: createdAt,
    lastSeenAt: lastSeenAt ?? createdAt,
    address: ipAddress ?? '',
    browser: (userAgent ?? '').slice(0, 300),
  }));
};

/** Ends one of the person's own sessions. Throws `not-found`, also for another's. */
export const endSession = async (db: AccountsDb, { userId }: Known, id: string): Promise<void> => {
  const { numDeletedRows } = await db
    .deleteFrom('accounts.session')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Refusal('not-found');
};

/** Ends all but this one; how many there were. */
export const endOtherSessions = async (db: AccountsDb, { userId, sessionId }: Known): Promise<number> => {
  const { numDeletedRows } = await db
    .deleteFrom('accounts.session')
    .where('userId', '=', userId)
    .where('id', '<>', sessionId)
    .executeTakeFirst();
  return Number(numDeletedRows);
};

/** Chooses the duty that this session acts under. Throws `duty-not-held` unless it is in force today. */
export const actUnder = async (db: AccountsDb, { duties, sessionId }: Known, body: BodyId): Promise<void> => {
  if (!duties.some((duty) => duty.body === body)) throw new Refusal('duty-not-held', { body });
  await db.updateTable('accounts.session').set({ actingBody: body }).where('id', '=', sessionId).execute();
};

/** Removes what has ended. */
export const sweepSessions = async (db: AccountsDb): Promise<void> => {
  await sql`DELETE FROM accounts.session WHERE "expiresAt" < clock_timestamp()
    OR "lastSeenAt" < clock_timestamp() - make_interval(secs => ${IDLE_SECONDS}::int)`.execute(db);
  await sql`DELETE FROM accounts.verification WHERE "expiresAt" < clock_timestamp()`.execute(db);
};
