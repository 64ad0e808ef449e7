/** Whether a body has said that it knows: what stops the daily repetition of a reminder by mail. */
import { sql } from 'kysely';
import type { Notice } from '../../domain/delivery/notices.ts';
import type { EntityId } from '../../domain/streams.ts';
import type { Db } from '../connect.ts';

/** Somebody of the body acknowledged an earlier notice of the same subject and deadline, in the inbox or by the command. */
export const isAcknowledged = async (
  db: Db,
  exercise: EntityId,
  { to, about, subject, doc }: Notice,
): Promise<boolean> => {
  if (doc.deadline === null) return false;
  const { rows } = await sql<{ known: boolean }>`
    SELECT EXISTS (
      SELECT FROM delivery.notice n JOIN delivery.answer a ON a.notice = n.id
      WHERE n.exercise_id = ${exercise} AND n.about = ${about} AND n.subject = ${subject} AND n.body = ${to}
        AND a.body = ${to} AND a.acknowledged_at IS NOT NULL AND n.doc ->> 'deadline' = ${doc.deadline}
        AND n.doc ->> 'turn' = ${doc.turn}
    ) AS known`.execute(db);
  return rows[0]?.known === true;
};
