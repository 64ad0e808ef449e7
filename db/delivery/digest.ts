/** The paper of the day: which bodies get one, and what lies before each. */
import { sql } from 'kysely';
import type { Channel } from '../../domain/delivery/kinds.ts';
import type { BodyId } from '../../domain/people.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import type { Db } from '../connect.ts';

export interface DueTask {
  readonly code: string;
  readonly titleVi: string;
  readonly theme: string;
  readonly due: LocalDate;
  readonly state: string;
}

/** Phases in which deadlines sound. */
const WORKED_ON = ['planned', 'preparing', 'ready', 'running', 'reviewing'];

/** Open tasks that a body owns and that are due on or before `until`, or were returned, earliest first. */
export const dueTasks = async (db: Db, body: BodyId, until: LocalDate): Promise<DueTask[]> => {
  const { rows } = await sql<DueTask>`
    SELECT t.code, t.doc ->> 'titleVi' AS "titleVi", e.theme, t.due, t.state
    FROM read.task t JOIN read.exercise e ON e.id = t.exercise_id
    WHERE t.owner = ${body} AND t.state IN ('waiting', 'open', 'started', 'returned')
      AND (t.due <= ${until}::date OR t.state = 'returned')
      AND e.phase = ANY(${WORKED_ON}::text[]) AND NOT e.closed
    ORDER BY t.due, t.exercise_id, t.code LIMIT 200`.execute(db);
  return rows;
};

/** Writes the day's paper of a body, once however often it is asked for. False: it stood already. */
export const writeDigest = async (
  db: Db,
  body: BodyId,
  day: LocalDate,
  { at, channels }: { readonly at: Instant; readonly channels: readonly Channel[] },
): Promise<boolean> => {
  const id = `digest/${day}/${body}`;
  const doc = JSON.stringify({
    ...{ rung: null, audience: null, deadline: day, daysLeft: null, lateMinutes: 0 },
    ...{ from: null, turn: 'do', count: 0, passed: false },
  });
  const { rows } = await sql<{ id: string }>`
    WITH made AS (
      INSERT INTO delivery.notice (id, stream_id, exercise_id, version, kind, body, post, about, subject, at, doc)
      VALUES (${id}, '', '', 0, 'digest', ${body}, 'member', 'desk', ${day}, ${at}, ${doc}::json)
      ON CONFLICT DO NOTHING RETURNING id
    )
    INSERT INTO delivery.outgoing (id, notice, channel, urgent)
    SELECT made.id || '/' || c, made.id, c, false FROM made, unnest(${[...channels]}::text[]) AS c RETURNING id`.execute(
    db,
  );
  return rows.length > 0;
};
