/** Lessons of a pilot, and the proposal they make, as an exercise's file keeps them. */
import type { Offset } from '../calendar/index.ts';
import type { BodyCode } from '../people.ts';
import type { EntityId } from '../streams.ts';
import type { GateCode } from '../template/codes.ts';
import type { Instant } from '../time.ts';

/** A task that a lesson suggests; the owner is a code, each commune has its own body for it. */
export interface Suggestion {
  readonly titleVi: string;
  readonly titleEn?: string | undefined;
  readonly owner: BodyCode;
  readonly after: readonly string[];
  readonly gate: GateCode;
  readonly offset: Offset;
}
/** A finding of a review, and what it suggests to others. */
export interface Lesson {
  readonly finding: string;
  readonly text: string;
  /** A whole task, or words that a task can be made from. */
  readonly suggestion?: Suggestion | string | undefined;
}

/** Lessons that a city has spread; a commune that opens its file later receives them too. */
export interface Spread {
  /** Id of the proposal that they make in each commune. */
  readonly proposal: string;
  readonly from: EntityId;
  readonly lessons: readonly Lesson[];
}

export interface Proposal {
  readonly id: string;
  /** The exercise, and its review, that the lessons come from. */
  readonly from: EntityId;
  readonly lessons: readonly Lesson[];
  readonly receivedAt: Instant;
  /** `noted`: it came when there was nothing left to change. */
  readonly status: 'open' | 'accepted' | 'refused' | 'noted';
  readonly reason: string | null;
  /** Codes of the tasks it added. */
  readonly tasks: readonly string[];
}
