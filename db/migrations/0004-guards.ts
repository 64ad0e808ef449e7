/**
 * The append with guards: other streams that a decision looked at must still stand at the versions that were read.
 * Locks and hash are those of 0002. A guarded stream is read, not locked: a change of it that commits in the same moment
 * counts as coming after.
 */
import { type Kysely, sql } from 'kysely';

const GUARDED_APPEND = `
-- ids of events are <command id>/<n>, and command ids are a primary key: no index of their own
ALTER TABLE public.events DROP CONSTRAINT IF EXISTS events_id_key;
DROP FUNCTION public.append_batch;
DROP FUNCTION public.append_events;

-- p_events: one array {type, schema_version, data, content} an event; content is the hashed text from version to
--        occurred_at, made by the caller; it must agree with the columns, which the verifier checks;
--        without it there is no hash and the append fails
-- result 'appended': version and position after it; position is null when there were no events
--        'duplicate': the command is known; its version and outcome, and whether stream and content are the same
-- p_guards: {stream: version} of other streams that the decision looked at
--        'conflict': the stream, or a guarded one, stands at another version; nothing was written
-- raises unique_violation on commands_pkey when another session writes the same command at the same moment: try again
CREATE FUNCTION public.append_events(
  p_stream text, p_kind text, p_expected int, p_command text, p_content_hash text,
  p_at timestamptz, p_person text, p_post text, p_body text, p_guards json, p_outcome json, p_events text[], p_rows json,
  OUT result text, OUT version int, OUT "position" bigint, OUT same_content boolean, OUT outcome json
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_count int := coalesce(array_length(p_events, 1), 0);
  v_content bytea := decode(p_content_hash, 'hex');
  v_new boolean;
  v_fresh boolean := true;
  v_event text[];
  v_n int := 0;
  v_now timestamptz(3);
  v_hash bytea;
  v_end text;
  v_prev bytea;
BEGIN
  IF p_guards::text <> '{}' THEN
    v_fresh := NOT EXISTS (SELECT FROM json_each_text(p_guards) g
      WHERE g.value::int <> coalesce((SELECT s.version FROM public.streams s WHERE s.id = g.key), 0));
  END IF;
  WITH moved AS (
    UPDATE public.streams SET version = version + v_count WHERE v_fresh AND id = p_stream AND version = p_expected
      AND NOT EXISTS (SELECT FROM public.commands WHERE id = p_command) RETURNING id
  )
  INSERT INTO public.commands (id, stream_id, version, content_hash, outcome)
  SELECT p_command, p_stream, p_expected + v_count, v_content, p_outcome FROM moved;
  v_new := FOUND;
  IF NOT v_new THEN
    IF v_fresh AND p_expected = 0 AND v_count > 0 THEN
      INSERT INTO public.streams (id, kind, version) SELECT p_stream, p_kind, v_count
      WHERE NOT EXISTS (SELECT FROM public.commands WHERE id = p_command) ON CONFLICT DO NOTHING;
      v_new := FOUND;
    END IF;
    IF NOT v_new THEN
      SELECT 'duplicate', c.version, c.stream_id = p_stream AND c.content_hash = v_content, c.outcome
        INTO result, version, same_content, outcome FROM public.commands c WHERE c.id = p_command;
      IF FOUND THEN RETURN; END IF;
      SELECT s.version INTO version FROM public.streams s WHERE s.id = p_stream;
      v_new := NOT FOUND AND v_fresh AND p_expected = 0 AND v_count = 0;
    END IF;
    IF NOT v_new THEN
      result := 'conflict';
      version := coalesce(version, 0);
      RETURN;
    END IF;
    INSERT INTO public.commands (id, stream_id, version, content_hash, outcome)
    VALUES (p_command, p_stream, v_count, v_content, p_outcome);
  END IF;

  IF p_rows::text <> '{}' THEN
    PERFORM read.project_rows(p_rows);
  END IF;

  IF v_count = 1 THEN
    -- the usual case: the head takes the next place and hash at once
    v_now := date_trunc('milliseconds', clock_timestamp());
    UPDATE public.ledger_head h SET position = h.position + 1, recorded_at = greatest(v_now, h.recorded_at),
      hash = sha256(h.hash || sha256(convert_to(length((h.position + 1)::text) || ':' || (h.position + 1) || ',' || p_events[1][4]
        || to_char(greatest(v_now, h.recorded_at) AT TIME ZONE 'UTC', '"24:"YYYY-MM-DD"T"HH24:MI:SS.MS"Z,"'), 'UTF8')))
      RETURNING h.position, h.recorded_at, h.hash INTO STRICT position, v_now, v_hash;
    INSERT INTO public.events VALUES (position, p_stream, p_expected + 1, p_command || '/1', p_events[1][1], p_events[1][2]::int,
      p_events[1][3]::json, p_person, p_post, p_body, p_command, p_at, v_now, coalesce((SELECT e.hash FROM public.events e
      WHERE e.position = append_events.position - 1), decode(repeat('00', 32), 'hex')), v_hash);
  ELSIF v_count > 1 THEN
    SELECT h.position, h.hash, h.recorded_at INTO STRICT position, v_prev, v_now FROM public.ledger_head h FOR UPDATE;
    v_now := greatest(date_trunc('milliseconds', clock_timestamp()), v_now);
    v_end := to_char(v_now AT TIME ZONE 'UTC', '"24:"YYYY-MM-DD"T"HH24:MI:SS.MS"Z,"');
    FOREACH v_event SLICE 1 IN ARRAY p_events LOOP
      v_n := v_n + 1;
      position := position + 1;
      v_hash := sha256(v_prev || sha256(convert_to(
        length(position::text) || ':' || position || ',' || v_event[4] || v_end, 'UTF8')));
      INSERT INTO public.events VALUES (position, p_stream, p_expected + v_n, p_command || '/' || v_n, v_event[1],
        v_event[2]::int, v_event[3]::json, p_person, p_post, p_body, p_command, p_at, v_now, v_prev, v_hash);
      v_prev := v_hash;
    END LOOP;
    UPDATE public.ledger_head SET position = append_events.position, hash = v_prev, recorded_at = v_now;
  END IF;

  result := 'appended';
  version := p_expected + v_count;
END $$;

-- Several appends in one transaction, each with its own result, in the order given. One that raises undoes them all.
CREATE FUNCTION public.append_batch(requests json)
RETURNS TABLE (result text, version int, "position" bigint, same_content boolean, outcome json) LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  INSERT INTO public.streams (id, kind)
  SELECT DISTINCT stream, kind FROM json_to_recordset(requests) AS (stream text, kind text, expected int, events text[])
  WHERE expected = 0 AND events <> '{}' ORDER BY stream ON CONFLICT DO NOTHING;
  PERFORM 1 FROM public.streams
  WHERE id IN (SELECT stream FROM json_to_recordset(requests) AS (stream text)) ORDER BY id FOR UPDATE;
  RETURN QUERY
  SELECT done.* FROM json_to_recordset(requests) AS request (
    stream text, kind text, expected int, command text, content_hash text, outcome json,
    at timestamptz, person text, post text, body text, guards json, events text[], rows json),
  LATERAL public.append_events(request.stream, request.kind, request.expected, request.command, request.content_hash,
    request.at, request.person, request.post, request.body, request.guards, request.outcome, request.events, request.rows) AS done;
END $$;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(GUARDED_APPEND).execute(db);
}
