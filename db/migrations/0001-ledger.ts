/** The ledger: streams, events, commands, the head of the chain, and this installation's own settings. */
import { type Kysely, sql } from 'kysely';

const LEDGER = `
CREATE TABLE public.streams (
  id text PRIMARY KEY,
  kind text NOT NULL,
  version int NOT NULL DEFAULT 0
);

CREATE TABLE public.events (
  position bigint PRIMARY KEY,
  stream_id text NOT NULL,
  version int NOT NULL,
  id text NOT NULL, -- <command_id>/<n>: unique because a command id is
  type text NOT NULL,
  schema_version int NOT NULL,
  data json NOT NULL,
  actor text NOT NULL,
  post text NOT NULL,
  body text NOT NULL,
  command_id text NOT NULL,
  occurred_at timestamptz(3) NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  prev_hash bytea NOT NULL,
  hash bytea NOT NULL,
  UNIQUE (stream_id, version)
);

CREATE TABLE public.commands (
  id text PRIMARY KEY,
  stream_id text NOT NULL,
  version int NOT NULL,
  content_hash bytea NOT NULL,
  outcome json NOT NULL
);

CREATE TABLE public.ledger_head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  position bigint NOT NULL,
  hash bytea NOT NULL,
  recorded_at timestamptz(3) NOT NULL
);
INSERT INTO public.ledger_head (position, hash, recorded_at) VALUES (0, decode(repeat('00', 32), 'hex'), '1970-01-01Z');

CREATE TABLE public.installation (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  id text NOT NULL DEFAULT gen_random_uuid()::text,
  clock_offset_ms bigint NOT NULL DEFAULT 0,
  sample text,
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
INSERT INTO public.installation DEFAULT VALUES;

CREATE FUNCTION public.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % refused: the ledger is append-only', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', HINT = 'Correct a mistake by a new event.';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON public.events
  FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON public.commands
  FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

GRANT USAGE ON SCHEMA public TO san_sang_app;
GRANT SELECT, INSERT ON public.events, public.commands TO san_sang_app;
GRANT SELECT, INSERT, UPDATE ON public.streams TO san_sang_app;
GRANT SELECT, UPDATE ON public.ledger_head, public.installation TO san_sang_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(LEDGER).execute(db);
}
