/** Asks better-auth through its own HTTP front, so that its hooks run as they do for everyone; tells its codes as ours. */
import { z } from 'zod';
import { ADDRESS_HEADER, type Auth } from './auth.ts';
import type { Asked } from './identify.ts';
import { Refusal, type RefusalCode, tooMany } from './refusal.ts';

export interface LibraryAnswer {
  readonly status: number;
  /** JSON; null when there was none. */
  readonly body: unknown;
  /** Set-Cookie headers, whole. */
  readonly cookies: readonly string[];
  readonly location: string | null;
}

const Coded = z.object({ code: z.string() });

/** Codes of the library that a person may meet. */
const CODES: Readonly<Record<string, RefusalCode>> = {
  INVALID_USERNAME_OR_PASSWORD: 'sign-in-wrong',
  INVALID_USERNAME: 'sign-in-wrong',
  USERNAME_TOO_SHORT: 'sign-in-wrong',
  USERNAME_TOO_LONG: 'sign-in-wrong',
  PASSWORD_TOO_LONG: 'sign-in-wrong',
  INVALID_PASSWORD: 'password-wrong',
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'password-wrong',
  BANNED_USER: 'account-closed',
  INVALID_CODE: 'second-factor-wrong',
  INVALID_BACKUP_CODE: 'second-factor-wrong',
  INVALID_TWO_FACTOR_COOKIE: 'second-factor-late',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'second-factor-late',
  TOTP_NOT_ENABLED: 'second-factor-state',
  TOTP_ALREADY_ENABLED: 'second-factor-state',
  TWO_FACTOR_NOT_ENABLED: 'second-factor-state',
  BACKUP_CODES_NOT_ENABLED: 'second-factor-state',
  UNAUTHORIZED: 'sign-in-needed',
};
/** Seconds of the library's own pause after ten wrong codes in a row. */
export const CODE_PAUSE_SECONDS = 300;

/** The refusal that an answer of the library amounts to; null when it is none. */
export const refusalIn = ({ status, body }: LibraryAnswer): Refusal | null => {
  if (status < 400) return null;
  const code = Coded.safeParse(body).data?.code ?? '';
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return tooMany(CODE_PAUSE_SECONDS);
  const known = CODES[code];
  if (known) return new Refusal(known);
  throw new Error(`the library answers ${status} ${code}`);
};

const PASSED_ON = ['cookie', 'user-agent'] as const;

/** Of the caller's headers only cookie and browser go on; the address is the one that the server has seen. */
const headersOf = ({ headers, ip }: Asked): Headers => {
  const passed = new Headers({ [ADDRESS_HEADER]: ip });
  for (const name of PASSED_ON) {
    const value = headers[name];
    if (value !== undefined) passed.set(name, String(value));
  }
  return passed;
};

export type AskLibrary = (path: string, asked: Asked, body?: object) => Promise<LibraryAnswer>;

/** POSTs a body, or GETs without one, below `/api/auth`. */
export const createAskLibrary =
  (auth: Auth, baseUrl: string): AskLibrary =>
  async (path, asked, body) => {
    const headers = headersOf(asked);
    if (body) headers.set('content-type', 'application/json');
    const url = new URL(`/api/auth${path}`, baseUrl);
    const response = await auth.handler(
      new Request(url, { method: body ? 'POST' : 'GET', headers, ...(body ? { body: JSON.stringify(body) } : {}) }),
    );
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      body: isJson && text !== '' ? JSON.parse(text) : null,
      cookies: response.headers.getSetCookie(),
      location: response.headers.get('location'),
    };
  };
