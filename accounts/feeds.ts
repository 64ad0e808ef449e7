/** Secret addresses of calendars: made and taken back by their owner, and good only while he holds the duty. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { OrganisationState } from '../domain/organisation/state.ts';
import type { Actor, BodyId, PersonRef } from '../domain/people.ts';
import type { Instant } from '../domain/time.ts';
import { dutiesAt } from './duties.ts';
import type { Known } from './identify.ts';
import { Refusal } from './refusal.ts';
import type { AccountsDb } from './tables.ts';
import { toDuty } from './user-store.ts';

/** Of one account. */
export const MOST_FEEDS = 10;

export interface Feed {
  readonly id: string;
  /** Null: every body in which the person has a duty on the day of reading. */
  readonly body: BodyId | null;
  /** Real time; to the hour for `lastReadAt`. */
  readonly createdAt: string;
  readonly lastReadAt: string | null;
}

/** As whom an address reads: the duties of its owner today, narrowed to one body where it was made for one. */
export interface FeedReader {
  readonly id: string;
  readonly body: BodyId | null;
  readonly actors: readonly Actor[];
}

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** By time of making. */
export const listFeeds = async (db: AccountsDb, { userId }: Known): Promise<Feed[]> => {
  const rows = await db
    .selectFrom('accounts.feed')
    .select(['id', 'body', 'created_at', 'last_read_at'])
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    body: row.body as BodyId | null, // checked when written
    createdAt: row.created_at,
    lastReadAt: row.last_read_at,
  }));
};

/** The secret is told here and nowhere else: 256 random bits. Throws `duty-not-held`, `feeds-many`. */
export const createFeed = async (
  db: AccountsDb,
  { userId, duties }: Known,
  body: BodyId | null,
): Promise<{ readonly id: string; readonly secret: string }> => {
  if (body !== null && !duties.some((duty) => duty.body === body)) throw new Refusal('duty-not-held', { body });
  const secret = randomBytes(32).toString('base64url');
  const id = randomUUID();
  const { rows } = await sql<{ id: string }>`
    WITH owner AS (SELECT id FROM accounts."user" WHERE id = ${userId} FOR UPDATE)
    INSERT INTO accounts.feed (id, user_id, body, digest)
    SELECT ${id}, owner.id, ${body}, ${digestOf(secret)} FROM owner
    WHERE (SELECT count(*) FROM accounts.feed f WHERE f.user_id = owner.id) < ${MOST_FEEDS}
    RETURNING id`.execute(db);
  if (rows.length === 0) throw new Refusal('feeds-many', { most: MOST_FEEDS });
  return { id, secret };
};

/** Throws `not-found`, also for another's. */
export const revokeFeed = async (db: AccountsDb, { userId }: Known, id: string): Promise<void> => {
  const { numDeletedRows } = await db
    .deleteFrom('accounts.feed')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Refusal('not-found');
};

interface ReaderDeps {
  readonly db: AccountsDb;
  readonly organisation: () => Promise<OrganisationState>;
}

/** Null for a secret that is not known, of a locked account, or of a duty that is not held at `at`. */
export const readerOf = async (
  { db, organisation }: ReaderDeps,
  secret: string,
  at: Instant,
): Promise<FeedReader | null> => {
  const feed = await db
    .selectFrom('accounts.feed as f')
    .innerJoin('accounts.user as u', 'u.id', 'f.user_id')
    .select(['f.id', 'f.body', 'f.user_id', 'u.person'])
    .where('f.digest', '=', digestOf(secret))
    .where(sql<boolean>`u.banned IS NOT TRUE`)
    .executeTakeFirst();
  if (!feed || feed.person === null) return null;
  const person = feed.person as PersonRef; // checked when written
  const recorded = await db
    .selectFrom('accounts.duty')
    .selectAll()
    .where('user_id', '=', feed.user_id)
    .orderBy('id')
    .execute();
  const duties = dutiesAt(await organisation(), person, recorded.map(toDuty), at);
  const held = feed.body === null ? duties : duties.filter(({ body }) => body === feed.body);
  if (held.length === 0) return null;
  await sql`UPDATE accounts.feed SET last_read_at = clock_timestamp() WHERE id = ${feed.id}
    AND (last_read_at IS NULL OR last_read_at < clock_timestamp() - interval '1 hour')`.execute(db);
  const body = feed.body as BodyId | null; // checked when written
  return { id: feed.id, body, actors: held.map(({ body, post }) => ({ person, body, post })) };
};
