/** The API with real accounts over a real database, and people who sit before browsers with cookies of their own. */
import type { FastifyInstance } from 'fastify';
import type { Accounts, AccountsDeps, NewUser } from '../../accounts/index.ts';
import { buildApp } from '../../api/app.ts';
import type { ApiDeps } from '../../api/deps.ts';
import type { Db } from '../../db/connect.ts';
import type { EventStore } from '../../db/event-store.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { BodyId, PersonRef, type Post } from '../../domain/people.ts';
import { type Instant, localDate } from '../../domain/time.ts';
import { openAccounts } from '../support/accounts.ts';
import { type Answer, answerOf } from '../support/answer.ts';
import { cookieHeader, cookieOf } from '../support/cookies.ts';

export const NOW = '2022-05-31T01:30:00.000Z' as Instant;
export const PASSWORD = 'hoa gạo đỏ đầu làng';

/** A browser: keeps cookies, and the token that writes carry once it has asked who it is. */
export interface Browser {
  readonly cookies: Map<string, string>;
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  post(url: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
  signIn(userName: string, password?: string): Promise<Answer>;
  me(): Promise<Answer>;
}

export interface House {
  readonly app: FastifyInstance;
  readonly db: Db;
  readonly url: string;
  readonly store: EventStore;
  readonly accounts: Accounts;
  readonly clock: { now: Instant };
  /** Replaces what the organisation stream holds, for rules that only look at it. */
  organisation: OrganisationState | null;
  browser(address?: string): Browser;
  /** An account with `PASSWORD`, not to be changed first. Gives its id. */
  user(userName: string, change?: Partial<NewUser>): Promise<string>;
  close(): Promise<void>;
}

export const duty = (body: string, post: Post = 'member', from = '2022-01-01', to: string | null = null) => ({
  ...{ body: BodyId.parse(body), post, acting: false },
  ...{ from: localDate(from), to: to === null ? null : localDate(to) },
});

export interface HouseOptions extends Partial<ApiDeps> {
  readonly baseUrl?: string;
  readonly sample?: string | null;
  readonly oidc?: AccountsDeps['oidc'];
}

export const openHouse = async ({
  baseUrl = 'http://localhost',
  sample = null,
  oidc,
  ...change
}: HouseOptions = {}): Promise<House> => {
  const clock = { now: NOW };
  const house: { organisation: OrganisationState | null } = { organisation: null };
  const opened = await openAccounts({
    ...{ baseUrl, clock: () => clock.now, sample: () => sample, organisation: () => house.organisation },
    ...(oidc ? { oidc } : {}),
  });
  const { db, store, accounts, url } = opened;
  const app = await buildApp({
    ...{ db, store, accounts, identify: accounts.identify },
    send: async () => ({ kind: 'unavailable' }),
    status: async () => ({ kind: 'unknown' }),
    clock: () => clock.now,
    readiness: async () => ({ ok: true, parts: [] }),
    version: 'test',
    ...(baseUrl.startsWith('https') ? { publicUrl: baseUrl } : {}),
    ...change,
  });

  const browser = (address = '10.0.0.1'): Browser => {
    const cookies = new Map<string, string>();
    let csrf = '';
    const ask = async (
      method: 'GET' | 'POST',
      url: string,
      headers: Record<string, string>,
      body?: object,
    ): Promise<Answer> => {
      const cookie = cookieHeader([...cookies].map(([name, value]) => ({ name, value })));
      const given = {
        ...(cookie === '' ? {} : { cookie }),
        ...(csrf === '' || method === 'GET' ? {} : { 'x-csrf-token': csrf }),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      };
      const answer = answerOf(
        await app.inject({
          ...{ method, url, headers: given, remoteAddress: address },
          ...(body ? { payload: JSON.stringify(body) } : {}),
        }),
      );
      for (const { name, value, isGone } of [answer.headers['set-cookie'] ?? []]
        .flat()
        .map((set) => cookieOf(String(set))))
        if (isGone) cookies.delete(name);
        else cookies.set(name, value);
      if (typeof answer.body?.csrf === 'string') csrf = answer.body.csrf;
      return answer;
    };
    return {
      cookies,
      get: (url, headers = {}) => ask('GET', url, headers),
      post: (url, body = {}, headers = {}) => ask('POST', url, headers, body),
      me: () => ask('GET', '/api/v1/me', {}),
      signIn: async (username, password = PASSWORD) => {
        const answer = await ask('POST', '/api/auth/sign-in/username', {}, { username, password });
        if (answer.status === 200) await ask('GET', '/api/v1/me', {});
        return answer;
      },
    };
  };

  return Object.assign(house, {
    ...{ app, db, store, accounts, clock, browser, url },
    user: async (userName: string, { person, ...given }: Partial<NewUser> = {}) => {
      const user = { name: userName, isAdmin: false, duties: [duty('tam-ky.SA')], ...given };
      const ref = person === undefined ? PersonRef.parse(`nv.${userName}`) : person;
      return (await accounts.administration.create({ ...user, userName, person: ref }, PASSWORD)).id;
    },
    close: async () => {
      await app.close();
      await opened.close();
    },
  });
};
