/** `/api/auth`: signing in and out. Nothing else of the library behind it can be reached from outside. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { audit } from '../audit.ts';
import { CentralSignIn, CodeBody, Done, SignInBody, SignInDone, SignInOffer } from '../contract/index.ts';
import { parse } from '../parse.ts';
import { Problem } from '../problems/index.ts';
import { problems, shown } from '../route.ts';
import { whoAsks } from '../signed-in.ts';
import { type AccountsApi, asked, reply } from './answers.ts';

const PUBLIC = { policy: 'public' } as const;
const tags = ['accounts'];

const addPassword = (app: FastifyInstance, { accounts }: AccountsApi): void => {
  app.post(
    '/api/auth/sign-in/username',
    {
      config: PUBLIC,
      schema: {
        tags,
        summary: 'Signs in; the session is a cookie',
        body: SignInBody,
        response: {
          200: shown('Signed in, or the second step is due', SignInDone),
          ...problems(400, 401, 403, 413, 415, 422, 429, 503),
        },
      },
    },
    async (request, answer) => {
      const { username: userName, password } = parse(SignInBody, request.body, 'body');
      const { cookies, secondFactor, userId } = await asked(
        accounts.signIn.byPassword(whoAsks(request), { userName, password }),
      );
      if (userId !== null) audit(request, { kind: 'sign-in', code: 'password', userId });
      return reply(answer, { secondFactor }, cookies);
    },
  );
};

const SECOND_STEPS = { 'verify-totp': 'totp', 'verify-backup-code': 'backup' } as const;

const addSecondStep = (app: FastifyInstance, { accounts }: AccountsApi): void => {
  for (const [path, kind] of Object.entries(SECOND_STEPS))
    app.post(
      `/api/auth/two-factor/${path}`,
      {
        config: PUBLIC,
        schema: {
          tags,
          summary: kind === 'totp' ? 'Second step: a code of the authenticator' : 'Second step: a backup code',
          body: CodeBody,
          response: { 200: shown('Signed in', SignInDone), ...problems(400, 401, 403, 409, 413, 415, 422, 429, 503) },
        },
      },
      async (request, answer) => {
        const { code } = parse(CodeBody, request.body, 'body');
        const { cookies, userId } = await asked(accounts.signIn.bySecondFactor(whoAsks(request), { code, kind }));
        audit(request, { kind: 'sign-in', code: kind, userId });
        return reply(answer, { secondFactor: false }, cookies);
      },
    );
};

const addSignOut = (app: FastifyInstance, { accounts }: AccountsApi): void => {
  app.post(
    '/api/auth/sign-out',
    {
      config: PUBLIC,
      schema: {
        tags,
        summary: 'Ends this session; done also where there was none',
        response: { 200: shown('Signed out', Done), ...problems(400, 403, 415, 503) },
      },
    },
    async (request, answer) => {
      const { cookies, userId } = await asked(accounts.signIn.out(whoAsks(request)));
      if (userId !== null) audit(request, { kind: 'sign-out', code: 'sign-out', userId });
      return reply(answer, { done: true }, cookies);
    },
  );
};

const toPage = (answer: FastifyReply, path: string, cookies: readonly string[]): FastifyReply => {
  if (cookies.length > 0) answer.header('set-cookie', [...cookies]);
  return answer.header('cache-control', 'no-store').redirect(path, 303);
};

/** The central sign-in: where to go, and the way back. Both are absent (404) unless it is configured. */
const addCentral = (app: FastifyInstance, { accounts }: AccountsApi): void => {
  app.post(
    '/api/auth/sign-in/central',
    {
      config: PUBLIC,
      schema: {
        tags,
        summary: 'Begins the central sign-in (OIDC)',
        response: { 200: shown('Address to go to', CentralSignIn), ...problems(400, 403, 404, 415, 503) },
      },
    },
    async (request, answer) => {
      const began = await asked(accounts.signIn.central(whoAsks(request)));
      if (!began) throw new Problem('not-found');
      return reply(answer, { url: began.url }, began.cookies);
    },
  );
  app.get('/api/auth/callback/oidc', { config: PUBLIC, schema: { hide: true } }, async (request, answer) => {
    const query = request.url.split('?')[1] ?? '';
    const ended = await asked(accounts.signIn.centralReturn(whoAsks(request), query));
    if (!ended) throw new Problem('not-found');
    audit(request, { kind: 'sign-in', code: 'central', userId: ended.userId });
    return toPage(answer, '/', ended.cookies);
  });
};

const addOffer = (app: FastifyInstance, { accounts, version }: AccountsApi): void => {
  app.get(
    '/api/auth/offer',
    {
      config: PUBLIC,
      schema: { tags, summary: 'Which ways of signing in there are', response: { 200: shown('Ways', SignInOffer) } },
    },
    async (_, answer) =>
      reply(answer, { central: accounts.hasCentralSignIn, sample: accounts.sample() !== null, version }),
  );
};

export const addAuth = (app: FastifyInstance, deps: AccountsApi): void => {
  addPassword(app, deps);
  addSecondStep(app, deps);
  addSignOut(app, deps);
  addCentral(app, deps);
  addOffer(app, deps);
};
