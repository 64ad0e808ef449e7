/**
 * The review report as structured data: the ten parts of domain guide §7 with their annexes, and the improvement plan that
 * HSEEP's AAR/IP asks for. Pure over the three files of one exercise; what is not on file is null or empty, never guessed.
 */
import type { Calendar } from '../calendar/index.ts';
import {
  type CountRow,
  type Counts,
  type DrillState,
  KINDS,
  type Kind,
  type Rate,
  ratesOf,
  rowsOf,
  totalOf,
} from '../drill/index.ts';
import type { ExerciseState } from '../exercise/index.ts';
import type { Observation } from '../exercise/run-state.ts';
import { BODIES } from '../labels/bodies.ts';
import { type BodyId, codeOf, type OrgUnitId } from '../people.ts';
import type { EntityId } from '../streams.ts';
import { dayOf, type Instant, type LocalDate } from '../time.ts';
import { type RecurringFinding, recurringFindings } from './recurring.ts';
import {
  type MoneyLine,
  moneyReport,
  type PaperLine,
  type PreparationReport,
  papersReport,
  preparationReport,
} from './report-preparation.ts';
import { type ScoreReport, scoreReport } from './report-score.ts';
import {
  type Action,
  type Award,
  type Cause,
  type DebriefPoint,
  type Finding,
  type Incident,
  isSettled,
  type Lesson,
  limitsOf,
  type Proposal,
  type ReviewState,
} from './state.ts';

export interface ReportSources {
  readonly exercise: ExerciseState;
  /** Null where none was held. */
  readonly drill: DrillState | null;
  readonly review: ReviewState;
  /** Other reviews, by which a limit is known to recur. */
  readonly others?: readonly ReviewState[];
  readonly calendar: Calendar;
}

/** One row of the improvement plan (HSEEP 2020, AAR/IP appendix A). */
export interface ImprovementRow {
  readonly action: string;
  readonly finding: string;
  /** The area for improvement. */
  readonly issue: string;
  /** What it belongs to on the sheet, or the staff's own word. */
  readonly capability: string | null;
  readonly element: Action['element'];
  readonly correctiveAction: string;
  readonly measure: string;
  readonly responsible: BodyId;
  /** Post of the point of contact: the head of the responsible body. */
  readonly contact: { readonly vi: string; readonly en: string };
  readonly start: LocalDate;
  readonly due: LocalDate;
  /** Reported complete; null while it is not. */
  readonly completed: LocalDate | null;
  readonly status: Action['status'];
  readonly retests: Action['retests'];
  readonly waiver: Action['waiver'];
}

export interface ReviewReport {
  readonly asOf: LocalDate;
  readonly general: {
    readonly exercise: EntityId;
    readonly type: string | null;
    readonly orgUnit: OrgUnitId;
    readonly superiorUnit: OrgUnitId;
    readonly theme: string;
    readonly codeName: string | null;
    readonly scale: string | null;
    readonly isPilot: boolean;
    readonly startDate: LocalDate | null;
    readonly endDate: LocalDate | null;
    /** Posts and roles of the exercise frame. */
    readonly frameStrength: number;
    readonly papers: readonly PaperLine[];
  };
  readonly preparation: PreparationReport;
  readonly stages: readonly {
    readonly stage: number;
    readonly startedAt: Instant;
    readonly note: string | null;
    readonly observations: number;
  }[];
  readonly mobilisation: readonly {
    readonly kind: Kind;
    readonly counts: Counts;
    readonly rates: Readonly<Record<string, Rate>>;
  }[];
  readonly debrief: { readonly date: LocalDate; readonly points: readonly DebriefPoint[] } | null;
  readonly conference: { readonly date: LocalDate; readonly minutes: string } | null;
  readonly score: ScoreReport;
  readonly incidents: readonly Incident[];
  readonly strengths: readonly Finding[];
  readonly limits: readonly Finding[];
  readonly causes: readonly (Omit<Cause, 'kind'> & {
    readonly finding: string;
    /** Null where the staff did not say. */
    readonly kind: Cause['kind'] | null;
  })[];
  readonly lessons: readonly Lesson[];
  readonly proposals: readonly Proposal[];
  readonly awards: readonly Award[];
  readonly improvementPlan: readonly ImprovementRow[];
  readonly openActions: readonly string[];
  readonly recurring: readonly RecurringFinding[];
  readonly earlierLimits: ExerciseState['carried'];
  readonly annexes: {
    readonly observations: readonly Observation[];
    readonly rollCall: readonly CountRow[];
    readonly money: readonly MoneyLine[];
  };
}

