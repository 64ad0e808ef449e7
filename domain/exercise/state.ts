/** The file of one exercise as folded from its events. Plain data; every date is a day in Vietnam. */
import type { Offset } from '../calendar/index.ts';
import type { Actor, BodyCode, BodyId, OrgUnitId } from '../people.ts';
import type { EntityId } from '../streams.ts';
import type { ExerciseType, GateCode } from '../template/index.ts';
import type { Paper, Seat } from '../text.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { Evidence } from './evidence.ts';

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

/** `waiting`: a predecessor is open. Only `verified` counts as done; `waived` counts as not applicable. */
export type TaskStatus = 'waiting' | 'open' | 'started' | 'submitted' | 'returned' | 'verified' | 'waived';

/** What the ladder of reminders needs to know of one deadline. */
export interface LadderState {
  /** Rungs at or before this instant were observed, or lay in the past when the deadline was set. */
  readonly observed: Instant;
  /** Escalations already made for this deadline. */
  readonly escalated: readonly ('head' | 'board')[];
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
  readonly status: TaskStatus;
  /** The deadline in force, and the one set first: a late task never looks punctual after a move. */
  readonly due: LocalDate;
  readonly firstDue: LocalDate;
  /** Working days granted by extensions; a move of the exercise keeps them. */
  readonly extendedBy: number;
  readonly extension: { readonly until: LocalDate; readonly reason: string; readonly askedAt: Instant } | null;
  readonly startedBy: Actor | null;
  readonly submission: { readonly evidence: Evidence; readonly at: Instant; readonly by: Actor } | null;
  readonly verifiedAt: Instant | null;
  readonly returned: { readonly times: number; readonly reason: string } | null;
  readonly waivedReason: string | null;
  readonly ladder: LadderState;
}

export interface Gate {
  readonly code: GateCode;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly gateTask: string;
  readonly passed: {
    readonly at: Instant;
    readonly by: Actor;
    readonly paper: Paper | null;
    readonly override: { readonly reason: string; readonly basis: string; readonly blockers: readonly string[] } | null;
  } | null;
}

export const BOARDS = ['steering', 'organising', 'directing', 'support'] as const;
export type Board = (typeof BOARDS)[number];

/** A limit found in an earlier review, to be overcome here. */
export interface CarriedFinding {
  readonly fromReview: EntityId;
  readonly action: string;
  readonly text: string;
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
  readonly calendarVersion: string | null;
  readonly startDate: LocalDate | null;
  readonly endDate: LocalDate | null;
  readonly postponed: { readonly since: Instant; readonly reason: string } | null;
  readonly resolution: Paper | null;
  readonly boards: Readonly<
    Partial<Record<Board, { readonly paper: Paper; readonly headPost: string; readonly seats: readonly Seat[] }>>
  >;
  readonly frame: { readonly paper: Paper; readonly seats: readonly Seat[] } | null;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly gates: readonly Gate[];
  readonly stages: readonly { readonly stage: number; readonly at: Instant; readonly note: string | null }[];
  readonly drill: { readonly present: number; readonly ordered: number } | null;
  readonly review: { readonly points: number; readonly grade: string } | null;
  readonly carried: readonly CarriedFinding[];
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
  calendarVersion: null,
  startDate: null,
  endDate: null,
  postponed: null,
  resolution: null,
  boards: {},
  frame: null,
  tasks: {},
  gates: [],
  stages: [],
  drill: null,
  review: null,
  carried: [],
};

export const isDone = (task: Task): boolean => task.status === 'verified' || task.status === 'waived';
export const openTasks = (state: ExerciseState): Task[] => Object.values(state.tasks).filter((task) => !isDone(task));

/** Predecessors of a task that are not done yet, in code order. */
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
