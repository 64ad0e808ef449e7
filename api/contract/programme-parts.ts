/** What answers about programmes are made of: heads, figures, targets, reviews ahead, work, commendations. */
import { z } from 'zod';
import { BodyId, OrgUnitId } from '../../domain/people.ts';
import { Cadence, Comparator, Join, Measure, ProgrammeKind, QUALIFIERS, Target } from '../../domain/programme/codes.ts';
import { GROUNDS, REVIEW_KINDS, VERDICTS } from '../../domain/programme/state.ts';
import { EntityId } from '../../domain/streams.ts';
import { ExerciseType } from '../../domain/template/index.ts';
import { Instant, LocalDate } from '../../domain/time.ts';
import { list, PaperShown, Person, Words, WorkingDays } from './common.ts';

export const Phase = z.enum(['draft', 'inForce', 'closed']);
export const Verdict = z.enum(VERDICTS).meta({ id: 'FigureVerdict' });
export const Counts = z
  .object({ met: z.int(), notMet: z.int(), noData: z.int(), waiting: z.int(), noTarget: z.int() })
  .meta({ id: 'VerdictCounts', description: 'Indicators by verdict' });
export const Term = z.object({ from: LocalDate, to: LocalDate });
export const ReviewStatus = z.enum(['planned', 'open', 'held', 'finished']);

export const ReviewAhead = z
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

export const Head = {
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

export const Amounts = {
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  value: z.number().nullable().meta({ description: 'Percentage to two decimals, quotient or number; null: no data' }),
} as const;

export const ExemptShown = z
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

export const TrendShown = z
  .object({ from: z.string(), to: z.string(), change: z.number(), direction: z.enum(['up', 'down', 'level']) })
  .meta({ id: 'Trend' });
export const ForecastShown = z
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

export const IndicatorShown = z
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

export const CommendationShown = z
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

export const RecommendationShown = z
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

export const ExemptionShown = z
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

export const CountedShown = z
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

export const QuarterShown = z
  .object({ quarter: z.string(), name: Words, due: z.int(), cleared: z.int(), late: z.int(), open: list(z.string()) })
  .meta({ id: 'ClearedQuarter', description: 'Work that fell due in a quarter, and what of it was cleared' });
