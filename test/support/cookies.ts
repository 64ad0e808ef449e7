/** Cookies as a browser keeps them, and signing in as any client does. */

export interface Cookie {
  readonly name: string;
  readonly value: string;
  /** Taken away by the server. */
  readonly isGone: boolean;
}

/** Of one Set-Cookie header. */
export const cookieOf = (set: string): Cookie => {
  const [pair = ''] = set.split(';');
  const at = pair.indexOf('=');
  const value = pair.slice(at + 1);
  return { name: pair.slice(0, at), value, isGone: value === '' || /max-age=0/i.test(set) };
};

/** The Cookie header; empty without cookies. */
export const cookieHeader = (cookies: readonly Pick<Cookie, 'name' | 'value'>[]): string =>
  cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

/** Cookies of a session that begins over HTTP. Throws when the sign-in is refused. */
export const signInCookies = async (url: string, username: string, password: string): Promise<readonly Cookie[]> => {
  const answer = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(url).origin },
    body: JSON.stringify({ username, password }),
  });
  if (!answer.ok) throw new Error(`${username}: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie().map(cookieOf);
};
