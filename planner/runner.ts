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
import type { JobStatus } from '../domain/rollout/answer.ts';
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

/** The threads of one job, ended together. */
const createThreads = () => {
  const solvers = new Map<number, Solver>();
  let halted: Halt = null;
  return {
    get halted() {
      return halted;
    },
    /** Throws `SolveCancelled` once the job was halted. */
    take: (thread: number): Solver => {
      if (halted) throw new SolveCancelled(halted);
      const solver = solvers.get(thread) ?? createSolver();
      solvers.set(thread, solver);
      return solver;
    },
    settle: (): void => {
      for (const solver of solvers.values()) solver.settle();
    },
    halt: (why: Halt): void => {
      halted ??= why;
      for (const solver of solvers.values()) void solver.cancel();
    },
    end: async (): Promise<void> => {
      await Promise.all([...solvers.values()].map((solver) => solver.cancel()));
    },
  };
};
type Threads = ReturnType<typeof createThreads>;

/** One job in the hands of this process. */
interface Work {
  readonly job: Job;
  readonly me: { readonly id: string; readonly runner: string };
  readonly threads: Threads;
  readonly answers: PartAnswer[];
  progress: JobProgress | null;
}

const solvePart = async (db: Db, work: Work, { unit, problem }: JobPart, thread: number): Promise<void> => {
  const solver = work.threads.take(thread);
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1_000;
  let step: JobProgress['step'] = 'plan';
  const answer = await solveRollOut(solver, problem, work.job.options, {
    onStep: (next) => {
      step = next;
      work.progress = { unit, step, seconds: seconds(), best: null, bound: null, gap: null };
    },
    onProgress: (now) => {
      work.progress = { unit, step, ...now };
    },
  });
  work.answers.push({ unit, answer, seconds: seconds() });
  await keepJob(db, work.me, { status: 'running', answers: work.answers });
};

/** Tells the store that this process is at it, and does what people wish. */
const beat = async (db: Db, { me, threads, progress }: Work): Promise<void> => {
  const wish = await beatJob(db, me, progress).catch(() => null);
  if (wish === 'settle') threads.settle();
  if (wish === 'cancel' || wish === 'lost') threads.halt(wish);
};

/** How the job ended that was stopped by `error`; null where another process has it now. */
const endOf = (halted: Halt, error: unknown): { status: JobStatus; failure?: string } | null => {
  if (halted === 'lost') return null;
  if (halted === 'stop') return { status: 'queued' };
  if (halted === 'cancel') return { status: 'cancelled' };
  return { status: 'failed', failure: error instanceof Error ? error.message : String(error) };
};

export const createRunner = (db: Db, say: (line: string) => void, settings: Partial<RunnerSettings> = {}): Runner => {
  const { lookEvery, beatEvery, threads: most } = { ...USUAL, ...settings };
  const name = randomUUID();
  let stopped = false;
  let current: Threads | null = null;

  const run = async (job: Job): Promise<void> => {
    const threads = createThreads();
    current = threads;
    const work: Work = { job, me: { id: job.id, runner: name }, threads, answers: [...job.answers], progress: null };
    if (stopped) threads.halt('stop');
    let beating = beat(db, work);
    const timer = setInterval(() => {
      beating = beating.then(() => beat(db, work));
    }, beatEvery);
    const left = job.parts.filter(({ unit }) => !work.answers.some((each) => each.unit === unit));
    try {
      await beating;
      await atOnce(most, left, (part, thread) => solvePart(db, work, part, thread));
      await keepJob(db, work.me, { status: 'done', answers: work.answers });
    } catch (error) {
      const end = endOf(threads.halted, error);
      if (end?.failure) say(`planner ${job.id}: ${end.failure}`);
      if (end) await keepJob(db, work.me, { ...end, answers: work.answers });
    } finally {
      clearInterval(timer);
      current = null;
      await beating;
      await threads.end();
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
  /** Something came while the last look was ending. */
  let again = false;
  const wake = (): void => {
    again = busy;
    if (busy || stopped) return;
    busy = true;
    working = work().finally(() => {
      busy = false;
      if (again) wake();
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
      current?.halt('stop');
      await working;
    },
  };
};
