/** Where a roll-out plan stands: the revision that is worked on, and the one in force. */
import type { Actor, OrgUnitId } from '../people.ts';
import type { Paper } from '../text.ts';
import type { Instant } from '../time.ts';
import type { SolveNote } from './answer.ts';
import type { InForce } from './commands.ts';
import type { Cell, PlannedCommune, RollOutProblem, RollOutRules } from './problem.ts';

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

/** The problem that the plan answers, with the choices that people fixed in it. Null before the first proposal. */
export const problemOf = ({ rules, cells, inForce, ...state }: RollOutState): RollOutProblem | null => {
  if (!rules) return null;
  const { firstYear, lastYear, communes } = state;
  const fixed = cells.filter((cell) => cell.fixed).map(({ commune, year, month }) => ({ commune, year, month }));
  return { firstYear, lastYear, communes, rules, fixed, base: inForce?.placings ?? null };
};