const capabilityOf = ({ sheet }: ReviewState, finding: Finding): string | null => {
  const [code, criterion] = finding.criterion?.split('/') ?? [];
  const domain = sheet.domains.find((each) => each.code === code);
  const found = domain?.criteria.find((each) => each.code === criterion);
  return domain && found ? `${domain.nameVi}: ${found.nameVi}` : finding.category;
};

const improvementRow = (review: ReviewState, action: Action): ImprovementRow => {
  const finding = review.findings.find(({ id }) => id === action.finding);
  const body = BODIES[codeOf(action.owner)];
  return {
    action: action.id,
    finding: action.finding,
    issue: finding?.text ?? '',
    capability: finding ? capabilityOf(review, finding) : null,
    element: action.element,
    correctiveAction: action.text,
    measure: action.measure,
    responsible: action.owner,
    contact: { vi: body.vi.head, en: body.en.head },
    start: dayOf(action.plannedAt),
    due: action.due,
    completed: action.completedAt && dayOf(action.completedAt),
    status: action.status,
    retests: action.retests,
    waiver: action.waiver,
  };
};

const causesOf = ({ id, cause, causes }: Finding): ReviewReport['causes'] => [
  ...(cause === null ? [] : [{ finding: id, kind: null, text: cause }]),
  ...causes.map((each) => ({ finding: id, ...each })),
];

/** Observations between the start of a stage and the start of the next. */
const stagesOf = ({ stages, observations }: ExerciseState): ReviewReport['stages'] =>
  stages.map(({ stage, at, note }, index) => {
    const next = stages[index + 1]?.at;
    const seen = observations.filter(({ seenAt }) => seenAt >= at && (next === undefined || seenAt < next));
    return { stage, startedAt: at, note, observations: seen.length };
  });

const musterOf = (drill: DrillState, kind: Kind): ReviewReport['mobilisation'][number] => {
  const counts = totalOf(drill, kind);
  return { kind, counts, rates: ratesOf(kind, counts, drill.rule.excusedInDenominator) };
};

const numbered = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id.localeCompare(b.id, 'en', { numeric: true });

/** Null while the review has not opened. `asOf` is the day on which lateness is counted. */
export const reportOf = (
  { exercise, drill, review, others = [], calendar }: ReportSources,
  asOf: LocalDate,
): ReviewReport | null => {
  const { exercise: id, orgUnit, superiorUnit } = review;
  if (!id || !orgUnit || !superiorUnit) return null;
  const actions = Object.values(review.actions).sort(numbered);
  const standing = review.findings.filter(({ withdrawn }) => withdrawn === null).sort(numbered);
  return {
    asOf,
    general: {
      exercise: id,
      type: exercise.type,
      orgUnit,
      superiorUnit,
      theme: exercise.theme,
      codeName: exercise.codeName,
      scale: exercise.scale,
      isPilot: exercise.isPilot,
      startDate: exercise.startDate,
      endDate: exercise.endDate,
      frameStrength: exercise.frame?.seats.reduce((sum, { count }) => sum + count, 0) ?? 0,
      papers: papersReport(exercise),
    },
    preparation: preparationReport(exercise, calendar, asOf),
    stages: stagesOf(exercise),
    mobilisation: drill ? KINDS.map((kind) => musterOf(drill, kind)) : [],
    debrief: review.debrief && { date: review.debrief.date, points: review.debrief.points },
    conference: review.held && { date: review.held.date, minutes: review.held.minutes.number },
    score: scoreReport(review),
    incidents: review.incidents,
    strengths: standing.filter(({ kind }) => kind === 'strength'),
    limits: standing.filter(({ kind }) => kind === 'limit'),
    causes: limitsOf(review).flatMap(causesOf),
    lessons: review.lessons,
    proposals: review.proposals,
    awards: review.awards,
    improvementPlan: actions.map((action) => improvementRow(review, action)),
    openActions: actions.filter((action) => !isSettled(action)).map((action) => action.id),
    recurring: recurringFindings([review, ...others.filter((other) => other.exercise !== id)]).filter(({ findings }) =>
      findings.some((finding) => finding.review === id),
    ),
    earlierLimits: exercise.carried,
    annexes: {
      observations: review.observations,
      rollCall: drill ? KINDS.flatMap((kind) => rowsOf(drill, kind)) : [],
      money: moneyReport(exercise),
    },
  };
};
