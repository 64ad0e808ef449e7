/** What notices speak of, as it may be shown: state secrets have their neutral label in the read tables already. */
import { sql } from 'kysely';
import type { EntityId } from '../../domain/streams.ts';
import type { Db } from '../connect.ts';

export interface SubjectKey {
  readonly exercise: EntityId;
  readonly about: string;
  readonly subject: string;
}
export interface Subject {
  readonly theme: string;
  readonly titleVi: string;
  readonly titleEn: string;
  /** State of the task or action, where it is one. */
  readonly state: string | null;
  readonly owner: string | null;
}
export const subjectKey = ({ exercise, about, subject }: SubjectKey): string => `${exercise}/${about}/${subject}`;

interface Row {
  readonly exercise: EntityId;
  readonly about: string;
  readonly subject: string;
  readonly theme: string | null;
  readonly title_vi: string | null;
  readonly title_en: string | null;
  readonly state: string | null;
  readonly owner: string | null;
}

/** By `subjectKey`; one statement however many there are. */
export const subjectsOf = async (db: Db, keys: readonly SubjectKey[]): Promise<ReadonlyMap<string, Subject>> => {
  if (keys.length === 0) return new Map();
  const asked = JSON.stringify([...new Map(keys.map((key) => [subjectKey(key), key])).values()]);
  const { rows } = await sql<Row>`
    SELECT k.exercise, k.about, k.subject, e.theme, t.doc ->> 'titleVi' AS title_vi, t.doc ->> 'titleEn' AS title_en,
      coalesce(t.state, a.state) AS state, coalesce(t.owner, a.owner) AS owner
    FROM json_to_recordset(${asked}::json) AS k (exercise text, about text, subject text)
    LEFT JOIN read.exercise e ON e.id = k.exercise
    LEFT JOIN read.task t ON k.about = 'task' AND t.exercise_id = k.exercise AND t.code = k.subject
    LEFT JOIN read.corrective_action a ON k.about = 'action' AND a.review_id = k.exercise AND a.id = k.subject`.execute(
    db,
  );
  return new Map(
    rows.map((row) => [
      subjectKey(row),
      {
        theme: row.theme ?? '',
        titleVi: row.title_vi ?? '',
        titleEn: row.title_en ?? '',
        state: row.state,
        owner: row.owner,
      },
    ]),
  );
};
