/** What can be asked about the roll-out plans of a term. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { EntityId } from '../../domain/streams.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { AsOfQuery, NoQuery } from '../parse.ts';
import { askerOf } from '../policy.ts';
import { rollOutList, rollOutView } from '../queries/rollouts.ts';
import { momentOf, stateOf } from '../queries/sources.ts';
import { addRead } from '../route.ts';

export const addRollOutReads = (app: FastifyInstance, deps: ApiDeps): void => {
  const tag = 'rollouts';
  addRead(app, {
    url: '/api/v1/rollouts',
    policy: 'rollout.list',
    tag,
    summary: 'Roll-out plans that the asker sees',
    params: z.object({}),
    query: NoQuery,
    answer: contract.RollOutList,
    read: (_, __, request) => rollOutList(deps, askerOf(request), momentOf(deps, undefined)),
  });
  addRead(app, {
    url: '/api/v1/rollouts/:id',
    policy: 'rollout.read',
    tag,
    summary: 'A roll-out plan: which commune exercises in which year and month, why, and what it breaks',
    params: z.object({ id: EntityId }),
    query: AsOfQuery,
    answer: contract.RollOutShown,
    read: async ({ id }, { asOf }, request) => {
      const moment = momentOf(deps, asOf);
      return rollOutView(deps, id, await stateOf(deps, 'rollout', id, moment.asOf), askerOf(request), moment);
    },
  });
};
