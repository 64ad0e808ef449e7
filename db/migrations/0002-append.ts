/**
 * The append: everything one command writes, in one statement and one transaction.
 *
 * Order of locks, the same for every writer: streams (by id), then rows of the read tables (they belong to a stream),
 * then `ledger_head`, which gives gapless positions and the chain and is held only until commit.
 *
 * Hash of an event, for an outside verifier. Let `ns(x)` be the netstring `<bytes>:<x>,` (length in decimal ASCII, x in
 * UTF-8). The content is the concatenation of
 *   ns(position) ns(version) ns(id) ns(type) ns(schema_version) ns(data)
 *   ns(stream_id) ns(actor) ns(post) ns(body) ns(command_id) ns(occurred_at) ns(recorded_at)
 * where numbers are plain decimals, instants `yyyy-MM-ddTHH:mm:ss.SSSZ` in UTC, and `data` is its exact stored text.
 *   hash = SHA-256(prev_hash || SHA-256(content))      (32 + 32 bytes)
 * `prev_hash` is the hash of the event at position − 1; at position 1 it is 32 zero bytes.
 */
import { type Kysely, sql } from 'kysely';

const APPEND = String.raw`
-- result 'appended': version and position after it; position is null when there were no events
--        'duplicate': the command is known; its version and outcome, and whether stream and content are the same
--        'conflict': the stream stands at another version; nothing was written
CREATE FUNCTION public.append_events(
  p_stream text, p_kind text, p_expected int, p_command text, p_content_hash text, p_outcome json,
  p_at timestamptz, p_person text, p_post text, p_body text, p_events json, p_rows json,
  OUT result text, OUT version int, OUT "position" bigint, OUT same_content boolean, OUT outcome json
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  v_count int := json_array_length(p_events);
  v_content bytea := decode(p_content_hash, 'hex');
  v_seen record;
  v_head record;
  v_event record;
  v_n int := 0;
  v_recorded timestamptz(3);
  hash bytea;
  v_id text;
  v_shared text;
  v_prev bytea;
BEGIN
  SELECT stream_id, version, content_hash, outcome INTO v_seen FROM public.commands WHERE id = p_command;
  IF NOT FOUND THEN
    UPDATE public.streams SET version = version + v_count WHERE id = p_stream AND version = p_expected;
    IF NOT FOUND AND p_expected = 0 AND v_count > 0 THEN
      INSERT INTO public.streams (id, kind, version) VALUES (p_stream, p_kind, v_count) ON CONFLICT DO NOTHING;
    END IF;
    IF NOT FOUND THEN
      -- the other writer that we waited for may have written this very command
      SELECT stream_id, version, content_hash, outcome INTO v_seen FROM public.commands WHERE id = p_command;
      IF NOT FOUND THEN
        SELECT s.version INTO version FROM public.streams s WHERE s.id = p_stream;
        version := coalesce(version, 0);
        IF version <> p_expected OR v_count > 0 THEN
          result := 'conflict';
          RETURN;
        END IF;
      END IF;
    END IF;
  END IF;
  IF v_seen.version IS NOT NULL THEN
    result := 'duplicate';
    version := v_seen.version;
    same_content := v_seen.stream_id = p_stream AND v_seen.content_hash = v_content;
    outcome := v_seen.outcome;
    RETURN;
  END IF;

  IF p_rows::text <> '{}' THEN
    PERFORM read.project_rows(p_rows);
  END IF;

  IF v_count > 0 THEN
    SELECT h.position, h.hash, h.recorded_at INTO STRICT v_head FROM public.ledger_head h FOR UPDATE;
    position := v_head.position;
    v_recorded := greatest(date_trunc('milliseconds', clock_timestamp()), v_head.recorded_at);
    v_prev := v_head.hash;
    v_shared := octet_length(p_stream)::text || ':' || p_stream || ',' || octet_length(p_person)::text || ':' || p_person || ','
      || octet_length(p_post)::text || ':' || p_post || ',' || octet_length(p_body)::text || ':' || p_body || ','
      || octet_length(p_command)::text || ':' || p_command || ','
      || '24:' || to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || ','
      || '24:' || to_char(v_recorded AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || ',';
    FOR v_event IN SELECT type, schema_version::text AS schema_version, data::text AS data
      FROM json_to_recordset(p_events) AS (type text, schema_version int, data json)
    LOOP
      v_n := v_n + 1;
      position := position + 1;
      version := p_expected + v_n;
      v_id := p_command || '/' || v_n::text;
      hash := sha256(v_prev || sha256(convert_to(
        length(position::text)::text || ':' || position::text || ',' || length(version::text)::text || ':' || version::text || ','
        || octet_length(v_id)::text || ':' || v_id || ',' || octet_length(v_event.type)::text || ':' || v_event.type || ','
        || length(v_event.schema_version)::text || ':' || v_event.schema_version || ','
        || octet_length(v_event.data)::text || ':' || v_event.data || ',' || v_shared, 'UTF8')));
      INSERT INTO public.events VALUES (position, p_stream, version, v_id, v_event.type, v_event.schema_version::int,
        v_event.data::json, p_person, p_post, p_body, p_command, p_at, v_recorded, v_prev, hash);
      v_prev := hash;
    END LOOP;
    UPDATE public.ledger_head SET position = append_events.position, hash = v_prev, recorded_at = v_recorded;
  END IF;

  result := 'appended';
  version := p_expected + v_count;
  INSERT INTO public.commands (id, stream_id, version, content_hash, outcome)
  VALUES (p_command, p_stream, p_expected + v_count, v_content, p_outcome);
END $$;

-- Several appends in one transaction, each with its own result, in the order given. One that raises undoes them all.
CREATE FUNCTION public.append_batch(requests json)
RETURNS TABLE (result text, version int, "position" bigint, same_content boolean, outcome json) LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  INSERT INTO public.streams (id, kind)
  SELECT DISTINCT stream, kind FROM json_to_recordset(requests) AS (stream text, kind text, expected int, events json)
  WHERE expected = 0 AND events::text <> '[]' ORDER BY stream ON CONFLICT DO NOTHING;
  PERFORM 1 FROM public.streams
  WHERE id IN (SELECT stream FROM json_to_recordset(requests) AS (stream text)) ORDER BY id FOR UPDATE;
  RETURN QUERY
  SELECT done.* FROM json_to_recordset(requests) AS request (
    stream text, kind text, expected int, command text, content_hash text, outcome json,
    at timestamptz, person text, post text, body text, events json, rows json),
  LATERAL public.append_events(request.stream, request.kind, request.expected, request.command, request.content_hash,
    request.outcome, request.at, request.person, request.post, request.body, request.events, request.rows) AS done;
END $$;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(APPEND).execute(db);
}
