/** What can be asked about programmes: the list, the board, a figure's events, a review, the difference of two days. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Column, IndicatorCode, Period, ReviewId } from '../../domain/programme/codes.ts';
import { EntityId } from '../../domain/streams.ts';
import { LocalDate } from '../../domain/time.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { PROGRAMME, PROGRAMMES } from '../exports/tables/programmes.ts';
import { AsOfQuery } from '../parse.ts';
import { askerOf } from '../policy.ts';
import { programmeDifference, programmeReview } from '../queries/programme-reviews.ts';
import { programmeSheet } from '../queries/programme-sheet.ts';
import { figureDetail, programmeFile, programmeList } from '../queries/programmes.ts';
import { momentOf } from '../queries/sources.ts';
import { addRead } from '../route.ts';

const OneId = z.object({ id: EntityId });

export const addProgrammeReads = (app: FastifyInstance, deps: ApiDeps): void => {
  const tag = 'programmes';
  addRead(app, {
    url: '/api/v1/programmes',
    policy: 'programme.list',
    tag,
    summary: 'Programmes, schemes, resolutions: counts by verdict of the year, next review',
    params: z.object({}),
    query: z.strictObject({}),
    answer: contract.ProgrammeList,
    tables: PROGRAMMES,
    read: (_, __, request) => programmeList(deps, momentOf(deps, undefined), askerOf(request)),
  });
  addRead(app, {
    url: '/api/v1/programmes/:id',
    policy: 'programme.read',
    tag,
    summary: 'The board of a programme: every indicator by year, targets with history, exemptions, reviews, work',
    params: OneId,
    query: AsOfQuery,
    answer: contract.ProgrammeShown,
    tables: PROGRAMME,
    read: ({ id }, { asOf }, request) => programmeFile(deps, id, momentOf(deps, asOf), askerOf(request)),
  });
  addRead(app, {
    url: '/api/v1/programmes/:id/figures/:indicator/:column',
    policy: 'programme.read',
    tag,
    summary: 'What one figure is made of: readings with evidence, or exercises, each with its event',
    params: OneId.extend({ indicator: IndicatorCode, column: Column }),
    query: AsOfQuery,
    answer: contract.FigureDetail,
    read: (params, { asOf }, request) => figureDetail(deps, params, momentOf(deps, asOf), askerOf(request)),
  });
  addRead(app, {
    url: '/api/v1/programmes/:id/periods/:period',
    policy: 'programme.read',
    tag,
    summary: 'The entry sheet of a period: every line by locality or in one figure, with what stands there',
    params: OneId.extend({ period: Period }),
    query: AsOfQuery,
    answer: contract.ProgrammeSheet,
    read: (params, { asOf }, request) => programmeSheet(deps, params, momentOf(deps, asOf), askerOf(request)),
  });
  addRead(app, {
    url: '/api/v1/programmes/:id/reviews/:review',
    policy: 'programme.read',
    tag,
    summary: 'A review: reports owed, the draft from the figures, the meeting, what came of it',
    params: OneId.extend({ review: ReviewId }),
    query: AsOfQuery,
    answer: contract.ProgrammeReviewShown,
    read: (params, { asOf }, request) => programmeReview(deps, params, momentOf(deps, asOf), askerOf(request)),
  });
  addRead(app, {
    url: '/api/v1/programmes/:id/difference',
    policy: 'programme.read',
    tag,
    summary: 'What changed between the ends of two days: figures, targets, exemptions, reviews, work',
    params: OneId,
    query: z.strictObject({ from: LocalDate, to: LocalDate }),
    answer: contract.ProgrammeDifferenceShown,
    read: ({ id }, { from, to }, request) => programmeDifference(deps, id, [from, to], askerOf(request)),
  });
};
