/** The file of one exercise as folded from its events. Plain data; every date is a day in Vietnam. */
import type { Offset } from '../calendar/index.ts';
import type { Classification } from '../classification.ts';
import { DEFAULT_LADDER, type Ladder, type LadderState } from '../ladder/index.ts';
import type { Actor, BodyCode, BodyId, OrgUnitId, PersonRef } from '../people.ts';
import { DEFAULT_SHEET } from '../review/default-sheet.ts';
import type { ScoreSheet } from '../review/sheet.ts';
import type { EntityId } from '../streams.ts';
import type {
  Compression,
  EvidenceWanted,
  ExerciseType,
  GateCode,
  PaperChain,
  PaperSlot,
  RehearsalStep,
} from '../template/index.ts';
import type { Paper, Seat } from '../text.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { Evidence } from './evidence.ts';
import type { Proposal, Spread } from './proposal-state.ts';
import type { Issue, Rehearsal } from './rehearsal-state.ts';
import { NO_RUN, type Observation, type RunState } from './run-state.ts';

export type Phase =
  | 'none'
  | 'draft'
  | 'planned'
  | 'preparing'
  | 'ready'
  | 'running'
  | 'reviewing'
  | 'closed'
  | 'cancelled';

/** `waiting`: a predecessor is open. Done are `verified` and `waived`, which stands for not applicable; handed in is not done. */
export type TaskStatus = 'waiting' | 'open' | 'started' | 'submitted' | 'returned' | 'verified' | 'waived';

/** One proof that was handed in, and what became of it. */
export interface Submission {
  readonly number: string;
  readonly date: LocalDate;
  readonly at: Instant;
  readonly by: Actor;
  /** `revised`: replaced while it waited to be verified; `voided`: replaced after that, or fallen with a revoked paper. */
  readonly outcome: 'waiting' | 'verified' | 'returned' | 'revised' | 'voided';
  /** Why it was returned, revised or voided. */
  readonly reason: string | null;
}

export interface Task {
  readonly code: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly owner: BodyId;
  readonly after: readonly string[];
  readonly gate: GateCode;
  readonly offset: Offset;
  /** True where only register number, date and holder may be kept (Law 117/2025/QH15). */
  readonly referenceOnly: boolean;
  /** Offset of the template, where a compressed run drew it together. */
  readonly originalOffset: Offset | null;
  /** What is to be handed in; null when nobody said. */
  readonly wanted: EvidenceWanted | null;
  /** The rehearsal that this task holds. */
  readonly rehearsal: RehearsalStep | null;
  /** `added`: not of the template, put in by tailoring or from a proposal. */
  readonly origin: 'template' | 'added';
  readonly status: TaskStatus;
  /** Since when it stands as it stands, with the body that holds it now. */
  readonly since: Instant;
  /** Who of the owner's body holds it, where one was named: an opaque reference. */
  readonly person: PersonRef | null;
  readonly accepted: Actor | null;
  /** How many comments were written; their texts stand in the events. */
  readonly comments: number;
  /** Every proof handed in, first to last; the last one is `submission`. */
  readonly submissions: readonly Submission[];
  /** The deadline in force, and the one set first: a late task never looks punctual after a move. */
  readonly due: LocalDate;
  readonly firstDue: LocalDate;
  /** Working days granted by extensions; a move of the exercise keeps them. */
  readonly extendedBy: number;
  readonly extension: {
    readonly until: LocalDate;
    readonly reason: string;
    readonly askedAt: Instant;
    readonly askedBy: Actor;
  } | null;
  readonly startedBy: Actor | null;
  readonly submission: { readonly evidence: Evidence; readonly at: Instant; readonly by: Actor } | null;
  readonly verifiedAt: Instant | null;
  readonly returned: { readonly times: number; readonly reason: string } | null;
  readonly waivedReason: string | null;
  readonly ladder: LadderState;
  /** When it was last urged, by whom, and how often in all; absent: never. */
  readonly urged?: { readonly at: Instant; readonly by: Actor; readonly times: number };
}

/** Why a gate is passed despite its blockers, on what document, and which they were. */
export interface Override {
  readonly reason: string;
  readonly basis: string;
  readonly blockers: readonly string[];
}

/** One head's word on a gate, with the paper that records it. */
export interface Approval {
  readonly at: Instant;
  readonly by: Actor;
  readonly paper: Paper | null;
  readonly override: Override | null;
}

