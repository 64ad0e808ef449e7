/** Jobs of the roll-out planner in the store. Any process may work at one; who does says so every second or loses it. */
import { type RawBuilder, sql } from 'kysely';
import type { Actor, OrgUnitId } from '../domain/people.ts';
import type { JobStatus, RollOutAnswer, SolveOptions } from '../domain/rollout/answer.ts';
import type { RollOutProblem } from '../domain/rollout/problem.ts';
import type { Instant } from '../domain/time.ts';
import { canonicalJson } from './canonical.ts';
import type { Db } from './connect.ts';

export interface JobPart {
  readonly unit: OrgUnitId;
  readonly problem: RollOutProblem;
}
export interface PartAnswer {
  readonly unit: OrgUnitId;
  readonly answer: RollOutAnswer;
  /** Of the machine's clock. */
  readonly seconds: number;
}
/** How far a job is: the part that told last. */
export interface JobProgress {
  readonly unit: OrgUnitId;
  readonly step: 'moves' | 'plan' | 'explain';
  readonly seconds: number;
  readonly best: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
}

export interface NewJob {
  readonly id: string;
  readonly parts: readonly JobPart[];
  readonly options: SolveOptions;
  readonly solver: string;
  readonly model: number;
  readonly by: Actor;
  readonly at: Instant;
}
export interface Job extends Omit<NewJob, 'by'> {
  readonly person: string;
  readonly body: string;
  readonly status: JobStatus;
  readonly wish: Wish | null;
  readonly progress: JobProgress | null;
  readonly answers: readonly PartAnswer[];
  readonly failure: string | null;
  readonly endedAt: string | null;
}
export type Wish = 'cancel' | 'settle';

interface Row {
  readonly id: string;
  readonly input: string;
  readonly options: string;
  readonly solver: string;
  readonly model: number;
  readonly person: string;
  readonly body: string;
  readonly at: Instant;
  readonly status: JobStatus;
  readonly wish: Wish | null;
  readonly progress: string | null;
  readonly answers: string;
  readonly failure: string | null;
  readonly ended_at: string | null;
}
const COLUMNS = sql`id, input, options, solver, model, person, body, at, status, wish, progress, answers, failure, ended_at`;

/** What was checked when it was written. */
const fromRow = ({ input, options, progress, answers, ended_at: endedAt, ...row }: Row): Job => ({
  ...row,
  parts: JSON.parse(input) as JobPart[],
  options: JSON.parse(options) as SolveOptions,
  progress: progress === null ? null : (JSON.parse(progress) as JobProgress),
  answers: JSON.parse(answers) as PartAnswer[],
  endedAt,
});

const select = async (db: Db, where: RawBuilder<unknown>): Promise<Job[]> => {
  const { rows } = await sql<Row>`SELECT ${COLUMNS} FROM planner.job ${where}`.execute(db);
  return rows.map(fromRow);
};

/** The job under its id; a repeat of the same id changes nothing and answers what is there. */
export const putJob = async (db: Db, { id, parts, options, solver, model, by, at }: NewJob): Promise<Job> => {
  const units = parts.map(({ unit }) => unit);
  await sql`
    INSERT INTO planner.job (id, units, input, options, solver, model, person, body, at)
    VALUES (${id}, ${units}, ${canonicalJson(parts)}::json, ${canonicalJson(options)}::json, ${solver}, ${model},
      ${by.person}, ${by.body}, ${at})
    ON CONFLICT (id) DO NOTHING`.execute(db);
  const job = await readJob(db, id);
  if (!job) throw new Error(`the job ${id} was not kept`);
  return job;
};

export const readJob = async (db: Db, id: string): Promise<Job | null> =>
  (await select(db, sql`WHERE id = ${id}`))[0] ?? null;

/** The newest jobs of a unit. */
export const jobsOf = (db: Db, unit: OrgUnitId, most: number): Promise<Job[]> =>
  select(db, sql`WHERE units @> ${[unit]}::text[] ORDER BY n DESC LIMIT ${most}`);

/** Jobs that wait for a machine or have one, of all processes. */
export const countOpen = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM planner.job WHERE status IN ('queued', 'running')`.execute(db);
  return rows[0]?.n ?? 0;
};

/** Seconds without a beat after which another process takes a job over. */
const LOST_AFTER = 15;

/** The oldest job that nobody works at, for this process; null when there is none. */
export const claimJob = async (db: Db, runner: string): Promise<Job | null> => {
  const { rows } = await sql<Row>`
    UPDATE planner.job SET status = 'running', runner = ${runner}, beat_at = clock_timestamp()
    WHERE id = (
      SELECT id FROM planner.job
      WHERE status = 'queued' OR status = 'running' AND beat_at < clock_timestamp() - make_interval(secs => ${LOST_AFTER})
      ORDER BY n FOR UPDATE SKIP LOCKED LIMIT 1)
    RETURNING ${COLUMNS}`.execute(db);
  return rows[0] ? fromRow(rows[0]) : null;
};

/** Says that this process is at it and how far; answers what people wish, or `lost` when another has it now. */
export const beatJob = async (
  db: Db,
  { id, runner }: { readonly id: string; readonly runner: string },
  progress: JobProgress | null,
): Promise<Wish | 'lost' | null> => {
  const said = progress === null ? null : canonicalJson(progress);
  const { rows } = await sql<{ wish: Wish | null }>`
    UPDATE planner.job SET beat_at = clock_timestamp(), progress = coalesce(${said}::json, progress)
    WHERE id = ${id} AND runner = ${runner} AND status = 'running' RETURNING wish`.execute(db);
  return rows[0] ? rows[0].wish : 'lost';
};

/** Keeps what is solved so far, and the end where there is one; `queued` gives it back for another process. */
export const keepJob = async (
  db: Db,
  { id, runner }: { readonly id: string; readonly runner: string },
  { status, answers, failure = null }: Pick<Job, 'status' | 'answers'> & { readonly failure?: string | null },
): Promise<void> => {
  const ended = status === 'running' || status === 'queued' ? sql`NULL` : sql`clock_timestamp()`;
  await sql`
    UPDATE planner.job SET status = ${status}, answers = ${canonicalJson(answers)}::json, failure = ${failure},
      ended_at = ${ended}, runner = ${status === 'queued' ? null : runner}
    WHERE id = ${id} AND runner = ${runner} AND status = 'running'`.execute(db);
};

/** A job that nobody has begun is cancelled at once; one that runs is told. A job that has ended stays as it is. */
export const wishJob = async (db: Db, id: string, wish: Wish): Promise<void> => {
  await sql`
    UPDATE planner.job SET wish = ${wish},
      status = CASE WHEN status = 'queued' AND ${wish} = 'cancel' THEN 'cancelled' ELSE status END,
      ended_at = CASE WHEN status = 'queued' AND ${wish} = 'cancel' THEN clock_timestamp() ELSE ended_at END
    WHERE id = ${id} AND status IN ('queued', 'running')`.execute(db);
};
