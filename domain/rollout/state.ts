/** Where a roll-out plan stands: the revision that is worked on, and the one in force. */
import type { Actor, OrgUnitId } from '../people.ts';
import type { Paper } from '../text.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { SolveNote } from './answer.ts';
import type { InForce } from './commands.ts';
import { type Cell, opensAfter, type PlannedCommune, type RollOutProblem, type RollOutRules } from './problem.ts';

/** `draft`: being drawn up, `returned`: with a reason, `submitted`: before its approver, `approved`: in force. */
export const ROLL_OUT_PHASES = ['none', 'draft', 'submitted', 'returned', 'approved'] as const;
export type RollOutPhase = (typeof ROLL_OUT_PHASES)[number];

export interface RollOutState {
  readonly version: number;
  readonly lastAt: Instant | null;
  readonly phase: RollOutPhase;
  readonly orgUnit: OrgUnitId | null;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly revision: number;
  readonly theme: string;
  readonly communes: readonly PlannedCommune[];
  readonly rules: RollOutRules | null;
  readonly cells: readonly Cell[];
  readonly solve: SolveNote | null;
  readonly reason: string | null;
  readonly submittedBy: Actor | null;
  readonly returnedFor: string | null;
  readonly paper: Paper | null;
  readonly inForce: InForce | null;
  /** Communes whose exercise an approval has asked for. */
  readonly asked: ReadonlySet<OrgUnitId>;
}

export const NO_ROLL_OUT: RollOutState = {
  ...{ version: 0, lastAt: null, phase: 'none', orgUnit: null, firstYear: 0, lastYear: 0, revision: 0, theme: '' },
  ...{ communes: [], rules: null, cells: [], solve: null, reason: null, submittedBy: null, returnedFor: null },
  ...{ paper: null, inForce: null, asked: new Set() },
};

/**
 * The problem that the plan answers as it stands on a day: with the choices that people fixed in it and whatever of it lies
 * in years that are over. Null before the first proposal.
 */
export const problemOf = ({ rules, cells, inForce, ...state }: RollOutState, day: LocalDate): RollOutProblem | null => {
  if (!rules) return null;
  const { firstYear, lastYear, communes } = state;
  const opens = opensAfter(day);
  const kept = cells.filter((cell) => cell.fixed || cell.year < opens.year);
  const fixed = kept.map(({ commune, year, month }) => ({ commune, year, month }));
  return { firstYear, lastYear, communes, rules, fixed, base: inForce?.placings ?? null, opens };
};
