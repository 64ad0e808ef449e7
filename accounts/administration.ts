/** The administration of accounts. Whatever changes a user's rights ends all his sessions in the same transaction. */
import { sql } from 'kysely';
import type { RecordedDuty } from './duties.ts';
import { type Hasher, oneTimePassword } from './password.ts';
import { Refusal } from './refusal.ts';
import type { AccountsDb } from './tables.ts';
import {
  anAdministrator,
  endSessions,
  insertUser,
  lockAdministrators,
  type NewUser,
  removeSecondFactor,
  SELECTED,
  setPassword,
  type User,
  usersOf,
  userWith,
  writeDuties,
} from './user-store.ts';

/** Throws `duty-window` for one that ends before it begins, and for two of one body that begin on one day. */
const requireSound = (duties: readonly RecordedDuty[]): void => {
  const seen = new Set<string>();
  for (const { body, from, to } of duties) {
    if ((to !== null && to < from) || seen.has(`${body} ${from}`)) throw new Refusal('duty-window', { body });
    seen.add(`${body} ${from}`);
  }
};

/** Throws `user-name-taken` or `person-taken` for the database's own refusal. */
const telling = async <T>(work: Promise<T>, { userName, person }: Pick<NewUser, 'userName' | 'person'>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : '';
    if (constraint === 'user_person_key') throw new Refusal('person-taken', { person: person ?? '' });
    if (/^user_(username|email)_key$/.test(constraint)) throw new Refusal('user-name-taken', { userName });
    throw error;
  }
};

const requireAdministratorLeft = async (db: AccountsDb): Promise<void> => {
  if (!(await anAdministrator(db))) throw new Refusal('last-administrator');
};

export interface Administration {
  /** By user name; `search` looks into user name, name, person and bodies. */
  list(asked: {
    readonly search?: string;
    readonly page: number;
    readonly size: number;
  }): Promise<{ readonly users: readonly User[]; readonly total: number }>;
  /** Throws `not-found`. */
  get(id: string): Promise<User>;
  /** The one-time password is told here and nowhere else. Throws `user-name-taken`, `person-taken`, `duty-window`. */
  create(user: NewUser, password?: string): Promise<{ readonly id: string; readonly password: string }>;
  /**
   * Makes all of them or none, each with a one-time password that the caller has; one whose id is there already is left as it
   * is. Throws as `create` does.
   */
  createAll(users: readonly (NewUser & { readonly id: string; readonly password: string })[]): Promise<void>;
  /** User names and persons that are taken. */
  taken(): Promise<{ readonly userNames: ReadonlySet<string>; readonly persons: ReadonlySet<string> }>;
  /** Replaces them. Throws `not-found`, `duty-window`. */
  setDuties(id: string, duties: readonly RecordedDuty[]): Promise<void>;
  /** Throws `not-found`, `person-taken`, `last-administrator`. */
  setDetails(id: string, details: Pick<NewUser, 'name' | 'person' | 'isAdmin'>): Promise<void>;
  /** Closed: no sign-in, and every session ends. Throws `not-found`, `last-administrator`. */
  setActive(id: string, isActive: boolean): Promise<void>;
  /** A new one-time password; a second factor is taken off too when asked. Throws `not-found`. */
  resetPassword(id: string, options?: { readonly withSecondFactor?: boolean }): Promise<string>;
  /** How many there were. Throws `not-found`. */
  endSessions(id: string): Promise<number>;
}

/** Capitals and marks make no difference: `dong chi an` finds `Đồng chí An`. */
const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').trim();

/** By user name. Read whole and looked through here: PostgreSQL folds Vietnamese only with collations it may not have. */
const idsFound = async (db: AccountsDb, search: string): Promise<string[]> => {
  const { rows } = await sql<{ readonly id: string; readonly text: string }>`
    SELECT u.id, concat_ws(' ', u.username, u.name, u.person, string_agg(d.body, ' ')) AS text
    FROM accounts."user" u LEFT JOIN accounts.duty d ON d.user_id = u.id
    GROUP BY u.id ORDER BY u.username COLLATE "C"`.execute(db);
  const wanted = folded(search);
  return rows.filter(({ text }) => folded(text).includes(wanted)).map(({ id }) => id);
};

