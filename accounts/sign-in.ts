/** Signing in and out. Unknown user, wrong password: the same work, the same words. */
import { z } from 'zod';
import { OIDC_PROVIDER, userNameOf } from './auth.ts';
import { sessionCookie, tokenOf } from './cookie.ts';
import type { Asked, Known } from './identify.ts';
import { type AskLibrary, type LibraryAnswer, refusalIn } from './library.ts';
import type { Hasher } from './password.ts';
import { Refusal } from './refusal.ts';
import type { AccountsDb } from './tables.ts';
import type { Throttle } from './throttle.ts';
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
  readonly throttle: Throttle;
  readonly hasher: Hasher;
  readonly identify: (asked: Asked) => Promise<Known | null>;
  readonly hasCentral: boolean;
}

interface Given {
  readonly username?: string;
  readonly password?: string;
  readonly code?: string;
}

const Redirect = z.object({ twoFactorRedirect: z.literal(true) });
const Address = z.object({ url: z.url() });

export const createSignIn = ({
  db,
  secret,
  secure,
  ask,
  throttle,
  hasher,
  identify,
  hasCentral,
}: SignInDeps): SignIn => {
  /** The token of the session that an answer begins; null when it begins none. */
  const begun = ({ cookies }: LibraryAnswer): string | null => {
    const name = `${sessionCookie(secure)}=`;
    const set = cookies.findLast((cookie) => cookie.startsWith(name))?.slice(name.length) ?? '';
    return tokenOf(set.split(';')[0] ?? '', secret);
  };

  /** Notes the sign-in, and ends what this browser had before. */
  const noted = async (answer: LibraryAnswer, before: Known | null): Promise<SignInAnswer> => {
    const token = begun(answer);
    if (token === null)
      return { cookies: answer.cookies, secondFactor: Redirect.safeParse(answer.body).success, userId: null };
    const session = await db
      .selectFrom('accounts.session')
      .select('userId')
      .where('token', '=', token)
      .executeTakeFirst();
    if (session)
      await db
        .updateTable('accounts.user')
        .set({ lastSignInAt: new Date() })
        .where('id', '=', session.userId)
        .execute();
    if (before && before.token !== token)
      await db.deleteFrom('accounts.session').where('id', '=', before.sessionId).execute();
    return { cookies: answer.cookies, secondFactor: false, userId: session?.userId ?? null };
  };

  /** Throws `second-factor-wrong`, and ends the session that it began, when this code began one before. */
  const requireUnused = async (answer: LibraryAnswer, code: string): Promise<void> => {
    const token = begun(answer);
    if (token === null) return;
    const session = await db
      .selectFrom('accounts.session')
      .select(['id', 'userId'])
      .where('token', '=', token)
      .executeTakeFirst();
    if (!session || (await takeCode(db, secret, session.userId, code))) return;
    await db.deleteFrom('accounts.session').where('id', '=', session.id).execute();
    throw new Refusal('second-factor-wrong');
  };

  /** One throttled step; what the library refuses is thrown after it was counted. */
  const step = async (asked: Asked, name: string, path: string, body: Given): Promise<SignInAnswer> => {
    const before = await identify({ ...asked, passive: true });
    const answer = await hasher.admit(() =>
      throttle.attempt(
        { name, address: asked.ip },
        () => ask(path, asked, body),
        ({ status }) => status < 400,
      ),
    );
    const refusal = refusalIn(answer);
    if (refusal) throw refusal;
    if (body.code !== undefined) await requireUnused(answer, body.code);
    return noted(answer, before);
  };

  return {
    byPassword: (asked, { userName, password }) => {
      const username = userNameOf(userName);
      const body = { username, password };
      return step(asked, username, '/sign-in/username', body);
    },
    // who is in the second step is known to the library only; five wrong codes end the step, and the address is counted
    bySecondFactor: (asked, { code, kind }) =>
      step(asked, '', kind === 'totp' ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code', { code }),
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
      if (begun(answer) === null) throw new Refusal('account-unknown');
      return noted(answer, before);
    },
    out: async (asked) => {
      const before = await identify({ ...asked, passive: true });
      const { cookies } = await ask('/sign-out', asked, {});
      return { cookies, userId: before?.userId ?? null };
    },
  };
};
