/** Signing in and out. Unknown user, wrong password: the same work, the same words. */
import { z } from 'zod';
import { OIDC_PROVIDER, userNameOf } from './auth.ts';
import { sessionCookie, tokenOf } from './cookie.ts';
import type { AskGuarded } from './guarded.ts';
import type { Asked, Known } from './identify.ts';
import type { AskLibrary, LibraryAnswer } from './library.ts';
import { Refusal } from './refusal.ts';
import type { AccountsDb } from './tables.ts';
import { takeCode } from './used-codes.ts';

/** What goes back to the browser; a token of a session never stands in a body. */
export interface SignInAnswer {
  readonly cookies: readonly string[];
  /** The second step is still to come: `verify-totp` or `verify-backup-code`. */
  readonly secondFactor: boolean;
  /** Who is signed in now; null while the second step is due. */
  readonly userId: string | null;
}

export interface SignIn {
  /** Throws `sign-in-wrong`, `account-closed`, `too-many-attempts`. An earlier session of this browser ends. */
  byPassword(asked: Asked, given: { readonly userName: string; readonly password: string }): Promise<SignInAnswer>;
  /** Throws `second-factor-wrong`, `second-factor-late`, `too-many-attempts`. */
  bySecondFactor(
    asked: Asked,
    given: { readonly code: string; readonly kind: 'totp' | 'backup' },
  ): Promise<SignInAnswer>;
  /** Address of the central sign-in to go to; null when none is configured. Throws `central-unavailable`. */
  central(asked: Asked): Promise<{ readonly cookies: readonly string[]; readonly url: string } | null>;
  /** The way back from the central sign-in; `query` as it came, without `?`. Throws `account-unknown`. */
  centralReturn(asked: Asked, query: string): Promise<SignInAnswer | null>;
  /** Ends the session of the cookie, and takes the cookie away; also where none was. */
  out(asked: Asked): Promise<{ readonly cookies: readonly string[]; readonly userId: string | null }>;
}

export interface SignInDeps {
  readonly db: AccountsDb;
  readonly secret: string;
  readonly secure: boolean;
  readonly ask: AskLibrary;
  readonly askGuarded: AskGuarded;
  readonly identify: (asked: Asked) => Promise<Known | null>;
  readonly hasCentral: boolean;
}

interface Begun {
  readonly id: string;
  readonly userId: string;
}

const SECOND_STEPS = { totp: '/two-factor/verify-totp', backup: '/two-factor/verify-backup-code' } as const;
const Redirect = z.object({ twoFactorRedirect: z.literal(true) });
const Address = z.object({ url: z.url() });

export const createSignIn = ({ db, secret, secure, ask, askGuarded, identify, hasCentral }: SignInDeps): SignIn => {
  /** The session that an answer begins; null when it begins none. */
  const begun = async ({ cookies }: LibraryAnswer): Promise<Begun | null> => {
    const name = `${sessionCookie(secure)}=`;
    const set = cookies.findLast((cookie) => cookie.startsWith(name))?.slice(name.length) ?? '';
    const token = tokenOf(set.split(';')[0] ?? '', secret);
    if (token === null) return null;
    const session = await db
      .selectFrom('accounts.session')
      .select(['id', 'userId'])
      .where('token', '=', token)
      .executeTakeFirst();
    return session ?? null;
  };
  const endSession = (id: string) => db.deleteFrom('accounts.session').where('id', '=', id).execute();

  /** Notes the sign-in, and ends what this browser had before. */
  const noted = async (answer: LibraryAnswer, session: Begun | null, before: Known | null): Promise<SignInAnswer> => {
    const secondFactor = session === null && Redirect.safeParse(answer.body).success;
    if (session)
      await db
        .updateTable('accounts.user')
        .set({ lastSignInAt: new Date() })
        .where('id', '=', session.userId)
        .execute();
    if (before && (secondFactor || (session && session.id !== before.sessionId))) await endSession(before.sessionId);
    return { cookies: answer.cookies, secondFactor, userId: session?.userId ?? null };
  };

  return {
    byPassword: async (asked, { userName, password }) => {
      const before = await identify({ ...asked, passive: true });
      const username = userNameOf(userName);
      const answer = await askGuarded(asked, username, '/sign-in/username', { username, password });
      return noted(answer, await begun(answer), before);
    },
    // who is in the second step is known to the library only; five wrong codes end the step, and the address is counted
    bySecondFactor: async (asked, { code, kind }) => {
      const before = await identify({ ...asked, passive: true });
      const answer = await askGuarded(asked, null, SECOND_STEPS[kind], { code });
      const session = await begun(answer);
      if (session && !(await takeCode(db, secret, session.userId, code))) {
        await endSession(session.id);
        throw new Refusal('second-factor-wrong');
      }
      return noted(answer, session, before);
    },
    central: async (asked) => {
      if (!hasCentral) return null;
      const answer = await ask('/sign-in/social', asked, {
        ...{ provider: OIDC_PROVIDER, callbackURL: '/', errorCallbackURL: '/', disableRedirect: true },
      });
      const address = Address.safeParse(answer.body);
      if (!address.success) throw new Refusal('central-unavailable');
      return { cookies: answer.cookies, url: address.data.url };
    },
    centralReturn: async (asked, query) => {
      if (!hasCentral) return null;
      const before = await identify({ ...asked, passive: true });
      const answer = await ask(`/callback/${OIDC_PROVIDER}?${query}`, asked);
      const session = await begun(answer);
      if (!session) throw new Refusal('account-unknown');
      return noted(answer, session, before);
    },
    out: async (asked) => {
      const before = await identify({ ...asked, passive: true });
      const { cookies } = await ask('/sign-out', asked, {});
      return { cookies, userId: before?.userId ?? null };
    },
  };
};
