/** What a person does with his own account. Each throws `Refused` or `Unreachable`. */
import { checked, reach, type Schemas, setCsrf, writeHeaders } from '../client/http.ts';

/** Writes JSON to an address of the server. */
export const write = async (path: string, body: object, method = 'POST'): Promise<Response> =>
  checked(
    await reach(path, {
      method,
      headers: { 'content-type': 'application/json', ...writeHeaders() },
      body: JSON.stringify(body),
    }),
  );

export const signOut = async (): Promise<void> => {
  await write('/api/auth/sign-out', {});
  location.assign('/');
};

/** Acts from now on under another of his duties, in every window of this session. */
export const chooseDuty = async (body: string): Promise<void> => {
  await write('/api/v1/me/acting', { body });
};

/** A write that renews the session: what is written next carries its new token. */
export const writeRenewing = async (path: string, body: object): Promise<void> => {
  const { csrf } = (await (await write(path, body)).json()) as Schemas['CsrfRenewed'];
  setCsrf(csrf);
};

/** All other sessions of the account end. */
export const changePassword = (current: string, next: string): Promise<void> =>
  writeRenewing('/api/v1/me/password', { current, next });
