/** A programme, scheme, resolution or guidance of a term as folded from its events. */
import type { CommandMeta } from '../decider.ts';
import { DEFAULT_LADDER, type Ladder, type LadderState } from '../ladder/index.ts';
import type { Actor, BodyId, OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { type EntityId, entityOf } from '../streams.ts';
import type { ExerciseType } from '../template/template.ts';
import type { Paper } from '../text.ts';
import type { Instant, LocalDate } from '../time.ts';
import type {
  Cadence,
  Column,
  Comparator,
  Join,
  Measure,
  Period,
  ProgrammeKind,
  Qualifier,
  Target,
  Term,
} from './codes.ts';

/** Where the figures of an indicator come from: reports of its owner, or the exercises that were counted. */
export type Source =
  | { readonly kind: 'reported' }
  /** Distinct communes that held an exercise since the term began, of all communes in scope. */
  | { readonly kind: 'coverage'; readonly exerciseType: ExerciseType; readonly communes: readonly OrgUnitId[] }
  | { readonly kind: 'exercisesHeld'; readonly exerciseType: ExerciseType }
  /** Present of those called up, by the rule of each drill. */
  | { readonly kind: 'mobilisation'; readonly of: 'reservist' | 'vehicle' }
  | { readonly kind: 'incidents' }
  /** Exercises graded with at least so many points, of those graded. */
  | { readonly kind: 'graded'; readonly points: number };

export interface TargetChange {
  readonly column: Column;
  readonly from: Target | null;
  readonly to: Target;
  /** Null where it was set with the indicator. */
  readonly reason: string | null;
  readonly paper: Paper | null;
  /** The review whose outcome it is. */
  readonly review: string | null;
  readonly changedAt: Instant;
  readonly changedBy: Actor;
  /** Version of the event. */
  readonly event: number;
}

export interface Indicator {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string | null;
  readonly unit: string;
  readonly measure: Measure;
  /** Null: followed without a judgement. */
  readonly comparator: Comparator | null;
  readonly cadence: Cadence;
  readonly join: Join;
  /** What is counted, and of what. */
  readonly numerator: string;
  readonly denominator: string | null;
  /** The body that reports it. */
  readonly owner: BodyId;
  readonly source: Source;
  /** Name and version of the formula its figures are made by, e.g. `coverage/1`. */
  readonly formula: string;
  readonly targets: Readonly<Record<Column, Target>>;
  readonly history: readonly TargetChange[];
  /** Why it was added after signing; null where it stood from the beginning. */
  readonly added: string | null;
}

/** One reading as it was reported: a ratio or quotient has both parts, a number has `value`. */
export interface Reading {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly qualifier: Qualifier | null;
  readonly evidence: string;
  /** Why it differs from the reading before it; null for the first. */
  readonly reason: string | null;
  readonly by: Actor;
  readonly reportedAt: Instant;
  readonly verifiedBy: Actor | null;
  /** Versions of the events that reported and verified it. */
  readonly event: number;
  readonly verifiedIn: number | null;
}

/** What stands for one indicator, period and unit. Only `counted` makes figures; `pending` waits for another body. */
export interface Entry {
  readonly counted: Reading | null;
  readonly pending: Reading | null;
  /** Why the last reading was sent back; null once another has come. */
  readonly returned: string | null;
}

/** Entries of one period by unit; the empty key is the whole programme in one figure. */
export type Entries = Readonly<Record<string, Entry>>;
/** Values by indicator, then period, then unit. */
export type Values = Readonly<Record<string, Readonly<Record<Period, Entries>>>>;

export const GROUNDS = ['newUnit', 'merged', 'disaster', 'noSubject', 'other'] as const;
export type Ground = (typeof GROUNDS)[number];

export interface ExemptUnit {
  readonly unit: OrgUnitId;
  readonly name: string;
  /** What of a figure reported in one sum belongs to it: its part of numerator and denominator. */
  readonly numerator: number;
  readonly denominator: number;
}

/** Units that a target is not held against; the figure itself goes on showing them. */
export interface Exemption {
  readonly id: string;
  readonly indicator: string;
  /** Years it holds for, inclusive; null: without limit. */
  readonly from: Column | null;
  readonly to: Column | null;
  readonly units: readonly ExemptUnit[];
  readonly ground: Ground;
  readonly reason: string;
  readonly paper: Paper | null;
  readonly grantedBy: Actor;
  readonly event: number;
  /** Why it was lifted. */
  readonly ended: string | null;
}

export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** One exercise that counts, read from its files, or entered by its report where it was held before there was a file. */
export interface CountedExercise {
  readonly exercise: EntityId;
  readonly unit: OrgUnitId;
  readonly exerciseType: ExerciseType;
  /** The day on which the run was closed. */
  readonly heldOn: LocalDate;
  readonly reservist: Share | null;
  readonly vehicle: Share | null;
  readonly incidents: number;
  readonly points: number | null;
  /** The report that proves it; null where the files do. */
  readonly report: Paper | null;
  readonly enteredBy: Actor | null;
  /** False for an entered one until another body has confirmed it. */
  readonly confirmed: boolean;
  readonly event: number;
}

export const REVIEW_KINDS = ['sixMonth', 'yearly', 'midTerm', 'final'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** A review ahead: the workflow opens it on `opensOn`; the parties' reports and the meeting are due on `due`. */
export interface PlannedReview {
  readonly review: string;
  readonly kind: ReviewKind;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly opensOn: LocalDate;
  readonly due: LocalDate;
}

/** What one party owes a review: its report. */
export interface Duty {
  readonly body: BodyId;
  readonly due: LocalDate;
  readonly contribution: { readonly text: string; readonly at: Instant; readonly by: Actor } | null;
  readonly ladder: LadderState;
}

/** A figure as it was frozen when a review was held or the programme closed. */
export interface FrozenFigure {
  readonly indicator: string;
  readonly column: Column;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly target: Target | null;
  readonly verdict: Verdict;
  readonly exempt: number;
  readonly formula: string;
}

export const VERDICTS = ['met', 'notMet', 'noData', 'waiting', 'noTarget'] as const;
/** `waiting`: reported, not verified by anybody yet. */
export type Verdict = (typeof VERDICTS)[number];

export interface ProgrammeReview extends PlannedReview {
  readonly status: 'planned' | 'open' | 'held' | 'finished';
  readonly openedAt: Instant | null;
  /** By body. */
  readonly duties: Readonly<Record<string, Duty>>;
  readonly held: {
    readonly date: LocalDate;
    readonly minutes: Paper;
    readonly conclusion: string;
    readonly figures: readonly FrozenFigure[];
    /** Parties that had not reported. */
    readonly missing: readonly BodyId[];
    /** Version of the event. */
    readonly event: number;
  } | null;
}

/** Work that a review asks for: done by its owner, confirmed by another body. */
export interface Recommendation {
  readonly id: string;
  readonly review: string;
  readonly text: string;
  readonly owner: BodyId;
  readonly due: LocalDate;
  readonly status: 'open' | 'completed' | 'confirmed';
  readonly evidence: string | null;
  readonly completedBy: Actor | null;
  readonly returned: string | null;
  /** The day it was confirmed. */
  readonly clearedOn: LocalDate | null;
  readonly ladder: LadderState;
}

/** Counted; who they are stands in the paper. */
export interface Commendation {
  readonly id: string;
  readonly kind: 'collective' | 'individual';
  readonly form: string;
  readonly authority: string;
  readonly paper: Paper;
  readonly count: number;
  readonly review: string | null;
}

export interface ProgrammeState {
  readonly version: number;
  readonly lastAt: Instant | null;
  readonly phase: 'none' | 'draft' | 'inForce' | 'closed';
  readonly kind: ProgrammeKind;
  readonly title: string;
  readonly orgUnit: OrgUnitId | null;
  readonly parties: readonly BodyId[];
  /** Bodies that keep the file, and those whose head decides on targets and exemptions. */
  readonly keepers: readonly BodyId[];
  readonly approvers: readonly BodyId[];
  readonly term: Term | null;
  readonly basis: readonly Paper[];
  readonly conference: {
    readonly date: LocalDate;
    readonly minutes: Paper;
    readonly parties: readonly BodyId[];
  } | null;
  readonly signed: { readonly paper: Paper } | null;
  readonly closed: { readonly paper: Paper; readonly figures: readonly FrozenFigure[] } | null;
  readonly indicators: Readonly<Record<string, Indicator>>;
  readonly values: Values;
  readonly exemptions: Readonly<Record<string, Exemption>>;
  readonly exercises: Readonly<Record<string, CountedExercise>>;
  readonly reviews: Readonly<Record<string, ProgrammeReview>>;
  readonly recommendations: Readonly<Record<string, Recommendation>>;
  readonly commendations: readonly Commendation[];
  readonly ladder: Ladder;
  /** Localities that merged or were renamed, by the one that keeps them now. */
  readonly heirs: Readonly<Record<string, OrgUnitId>>;
}

export const INITIAL: ProgrammeState = {
  version: 0,
  lastAt: null,
  phase: 'none',
  kind: 'coordination',
  title: '',
  orgUnit: null,
  parties: [],
  keepers: [],
  approvers: [],
  term: null,
  basis: [],
  conference: null,
  signed: null,
  closed: null,
  indicators: {},
  values: {},
  exemptions: {},
  exercises: {},
  reviews: {},
  recommendations: {},
  commendations: [],
  ladder: DEFAULT_LADDER,
  heirs: {},
};

/** A programme that was opened. */
export interface Opened extends ProgrammeState {
  readonly orgUnit: OrgUnitId;
  readonly term: Term;
}

const isOpened = (state: ProgrammeState): state is Opened => state.orgUnit !== null && state.term !== null;

/** Throws `programme-unknown` before it is opened, `programme-phase` in any other phase than those. */
export const requirePhase = (
  state: ProgrammeState,
  allowed: readonly ProgrammeState['phase'][],
  { stream }: CommandMeta,
  what: string,
): Opened => {
  if (!isOpened(state)) throw new Rejection('programme-unknown', { id: entityOf(stream) });
  if (!allowed.includes(state.phase)) throw new Rejection('programme-phase', { phase: state.phase, what });
  return state;
};

export const indicatorOf = ({ indicators }: ProgrammeState, code: string): Indicator => {
  const indicator = indicators[code];
  if (!indicator) throw new Rejection('indicator-unknown', { indicator: code });
  return indicator;
};

/** The locality that stands for a unit now, after mergers. */
export const heirOf = ({ heirs }: Pick<ProgrammeState, 'heirs'>, unit: OrgUnitId): OrgUnitId => heirs[unit] ?? unit;