const knownIds = async (db: AccountsDb, users: readonly { readonly id: string }[]): Promise<ReadonlySet<string>> => {
  const rows = await sql<{ readonly id: string }>`
    SELECT id FROM accounts."user" WHERE id = ANY(${users.map(({ id }) => id)})`.execute(db);
  return new Set(rows.rows.map(({ id }) => id));
};

export const createAdministration = (db: AccountsDb, hasher: Hasher): Administration => {
  const change = <T>(id: string, work: (tx: AccountsDb, user: User) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (tx) => {
      await lockAdministrators(tx);
      return work(tx, await userWith(tx, id));
    });

  return {
    list: async ({ search, page, size }) => {
      const found = await idsFound(db, search ?? '');
      const ids = found.slice((page - 1) * size, page * size);
      const rows =
        ids.length === 0
          ? []
          : await db
              .selectFrom('accounts.user')
              .select(SELECTED)
              .where('id', 'in', ids)
              .orderBy(sql`username COLLATE "C"`)
              .execute();
      return { users: await usersOf(db, rows), total: found.length };
    },
    get: (id) => userWith(db, id),
    create: async (user, given) => {
      requireSound(user.duties);
      const password = given ?? oneTimePassword();
      const hash = await hasher.hash(password);
      const inserted = db
        .transaction()
        .execute((tx) => insertUser(tx, user, { hash, mustChangePassword: given === undefined }));
      return { id: await telling(inserted, user), password };
    },
    createAll: async (users) => {
      for (const { duties } of users) requireSound(duties);
      const known = await knownIds(db, users);
      const fresh = users.filter(({ id }) => !known.has(id));
      const hashes = await Promise.all(fresh.map(({ password }) => hasher.hash(password)));
      await db.transaction().execute(async (tx) => {
        for (const [at, user] of fresh.entries())
          await telling(insertUser(tx, user, { hash: hashes[at] ?? '', mustChangePassword: true }), user);
      });
    },
    taken: async () => {
      const rows = await db.selectFrom('accounts.user').select(['username', 'person']).execute();
      return {
        userNames: new Set(rows.flatMap(({ username }) => username ?? [])),
        persons: new Set(rows.flatMap(({ person }) => person ?? [])),
      };
    },
    setDuties: async (id, duties) => {
      requireSound(duties);
      await change(id, async (tx) => {
        await writeDuties(tx, id, duties);
        await endSessions(tx, id);
      });
    },
    setDetails: (id, { name, person, isAdmin }) => {
      const changed = change(id, async (tx, before) => {
        await tx
          .updateTable('accounts.user')
          .set({ name, person, role: isAdmin ? 'admin' : 'user', updatedAt: new Date() })
          .where('id', '=', id)
          .execute();
        await requireAdministratorLeft(tx);
        if (before.isAdmin !== isAdmin || before.person !== person) await endSessions(tx, id);
      });
      return telling(changed, { userName: '', person });
    },
    setActive: (id, isActive) =>
      change(id, async (tx) => {
        await tx
          .updateTable('accounts.user')
          .set({ banned: !isActive, updatedAt: new Date() })
          .where('id', '=', id)
          .execute();
        await requireAdministratorLeft(tx);
        if (!isActive) await endSessions(tx, id);
      }),
    resetPassword: async (id, { withSecondFactor = false } = {}) => {
      const password = oneTimePassword();
      const hash = await hasher.hash(password);
      await change(id, async (tx) => {
        await setPassword(tx, id, { hash, mustChangePassword: true });
        if (withSecondFactor) await removeSecondFactor(tx, id);
      });
      return password;
    },
    endSessions: (id) => change(id, (tx) => endSessions(tx, id)),
  };
};
