/**
 * Notices and their way out. A notice is what one duty (body and post) is told by one event; it is the delivery into the
 * inbox, and each outside channel has a row of its own beside it. Both are written in the transaction of the event.
 * Unlike the read tables these are no function of the events alone: they hold what became of each message.
 *
 * Instants are business time; `recorded_at` is the machine's.
 */
import { type Kysely, sql } from 'kysely';

const DELIVERY = `
CREATE SCHEMA delivery;

CREATE TABLE delivery.notice (
  id text PRIMARY KEY, -- <stream>/<version>/<n>; of a digest digest/<day>/<body>
  stream_id text NOT NULL,
  exercise_id text NOT NULL,
  version int NOT NULL,
  kind text NOT NULL,
  body text NOT NULL,
  post text NOT NULL,
  about text NOT NULL,
  subject text NOT NULL,
  at timestamptz(3) NOT NULL,
  doc json NOT NULL
);
CREATE INDEX ON delivery.notice (body, at DESC);
CREATE INDEX ON delivery.notice (exercise_id, about, subject);

-- waiting → sending → sent | waiting again | dead; or silent, with the reason why nothing is to go out
CREATE TABLE delivery.outgoing (
  id text PRIMARY KEY, -- <notice>/<channel>: the one identity of the message for ever
  n bigint GENERATED ALWAYS AS IDENTITY,
  notice text NOT NULL, -- both are written by delivery.take
  channel text NOT NULL CHECK (channel IN ('mail', 'webhook')),
  urgent boolean NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'dead', 'silent')),
  reason text,
  due_at timestamptz(3), -- null: at once
  attempts int NOT NULL DEFAULT 0,
  first_tried_at timestamptz(3),
  ended_at timestamptz(3),
  UNIQUE (notice, channel)
);
CREATE INDEX outgoing_due ON delivery.outgoing (channel, urgent DESC, n) WHERE state = 'waiting';
CREATE INDEX outgoing_sending ON delivery.outgoing (channel) WHERE state = 'sending';
CREATE INDEX outgoing_dead ON delivery.outgoing (n) WHERE state = 'dead';

-- What happened to each message, for ever: tried, accepted, refused, interrupted, dead, resent, silenced.
CREATE TABLE delivery.trail (
  n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  outgoing text NOT NULL,
  type text NOT NULL,
  at timestamptz(3) NOT NULL,
  recorded_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  doc json NOT NULL
);
CREATE INDEX ON delivery.trail (outgoing, n);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON delivery.trail
  FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

-- What each person made of a notice; the first instant stands.
CREATE TABLE delivery.answer (
  notice text NOT NULL,
  user_id text NOT NULL,
  person text NOT NULL,
  body text NOT NULL,
  read_at timestamptz(3),
  acknowledged_at timestamptz(3),
  snoozed_at timestamptz(3),
  PRIMARY KEY (notice, user_id)
);

CREATE TABLE delivery.address (
  id text PRIMARY KEY,
  body text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('mail', 'webhook')),
  post text CHECK (post IN ('head', 'member')), -- null: both
  address text NOT NULL,
  UNIQUE NULLS NOT DISTINCT (body, channel, post, address)
);
CREATE TABLE delivery.setting (body text PRIMARY KEY, doc json NOT NULL);
CREATE TABLE delivery.preference (
  user_id text PRIMARY KEY REFERENCES accounts."user" ON DELETE CASCADE,
  mail text,
  muted text[] NOT NULL DEFAULT '{}'
);
CREATE TABLE delivery.template (
  kind text NOT NULL,
  version int NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  user_id text NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (kind, version)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON delivery.template
  FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

-- p_notices: rows of delivery.notice, each with "channels" (names) and "urgent"
CREATE FUNCTION delivery.take(p_notices json) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO delivery.notice SELECT * FROM json_populate_recordset(NULL::delivery.notice, p_notices);
  INSERT INTO delivery.outgoing (id, notice, channel, urgent)
  SELECT r.id || '/' || c, r.id, c, r.urgent
  FROM json_to_recordset(p_notices) AS r (id text, urgent boolean, channels text[]), unnest(r.channels) AS c;
END $$;

-- As public.append_events, with the notices of what it wrote.
CREATE FUNCTION delivery.append_events(
  p_stream text, p_kind text, p_expected int, p_command text, p_content_hash text,
  p_at timestamptz, p_person text, p_post text, p_body text, p_guards json, p_outcome json, p_events text[], p_rows json,
  p_notices json,
  OUT result text, OUT version int, OUT "position" bigint, OUT same_content boolean, OUT outcome json
) LANGUAGE plpgsql AS $$
BEGIN
  SELECT done.* INTO result, version, "position", same_content, outcome
  FROM public.append_events(p_stream, p_kind, p_expected, p_command, p_content_hash, p_at, p_person, p_post, p_body,
    p_guards, p_outcome, p_events, p_rows) AS done;
  IF result = 'appended' THEN PERFORM delivery.take(p_notices); END IF;
END $$;

-- As public.append_batch; a request may bring "notices".
CREATE FUNCTION delivery.append_batch(requests json)
RETURNS TABLE (result text, version int, "position" bigint, same_content boolean, outcome json) LANGUAGE plpgsql AS $$
DECLARE v_notices json;
BEGIN
  FOR result, version, "position", same_content, outcome, v_notices IN
    SELECT done.a, done.b, done.c, done.d, done.e, done.request -> 'notices'
    FROM ROWS FROM (public.append_batch(requests), json_array_elements(requests)) AS done (a, b, c, d, e, request)
  LOOP
    IF result = 'appended' AND v_notices IS NOT NULL THEN PERFORM delivery.take(v_notices); END IF;
    RETURN NEXT;
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA delivery TO san_sang_app;
GRANT SELECT, INSERT ON delivery.notice, delivery.trail, delivery.template TO san_sang_app;
GRANT SELECT, INSERT, UPDATE ON delivery.outgoing, delivery.answer, delivery.setting TO san_sang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON delivery.address, delivery.preference TO san_sang_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(DELIVERY).execute(db);
}
