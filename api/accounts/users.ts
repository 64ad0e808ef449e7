/** `/api/v1/users`: the administration of accounts. One-time passwords are answered once and kept nowhere. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { audit } from '../audit.ts';
import * as contract from '../contract/index.ts';
import { addExport } from '../exports/route.ts';
import { USERS } from '../exports/tables/records.ts';
import { numberParam, parse } from '../parse.ts';
import { problems, shown } from '../route.ts';
import { type AccountsApi, asked, reply } from './answers.ts';

const config = { policy: 'admin' } as const;
/** Whatever changes accounts asks for the administrator's password again. */
const guarded = { ...config, confirmed: true } as const;
const tags = ['accounts'];
const security = [{ session: [] }];
const Params = z.object({ id: z.string().min(1).max(100) });
const Query = z.strictObject({
  search: z.string().max(100).optional().meta({ description: 'Part of a user name, name, person or body' }),
  page: numberParam(1, 9_999).default(1),
  size: numberParam(1, 200).default(50),
});
const Nothing = z.strictObject({}).optional();

const addLists = (app: FastifyInstance, { accounts }: AccountsApi): void => {
  const list = async ({ search, page, size }: z.output<typeof Query>) => {
    const found = await asked(
      accounts.administration.list({ page, size, ...(search === undefined ? {} : { search }) }),
    );
    return { ...found, page, size };
  };
  addExport(app, {
    ...{ url: '/api/v1/users', tag: 'accounts', summary: 'Accounts by user name', policy: 'admin', tables: USERS },
    params: z.object({}),
    query: Query,
    read: (_, query) => list(query),
  });
  app.get(
    '/api/v1/users',
    {
      config,
      schema: {
        ...{ tags, security, querystring: Query },
        summary: 'Accounts by user name',
        response: { 200: shown('Accounts', contract.Users), ...problems(400, 401, 403, 503) },
      },
    },
    async (request, answer) => reply(answer, await list(parse(Query, request.query, 'query'))),
  );
  app.get(
    '/api/v1/users/:id',
    {
      config,
      schema: {
        ...{ tags, security, params: Params },
        summary: 'One account',
        response: { 200: shown('Account', contract.UserShown), ...problems(400, 401, 403, 404, 503) },
      },
    },
    async (request, answer) =>
      reply(answer, await asked(accounts.administration.get(parse(Params, request.params, 'path').id))),
  );
};

const addCreation = (app: FastifyInstance, { accounts }: AccountsApi): void => {
  app.post(
    '/api/v1/users',
    {
      config: guarded,
      schema: {
        ...{ tags, security, body: contract.UserCreation },
        summary: 'Makes an account; its one-time password is in this answer only',
        response: { 201: shown('Made', contract.OneTimePassword), ...problems(400, 401, 403, 409, 413, 415, 422, 503) },
      },
    },
    async (request, answer) => {
      const user = parse(contract.UserCreation, request.body, 'body');
      const made = await asked(accounts.administration.create(user));
      audit(request, { kind: 'admin-act', code: 'user-made', details: { of: made.id } });
      return reply(answer.code(201), made);
    },
  );
};

interface Act<B extends z.ZodType> {
  readonly path: string;
  readonly summary: string;
  readonly body: B;
  readonly answer: z.ZodType;
  readonly act: (id: string, body: z.output<B>) => Promise<unknown>;
}

const addAct = <B extends z.ZodType>(app: FastifyInstance, { path, summary, body, answer, act }: Act<B>): void => {
  app.post(
    `/api/v1/users/:id/${path}`,
    {
      config: guarded,
      schema: {
        ...{ tags, security, summary, params: Params },
        ...(body === (Nothing as z.ZodType) ? {} : { body }),
        response: { 200: shown(summary, answer), ...problems(400, 401, 403, 404, 409, 413, 415, 422, 503) },
      },
    },
    async (request, to) => {
      const { id } = parse(Params, request.params, 'path');
      const done = await asked(act(id, parse(body, request.body ?? undefined, 'body')));
      audit(request, { kind: 'admin-act', code: path, details: { of: id } });
      return reply(to, done);
    },
  );
};

const addActs = (app: FastifyInstance, { accounts: { administration } }: AccountsApi): void => {
  const done = async (work: Promise<void>) => {
    await work;
    return { done: true };
  };
  addAct(app, {
    path: 'duties',
    summary: 'Replaces the recorded duties; all sessions of the user end',
    body: contract.UserDuties,
    answer: contract.Done,
    act: (id, { duties }) => done(administration.setDuties(id, duties)),
  });
  addAct(app, {
    path: 'details',
    summary: 'Changes name, person, administrator; all sessions end unless only the name changed',
    body: contract.UserDetails,
    answer: contract.Done,
    act: (id, details) => done(administration.setDetails(id, details)),
  });
  addAct(app, {
    path: 'deactivate',
    summary: 'Closes the account: no sign-in, and every session ends',
    body: Nothing,
    answer: contract.Done,
    act: (id) => done(administration.setActive(id, false)),
  });
  addAct(app, {
    path: 'activate',
    summary: 'Opens a closed account',
    body: Nothing,
    answer: contract.Done,
    act: (id) => done(administration.setActive(id, true)),
  });
  addAct(app, {
    path: 'reset-password',
    summary: 'A new one-time password, in this answer only; all sessions end',
    body: contract.PasswordReset,
    answer: contract.OneTimePassword,
    act: async (id, options) => ({ id, password: await administration.resetPassword(id, options) }),
  });
  addAct(app, {
    path: 'end-sessions',
    summary: 'Signs the user out everywhere',
    body: Nothing,
    answer: contract.Ended,
    act: async (id) => ({ ended: await administration.endSessions(id) }),
  });
};

export const addUsers = (app: FastifyInstance, deps: AccountsApi): void => {
  addLists(app, deps);
  addCreation(app, deps);
  addActs(app, deps);
};
