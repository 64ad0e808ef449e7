/** `/api/v1/me`: who I am, which duty I act under, my password, my second factor, my sessions. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actUnder, endOtherSessions, endSession, type Known, listSessions } from '../../accounts/index.ts';
import { dayOf } from '../../domain/time.ts';
import * as contract from '../contract/index.ts';
import { parse } from '../parse.ts';
import { problems, shown } from '../route.ts';
import { whoAsks } from '../signed-in.ts';
import { type AccountsApi, asked, knownOf, reply } from './answers.ts';
import { dutiesShown } from './duties-shown.ts';

const SIGNED_IN = { policy: 'signedIn' } as const;
/** Open also to who must change his password first. */
const FIRST = { ...SIGNED_IN, beforePasswordChange: true } as const;
const tags = ['accounts'];
const security = [{ session: [] }];
const WRITE_PROBLEMS = [400, 401, 403, 413, 415, 422, 503] as const;

const meOf = async (deps: AccountsApi, known: Known): Promise<z.output<typeof contract.Me>> => {
  const { accounts, version } = deps;
  const now = deps.clock();
  const today = dayOf(now);
  const duties = dutiesShown(await asked(accounts.organisation()), known.duties, today);
  const acting = duties.find(({ body }) => body === known.acting?.body) ?? null;
  const { userId: id, userName, name, person, mustChangePassword, twoFactor, isAdmin, csrf } = known;
  return {
    user: { id, userName, name, person, mustChangePassword, twoFactor },
    ...{ acting, duties, isAdmin, csrf, now, today, version },
    group: acting?.group ?? (isAdmin ? 'admin' : null),
    authority: acting?.unitName ?? null,
    sample: accounts.sample() !== null,
  };
};

const addMine = (app: FastifyInstance, deps: AccountsApi): void => {
  app.get(
    '/api/v1/me',
    {
      config: FIRST,
      schema: {
        ...{ tags, security },
        summary: 'Who I am, my duties today, and the token that my writes carry',
        response: { 200: shown('Me', contract.Me), ...problems(401, 503) },
      },
    },
    async (request, answer) => reply(answer, await meOf(deps, knownOf(request))),
  );
  app.post(
    '/api/v1/me/acting',
    {
      config: SIGNED_IN,
      schema: {
        ...{ tags, security },
        summary: 'Chooses the duty that this session acts under',
        body: contract.ActingBody,
        response: { 200: shown('Me, under that duty', contract.Me), ...problems(...WRITE_PROBLEMS) },
      },
    },
    async (request, answer) => {
      const { body } = parse(contract.ActingBody, request.body, 'body');
      const known = knownOf(request);
      await asked(actUnder(deps.accounts.db, known, body));
      const acting = known.duties.find((duty) => duty.body === body) ?? null;
      return reply(answer, await meOf(deps, { ...known, acting }));
    },
  );
};

/** The token of the session that the cookies of an answer begin. */
const renewed = async (deps: AccountsApi, request: FastifyRequest, cookies: readonly string[]) => {
  const cookie = cookies.map((each) => each.split(';')[0]).join('; ');
  const known = await asked(deps.accounts.identify({ headers: { cookie }, ip: request.ip, passive: true }));
  return { csrf: known?.csrf ?? '' };
};

const addPassword = (app: FastifyInstance, deps: AccountsApi): void => {
  app.post(
    '/api/v1/me/password',
    {
      config: FIRST,
      schema: {
        ...{ tags, security },
        summary: 'Changes my password; all my other sessions end, this one is renewed',
        body: contract.PasswordChange,
        response: { 200: shown('Changed', contract.CsrfRenewed), ...problems(...WRITE_PROBLEMS, 429) },
      },
    },
    async (request, answer) => {
      const given = parse(contract.PasswordChange, request.body, 'body');
      const { cookies } = await asked(deps.accounts.own.changePassword(whoAsks(request), knownOf(request), given));
      return reply(answer, await renewed(deps, request, cookies), cookies);
    },
  );
};

