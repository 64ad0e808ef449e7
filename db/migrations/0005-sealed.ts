/**
 * Named rosters, sealed outside the ledger (Law 91/2025/QH15): persons under a key each, the keys wrapped by a key of
 * the installation that is not in this database. To destroy a person's key is to erase the person. The app's role cannot
 * change any of it, only add and remove; the record of who read names can only grow.
 */
import { type Kysely, sql } from 'kysely';

const SEALED = `
CREATE SCHEMA sealed;

-- How long names are kept: after the drill closed, and at the most, counted from their import, when it never closes.
CREATE TABLE sealed.policy (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  months_after_close int NOT NULL DEFAULT 12 CHECK (months_after_close > 0),
  months_at_most int NOT NULL DEFAULT 36 CHECK (months_at_most > 0)
);
INSERT INTO sealed.policy DEFAULT VALUES;

CREATE TABLE sealed.import (
  command_id text PRIMARY KEY, -- of the command that tells the drill; the names count once it is recorded
  drill_id text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX ON sealed.import (drill_id);

CREATE TABLE sealed.person (
  ref text PRIMARY KEY, -- random
  command_id text NOT NULL REFERENCES sealed.import ON DELETE CASCADE,
  n int NOT NULL, -- place in the import
  drill_id text NOT NULL,
  order_id text NOT NULL,
  nonce bytea NOT NULL CHECK (length(nonce) = 12),
  ciphertext bytea NOT NULL,
  tag bytea NOT NULL CHECK (length(tag) = 16),
  imported_on date NOT NULL, -- business day
  retain_until date, -- null: by the policy
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (command_id, n)
);

CREATE TABLE sealed.person_key (
  ref text PRIMARY KEY REFERENCES sealed.person ON DELETE CASCADE,
  wrapped_key bytea NOT NULL CHECK (length(wrapped_key) = 60), -- nonce, key, tag
  key_id text NOT NULL -- of the installation key that wraps it
);

CREATE TABLE sealed.erasure (
  command_id text PRIMARY KEY, -- of the command that tells the drill; the keys go once it is recorded
  drill_id text NOT NULL,
  meant text NOT NULL, -- canonical JSON of what was asked for
  refs text[] NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE sealed.access (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz(3) NOT NULL, -- business time
  actor text NOT NULL,
  post text NOT NULL,
  body text NOT NULL,
  purpose text NOT NULL,
  drill_id text NOT NULL,
  refs text[] NOT NULL,
  recorded_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX ON sealed.access (drill_id, id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sealed.access
  FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

-- Commands of rosters that the ledger holds as done.
CREATE VIEW sealed.recorded AS
  SELECT c.id AS command_id, e.type, e.stream_id
  FROM public.commands c
  JOIN public.events e ON e.stream_id = c.stream_id AND e.version = c.version AND e.command_id = c.id
  WHERE e.type IN ('RosterImported', 'NamesErased');

-- Persons who can be read: their import is recorded and their key is there. until: last day on which they are kept.
CREATE VIEW sealed.living AS
  SELECT p.ref, p.drill_id, p.order_id, p.imported_on, p.nonce, p.ciphertext, p.tag, k.wrapped_key, k.key_id,
    coalesce(p.retain_until,
      ((closed.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + make_interval(months => policy.months_after_close))::date,
      (p.imported_on + make_interval(months => policy.months_at_most))::date) AS until
  FROM sealed.import i
  JOIN sealed.recorded r ON r.command_id = i.command_id AND r.type = 'RosterImported' AND r.stream_id = 'drill/' || i.drill_id
  CROSS JOIN sealed.policy
  LEFT JOIN LATERAL (SELECT max(e.occurred_at) AS at FROM public.events e
    WHERE e.stream_id = r.stream_id AND e.type = 'DrillClosed') closed ON true
  JOIN sealed.person p ON p.command_id = i.command_id
  JOIN sealed.person_key k ON k.ref = p.ref;

GRANT USAGE ON SCHEMA sealed TO san_sang_app;
GRANT SELECT ON sealed.policy, sealed.recorded, sealed.living TO san_sang_app;
GRANT SELECT, INSERT, DELETE ON sealed.import, sealed.person, sealed.person_key, sealed.erasure TO san_sang_app;
GRANT SELECT, INSERT ON sealed.access TO san_sang_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(SEALED).execute(db);
}
