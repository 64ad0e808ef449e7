/** A person gives his password again, so that a desk left open, or a stolen session, does nothing that rules over others. */
import { sql } from 'kysely';
import type { Asked, Known } from './identify.ts';
import type { Hasher } from './password.ts';
import { Refusal } from './refusal.ts';
import type { AccountsDb } from './tables.ts';
import type { Throttle } from './throttle.ts';

/** How long a sign-in or a password given again stands for the acts that ask for it. */
export const CONFIRMED_SECONDS = 300;

export interface ConfirmDeps {
  readonly db: AccountsDb;
  readonly hasher: Hasher;
  readonly throttle: Throttle;
}

/** Notes it for this session alone. Throws `password-wrong`, `too-many-attempts`. */
export type Confirm = (asked: Asked, known: Known, password: string) => Promise<void>;

export const createConfirm =
  ({ db, hasher, throttle }: ConfirmDeps): Confirm =>
  async ({ ip }, { userId, sessionId }, password) => {
    const isRight = await hasher.admit(() =>
      throttle.attempt(
        { name: `own ${userId}`, address: ip },
        async () => {
          const found = await db
            .selectFrom('accounts.account')
            .select('password')
            .where('userId', '=', userId)
            .where('providerId', '=', 'credential')
            .executeTakeFirst();
          return found?.password ? hasher.verify(password, found.password) : false;
        },
        (right) => right,
      ),
    );
    if (!isRight) throw new Refusal('password-wrong');
    await sql`UPDATE accounts.session SET "confirmedAt" = clock_timestamp() WHERE id = ${sessionId}`.execute(db);
  };