const addConfirmation = (app: FastifyInstance, { accounts }: AccountsApi): void => {
  app.post(
    '/api/v1/me/confirm',
    {
      config: SIGNED_IN,
      schema: {
        ...{ tags, security },
        summary: 'Gives my password again, for the acts that ask for it; stands for 5 minutes in this session',
        body: contract.PasswordAgain,
        response: { 200: shown('Confirmed', contract.Done), ...problems(...WRITE_PROBLEMS, 429) },
      },
    },
    async (request, answer) => {
      const { password } = parse(contract.PasswordAgain, request.body, 'body');
      await asked(accounts.confirm(whoAsks(request), knownOf(request), password));
      return reply(answer, { done: true });
    },
  );
};

const addTotp = (app: FastifyInstance, deps: AccountsApi): void => {
  const { own } = deps.accounts;
  const responses = (what: string, schema: z.ZodType) => ({
    200: shown(what, schema),
    ...problems(...WRITE_PROBLEMS, 409, 429),
  });
  const route = (summary: string, body: z.ZodType, response: ReturnType<typeof responses>) => ({
    config: SIGNED_IN,
    schema: { tags, security, summary, body, response },
  });
  app.post(
    '/api/v1/me/totp/enrol',
    route(
      'A secret for my authenticator; in force once confirmed',
      contract.PasswordAgain,
      responses('Secret', contract.TotpEnrolment),
    ),
    async (request, answer) => {
      const { password } = parse(contract.PasswordAgain, request.body, 'body');
      return reply(answer, await asked(own.enrolTotp(whoAsks(request), knownOf(request), password)));
    },
  );
  app.post(
    '/api/v1/me/totp/confirm',
    route(
      'The first code puts my second factor in force',
      contract.CodeBody,
      responses('In force', contract.CsrfRenewed),
    ),
    async (request, answer) => {
      const { code } = parse(contract.CodeBody, request.body, 'body');
      const { cookies } = await asked(own.confirmTotp(whoAsks(request), knownOf(request), code));
      return reply(answer, await renewed(deps, request, cookies), cookies);
    },
  );
  app.post(
    '/api/v1/me/totp/disable',
    route('Takes my second factor off', contract.PasswordAgain, responses('Off', contract.CsrfRenewed)),
    async (request, answer) => {
      const { password } = parse(contract.PasswordAgain, request.body, 'body');
      const { cookies } = await asked(own.disableTotp(whoAsks(request), knownOf(request), password));
      return reply(answer, await renewed(deps, request, cookies), cookies);
    },
  );
};

const addSessions = (app: FastifyInstance, deps: AccountsApi): void => {
  const { db } = deps.accounts;
  const Params = z.object({ id: z.string().min(1).max(100) });
  app.get(
    '/api/v1/me/sessions',
    {
      config: SIGNED_IN,
      schema: {
        tags,
        security,
        summary: 'My sessions',
        response: { 200: shown('Sessions', contract.Sessions), ...problems(401, 403, 503) },
      },
    },
    async (request, answer) => reply(answer, { sessions: await asked(listSessions(db, knownOf(request))) }),
  );
  app.post(
    '/api/v1/me/sessions/:id/end',
    {
      config: SIGNED_IN,
      schema: {
        ...{ tags, security, params: Params },
        summary: 'Ends one of my sessions',
        response: { 200: shown('Ended', contract.Done), ...problems(400, 401, 403, 404, 415, 503) },
      },
    },
    async (request, answer) => {
      const { id } = parse(Params, request.params, 'path');
      await asked(endSession(db, knownOf(request), id));
      return reply(answer, { done: true });
    },
  );
  app.post(
    '/api/v1/me/sessions/end-others',
    {
      config: SIGNED_IN,
      schema: {
        ...{ tags, security },
        summary: 'Ends all my sessions but this one',
        response: { 200: shown('Ended', contract.Ended), ...problems(400, 401, 403, 415, 503) },
      },
    },
    async (request, answer) => reply(answer, { ended: await asked(endOtherSessions(db, knownOf(request))) }),
  );
};

export const addMe = (app: FastifyInstance, deps: AccountsApi): void => {
  addMine(app, deps);
  addPassword(app, deps);
  addConfirmation(app, deps);
  addTotp(app, deps);
  addSessions(app, deps);
};
