/** Who else acts for my body: names stay within it. */
import type { FastifyInstance } from 'fastify';
import { colleaguesIn } from '../../accounts/index.ts';
import * as contract from '../contract/index.ts';
import { problems, shown } from '../route.ts';
import { type AccountsApi, asked, knownOf, reply } from './answers.ts';

export const addColleagues = (app: FastifyInstance, deps: AccountsApi): void => {
  const { accounts } = deps;
  app.get(
    '/api/v1/me/colleagues',
    {
      config: { policy: 'signedIn' },
      schema: {
        tags: ['accounts'],
        security: [{ session: [] }],
        summary: 'Who acts for the body that I act for, heads first; nobody where I act for none',
        response: { 200: shown('Colleagues', contract.Colleagues), ...problems(401, 403, 503) },
      },
    },
    async (request, answer) => {
      const { acting } = knownOf(request);
      const colleagues = acting
        ? await asked(colleaguesIn(accounts.db, await asked(accounts.organisation()), acting.body, deps.clock()))
        : [];
      return reply(answer, { colleagues });
    },
  );
};
