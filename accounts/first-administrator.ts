/** How an installation comes to its first administrator, and back to one who has lost his password. */
import { createHasher, type Hasher, oneTimePassword } from './password.ts';
import type { AccountsDb } from './tables.ts';
import { anAdministrator, insertUser, lockAdministrators, removeSecondFactor, setPassword } from './user-store.ts';

export const ADMINISTRATOR = 'quan-tri';

interface OneTime {
  readonly userName: string;
  readonly password: string;
}

const make = async (tx: AccountsDb, hasher: Hasher): Promise<OneTime> => {
  const password = oneTimePassword();
  const user = { userName: ADMINISTRATOR, name: 'Quản trị', person: null, isAdmin: true, duties: [] };
  await insertUser(tx, user, { hash: await hasher.hash(password), mustChangePassword: true });
  return { userName: ADMINISTRATOR, password };
};

const userNamed = (tx: AccountsDb, userName: string) =>
  tx.selectFrom('accounts.user').select('id').where('username', '=', userName).executeTakeFirst();

/** The first administrator and his one-time password; null when the installation had one already. Safe to race. */
export const createFirstAdministrator = (db: AccountsDb, hasher: Hasher): Promise<OneTime | null> =>
  db.transaction().execute(async (tx) => {
    await lockAdministrators(tx);
    if ((await anAdministrator(tx)) || (await userNamed(tx, ADMINISTRATOR))) return null;
    return make(tx, hasher);
  });

/**
 * A new one-time password for the administrator `quan-tri`, who is made when there is none, opened when he was closed,
 * and freed of his second factor; his sessions end. For whoever has the machine itself.
 */
export const resetAdministrator = (db: AccountsDb, hasher = createHasher()): Promise<OneTime> =>
  db.transaction().execute(async (tx) => {
    await lockAdministrators(tx);
    const found = await userNamed(tx, ADMINISTRATOR);
    if (!found) return make(tx, hasher);
    const password = oneTimePassword();
    await tx.updateTable('accounts.user').set({ role: 'admin', banned: false }).where('id', '=', found.id).execute();
    await removeSecondFactor(tx, found.id);
    await setPassword(tx, found.id, { hash: await hasher.hash(password), mustChangePassword: true });
    return { userName: ADMINISTRATOR, password };
  });
