/** Answers about a part of a programme: the events behind a figure, the sheet of a period, a review, what changed. */
import { z } from 'zod';
import { BodyId, OrgUnitId } from '../../domain/people.ts';
import { Comparator, Measure, QUALIFIERS, Target } from '../../domain/programme/codes.ts';
import { EntityId } from '../../domain/streams.ts';
import { ExerciseType } from '../../domain/template/index.ts';
import { Instant, LocalDate } from '../../domain/time.ts';
import { list, PaperShown, Person, Versioned, Words, WorkingDays } from './common.ts';
import {
  Amounts,
  CommendationShown,
  Counts,
  FigureShown,
  ForecastShown,
  QuarterShown,
  RecommendationShown,
  ReviewAhead,
  ReviewStatus,
  TargetChangeShown,
  TrendShown,
  Verdict,
} from './programme-parts.ts';

const ReadingShown = z
  .object({
    ...Amounts,
    qualifier: z.enum(QUALIFIERS).nullable(),
    evidence: z.string(),
    reason: z.string().nullable(),
    by: Person,
    reportedAt: Instant,
    verifiedBy: Person.nullable(),
    event: z.int(),
    verifiedIn: z.int().nullable(),
  })
  .meta({ id: 'Reading' });

export const FigureDetail = z
  .object({
    ...Versioned,
    indicator: z.string(),
    name: Words,
    unit: z.string(),
    figure: FigureShown,
    entries: list(
      z.object({
        period: z.string(),
        periodName: Words,
        unit: OrgUnitId.nullable(),
        unitName: Words.nullable(),
        counted: ReadingShown.nullable(),
        pending: ReadingShown.nullable(),
        returned: z.string().nullable(),
      }),
    ),
    exercises: list(
      z.object({
        exercise: EntityId,
        unit: OrgUnitId,
        unitName: Words,
        exerciseType: ExerciseType,
        heldOn: LocalDate,
        incidents: z.int(),
        points: z.number().nullable(),
        report: PaperShown.nullable(),
        confirmed: z.boolean(),
        event: z.int(),
      }),
    ),
  })
  .meta({ id: 'FigureDetail', description: 'What a figure was made of, each with the version of its event' });

export const ProgrammeSheet = z
  .object({
    ...Versioned,
    period: z.string(),
    periodName: Words,
    indicators: list(
      z.object({
        code: z.string(),
        form: z
          .enum(['one', 'byUnit'])
          .nullable()
          .meta({ description: 'One figure for all or one of each unit; null: free to choose' }),
        usual: z.enum(['one', 'byUnit']).meta({ description: 'As it was entered for the last period' }),
        rows: list(
          z.object({
            unit: OrgUnitId.nullable().meta({ description: 'Null: one figure for the whole programme' }),
            unitName: Words.nullable(),
            exempt: z.boolean(),
            counted: ReadingShown.nullable(),
            pending: ReadingShown.nullable(),
            returned: z.string().nullable(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'ProgrammeSheet', description: 'Every line that may be reported for a period, with what stands there' });

export const ProgrammeReviewShown = z
  .object({
    ...Versioned,
    title: z.string(),
    review: ReviewAhead,
    column: z.string(),
    duties: list(
      z.object({
        body: BodyId,
        bodyName: Words,
        due: LocalDate,
        workingDaysLeft: WorkingDays,
        contribution: z.object({ text: z.string(), at: Instant, by: Person }).nullable(),
      }),
    ),
    counts: Counts,
    lines: list(
      z.object({
        indicator: z.string(),
        name: Words,
        unit: z.string(),
        owner: BodyId,
        comparator: Comparator.nullable(),
        measure: Measure,
        figure: FigureShown,
        trend: TrendShown.nullable(),
        forecast: ForecastShown.nullable(),
      }),
    ).meta({ description: 'The draft, from the figures as they stand; after the meeting see `held`' }),
    held: z
      .object({
        date: LocalDate,
        minutes: PaperShown,
        conclusion: z.string(),
        missing: list(BodyId),
        figures: list(
          z.object({
            indicator: z.string(),
            column: z.string(),
            ...Amounts,
            target: Target.nullable(),
            verdict: Verdict,
            verdictLabel: Words,
            exempt: z.int(),
            formula: z.string(),
          }),
        ),
      })
      .nullable(),
    adjusted: list(TargetChangeShown.extend({ indicator: z.string() })),
    recommendations: list(RecommendationShown),
    quarters: list(QuarterShown),
    commendations: list(CommendationShown),
  })
  .meta({ id: 'ProgrammeReview' });

export const ProgrammeDifferenceShown = z
  .object({
    id: EntityId,
    from: LocalDate,
    to: LocalDate,
    fromVersion: z.int(),
    toVersion: z.int(),
    figures: list(
      z.object({ indicator: z.string(), column: z.string(), before: FigureShown.nullable(), after: FigureShown }),
    ),
    targets: list(TargetChangeShown.extend({ indicator: z.string() })),
    indicators: list(z.string()),
    exemptions: list(z.object({ id: z.string(), change: z.enum(['granted', 'ended']) })),
    exercises: list(z.string()),
    reviews: list(z.object({ review: z.string(), name: Words, before: ReviewStatus.nullable(), after: ReviewStatus })),
    recommendations: list(z.object({ id: z.string(), before: z.string().nullable(), after: z.string() })),
    commendations: list(z.string()),
  })
  .meta({ id: 'ProgrammeDifference', description: 'What changed between the ends of two days' });
