/** The solver's thread: models in, progress and solutions out. It blocks while it solves; a flag in shared memory stops it. */
import { parentPort, workerData } from 'node:worker_threads';
import loadHighs, { type CallbackData, type Highs } from 'highs';
import { itemsOf } from '../domain/rollout/items.ts';
import type { Milp } from '../domain/rollout/model.ts';
import type { RollOutProblem } from '../domain/rollout/problem.ts';
import { rulesWithout } from '../domain/rollout/rules.ts';
import { yearsBySearch } from '../domain/rollout/search.ts';
import type { Progress, Solved, SolveOptions } from './solver.ts';

export type Asked =
  | { readonly kind: 'solve'; readonly milp: Milp; readonly options: SolveOptions }
  | { readonly kind: 'search'; readonly problem: RollOutProblem };
export type Told =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'solved'; readonly solved: Solved }
  | { readonly kind: 'searched'; readonly years: number[] | null }
  | { readonly kind: 'failed'; readonly message: string };

const SEED = 20_260_722;
const TOLD_EVERY_MS = 200;

/** The package's types describe its CommonJS build, where the function is a field; in the module build, used here, it is the default. */
const load = loadHighs as unknown as () => Promise<Highs>;
const highs = load();

const matrixOf = ({ columns, rows }: Milp) => {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, r) => {
    starts[r + 1] = (starts[r] ?? 0) + row.terms.length;
  });
  const terms = rows.flatMap((row) => row.terms);
  return {
    format: 'csr' as const,
    numRows: rows.length,
    numCols: columns.length,
    starts,
    indices: Int32Array.from(terms, ([column]) => column),
    values: Float64Array.from(terms, ([, coefficient]) => coefficient),
  };
};

const dataOf = (milp: Milp) => ({
  numCols: milp.columns.length,
  numRows: milp.rows.length,
  colCost: milp.columns.map(({ cost }) => cost),
  colLower: milp.columns.map(() => 0),
  colUpper: milp.columns.map(({ upper }) => upper),
  rowLower: milp.rows.map(({ lower }) => lower),
  rowUpper: milp.rows.map(({ upper }) => upper),
  integrality: Int32Array.from(milp.columns, ({ integer }) => (integer ? 1 : 0)),
  matrix: matrixOf(milp),
});

/** HiGHS says infinity, or a number beyond all measure, where there is nothing to say. */
const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) && Math.abs(value) < 1e19 ? value : null;

/** As a share of the best solution; both at nought are no distance. */
const gapOf = (best: number | null, bound: number | null): number | null => {
  if (best === null || bound === null) return null;
  const distance = Math.max(0, best - bound);
  return distance === 0 ? 0 : distance / Math.max(Math.abs(best), 1e-9);
};

const progressOf = (data: CallbackData, began: number): Progress => {
  const [best, bound] = [finite(data.mip_primal_bound), finite(data.mip_dual_bound)];
  return { seconds: (performance.now() - began) / 1_000, best, bound, gap: gapOf(best, bound) };
};

const statusOf = (status: number, has: boolean, { constants: { modelStatus: is } }: Highs): Solved['status'] => {
  if (status === is.optimal) return 'optimal';
  // every column lies between two bounds, so nothing here can be unbounded
  if (status === is.infeasible || status === is.unboundedOrInfeasible) return 'infeasible';
  return has ? 'feasible' : 'unknown';
};

const solve = (solver: Highs, { milp, options }: Extract<Asked, { kind: 'solve' }>, flag: Int32Array): Solved => {
  const began = performance.now();
  const { callbackType: on } = solver.constants;
  let told = 0;
  let incumbent: Float64Array | null = options.start ?? null;
  return solver.withModel(dataOf(milp), (model) => {
    model.options.set({
      output_flag: false,
      random_seed: SEED,
      time_limit: options.timeLimit,
      mip_rel_gap: options.gap,
      mip_abs_gap: 1e-6,
      // with a good plan in hand the proof is all that is left: heuristics off, branching looked at with more care
      ...(options.start ? { mip_heuristic_effort: 0, mip_pscost_minreliable: 16 } : {}),
    });
    if (options.start) model.setSolution({ colValue: options.start });
    model.run({
      [on.mipImprovingSolution]: ({ data }) => {
        incumbent = data.mip_solution ?? incumbent;
      },
      [on.mipInterrupt]: (event) => {
        const now = performance.now();
        if (now - told > TOLD_EVERY_MS) {
          told = now;
          const progress = progressOf(event.data, began);
          parentPort?.postMessage({ kind: 'progress', progress } satisfies Told);
        }
        if (Atomics.load(flag, 0) === 1 && incumbent) event.interrupt();
      },
    });
    const status = model.getModelStatus();
    const best = finite(model.getObjectiveValue());
    const optimal = status === solver.constants.modelStatus.optimal;
    const values = optimal ? model.getSolution().colValue : incumbent;
    const bound = finite(Number(model.info.get('mip_dual_bound')));
    return {
      status: statusOf(status, values !== null, solver),
      objective: values ? best : null,
      bound,
      gap: values ? gapOf(best, bound) : null,
      seconds: (performance.now() - began) / 1_000,
      values: values && Float64Array.from(values),
    };
  });
};

const answer = async (asked: Asked): Promise<Told> => {
  if (asked.kind === 'solve') return { kind: 'solved', solved: solve(await highs, asked, workerData as Int32Array) }; // what the other side gave
  const { problem } = asked;
  const on = rulesWithout(problem);
  return { kind: 'searched', years: yearsBySearch(problem, on, itemsOf(problem, on)) };
};

parentPort?.on('message', async (asked: Asked) => {
  try {
    parentPort?.postMessage(await answer(asked));
  } catch (error) {
    parentPort?.postMessage({ kind: 'failed', message: String(error) } satisfies Told);
  }
});
