/** What a person changes of his own account: password, second factor. */
import { z } from 'zod';
import type { AskGuarded } from './guarded.ts';
import type { Asked, Known } from './identify.ts';
import type { LibraryAnswer } from './library.ts';
import { requireGoodPassword } from './password-rules.ts';
import { Refusal } from './refusal.ts';
import type { AccountsDb } from './tables.ts';
import { takeCode } from './used-codes.ts';

export interface Cookies {
  readonly cookies: readonly string[];
}

export interface OwnAccount {
  /**
   * Every session ends; the cookies begin a new one for this browser, with the same duty chosen.
   * Throws `password-wrong`, `password-same` or what `requireGoodPassword` throws, `too-many-attempts`.
   */
  changePassword(
    asked: Asked,
    known: Known,
    given: { readonly current: string; readonly next: string },
  ): Promise<Cookies>;
  /** A secret for an authenticator, not in force before it is confirmed. Throws `password-wrong`, `second-factor-state`. */
  enrolTotp(
    asked: Asked,
    known: Known,
    password: string,
  ): Promise<{ readonly url: string; readonly secret: string; readonly backupCodes: readonly string[] }>;
  /** The first code puts the second factor in force; the session is renewed. Throws `second-factor-wrong`. */
  confirmTotp(asked: Asked, known: Known, code: string): Promise<Cookies>;
  /** Throws `password-wrong`, `second-factor-state`. */
  disableTotp(asked: Asked, known: Known, password: string): Promise<Cookies>;
}

const Enrolled = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });

/** The same secret, under a label that tells a person which account it is. */
const labelled = (uri: string, userName: string): { url: string; secret: string } => {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const issuer = encodeURIComponent('Sẵn Sàng');
  const url = `otpauth://totp/${issuer}:${encodeURIComponent(userName)}?secret=${secret}&issuer=${issuer}&digits=6&period=30`;
  return { url, secret };
};

export const createOwnAccount = (db: AccountsDb, secret: string, askGuarded: AskGuarded): OwnAccount => {
  /** One step that asks for the password or a code again: guessing it from a stolen session is slowed down too. */
  const step = (asked: Asked, { userId }: Known, path: string, body: object): Promise<LibraryAnswer> =>
    askGuarded(asked, `own ${userId}`, path, body);

  return {
    changePassword: async (asked, known, { current, next }) => {
      requireGoodPassword(next, known.userName);
      if (next.normalize('NFKC') === current.normalize('NFKC')) throw new Refusal('password-same');
      const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
      const { cookies } = await step(asked, known, '/change-password', body);
      await db.updateTable('accounts.user').set({ mustChangePassword: false }).where('id', '=', known.userId).execute();
      if (known.acting)
        await db
          .updateTable('accounts.session')
          .set({ actingBody: known.acting.body })
          .where('userId', '=', known.userId)
          .execute();
      return { cookies };
    },
    enrolTotp: async (asked, known, password) => {
      const { body } = await step(asked, known, '/two-factor/enable', { password });
      const { totpURI, backupCodes } = Enrolled.parse(body);
      return { ...labelled(totpURI, known.userName), backupCodes };
    },
    confirmTotp: async (asked, known, code) => {
      if (known.twoFactor) throw new Refusal('second-factor-state');
      const { cookies } = await step(asked, known, '/two-factor/verify-totp', { code });
      await takeCode(db, secret, known.userId, code);
      return { cookies };
    },
    disableTotp: async (asked, known, password) => {
      if (!known.twoFactor) throw new Refusal('second-factor-state');
      return { cookies: (await step(asked, known, '/two-factor/disable', { password })).cookies };
    },
  };
};
