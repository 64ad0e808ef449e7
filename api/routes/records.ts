/** What can be asked about reviews and corrective actions, and the history of every stream. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { PolicyName } from '../../domain/access/index.ts';
import { BodyId, OrgUnitId } from '../../domain/people.ts';
import { EntityId, STREAM_KINDS, type StreamKind } from '../../domain/streams.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import * as tables from '../exports/tables/records.ts';
import { ownReview } from '../own/review.ts';
import { AsOfQuery, numberParam } from '../parse.ts';
import { askerOf, onlyFor } from '../policy.ts';
import { calendarNow } from '../queries/calendar.ts';
import { history, PAGE } from '../queries/history.ts';
import { requireRegister } from '../queries/number-register.ts';
import { actionList, reviewReport } from '../queries/review-reports.ts';
import { reviewView } from '../queries/reviews.ts';
import { momentOf, stateOf } from '../queries/sources.ts';
import { addRead } from '../route.ts';
import { PATHS } from './paths.ts';

const OneId = z.object({ id: EntityId });
const None = z.object({});

const HistoryQuery = AsOfQuery.extend({
  afterVersion: numberParam(0, 999_999_999).default(0),
  limit: numberParam(1, PAGE.most).default(PAGE.usual),
});

const HISTORY = {
  exercise: 'exercise.history',
  drill: 'drill.history',
  review: 'review.history',
  programme: 'programme.history',
  organisation: 'organisation.read',
  calendar: 'calendar.read',
  template: 'template.read',
  register: 'register.read',
  rollout: 'rollout.history',
} as const satisfies Record<StreamKind, PolicyName>;

export const addRecordReads = (app: FastifyInstance, deps: ApiDeps): void => {
  addRead(app, {
    url: '/api/v1/reviews/:id',
    policy: 'review.read',
    tag: 'reviews',
    summary: 'After-action review: scores, grade, findings, corrective actions',
    params: OneId,
    query: AsOfQuery,
    answer: contract.ReviewShown,
    tables: tables.REVIEW,
    read: async ({ id }, { asOf }, request) => {
      const moment = momentOf(deps, asOf);
      const state = await stateOf(deps, 'review', id, moment.asOf);
      const asker = askerOf(request);
      const whole = reviewView(await calendarNow(deps, moment.asOf), id, state, moment, asker.subject.actor.body);
      const bodies = onlyFor(asker);
      return bodies ? ownReview(whole, bodies) : whole;
    },
  });
  addRead(app, {
    url: '/api/v1/reviews/:id/report',
    policy: 'review.report',
    tag: 'reviews',
    summary: 'The review report: ten parts, annexes, improvement plan; every score with its evidence coverage',
    params: OneId,
    query: AsOfQuery,
    answer: contract.ReviewReportShown,
    read: ({ id }, { asOf }) => reviewReport(deps, id, momentOf(deps, asOf)),
  });
  addRead(app, {
    url: '/api/v1/actions',
    policy: 'actions.read',
    tag: 'reviews',
    summary: 'Corrective actions across reviews, by deadline',
    params: None,
    query: z.strictObject({
      owner: BodyId.optional(),
      state: contract.ActionState.optional(),
      unit: OrgUnitId.optional().meta({ description: 'Locality in whose exercises they are retested' }),
    }),
    answer: contract.ActionList,
    tables: tables.ACTIONS,
    read: (_, filter, request) => actionList(deps, filter, momentOf(deps, undefined), askerOf(request)),
  });
  for (const kind of STREAM_KINDS)
    addRead(app, {
      url: `/api/v1/${PATHS[kind]}/:id/events`,
      policy: HISTORY[kind],
      tag: PATHS[kind],
      summary: 'History in words, with place and hash of every event',
      params: OneId,
      query: HistoryQuery,
      answer: contract.History,
      tables: tables.HISTORY,
      read: ({ id }, { asOf, ...page }, request) => {
        if (kind === 'register') requireRegister(id, askerOf(request), request);
        return history(deps, { kind, id, asker: request.seer && askerOf(request) }, momentOf(deps, asOf), page);
      },
    });
};
