/**
 * Imports of tables: what was asked, how far it is, what was wrong. The rows themselves stand here only between the check and
 * the end of the import, those that hold names of persons sealed; what is kept afterwards are numbers and problems.
 */
import { type Kysely, sql } from 'kysely';

const IMPORTS = `
CREATE SCHEMA imports;

CREATE TABLE imports.job (
  id text PRIMARY KEY, -- random
  n bigint GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL,
  target text, -- id of the drill, where the kind asks for one
  user_id text NOT NULL,
  person text,
  post text,
  body text,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  settings json NOT NULL,
  columns json NOT NULL,
  state text NOT NULL CHECK (state IN ('checking', 'checked', 'running', 'done', 'stopped', 'cancelled')),
  mode text CHECK (mode IN ('all', 'good')),
  rows int NOT NULL,
  good int NOT NULL,
  bad int NOT NULL,
  at_once boolean NOT NULL, -- small enough for all or nothing
  handled int NOT NULL, -- rows that have been checked, then rows that have been carried out
  refused int NOT NULL, -- rows that a rule refused when they were carried out
  handout text, -- makes the one-time passwords, with a key that is not in this database; null once they were handed out
  fault json,
  at timestamptz(3) NOT NULL, -- business time
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  started_at timestamptz(3),
  ended_at timestamptz(3),
  lease_until timestamptz(3) NOT NULL -- the process that works on it renews this
);
CREATE INDEX ON imports.job (user_id, n);
CREATE INDEX ON imports.job (lease_until) WHERE state IN ('checking', 'running');

CREATE TABLE imports.chunk (
  job_id text NOT NULL REFERENCES imports.job ON DELETE CASCADE,
  n int NOT NULL,
  content bytea NOT NULL, -- gzip of JSON; sealed where the key columns are set
  nonce bytea,
  tag bytea,
  wrapped_key bytea,
  key_id text,
  PRIMARY KEY (job_id, n)
);

CREATE TABLE imports.bad_row (
  job_id text NOT NULL REFERENCES imports.job ON DELETE CASCADE,
  row int NOT NULL,
  phase text NOT NULL CHECK (phase IN ('check', 'run')),
  cells json NOT NULL, -- as they stood in the file; empty where they may hold names
  problems json NOT NULL,
  PRIMARY KEY (job_id, phase, row)
);

GRANT USAGE ON SCHEMA imports TO san_sang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON imports.job, imports.chunk, imports.bad_row TO san_sang_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(IMPORTS).execute(db);
}
