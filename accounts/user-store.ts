/** Users as rows: what is read and written of them, by statements that a transaction can join. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { BodyId, PersonRef, Post } from '../domain/people.ts';
import type { LocalDate } from '../domain/time.ts';
import { emailOf } from './auth.ts';
import type { RecordedDuty } from './duties.ts';
import { Refusal } from './refusal.ts';
import type { AccountsDb, DutyRow, UserRow } from './tables.ts';

export interface User {
  readonly id: string;
  readonly userName: string;
  readonly name: string;
  readonly person: PersonRef | null;
  readonly isAdmin: boolean;
  readonly isActive: boolean;
  readonly mustChangePassword: boolean;
  readonly twoFactor: boolean;
  /** Real time. */
  readonly createdAt: string;
  readonly lastSignInAt: string | null;
  readonly duties: readonly RecordedDuty[];
}

export interface NewUser {
  /** Chosen by who makes the user, so that making him again is seen; random when absent. */
  readonly id?: string;
  readonly userName: string;
  readonly name: string;
  readonly person: PersonRef | null;
  readonly isAdmin: boolean;
  readonly duties: readonly RecordedDuty[];
}

/** Of the store: every one of these was checked when it was written. */
export const toDuty = (row: Pick<DutyRow, 'body' | 'post' | 'valid_from' | 'valid_to' | 'acting'>): RecordedDuty => ({
  body: row.body as BodyId,
  post: row.post as Post,
  from: row.valid_from as LocalDate,
  to: row.valid_to as LocalDate | null,
  acting: row.acting,
});

export const SELECTED = [
  'id',
  'username',
  'name',
  'person',
  'role',
  'banned',
  'mustChangePassword',
  'twoFactorEnabled',
  'createdAt',
  'lastSignInAt',
] as const;

type Selected = Pick<UserRow, Exclude<(typeof SELECTED)[number], 'createdAt' | 'lastSignInAt'>> & {
  readonly createdAt: string;
  readonly lastSignInAt: string | null;
};

/** The users of some rows with their duties, in the order of the rows. */
export const usersOf = async (db: AccountsDb, rows: readonly Selected[]): Promise<User[]> => {
  const ids = rows.map(({ id }) => id);
  const duties =
    ids.length === 0
      ? []
      : await db.selectFrom('accounts.duty').selectAll().where('user_id', 'in', ids).orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    userName: row.username ?? '',
    name: row.name,
    person: row.person as PersonRef | null, // checked when written
    isAdmin: row.role === 'admin',
    isActive: row.banned !== true,
    mustChangePassword: row.mustChangePassword === true,
    twoFactor: row.twoFactorEnabled === true,
    createdAt: row.createdAt,
    lastSignInAt: row.lastSignInAt,
    duties: duties.filter((duty) => duty.user_id === row.id).map(toDuty),
  }));
};

/** Throws `not-found`. */
export const userWith = async (db: AccountsDb, id: string): Promise<User> => {
  const rows = await db.selectFrom('accounts.user').select(SELECTED).where('id', '=', id).execute();
  const [user] = await usersOf(db, rows);
  if (!user) throw new Refusal('not-found');
  return user;
};

export const writeDuties = async (db: AccountsDb, userId: string, duties: readonly RecordedDuty[]): Promise<void> => {
  await db.deleteFrom('accounts.duty').where('user_id', '=', userId).execute();
  if (duties.length === 0) return;
  await db
    .insertInto('accounts.duty')
    .values(
      duties.map(({ body, post, from, to, acting }) => ({
        ...{ user_id: userId, body, post, acting },
        ...{ valid_from: from, valid_to: to },
      })),
    )
    .execute();
};

/** Ends all sessions of a user; how many there were. */
export const endSessions = async (db: AccountsDb, userId: string): Promise<number> => {
  const { numDeletedRows } = await db.deleteFrom('accounts.session').where('userId', '=', userId).executeTakeFirst();
  return Number(numDeletedRows);
};

/** A user who signs in by password. The caller's transaction makes it whole. Gives the id. */
export const insertUser = async (
  db: AccountsDb,
  { id = randomUUID(), userName, name, person, isAdmin, duties }: NewUser,
  { hash, mustChangePassword }: { readonly hash: string; readonly mustChangePassword: boolean },
): Promise<string> => {
  const now = new Date();
  await db
    .insertInto('accounts.user')
    .values({
      ...{ id, name, person, username: userName, displayUsername: userName, email: emailOf(userName) },
      ...{ emailVerified: true, role: isAdmin ? 'admin' : 'user', banned: false, twoFactorEnabled: false },
      ...{ mustChangePassword, createdAt: now, updatedAt: now },
    })
    .execute();
  await db
    .insertInto('accounts.account')
    .values({
      ...{ id: randomUUID(), accountId: id, providerId: 'credential', userId: id, password: hash },
      ...{ createdAt: now, updatedAt: now },
    })
    .execute();
  await writeDuties(db, id, duties);
  return id;
};

/** Gives a user another password; all his sessions end. */
export const setPassword = async (
  db: AccountsDb,
  id: string,
  { hash, mustChangePassword }: { readonly hash: string; readonly mustChangePassword: boolean },
): Promise<void> => {
  await db
    .updateTable('accounts.account')
    .set({ password: hash, updatedAt: new Date() })
    .where('userId', '=', id)
    .where('providerId', '=', 'credential')
    .execute();
  await db.updateTable('accounts.user').set({ mustChangePassword }).where('id', '=', id).execute();
  await endSessions(db, id);
};

export const removeSecondFactor = async (db: AccountsDb, id: string): Promise<void> => {
  await db.deleteFrom('accounts.twoFactor').where('userId', '=', id).execute();
  await db.updateTable('accounts.user').set({ twoFactorEnabled: false }).where('id', '=', id).execute();
};

/** Within a transaction: one at a time changes who administers. */
export const lockAdministrators = (db: AccountsDb) => sql`SELECT pg_advisory_xact_lock(7274011945119)`.execute(db);

/** Any who administers and is not closed. */
export const anAdministrator = (db: AccountsDb) =>
  db
    .selectFrom('accounts.user')
    .select(['id', 'username'])
    .where('role', '=', 'admin')
    .where(sql<boolean>`banned IS NOT TRUE`)
    .orderBy('createdAt')
    .limit(1)
    .executeTakeFirst();
