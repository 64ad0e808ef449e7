/** Answers about programmes: the list and the board. */
import { z } from 'zod';
import { BodyId } from '../../domain/people.ts';
import { LocalDate } from '../../domain/time.ts';
import { list, Moment, PaperShown, Versioned, Words } from './common.ts';
import {
  CommendationShown,
  CountedShown,
  Counts,
  ExemptionShown,
  Head,
  IndicatorShown,
  QuarterShown,
  RecommendationShown,
  ReviewAhead,
} from './programme-parts.ts';

export { FigureShown, TargetChangeShown } from './programme-parts.ts';

export const ProgrammeList = z
  .object({
    ...Moment,
    programmes: list(
      z.object({
        ...Head,
        version: z.int(),
        year: z.string().meta({ description: 'Column that the counts are of' }),
        counts: Counts,
        next: ReviewAhead.nullable(),
      }),
    ),
  })
  .meta({ id: 'ProgrammeList' });

export const ProgrammeShown = z
  .object({
    ...Versioned,
    ...Head,
    parties: list(z.object({ body: BodyId, name: Words })),
    keepers: list(BodyId),
    approvers: list(BodyId),
    basis: list(PaperShown),
    conference: z.object({ date: LocalDate, minutes: PaperShown, parties: list(BodyId) }).nullable(),
    signed: PaperShown.nullable(),
    closed: PaperShown.nullable(),
    columns: list(z.string()),
    year: z.string().meta({ description: 'Column of the day that is spoken of' }),
    counts: Counts,
    indicators: list(IndicatorShown),
    exemptions: list(ExemptionShown),
    exercises: list(CountedShown).meta({ description: 'Counted, or entered by their report and not yet confirmed' }),
    reviews: list(ReviewAhead),
    recommendations: list(RecommendationShown),
    quarters: list(QuarterShown),
    commendations: list(CommendationShown),
  })
  .meta({ id: 'Programme' });
