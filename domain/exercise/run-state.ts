/** The run as it was planned and as it was played: stages, content items, pauses, observations. Plain data. */
import type { Actor } from '../people.ts';
import { type Instant, toMs } from '../time.ts';

export const ITEM_PARTS = ['mechanism', 'live'] as const;
/** Played meetings (mechanism) or troops in the field (live). */
export type ItemPart = (typeof ITEM_PARTS)[number];

export interface PlannedItem {
  readonly item: string;
  /** What people call it, e.g. `A2`; opaque to the software. */
  readonly label: string;
  readonly part: ItemPart;
  /** Number of the training problem it belongs to. */
  readonly problem: number | null;
  readonly plannedStart: Instant | null;
  readonly plannedEnd: Instant | null;
}

export interface PlannedStage {
  readonly stage: number;
  readonly name: string | null;
  readonly plannedStart: Instant;
  readonly plannedEnd: Instant;
  readonly items: readonly PlannedItem[];
}

export interface Pause {
  readonly from: Instant;
  /** Null while it lasts. */
  readonly until: Instant | null;
  readonly reason: string;
}

export interface RunState {
  /** Empty where none was made: three stages without items. */
  readonly plan: readonly PlannedStage[];
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** By number of the stage; a stage without an entry lasts until the next one starts or the run closes. */
  readonly stageEnds: Readonly<Record<string, Instant>>;
  readonly items: Readonly<Record<string, { readonly startedAt: Instant; readonly endedAt: Instant | null }>>;
  readonly pauses: readonly Pause[];
}

export const OBSERVATION_KINDS = ['strength', 'limit', 'neutral'] as const;
export type ObservationKind = (typeof OBSERVATION_KINDS)[number];

/** What somebody saw during the run: when it was seen and when it was written stay apart. */
export interface Observation {
  readonly id: string;
  readonly seenAt: Instant;
  readonly writtenAt: Instant;
  readonly text: string;
  /** Code of a content item. */
  readonly item: string | null;
  /** `domain/criterion` of the score sheet. */
  readonly criterion: string | null;
  readonly kind: ObservationKind;
  readonly by: Actor;
}

export const NO_RUN: RunState = { plan: [], openedAt: null, closedAt: null, stageEnds: {}, items: {}, pauses: [] };

/** How many stages a run has where none were planned (domain guide §3). */
export const USUAL_STAGES = 3;
export const stageCount = (run: RunState): number => (run.plan.length > 0 ? run.plan.length : USUAL_STAGES);

export const pausedSince = (run: RunState): Pause | null => run.pauses.find((pause) => pause.until === null) ?? null;

/** Minutes, rounded down, from `from` to `until` without the pauses; a pause that lasts is cut at `until`. */
export const playedMinutes = (run: RunState, from: Instant, until: Instant): number => {
  const [start, end] = [toMs(from), toMs(until)];
  const paused = run.pauses.reduce((sum, pause) => {
    const [first, last] = [Math.max(start, toMs(pause.from)), Math.min(end, pause.until ? toMs(pause.until) : end)];
    return sum + Math.max(0, last - first);
  }, 0);
  return Math.floor((end - start - paused) / 60_000);
};
