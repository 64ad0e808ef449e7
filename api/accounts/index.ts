/** Routes of accounts. */
import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '../deps.ts';
import { addFeeds } from '../feeds/index.ts';
import { addAuth } from './auth.ts';
import { addColleagues } from './colleagues.ts';
import { addMe } from './me.ts';
import { addUsers } from './users.ts';

/** Nothing where the composition root gives no accounts. */
export const addAccounts = (app: FastifyInstance, deps: ApiDeps): void => {
  const { accounts } = deps;
  if (!accounts) return;
  const all = { ...deps, accounts };
  addAuth(app, all);
  addMe(app, all);
  addColleagues(app, all);
  addUsers(app, all);
  addFeeds(app, all);
};
