/** Solves one roll-out problem: a plan with its proof, or the rules that stand against each other. */
import { MODEL_VERSION, type Planned, type RollOutAnswer, type SolveOptions } from '../domain/rollout/answer.ts';
import { hardFaults } from '../domain/rollout/check.ts';
import { type Model, modelOf, type Part, WHOLE } from '../domain/rollout/model.ts';
import type { Cell, RollOutProblem } from '../domain/rollout/problem.ts';
import { rulesWithout } from '../domain/rollout/rules.ts';
import { explainConflict } from './explain.ts';
import { type Found, fairest, type Run } from './fair.ts';
import type { Progress, Solved, Solver } from './solver.ts';

/** What is being done, for whoever waits. */
export type Step = 'moves' | 'plan' | 'explain';

export interface Hooks {
  readonly onStep?: (step: Step) => void;
  readonly onProgress?: (progress: Progress) => void;
}

export const movesOf = ({ base }: Pick<RollOutProblem, 'base'>, cells: readonly Cell[]): number | null => {
  if (!base) return null;
  const was = new Map(base.map(({ commune, year }) => [commune, year]));
  return cells.filter(({ commune, year }) => was.has(commune) && was.get(commune) !== year).length;
};

/** A plan that breaks a rule is a fault of the model, never an answer. */
const checked = (problem: RollOutProblem, model: Model, { values }: Solved, { kind }: Part): Cell[] | null => {
  if (!values || kind === 'shared') return null;
  const cells = model.decode(values);
  const [fault] = hardFaults(problem, cells);
  if (fault) throw new Error(`the solver's plan breaks ${JSON.stringify(fault)} (model ${MODEL_VERSION})`);
  return cells;
};

/** The plan of nobody. */
const NOTHING: Planned = {
  ...{ status: 'optimal', cells: [], objective: 0, bound: 0, gap: 0 },
  ...{ moves: null, fewest: null },
};

/**
 * With a base, first the fewest moves and then the fairest plan among those; without one the fairest. `options.timeLimit`
 * is for all steps of one problem, the explanation excepted, which takes as long at most. Throws when the solver fails.
 */
export const solveRollOut = async (
  solver: Solver,
  problem: RollOutProblem,
  options: SolveOptions,
  { onStep = () => {}, onProgress = () => {} }: Hooks = {},
): Promise<RollOutAnswer> => {
  if (problem.communes.length === 0) return NOTHING;
  const on = rulesWithout(problem);
  const began = performance.now();
  const left = (): number => Math.max(0.5, options.timeLimit - (performance.now() - began) / 1_000);
  const run: Run = async (goal, limits, part = WHOLE, start = null) => {
    const model = modelOf(problem, on, goal, part);
    const solved = await solver.solve(model.milp, { ...limits, ...(start ? { start } : {}) }, onProgress);
    return { solved, cells: checked(problem, model, solved, part) };
  };
  let first: Found | null = null;
  if (problem.base) {
    onStep('moves');
    first = await run({ kind: 'moves' }, { gap: 0, timeLimit: left() / 2 });
  }
  const moves = first?.cells ? movesOf(problem, first.cells) : null;
  const infeasible = (found: Found): boolean => found.solved.status === 'infeasible';
  if (!first || (!infeasible(first) && first.cells)) {
    onStep('plan');
    const { gap } = options;
    const found = problem.base
      ? await run({ kind: 'fair', most: moves }, { gap, timeLimit: left() })
      : await fairest(run, solver, problem, on, gap, left);
    const plan = plannedOf(problem, found, first);
    if (plan) return plan;
    if (!infeasible(found))
      return first?.cells ? (plannedOf(problem, first, first) ?? { status: 'unknown' }) : { status: 'unknown' };
  } else if (!infeasible(first)) return { status: 'unknown' };
  onStep('explain');
  return explainConflict(solver, problem, options.timeLimit);
};

const plannedOf = (problem: RollOutProblem, { solved, cells }: Found, first: Found | null): Planned | null => {
  const { status, objective, bound, gap } = solved;
  if (!cells || objective === null || (status !== 'optimal' && status !== 'feasible')) return null;
  return {
    status,
    cells,
    objective,
    bound: bound ?? Number.MIN_SAFE_INTEGER,
    gap: gap ?? 1,
    moves: movesOf(problem, cells),
    fewest: first && first.solved.status === 'optimal',
  };
};
