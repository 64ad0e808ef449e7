/** Answers about programmes: the list, the board, the events behind a figure, reviews with their drafts, what changed. */
import { z } from 'zod';
import { BodyId, OrgUnitId } from '../../domain/people.ts';
import { Cadence, Comparator, Join, Measure, ProgrammeKind, QUALIFIERS, Target } from '../../domain/programme/codes.ts';
import { GROUNDS, REVIEW_KINDS, VERDICTS } from '../../domain/programme/state.ts';
import { EntityId } from '../../domain/streams.ts';
import { ExerciseType } from '../../domain/template/index.ts';
import { Instant, LocalDate } from '../../domain/time.ts';
import { list, Moment, PaperShown, Person, Versioned, Words, WorkingDays } from './common.ts';

const Phase = z.enum(['draft', 'inForce', 'closed']);
const Verdict = z.enum(VERDICTS).meta({ id: 'FigureVerdict' });
const Counts = z
  .object({ met: z.int(), notMet: z.int(), noData: z.int(), waiting: z.int(), noTarget: z.int() })
  .meta({ id: 'VerdictCounts', description: 'Indicators by verdict' });
const Term = z.object({ from: LocalDate, to: LocalDate });
const ReviewStatus = z.enum(['planned', 'open', 'held', 'finished']);

const ReviewAhead = z
  .object({
    review: z.string(),
    name: Words,
    kind: z.enum(REVIEW_KINDS),
    status: ReviewStatus,
    statusLabel: Words,
    from: LocalDate,
    to: LocalDate,
    opensOn: LocalDate,
    due: LocalDate,
    workingDaysLeft: WorkingDays,
    overdue: z.boolean(),
  })
  .meta({ id: 'ProgrammeReviewAhead' });

const Head = {
  id: EntityId,
  kind: ProgrammeKind,
  kindName: Words,
  title: z.string(),
  orgUnit: OrgUnitId,
  unitName: Words,
  term: Term,
  phase: Phase,
  phaseLabel: Words,
} as const;

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

const Amounts = {
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  value: z.number().nullable().meta({ description: 'Percentage to two decimals, quotient or number; null: no data' }),
} as const;

const ExemptShown = z
  .object({
    exemption: z.string(),
    unit: OrgUnitId,
    name: z.string(),
    ground: z.enum(GROUNDS),
    groundName: Words,
    reason: z.string(),
  })
  .meta({ id: 'ExemptUnit' });

export const FigureShown = z
  .object({
    column: z.string(),
    ...Amounts,
    judged: z.object(Amounts).meta({ description: 'Without the exempt units; the verdict is of this' }),
    exempt: list(ExemptShown),
    qualifier: z.enum(QUALIFIERS).nullable(),
    waiting: z.int().meta({ description: 'Readings that wait to be verified' }),
    target: Target.nullable(),
    verdict: Verdict,
    verdictLabel: Words,
    formula: z.string().meta({ description: 'Name and version of the formula' }),
    text: Words.meta({ description: 'The figure as people read it' }),
  })
  .meta({ id: 'Figure' });

const TrendShown = z
  .object({ from: z.string(), to: z.string(), change: z.number(), direction: z.enum(['up', 'down', 'level']) })
  .meta({ id: 'Trend' });
const ForecastShown = z
  .object({ column: z.string(), value: z.number(), verdict: Verdict, years: list(z.string()) })
  .meta({ id: 'Forecast', description: 'Where the pace of the years so far leads; null where they are too few' });

export const TargetChangeShown = z
  .object({
    column: z.string(),
    from: Target.nullable(),
    to: Target,
    reason: z.string().nullable(),
    paper: PaperShown.nullable(),
    review: z.string().nullable(),
    changedAt: Instant,
    changedBy: Person,
    event: z.int().meta({ description: 'Version of the event' }),
  })
  .meta({ id: 'TargetChange' });

const IndicatorShown = z
  .object({
    code: z.string(),
    name: Words,
    unit: z.string(),
    measure: Measure,
    comparator: Comparator.nullable(),
    cadence: Cadence,
    cadenceName: Words,
    join: Join,
    numerator: z.string(),
    denominator: z.string().nullable(),
    owner: BodyId,
    ownerName: Words,
    source: z.enum(['reported', 'coverage', 'exercisesHeld', 'mobilisation', 'incidents', 'graded']),
    sourceName: Words,
    periods: list(z.string()).meta({ description: 'Periods it is reported for; none for one that comes by itself' }),
    requirement: Words.meta({ description: 'What is asked for this year' }),
    added: z.string().nullable(),
    history: list(TargetChangeShown),
    figures: list(FigureShown),
    trend: TrendShown.nullable(),
    forecast: ForecastShown.nullable(),
  })
  .meta({ id: 'ProgrammeIndicator' });

const CommendationShown = z
  .object({
    id: z.string(),
    kind: z.enum(['collective', 'individual']),
    form: z.string(),
    authority: z.string(),
    paper: PaperShown,
    count: z.int(),
    review: z.string().nullable(),
  })
  .meta({ id: 'Commendation' });

const RecommendationShown = z
  .object({
    id: z.string(),
    review: z.string(),
    reviewName: Words,
    text: z.string(),
    owner: BodyId,
    ownerName: Words,
    due: LocalDate,
    workingDaysLeft: WorkingDays,
    overdue: z.boolean(),
    status: z.enum(['open', 'completed', 'confirmed']),
    statusLabel: Words,
    evidence: z.string().nullable(),
    returned: z.string().nullable(),
    clearedOn: LocalDate.nullable(),
  })
  .meta({ id: 'Recommendation' });

const ExemptionShown = z
  .object({
    id: z.string(),
    indicator: z.string(),
    from: z.string().nullable().meta({ description: 'First year; null: without limit' }),
    to: z.string().nullable(),
    units: list(z.object({ unit: OrgUnitId, name: z.string() })),
    ground: z.enum(GROUNDS),
    groundName: Words,
    reason: z.string(),
    paper: PaperShown.nullable(),
    ended: z.string().nullable().meta({ description: 'Why it was lifted' }),
  })
  .meta({ id: 'Exemption' });

const CountedShown = z
  .object({
    exercise: EntityId,
    unit: OrgUnitId,
    unitName: Words,
    exerciseType: ExerciseType,
    typeName: Words,
    heldOn: LocalDate,
    report: PaperShown.nullable().meta({ description: 'What proves it where there is no file' }),
    confirmed: z.boolean(),
    enteredBy: Person.nullable(),
  })
  .meta({ id: 'CountedExercise' });

const QuarterShown = z
  .object({ quarter: z.string(), name: Words, due: z.int(), cleared: z.int(), late: z.int(), open: list(z.string()) })
  .meta({ id: 'ClearedQuarter', description: 'Work that fell due in a quarter, and what of it was cleared' });

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