export interface Gate {
  readonly code: GateCode;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly gateTask: string;
  /** When it is usually passed, as the template says. */
  readonly window: { readonly from: Offset | null; readonly to: Offset } | null;
  /** True where two different persons pass it. */
  readonly twoPersons: boolean;
  /** Who has approved it so far, where two persons are asked for. */
  readonly approvals: readonly Approval[];
  readonly passed: Approval | null;
}

export const BOARDS = ['steering', 'organising', 'directing', 'support'] as const;
export type Board = (typeof BOARDS)[number];

export interface Subcommittee {
  readonly name: string;
  readonly seats: readonly Seat[];
}

export interface BoardOnFile {
  readonly paper: Paper;
  readonly headPost: string;
  readonly seats: readonly Seat[];
  readonly subcommittees?: readonly Subcommittee[];
}

export interface EnteredPaper {
  readonly paper: Paper;
  /** Whole VND, of a budget. */
  readonly amount: number | null;
}

/** What an amending paper changes of the one it amends. */
export interface PaperChange {
  readonly headPost?: string | undefined;
  readonly seats?: readonly Seat[] | undefined;
  readonly subcommittees?: readonly Subcommittee[] | undefined;
  readonly amount?: number | undefined;
}

export interface Amendment {
  readonly slot: PaperSlot;
  readonly by: Paper;
  readonly reason: string;
  readonly at: Instant;
  readonly change: PaperChange;
}

export interface RevokedPaper {
  readonly slot: PaperSlot;
  readonly paper: Paper;
  /** The paper whose revocation brought this one down; its own slot where it was revoked itself. */
  readonly cause: PaperSlot;
  readonly by: Paper;
  readonly reason: string;
  readonly at: Instant;
}

/** A task, of the template or added, that this exercise does without. */
export interface DroppedTask {
  readonly task: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly reason: string;
  readonly at: Instant;
}

/** A limit found in an earlier review, to be overcome here. */
export interface CarriedFinding {
  readonly fromReview: EntityId;
  readonly action: string;
  readonly text: string;
  /** How success will be seen, and who answers for it; null where the review did not say. */
  readonly measure: string | null;
  readonly owner: BodyId | null;
  /** True where the file cannot be closed before it was retested here or its action has ended. */
  readonly needsRetest: boolean;
  /** In how many reviews of the locality it was found; more than 1: it recurs. */
  readonly times: number;
  readonly retest: {
    readonly passed: boolean;
    readonly at: Instant;
    readonly note: string;
    readonly evidence: string | null;
  } | null;
  /** Its action ended elsewhere: waived, or closed by another exercise's retest. */
  readonly ended: 'waived' | 'closed' | null;
}

/** A change of the city that this exercise did not follow by itself, until its leaders answer. */
export interface CityAsk {
  readonly change: 'rescheduled' | 'postponed' | 'resumed' | 'cancelled';
  readonly reason: string;
  readonly because: string;
  readonly at: Instant;
  /** The city's days before and after, where it moved. */
  readonly from: { readonly startDate: LocalDate; readonly endDate: LocalDate } | null;
  readonly to: { readonly startDate: LocalDate; readonly endDate: LocalDate } | null;
}

