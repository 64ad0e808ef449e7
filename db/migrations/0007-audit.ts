/**
 * What was refused, who met names of persons, what administrators did: kept apart from the ledger, because a refusal is no
 * fact of an exercise. It can only grow. No free text and no name of a person stands in it.
 */
import { type Kysely, sql } from 'kysely';

const AUDIT = `
CREATE SCHEMA audit;

CREATE TABLE audit.entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz(3) NOT NULL, -- real time
  user_id text, -- null: nobody was signed in
  person text,
  body text,
  ip text,
  route text, -- method and pattern
  object text, -- <kind>/<id>, or the path where the address names no file
  kind text NOT NULL,
  code text NOT NULL,
  details json NOT NULL,
  recorded_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX ON audit.entry (at);
CREATE INDEX ON audit.entry (person, id);
CREATE INDEX ON audit.entry (kind, id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.entry
  FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

GRANT USAGE ON SCHEMA audit TO san_sang_app;
GRANT SELECT, INSERT ON audit.entry TO san_sang_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(AUDIT).execute(db);
}
