/** The review of one exercise as folded from its events. */
import type { CommandMeta } from '../decider.ts';
import { type BodyId, bodyId, type OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { type EntityId, entityOf } from '../streams.ts';
import type { Instant, LocalDate } from '../time.ts';
import { type DomainScore, type Grade, NO_SCORE, type ScoreDomain } from './scoring.ts';

export interface Finding {
  readonly id: string;
  readonly kind: 'strength' | 'limit';
  readonly text: string;
  readonly cause: string | null;
}

/** A corrective action: it answers a limit, and lives until it is verified or carried into a later exercise. */
export interface Action {
  readonly id: string;
  readonly finding: string;
  readonly text: string;
  readonly owner: BodyId;
  readonly due: LocalDate;
  readonly measure: string;
  readonly status: 'open' | 'completed' | 'verified' | 'carried';
  readonly completedBy: string | null;
  readonly evidence: string | null;
  readonly carriedInto: EntityId | null;
}

export interface Incident {
  readonly subject: 'people' | 'weapons' | 'vehicles';
  readonly severity: 'minor' | 'serious';
  readonly note: string;
}

export interface ReviewState {
  readonly version: number;
  readonly lastAt: Instant | null;
  /** `finished`: the conference is over, corrective actions live on; `closed`: none is open any more. */
  readonly phase: 'none' | 'open' | 'graded' | 'finished' | 'closed';
  readonly exercise: EntityId | null;
  readonly orgUnit: OrgUnitId | null;
  readonly superiorUnit: OrgUnitId | null;
  readonly scores: Readonly<Record<ScoreDomain, DomainScore>>;
  readonly incidents: readonly Incident[];
  readonly findings: readonly Finding[];
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
  scores: {
    leadership: NO_SCORE,
    documents: NO_SCORE,
    livePart: NO_SCORE,
    mobilisation: NO_SCORE,
    support: NO_SCORE,
    safety: NO_SCORE,
  },
  incidents: [],
  findings: [],
  actions: {},
  result: null,
};

/** Who takes part in a review: the boards of the superior, and the standing agencies. */
export interface Panel {
  readonly directing: BodyId;
  readonly steering: BodyId;
  readonly agencies: readonly BodyId[];
}

/** Throws `review-unknown` while the run has not been closed. */
export const panelOf = ({ phase, orgUnit, superiorUnit }: ReviewState, { stream }: CommandMeta): Panel => {
  if (phase === 'none' || !orgUnit || !superiorUnit) throw new Rejection('review-unknown', { id: entityOf(stream) });
  return {
    directing: bodyId(superiorUnit, 'DB'),
    steering: bodyId(superiorUnit, 'SB'),
    agencies: [bodyId(superiorUnit, 'SA'), bodyId(orgUnit, 'SA'), bodyId(orgUnit, 'CMC')],
  };
};

export const requirePhase = (state: ReviewState, allowed: readonly ReviewState['phase'][], what: string): void => {
  if (!allowed.includes(state.phase)) throw new Rejection('review-phase', { phase: state.phase, what });
};