export interface ExerciseState {
  readonly phase: Phase;
  readonly version: number;
  /** Business time of the last event; a command never happens before it. */
  readonly lastAt: Instant | null;
  readonly type: ExerciseType | null;
  readonly orgUnit: OrgUnitId | null;
  /** Locality whose standing agency, steering and directing boards lead this exercise; the own one for a city. */
  readonly superiorUnit: OrgUnitId | null;
  readonly parentId: EntityId | null;
  readonly children: readonly EntityId[];
  readonly theme: string;
  readonly codeName: string | null;
  readonly scale: string | null;
  readonly isPilot: boolean;
  readonly withDrill: boolean;
  readonly owners: Readonly<Partial<Record<BodyCode, BodyId>>>;
  readonly template: { readonly id: string; readonly version: number } | null;
  /** Of the template's version: when whom is reminded, and how the review scores. */
  readonly ladder: Ladder;
  readonly scoreSheet: ScoreSheet;
  readonly calendarVersion: string | null;
  readonly startDate: LocalDate | null;
  readonly endDate: LocalDate | null;
  readonly postponed: { readonly since: Instant; readonly reason: string } | null;
  readonly resolution: Paper | null;
  readonly boards: Readonly<Partial<Record<Board, BoardOnFile>>>;
  readonly frame: { readonly paper: Paper; readonly seats: readonly Seat[] } | null;
  /** Papers of the chain that have no field of their own, as entered. */
  readonly papers: Readonly<Partial<Record<PaperSlot, EnteredPaper>>>;
  /** What amended the papers in force, oldest first. */
  readonly amendments: readonly Amendment[];
  /** Papers that were revoked, and those that fell with them. */
  readonly revoked: readonly RevokedPaper[];
  /** Of the template's version; null: the usual chain of the type of exercise. */
  readonly paperChain: PaperChain | null;
  /** By subject: `exercise`, `task/C20`, `paper/intent`. */
  readonly classifications: Readonly<Record<string, Classification>>;
  /** How far a compressed run was drawn together; null for one that was not. */
  readonly compression: Compression | null;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly dropped: readonly DroppedTask[];
  readonly gates: readonly Gate[];
  readonly rehearsals: readonly Rehearsal[];
  readonly issues: readonly Issue[];
  readonly proposals: readonly Proposal[];
  /** Of a city: lessons put before its communes, in the order spread. */
  readonly spread: readonly Spread[];
  readonly stages: readonly { readonly stage: number; readonly at: Instant; readonly note: string | null }[];
  readonly drill: { readonly present: number; readonly ordered: number } | null;
  readonly review: { readonly points: number; readonly grade: string } | null;
  /** Programmes that count it, found when its run was closed. */
  readonly programmes: readonly EntityId[];
  readonly carried: readonly CarriedFinding[];
  /** The run as planned and as played. */
  readonly run: RunState;
  /** What was seen during the run, in the order written. */
  readonly observations: readonly Observation[];
  /** Questions of the city that wait for an answer, in the order asked. */
  readonly cityAsks: readonly CityAsk[];
  /** Venues and vehicles that the exercise needs on its days. */
  readonly resources: {
    readonly venues: readonly string[];
    readonly vehicles: readonly { readonly class: string; readonly count: number }[];
  };
  /** Of a city: vehicles there are, by class, for itself and its communes. */
  readonly vehicleStock: Readonly<Record<string, number>>;
  /** Of a city: what a body can carry, where not the usual. */
  readonly capacities: Readonly<Record<BodyId, { readonly tasksPerDay: number; readonly tasksPerWeek: number }>>;
  /** Clashes with other exercises that the board lives with, by key. */
  readonly acceptedClashes: Readonly<
    Record<string, { readonly reason: string; readonly at: Instant; readonly by: Actor }>
  >;
}

export const INITIAL: ExerciseState = {
  phase: 'none',
  version: 0,
  lastAt: null,
  type: null,
  orgUnit: null,
  superiorUnit: null,
  parentId: null,
  children: [],
  theme: '',
  codeName: null,
  scale: null,
  isPilot: false,
  withDrill: false,
  owners: {},
  template: null,
  ladder: DEFAULT_LADDER,
  scoreSheet: DEFAULT_SHEET,
  calendarVersion: null,
  startDate: null,
  endDate: null,
  postponed: null,
  resolution: null,
  boards: {},
  frame: null,
  papers: {},
  amendments: [],
  revoked: [],
  paperChain: null,
  classifications: {},
  compression: null,
  tasks: {},
  dropped: [],
  gates: [],
  rehearsals: [],
  issues: [],
  proposals: [],
  spread: [],
  stages: [],
  drill: null,
  review: null,
  programmes: [],
  carried: [],
  run: NO_RUN,
  observations: [],
  cityAsks: [],
  resources: { venues: [], vehicles: [] },
  vehicleStock: {},
  capacities: {},
  acceptedClashes: {},
};

export const isDone = (task: Pick<Task, 'status'>): boolean => task.status === 'verified' || task.status === 'waived';
export const openTasks = (state: ExerciseState): Task[] => Object.values(state.tasks).filter((task) => !isDone(task));

/** Predecessors of a task that are not done yet, in the order in which the task names them. */
export const waitsOn = (state: ExerciseState, task: Task): string[] =>
  task.after.filter((code) => {
    const before = state.tasks[code];
    return before !== undefined && !isDone(before);
  });

/** The same state with one task replaced. */
export const withTask = (state: ExerciseState, task: Task): ExerciseState => ({
  ...state,
  tasks: { ...state.tasks, [task.code]: task },
});

/** The same state with one gate changed. */
export const withGate = (state: ExerciseState, code: GateCode, change: (gate: Gate) => Gate): ExerciseState => ({
  ...state,
  gates: state.gates.map((gate) => (gate.code === code ? change(gate) : gate)),
});
