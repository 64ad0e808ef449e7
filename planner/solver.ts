/** The one interface to a solver of mixed-integer programmes: HiGHS in a worker thread of its own, so nothing else waits. */
import { Worker } from 'node:worker_threads';
import type { Milp } from '../domain/rollout/model.ts';
import type { RollOutProblem } from '../domain/rollout/problem.ts';
import type { Asked, Told } from './highs-worker.ts';

export interface SolveOptions {
  /** Seconds of the machine's clock; the best solution found until then is the answer. */
  readonly timeLimit: number;
  /** Stops when the best solution is proven to be within this share of the optimum, e.g. 0.005. */
  readonly gap: number;
  /** Values of all columns that keep every row: a solution to begin with, good enough that no other is looked for first. */
  readonly start?: Float64Array;
}

/** Where a solve stands: the best solution so far, what none can be better than, and how far apart they are. */
export interface Progress {
  readonly seconds: number;
  readonly best: number | null;
  readonly bound: number | null;
  /** Share of `best`; null while there is no solution. */
  readonly gap: number | null;
}

export interface Solved {
  /** `optimal`: within the gap asked for. `feasible`: stopped before. `unknown`: stopped without a solution. */
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  readonly objective: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
  readonly seconds: number;
  readonly values: Float64Array | null;
}

export class SolveCancelled extends Error {
  override readonly name = 'SolveCancelled';
}

export interface Solver {
  /** One at a time. Rejects with `SolveCancelled` after `cancel`, or with the worker's fault. */
  solve(milp: Milp, options: SolveOptions, onProgress?: (progress: Progress) => void): Promise<Solved>;
  /** A good choice of years to begin with, in the thread as well; null where there is none. Rejects as `solve` does. */
  search(problem: RollOutProblem): Promise<number[] | null>;
  /** Ends the running solve with the best solution that it has found. */
  settle(): void;
  /** Ends the thread at once, whatever it is doing. */
  cancel(): Promise<void>;
}

/**
 * A thread of its own: a fault in the solver harms nobody else. Fixed seed, one thread, fixed order of variables: a solve
 * that ends by its gap and not by its time limit answers the same input with the same plan.
 */
export const createSolver = (): Solver => {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('./highs-worker.ts', import.meta.url), {
    workerData: flag,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  let waiting: { readonly tell: (told: Told) => void; readonly fail: (error: Error) => void } | null = null;
  let ended: Error | null = null;
  const end = (error: Error): void => {
    ended ??= error;
    waiting?.fail(ended);
  };
  worker.on('message', (told: Told) => waiting?.tell(told));
  worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', (code) => end(new Error(`the solver's thread ended (${code})`)));
  worker.unref();

  /** `taken`: what is wanted of the answer; undefined for any other answer. */
  const ask = <T>(asked: Asked, taken: (told: Told) => T | undefined, onProgress?: (progress: Progress) => void) =>
    new Promise<T>((resolve, reject) => {
      if (ended) return reject(ended);
      if (waiting) return reject(new Error('the solver is busy'));
      Atomics.store(flag, 0, 0);
      worker.ref();
      const done = (act: () => void): void => {
        waiting = null;
        worker.unref();
        act();
      };
      waiting = {
        fail: (error) => done(() => reject(error)),
        tell: (told) => {
          if (told.kind === 'progress') return onProgress?.(told.progress);
          const answer = taken(told);
          done(() =>
            answer === undefined
              ? reject(new Error(told.kind === 'failed' ? told.message : told.kind))
              : resolve(answer),
          );
        },
      };
      worker.postMessage(asked);
    });
  return {
    solve: (milp, options, onProgress) =>
      ask({ kind: 'solve', milp, options }, (told) => (told.kind === 'solved' ? told.solved : undefined), onProgress),
    search: (problem) =>
      ask({ kind: 'search', problem }, (told) => (told.kind === 'searched' ? told.years : undefined)),
    settle: () => {
      Atomics.store(flag, 0, 1);
    },
    cancel: async () => {
      end(new SolveCancelled('cancelled'));
      await worker.terminate();
    },
  };
};
