/** The review of one exercise as folded from its events. */
import type { CommandMeta } from '../decider.ts';
import type { Observation } from '../exercise/run-state.ts';
import { DEFAULT_LADDER, type Ladder, type LadderState } from '../ladder/index.ts';
import { type BodyId, bodyId, type OrgUnitId, type PersonRef } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { type EntityId, entityOf } from '../streams.ts';
import type { Paper } from '../text.ts';
import type { Instant, LocalDate } from '../time.ts';
import { DEFAULT_SHEET } from './default-sheet.ts';
import type { DomainScore, Grade, ScoreDomain, ScoreEntry } from './scoring.ts';
import type { ScoreSheet } from './sheet.ts';

export interface Cause {
  readonly kind: 'subjective' | 'objective';
  readonly text: string;
}

export interface Finding {
  readonly id: string;
  readonly kind: 'strength' | 'limit';
  readonly text: string;
  readonly cause: string | null;
  readonly causes: readonly Cause[];
  /** `domain/criterion` of the sheet, or a word of the staff's own, by which a limit is known again years later. */
  readonly criterion: string | null;
  readonly category: string | null;
  /** From a pilot: a task to add for those still to go. */
  readonly suggestion: string | null;
  /** Reasons of amendments, oldest first; the texts they replaced stand in the events. */
  readonly amended: readonly string[];
  /** Why it no longer counts. */
  readonly withdrawn: string | null;
}

/** How an action fared in a later exercise. */
export interface Retest {
  readonly exercise: EntityId;
  readonly passed: boolean;
  readonly at: Instant;
  readonly note: string;
}

export const ELEMENTS = ['planning', 'organisation', 'equipment', 'training', 'exercise'] as const;
export type Element = (typeof ELEMENTS)[number];

export type ActionStatus = 'open' | 'completed' | 'verified' | 'carried' | 'closed' | 'waived';

/**
 * A corrective action: it answers a limit, is reported complete, checked (`verified`) by another body, and `closed` by a
 * passed retest in a later exercise or `waived` by a signed paper.
 */
export interface Action {
  readonly id: string;
  readonly finding: string;
  readonly text: string;
  readonly owner: BodyId;
  /** The deadline in force, and the one set first. */
  readonly due: LocalDate;
  readonly firstDue: LocalDate;
  readonly measure: string;
  readonly needsRetest: boolean;
  /** What it changes (HSEEP's capability elements); null where the staff did not say. */
  readonly element: Element | null;
  readonly status: ActionStatus;
  readonly plannedAt: Instant;
  readonly completedBy: string | null;
  readonly completedAt: Instant | null;
  readonly evidence: string | null;
  readonly returned: { readonly times: number; readonly reason: string } | null;
  readonly retests: readonly Retest[];
  readonly waiver: { readonly reason: string; readonly paper: Paper } | null;
  /** The exercise it was last carried into, and all whose files it stands in. */
  readonly carriedInto: EntityId | null;
  readonly carriedTo: readonly EntityId[];
  readonly ladder: LadderState;
}

export interface Incident {
  readonly subject: 'people' | 'weapons' | 'vehicles';
  readonly severity: 'minor' | 'serious';
  readonly note: string;
  /** Its id in the stream it comes from; null when recorded here. */
  readonly incident: string | null;
  readonly from: string | null;
}

export interface Lesson {
  readonly id: string;
  readonly text: string;
  readonly finding: string | null;
}

export interface Proposal {
  readonly id: string;
  readonly text: string;
  readonly owner: BodyId;
  readonly due: LocalDate;
  /** The authority it is put to. */
  readonly to: string | null;
}

/** Collectives and individuals are counted; who they are stands in the paper. */
export interface Award {
  readonly id: string;
  readonly kind: 'collective' | 'individual';
  readonly form: string;
  readonly authority: string;
  readonly paper: Paper;
  readonly count: number;
  readonly recipients: readonly (BodyId | PersonRef)[];
}

export interface DebriefPoint {
  readonly kind: 'strength' | 'limit';
  readonly text: string;
}

export interface Bodies {
  readonly directing: BodyId;
  readonly steering: BodyId;
  readonly agencies: readonly BodyId[];
}

