/** What the readiness board and the leadership home ask. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { EntityId } from '../../domain/streams.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { CELLS } from '../exports/tables/exercises.ts';
import { AsOfQuery, NoQuery, numberParam } from '../parse.ts';
import { askerOf } from '../policy.ts';
import { cellBoard, writeCells } from '../queries/board/cells.ts';
import { readinessTrend } from '../queries/board/trend.ts';
import { recentChanges } from '../queries/changes.ts';
import { decisionList } from '../queries/decisions/index.ts';
import { integrityOf } from '../queries/integrity.ts';
import { momentOf } from '../queries/sources.ts';
import { addRead } from '../route.ts';

const None = z.object({});

export const addBoardReads = (app: FastifyInstance, deps: ApiDeps): void => {
  const tag = 'exercises';
  addRead(app, {
    url: '/api/v1/readiness/cells',
    policy: 'readiness.read',
    tag,
    summary: 'Readiness in its smallest form: exercises by gates, thousands at once',
    params: None,
    query: AsOfQuery.extend({
      year: numberParam(1976, 2200).optional().meta({ description: 'Of the opening day' }),
    }),
    answer: contract.ReadinessCellBoard,
    tables: CELLS,
    read: (_, { asOf, year }, request) => cellBoard(deps, momentOf(deps, asOf), askerOf(request), year),
    write: writeCells,
  });
  addRead(app, {
    url: '/api/v1/readiness/trend',
    policy: 'readiness.read',
    tag,
    summary: 'Verdicts by working day',
    params: None,
    query: AsOfQuery.extend({ days: numberParam(2, 250).default(30) }),
    answer: contract.ReadinessTrend,
    read: (_, { asOf, days }, request) => readinessTrend(deps, momentOf(deps, asOf), askerOf(request), days),
  });
  addRead(app, {
    url: '/api/v1/decisions',
    policy: 'readiness.read',
    tag,
    summary: 'What waits for a decision: gates, more time, points too far apart, answers to the city',
    params: None,
    query: NoQuery,
    answer: contract.DecisionList,
    read: (_, __, request) => decisionList(deps, momentOf(deps, undefined), askerOf(request)),
  });
  addRead(app, {
    url: '/api/v1/changes',
    policy: 'readiness.read',
    tag,
    summary: 'What was recorded since a place in the ledger, in words, latest first',
    params: None,
    query: z.strictObject({
      after: numberParam(0, 999_999_999).default(0),
      limit: numberParam(1, 200).default(30),
    }),
    answer: contract.RecentChanges,
    read: (_, page, request) => recentChanges(deps, momentOf(deps, undefined), askerOf(request), page),
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/integrity',
    policy: 'exercise.history',
    tag,
    summary: 'Whether the history is what was written: every hash computed anew',
    params: z.object({ id: EntityId }),
    query: NoQuery,
    answer: contract.Integrity,
    read: ({ id }) => integrityOf(deps, 'exercise', id, momentOf(deps, undefined)),
  });
};
