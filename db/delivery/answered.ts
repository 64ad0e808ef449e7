/** Which reminders a body has answered already: what stops their daily repetition by mail. */
import { sql } from 'kysely';
import type { Db } from '../connect.ts';

/**
 * Of these notices, reminders of which somebody of the body acknowledged an earlier one, of the same subject and deadline, in
 * the inbox. One statement for a batch.
 */
export const acknowledgedAmong = async (db: Db, notices: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    SELECT m.id FROM delivery.notice m
    WHERE m.id = ANY(${[...notices]}::text[]) AND m.kind = 'reminder' AND EXISTS (
      SELECT FROM delivery.notice n JOIN delivery.answer a ON a.notice = n.id
      WHERE n.exercise_id = m.exercise_id AND n.about = m.about AND n.subject = m.subject AND n.body = m.body
        AND a.body = m.body AND a.acknowledged_at IS NOT NULL
        AND n.doc ->> 'deadline' = m.doc ->> 'deadline' AND n.doc ->> 'turn' = m.doc ->> 'turn')`.execute(db);
  return new Set(rows.map(({ id }) => id));
};
