/**
 * What is known of evidence files; their bytes lie in the file storage, and the history holds their SHA-256. A row is
 * never changed but for the moment of its last use; rows whose file no event names are removed in time.
 */
import { type Kysely, sql } from 'kysely';

const FILES = `
CREATE SCHEMA files;

CREATE TABLE files.file (
  id text PRIMARY KEY, -- random
  n bigint GENERATED ALWAYS AS IDENTITY, -- order in which they came
  exercise_id text NOT NULL,
  task text NOT NULL,
  body text NOT NULL, -- that sent it
  person text NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  size int NOT NULL CHECK (size > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  scan text NOT NULL CHECK (scan IN ('clean', 'notScanned')),
  at timestamptz(3) NOT NULL, -- business time
  used_at timestamptz(3) NOT NULL DEFAULT clock_timestamp() -- last sent or named in a command
);
CREATE INDEX ON files.file (exercise_id, task);
CREATE INDEX ON files.file (sha256);

-- Every file that an event names, as it names it.
CREATE VIEW files.named AS
  SELECT e.position, e.stream_id, e.data ->> 'task' AS task, f.file ->> 'id' AS id, f.file ->> 'sha256' AS sha256,
    (f.file ->> 'size')::int AS size, f.file ->> 'name' AS name
  FROM public.events e
  CROSS JOIN LATERAL json_array_elements(e.data -> 'evidence' -> 'files') AS f (file)
  WHERE e.type IN ('TaskSubmitted', 'EvidenceRevised') AND json_typeof(e.data -> 'evidence' -> 'files') = 'array';

GRANT USAGE ON SCHEMA files TO san_sang_app;
GRANT SELECT, INSERT, DELETE ON files.file TO san_sang_app;
GRANT UPDATE (used_at) ON files.file TO san_sang_app;
GRANT SELECT ON files.named TO san_sang_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(FILES).execute(db);
}
