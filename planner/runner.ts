/**
 * Works at the jobs of the store, one at a time in this process, its parts on as many threads as there are cores, two at
 * most. A job outlives its process: what is solved is kept part by part, and another process goes on with the rest.
 */
import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Db } from '../db/connect.ts';
import {
  beatJob,
  claimJob,
  type Job,
  type JobPart,
  type JobProgress,
  keepJob,
  type PartAnswer,
} from '../db/planner-jobs.ts';
import { solveRollOut } from './solve.ts';
import { createSolver, SolveCancelled, type Solver } from './solver.ts';

export interface Runner {
  /** Looks for work now instead of at the next look. */
  wake(): void;
  /** Ends the running solve and gives its job back; resolves when nothing runs any more. */
  stop(): Promise<void>;
}

export interface RunnerSettings {
  /** Milliseconds between two looks for work that another process left. */
  readonly lookEvery: number;
  readonly beatEvery: number;
  readonly threads: number;
}
const USUAL: RunnerSettings = { lookEvery: 3_000, beatEvery: 400, threads: Math.min(2, availableParallelism()) };

/** Why the threads of a job were stopped. */
type Halt = 'cancel' | 'lost' | 'stop' | null;

const atOnce = async (
  threads: number,
  parts: readonly JobPart[],
  work: (part: JobPart, thread: number) => Promise<void>,
) => {
  const queue = [...parts];
  const thread = async (n: number): Promise<void> => {
    for (let part = queue.shift(); part; part = queue.shift()) await work(part, n);
  };
  await Promise.all(Array.from({ length: Math.min(threads, parts.length) }, (_, n) => thread(n)));
};

export const createRunner = (db: Db, say: (line: string) => void, settings: Partial<RunnerSettings> = {}): Runner => {
  const { lookEvery, beatEvery, threads } = { ...USUAL, ...settings };
  const name = randomUUID();
  let stopped = false;
  let halt: ((why: Halt) => void) | null = null;

  const run = async (job: Job): Promise<void> => {
    const me = { id: job.id, runner: name };
    const answers: PartAnswer[] = [...job.answers];
    const solvers = new Map<number, Solver>();
    let progress: JobProgress | null = null;
    let halted: Halt = null;
    const end = (why: Halt): void => {
      halted ??= why;
      for (const solver of solvers.values()) void solver.cancel();
    };
    halt = end;
    if (stopped) end('stop');
    let beating = Promise.resolve();
    const beat = async (): Promise<void> => {
      const wish = await beatJob(db, me, progress).catch(() => null);
      if (wish === 'settle') for (const solver of solvers.values()) solver.settle();
      if (wish === 'cancel' || wish === 'lost') end(wish);
    };
    const timer = setInterval(() => {
      beating = beating.then(beat);
    }, beatEvery);
    const solvePart = async ({ unit, problem }: JobPart, thread: number): Promise<void> => {
      if (halted) throw new SolveCancelled(halted);
      const solver = solvers.get(thread) ?? createSolver();
      solvers.set(thread, solver);
      const began = performance.now();
      let step: JobProgress['step'] = 'plan';
      const answer = await solveRollOut(solver, problem, job.options, {
        onStep: (next) => {
          step = next;
          progress = { unit, step, seconds: (performance.now() - began) / 1_000, best: null, bound: null, gap: null };
        },
        onProgress: (now) => {
          progress = { unit, step, ...now };
        },
      });
      answers.push({ unit, answer, seconds: (performance.now() - began) / 1_000 });
      await keepJob(db, me, { status: 'running', answers });
    };
    const left = job.parts.filter(({ unit }) => !answers.some((each) => each.unit === unit));
    try {
      await beat();
      await atOnce(threads, left, solvePart);
      await keepJob(db, me, { status: 'done', answers });
    } catch (error) {
      if (halted === 'stop') await keepJob(db, me, { status: 'queued', answers });
      else if (halted === 'cancel') await keepJob(db, me, { status: 'cancelled', answers });
      else if (halted === null) {
        const failure = error instanceof Error ? error.message : String(error);
        say(`planner ${job.id}: ${failure}`);
        await keepJob(db, me, { status: 'failed', answers, failure });
      }
    } finally {
      clearInterval(timer);
      halt = null;
      await beating;
      await Promise.all([...solvers.values()].map((solver) => solver.cancel()));
    }
  };

  /** Until there is nothing to do. A store that is away is asked again at the next look. */
  const work = async (): Promise<void> => {
    try {
      for (let job = stopped ? null : await claimJob(db, name); job; job = stopped ? null : await claimJob(db, name))
        await run(job);
    } catch (error) {
      if (!stopped) say(`planner: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  let working = Promise.resolve();
  let busy = false;
  const wake = (): void => {
    if (busy || stopped) return;
    busy = true;
    working = work().finally(() => {
      busy = false;
    });
  };
  const looking = setInterval(wake, lookEvery);
  looking.unref();
  wake();
  return {
    wake,
    stop: async () => {
      stopped = true;
      clearInterval(looking);
      halt?.('stop');
      await working;
    },
  };
};