export interface ReviewState {
  readonly version: number;
  readonly lastAt: Instant | null;
  /** `finished`: the conference is over, corrective actions live on; `closed`: every one is closed or waived. */
  readonly phase: 'none' | 'open' | 'graded' | 'finished' | 'closed';
  readonly exercise: EntityId | null;
  readonly orgUnit: OrgUnitId | null;
  readonly superiorUnit: OrgUnitId | null;
  /** The locality that its open actions go to now, where the one of the exercise has merged or was renamed. */
  readonly heirUnit: OrgUnitId | null;
  readonly parentId: EntityId | null;
  readonly isPilot: boolean;
  /** They are told of every incident, as they count the exercise. */
  readonly programmes: readonly EntityId[];
  readonly startDate: LocalDate | null;
  readonly endDate: LocalDate | null;
  readonly sheet: ScoreSheet;
  readonly ladder: Ladder;
  /** The boards and agencies that take part; null: the usual ones of the localities. */
  readonly bodies: Bodies | null;
  /** Persons who acted for a body in the exercise. */
  readonly members: Readonly<Record<string, readonly PersonRef[]>>;
  /** Bodies whose work a domain judges. */
  readonly scoredBodies: Readonly<Record<ScoreDomain, readonly BodyId[]>>;
  /** Scorers named for a domain; a domain without is scored by the directing and steering boards. */
  readonly scorers: Readonly<Record<ScoreDomain, readonly { readonly person: PersonRef; readonly body: BodyId }[]>>;
  readonly entries: readonly ScoreEntry[];
  readonly scores: Readonly<Record<ScoreDomain, DomainScore>>;
  readonly observations: readonly Observation[];
  readonly incidents: readonly Incident[];
  readonly debrief: {
    readonly date: LocalDate;
    readonly minutes: Paper | null;
    readonly points: readonly DebriefPoint[];
  } | null;
  readonly held: { readonly date: LocalDate; readonly minutes: Paper } | null;
  readonly findings: readonly Finding[];
  readonly lessons: readonly Lesson[];
  readonly proposals: readonly Proposal[];
  readonly awards: readonly Award[];
  readonly actions: Readonly<Record<string, Action>>;
  readonly result: { readonly points: number; readonly grade: Grade } | null;
}

export const INITIAL: ReviewState = {
  version: 0,
  lastAt: null,
  phase: 'none',
  exercise: null,
  orgUnit: null,
  superiorUnit: null,
  heirUnit: null,
  parentId: null,
  isPilot: false,
  programmes: [],
  startDate: null,
  endDate: null,
  sheet: DEFAULT_SHEET,
  ladder: DEFAULT_LADDER,
  bodies: null,
  members: {},
  scoredBodies: {},
  scorers: {},
  entries: [],
  scores: {},
  observations: [],
  incidents: [],
  debrief: null,
  held: null,
  findings: [],
  lessons: [],
  proposals: [],
  awards: [],
  actions: {},
  result: null,
};

/** Nothing more is asked of it. An action planned before retests were asked for ends verified or carried on. */
export const isSettled = ({ status, needsRetest }: Action): boolean =>
  status === 'closed' || status === 'waived' || (!needsRetest && (status === 'verified' || status === 'carried'));

export const openActions = ({ actions }: Pick<ReviewState, 'actions'>): Action[] =>
  Object.values(actions).filter((action) => !isSettled(action));

/** Limits that count, in the order recorded. */
export const limitsOf = (state: ReviewState): Finding[] =>
  state.findings.filter(({ kind, withdrawn }) => kind === 'limit' && withdrawn === null);

/** The body an action waits for: its owner, or once it is reported complete the first body that may check it. */
export const actionHolder = (state: ReviewState, action: Action): BodyId => {
  const bodies = bodiesOf(state);
  if (action.status !== 'completed' || !bodies) return action.owner;
  return bodies.agencies.find((body) => body !== action.owner) ?? bodies.steering;
};

/** Who takes part in a review: the boards of the superior, and the standing agencies. Null before it opens. */
export const bodiesOf = ({ bodies, orgUnit, superiorUnit }: ReviewState): Bodies | null => {
  if (bodies) return bodies;
  if (!orgUnit || !superiorUnit) return null;
  return {
    directing: bodyId(superiorUnit, 'DB'),
    steering: bodyId(superiorUnit, 'SB'),
    agencies: [bodyId(superiorUnit, 'SA'), bodyId(orgUnit, 'SA'), bodyId(orgUnit, 'CMC')],
  };
};

export interface Panel extends Bodies {
  /** All of them. */
  readonly all: readonly BodyId[];
}

/** Throws `review-unknown` while the run has not been closed. */
export const panelOf = (state: ReviewState, { stream }: CommandMeta): Panel => {
  const bodies = bodiesOf(state);
  if (!bodies) throw new Rejection('review-unknown', { id: entityOf(stream) });
  return { ...bodies, all: [bodies.directing, bodies.steering, ...bodies.agencies] };
};

export const requirePhase = (state: ReviewState, allowed: readonly ReviewState['phase'][], what: string): void => {
  if (!allowed.includes(state.phase)) throw new Rejection('review-phase', { phase: state.phase, what });
};

/** While findings are still gathered, and until the last action ends. */
export const UNFINISHED = ['open', 'graded'] as const;
export const ONGOING = ['open', 'graded', 'finished'] as const;
