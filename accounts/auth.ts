/**
 * The library behind signing in: sessions, second factor, a central sign-in (OIDC). Rules of ours stand in front of it:
 * throttle, origin, which of its addresses exist at all. It makes no call to the outside unless OIDC is configured.
 */
import { betterAuth } from 'better-auth';
import { admin, genericOAuth, twoFactor, username } from 'better-auth/plugins';
import type { Db } from '../db/connect.ts';
import { cookiePrefix } from './cookie.ts';
import type { Hasher } from './password.ts';
import { LONGEST, SHORTEST } from './password-rules.ts';

export const SCHEMA = 'accounts';
/** A session ends so long after signing in, and after so long without an act. */
export const ABSOLUTE_SECONDS = 12 * 3_600;
export const IDLE_SECONDS = 30 * 60;

/** A central sign-in by OpenID Connect. `userNameClaim` names the claim that equals the user name here. */
export interface Oidc {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly userNameClaim: string;
}

export interface AuthOptions {
  /** Opened with `dates: 'native'`. */
  readonly db: Db;
  /** Signs cookies and seals second factors; at least 32 characters, never in the database. */
  readonly secret: string;
  /** Address under which people reach this service. */
  readonly baseUrl: string;
  readonly secure: boolean;
  readonly hasher: Hasher;
  readonly oidc?: Oidc;
}

export const OIDC_PROVIDER = 'oidc';
/** The header in which the caller's address reaches the library; whatever the caller sent under it is dropped before. */
export const ADDRESS_HEADER = 'x-san-sang-address';

/** E-mail is obligatory in the library and unused here. */
export const emailOf = (userName: string): string => `${userName}@noi-bo.local`;
export const userNameOf = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

const central = ({ issuer, clientId, clientSecret, userNameClaim }: Oidc) =>
  genericOAuth({
    config: [
      {
        providerId: OIDC_PROVIDER,
        discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ['openid', 'profile'],
        pkce: true,
        disableSignUp: true,
        requireIdTokenVerification: true,
        mapProfileToUser: (profile) => ({
          email: emailOf(userNameOf(String(profile[userNameClaim] ?? ''))),
          emailVerified: true,
        }),
      },
    ],
  });

export const authOptions = ({ db, secret, baseUrl, secure, hasher, oidc }: AuthOptions) => ({
  appName: 'Sẵn Sàng',
  secret,
  baseURL: baseUrl,
  basePath: '/api/auth',
  database: { db, type: 'postgres' as const, schemaName: SCHEMA },
  telemetry: { enabled: false },
  logger: { disabled: true },
  onAPIError: { throw: true }, // else a failing database would become a bare 500
  rateLimit: { enabled: false },
  emailAndPassword: {
    enabled: true,
    disableSignUp: true,
    minPasswordLength: SHORTEST,
    maxPasswordLength: LONGEST * 4,
    password: {
      hash: hasher.hash,
      verify: ({ hash, password }: { hash: string; password: string }) => hasher.verify(password, hash),
    },
  },
  user: {
    additionalFields: {
      person: { type: 'string' as const, required: false, unique: true, input: false },
      mustChangePassword: { type: 'boolean' as const, required: false, defaultValue: false, input: false },
      lastSignInAt: { type: 'date' as const, required: false, input: false },
    },
  },
  session: {
    expiresIn: ABSOLUTE_SECONDS,
    disableSessionRefresh: true,
    additionalFields: {
      actingBody: { type: 'string' as const, required: false, input: false },
      lastSeenAt: { type: 'date' as const, required: false, defaultValue: () => new Date(), input: false },
    },
  },
  account: { encryptOAuthTokens: true, accountLinking: { enabled: true, trustedProviders: [OIDC_PROVIDER] } },
  advanced: {
    cookiePrefix: cookiePrefix(secure),
    useSecureCookies: false, // would put __Secure- before a name that already says __Host-
    defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'strict' as const, path: '/' },
    // on the way back from the central sign-in the browser sends lax cookies only
    cookies: {
      state: { attributes: { sameSite: 'lax' as const } },
      oauth_state: { attributes: { sameSite: 'lax' as const } },
    },
    ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    disableOriginCheck: true, // api/csrf.ts checks every write, also by names of the local network
    disableCSRFCheck: true,
  },
  plugins: [
    username({
      usernameValidator: () => true,
      minUsernameLength: 1,
      maxUsernameLength: 200,
      usernameNormalization: userNameOf,
    }),
    admin(),
    twoFactor({ issuer: 'Sẵn Sàng' }),
    ...(oidc ? [central(oidc)] : []),
  ],
});

export const createAuth = (options: AuthOptions) => betterAuth(authOptions(options));
export type Auth = { readonly handler: (request: Request) => Promise<Response> };
