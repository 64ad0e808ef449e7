/**
 * The fairest plan of a term that has none yet, in two parts: first the years, proven with months as mere room, because the
 * proof is long and months hardly ever decide; then the months of those years. Where they do decide, the whole model follows.
 */

import { type Goal, modelOf, type Part } from '../domain/rollout/model.ts';
import type { Cell, RollOutProblem } from '../domain/rollout/problem.ts';
import type { Rules } from '../domain/rollout/rules.ts';
import type { Solved, Solver } from './solver.ts';

export interface Found {
  readonly solved: Solved;
  /** Null without a solution, and of a part that has no months. */
  readonly cells: Cell[] | null;
}

/** Solves a part of the model. `gap`: good enough; `start`: a solution to begin with. */
export type Run = (
  goal: Goal,
  limits: { readonly gap: number; readonly timeLimit: number },
  part?: Part,
  start?: Float64Array | null,
) => Promise<Found>;

const FAIR: Goal = { kind: 'fair', most: null };
/** Seconds; the months of given years take a tenth of one. */
const MONTHS_LIMIT = 5;

const gapTo = (bound: number, objective: number): number =>
  Math.max(0, objective - bound) / Math.max(Math.abs(objective), 1e-9);

/** With the bound of the years, which no plan can be better than. */
const provenBy = (bound: number, found: Found, wanted: number): Found => {
  const gap = gapTo(bound, found.solved.objective ?? Number.POSITIVE_INFINITY);
  const status = gap <= wanted ? 'optimal' : 'feasible';
  return { ...found, solved: { ...found.solved, status, bound, gap } };
};

/** `left`: seconds that remain. Rejects as the solver does. */
export const fairest = async (
  run: Run,
  solver: Pick<Solver, 'search'>,
  problem: RollOutProblem,
  on: Rules,
  gap: number,
  left: () => number,
): Promise<Found> => {
  const { yearsIn } = modelOf(problem, on, FAIR);
  const monthsOf = async (years: readonly number[]): Promise<Found | null> => {
    const limits = { gap: 0, timeLimit: Math.min(MONTHS_LIMIT, left()) };
    const found = await run(FAIR, limits, { kind: 'months', years });
    return found.cells ? found : null;
  };
  const tried = await solver.search(problem);
  const begun = tried && (await monthsOf(tried));
  const shared = await run(FAIR, { gap, timeLimit: left() }, { kind: 'shared' }, begun?.solved.values);
  const { status, values, bound } = shared.solved;
  if (status === 'infeasible') return shared;
  const placed = values && (await monthsOf(yearsIn(values)));
  const [best] = [placed, begun]
    .flatMap((found) => found ?? [])
    .sort((a, b) => (a.solved.objective ?? 0) - (b.solved.objective ?? 0));
  if (best && bound !== null) {
    const proven = provenBy(bound, best, gap);
    if (proven.solved.status === 'optimal' || status !== 'optimal') return proven;
  }
  return run(FAIR, { gap, timeLimit: left() }, undefined, best?.solved.values);
};
