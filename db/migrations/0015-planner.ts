/**
 * Jobs of the roll-out planner: what was asked, by whom, how far it is, what came of it. Input, options and versions stay
 * beside the answer, so that a plan can be computed again.
 */
import { type Kysely, sql } from 'kysely';

const PLANNER = `
CREATE SCHEMA planner;

CREATE TABLE planner.job (
  id uuid PRIMARY KEY, -- chosen by the caller
  n bigint GENERATED ALWAYS AS IDENTITY, -- order in which they came
  units text[] NOT NULL,
  input json NOT NULL, -- one problem a unit
  options json NOT NULL,
  solver text NOT NULL,
  model int NOT NULL,
  person text NOT NULL,
  body text NOT NULL,
  at timestamptz(3) NOT NULL, -- business time
  status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done', 'cancelled', 'failed')),
  wish text CHECK (wish IN ('cancel', 'settle')),
  progress json,
  answers json NOT NULL DEFAULT '[]',
  failure text,
  runner text, -- the process that works at it
  beat_at timestamptz(3), -- when that process last said so
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  ended_at timestamptz(3)
);
CREATE INDEX ON planner.job (n) WHERE status IN ('queued', 'running');
CREATE INDEX ON planner.job USING gin (units);

GRANT USAGE ON SCHEMA planner TO san_sang_app;
GRANT SELECT, INSERT ON planner.job TO san_sang_app;
GRANT UPDATE (status, wish, progress, answers, failure, runner, beat_at, ended_at) ON planner.job TO san_sang_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(PLANNER).execute(db);
}
