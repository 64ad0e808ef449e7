/**
 * The roll-out planner: a province of 102 communes over five years with few and with many clash pairs, and the whole country
 * as one job of the store, province by province. A plan that breaks a rule ends the bench.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { type JobPart, putJob, readJob } from '../db/planner-jobs.ts';
import { Actor, OrgUnitId } from '../domain/people.ts';
import { hardFaults } from '../domain/rollout/check.ts';
import {
  MODEL_VERSION,
  type Planned,
  type RollOutAnswer,
  type RollOutProblem,
  SOLVER,
} from '../domain/rollout/index.ts';
import { instant } from '../domain/time.ts';
import { startPostgres } from '../local/index.ts';
import { createRunner } from '../planner/runner.ts';
import { solveRollOut } from '../planner/solve.ts';
import { createSolver } from '../planner/solver.ts';
import { province } from '../test/planner/problems.ts';

export interface ProvinceFigure {
  readonly pairs: number;
  readonly ms: number;
  /** Proven distance from the optimum, as a share. */
  readonly gap: number;
}
export interface CountryFigure {
  readonly communes: number;
  readonly provinces: number;
  readonly ms: number;
  readonly worstGap: number;
  /** How often the job told where it is. */
  readonly told: number;
}

const plannedOf = (problem: RollOutProblem, answer: RollOutAnswer): Planned => {
  if (answer.status !== 'optimal' && answer.status !== 'feasible') throw new Error(`bench: ${JSON.stringify(answer)}`);
  const [fault] = hardFaults(problem, answer.cells);
  if (fault) throw new Error(`bench: the plan breaks ${JSON.stringify(fault)}`);
  return answer;
};

const COMMUNES = 102;
/** Seconds. */
const TIME_LIMIT = 10;

/** Each with the thread's start and the loading of the solver. */
const provinceFigure = async (pairs: number, wanted: number, timeLimit: number): Promise<ProvinceFigure> => {
  const problem = province(COMMUNES, pairs);
  const solver = createSolver();
  const began = performance.now();
  const answer = await solveRollOut(solver, problem, { timeLimit, gap: wanted });
  const ms = performance.now() - began;
  await solver.cancel();
  return { pairs, ms, gap: plannedOf(problem, answer).gap };
};

/** Communes, wards and provinces of Vietnam since 1 July 2025. */
const COUNTRY = { communes: 3_321, provinces: 34 };

/** Provinces of 60 to 135 communes, together all of them. */
const countryParts = (): JobPart[] => {
  const { communes, provinces } = COUNTRY;
  const even = Math.floor(communes / provinces);
  const sizes = Array.from({ length: provinces }, (_, p) => even + (p % 2 === 0 ? p : -p + 1));
  const rest = communes - sizes.reduce((all, size) => all + size, 0);
  return sizes.map((size, p) => ({
    unit: OrgUnitId.parse(`tinh-${p + 1}`),
    problem: province(size + (p === 0 ? rest : 0), 40, p + 1),
  }));
};

const countryFigure = async (): Promise<CountryFigure> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'san-sang-bench-'));
  const postgres = await startPostgres({ dataDir, log: () => {} });
  await migrate(postgres.url);
  const db = connect({ url: postgres.url });
  const by = Actor.parse({ person: 'bench', body: 'tinh-1.SA', post: 'member' });
  const id = randomUUID();
  const parts = countryParts();
  const options = { timeLimit: TIME_LIMIT, gap: 0.01 };
  await putJob(db, { ...{ id, parts, options, by }, solver: SOLVER, model: MODEL_VERSION, at: instant(Date.now()) });
  const began = performance.now();
  const runner = createRunner(db, () => {});
  const told = new Set<string>();
  let job = await readJob(db, id);
  while (job && (job.status === 'queued' || job.status === 'running')) {
    await new Promise((done) => setTimeout(done, 250));
    job = await readJob(db, id);
    told.add(`${job?.answers.length} ${JSON.stringify(job?.progress)}`);
  }
  const ms = performance.now() - began;
  await runner.stop();
  await db.destroy();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
  if (job?.status !== 'done') throw new Error(`bench: ${job?.status} ${job?.failure}`);
  const gaps = parts.map(({ unit, problem }) => {
    const found = job.answers.find((each) => each.unit === unit);
    return plannedOf(problem, found?.answer ?? { status: 'unknown' }).gap;
  });
  const communes = parts.reduce((all, { problem }) => all + problem.communes.length, 0);
  return { communes, provinces: parts.length, ms, worstGap: Math.max(...gaps), told: told.size };
};

/** Figures in milliseconds and shares; the caller knows the bounds. */
export const plannerBench = async (): Promise<{
  readonly few: ProvinceFigure;
  readonly many: ProvinceFigure;
  readonly country: CountryFigure;
}> => ({
  few: await provinceFigure(60, 0.005, TIME_LIMIT),
  many: await provinceFigure(300, 0.02, TIME_LIMIT),
  country: await countryFigure(),
});
