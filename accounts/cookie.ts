/** What a session's cookie says, and what a page must bring back. Signed as better-auth signs: HMAC-SHA-256 of the token. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Names begin with `__Host-` where TLS is used: such a cookie comes from this very host, whole and over TLS. */
export const cookiePrefix = (secure: boolean): string => (secure ? '__Host-san-sang' : 'san-sang');
export const sessionCookie = (secure: boolean): string => `${cookiePrefix(secure)}.session_token`;

const cookieNamed = (header: string, name: string): string | null => {
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};

/** The token of a signed value `<token>.<signature>`; null when the signature is not ours. */
export const tokenOf = (signed: string, secret: string): string | null => {
  const text = decode(signed);
  const dot = text.lastIndexOf('.');
  if (dot < 1) return null;
  const token = text.slice(0, dot);
  const given = Buffer.from(text.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
};

/** The token of the session that a Cookie header carries; null when it carries none of ours. */
export const sessionTokenIn = (header: string | undefined, secure: boolean, secret: string): string | null => {
  const value = header === undefined ? null : cookieNamed(header, sessionCookie(secure));
  return value === null ? null : tokenOf(value, secret);
};

/** What every write of this session must bring back in `X-CSRF-Token`. */
export const csrfOf = (sessionId: string, secret: string): string =>
  createHmac('sha256', secret).update(`csrf ${sessionId}`).digest('base64url');
