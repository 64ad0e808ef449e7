/** What a duty was told, and what people made of it. */
import { sql } from 'kysely';
import type { Channel, NoticeKind } from '../../domain/delivery/kinds.ts';
import type { Notice, NoticeAbout, NoticeDoc } from '../../domain/delivery/notices.ts';
import type { BodyId, PersonRef, Post } from '../../domain/people.ts';
import type { EntityId } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';
import type { Db } from '../connect.ts';

export interface Answered {
  readonly userId: string;
  readonly person: PersonRef;
  readonly body: BodyId;
  readonly readAt: Instant | null;
  readonly acknowledgedAt: Instant | null;
  readonly snoozedAt: Instant | null;
}
export interface SentBy {
  readonly channel: Channel;
  readonly state: 'waiting' | 'sending' | 'sent' | 'dead' | 'silent';
  readonly reason: string | null;
  readonly sentAt: Instant | null;
}
/** A notice that was written, with everything that became of it. */
export interface Received {
  readonly id: string;
  readonly exercise: EntityId;
  readonly at: Instant;
  readonly version: number;
  readonly notice: Notice;
  readonly answers: readonly Answered[];
  readonly by: readonly SentBy[];
}

interface Row {
  readonly id: string;
  readonly exercise_id: EntityId;
  readonly at: Instant;
  readonly version: number;
  readonly kind: NoticeKind;
  readonly body: BodyId;
  readonly post: Post;
  readonly about: NoticeAbout;
  readonly subject: string;
  readonly doc: string;
  readonly answers: string;
  readonly outgoing: string;
}

const instantOf = (text: string | null): Instant | null =>
  text === null ? null : (new Date(text).toISOString() as Instant); // toISOString has exactly this form

const received = (row: Row): Received => {
  const answers = JSON.parse(row.answers) as readonly { [K in keyof Answered]: string }[]; // built by the statement
  const by = JSON.parse(row.outgoing) as readonly SentBy[]; // likewise
  return {
    ...{ id: row.id, exercise: row.exercise_id, at: row.at, version: row.version },
    notice: {
      ...{ kind: row.kind, to: row.body, post: row.post, about: row.about, subject: row.subject },
      doc: JSON.parse(row.doc) as NoticeDoc, // written by db/delivery/rows.ts
    },
    answers: answers.map(({ userId, person, body, readAt, acknowledgedAt, snoozedAt }) => ({
      ...{ userId, person: person as PersonRef, body: body as BodyId }, // checked when written
      ...{ readAt: instantOf(readAt), acknowledgedAt: instantOf(acknowledgedAt), snoozedAt: instantOf(snoozedAt) },
    })),
    by: by.map((each) => ({ ...each, sentAt: instantOf(each.sentAt) })),
  };
};

const COLUMNS = sql`n.id, n.exercise_id, n.at, n.version, n.kind, n.body, n.post, n.about, n.subject, n.doc,
  (SELECT coalesce(json_agg(json_build_object('userId', a.user_id, 'person', a.person, 'body', a.body, 'readAt', a.read_at,
    'acknowledgedAt', a.acknowledged_at, 'snoozedAt', a.snoozed_at) ORDER BY a.user_id), '[]')
    FROM delivery.answer a WHERE a.notice = n.id) AS answers,
  (SELECT coalesce(json_agg(json_build_object('channel', o.channel, 'state', o.state, 'reason', o.reason,
    'sentAt', CASE WHEN o.state = 'sent' THEN o.ended_at END) ORDER BY o.channel), '[]')
    FROM delivery.outgoing o WHERE o.notice = n.id) AS outgoing`;

/** What these bodies were told since an instant, latest first; what is told to heads only where `isHead`. */
export const noticesTo = async (
  db: Db,
  bodies: readonly BodyId[],
  { isHead, since, limit }: { readonly isHead: boolean; readonly since: Instant; readonly limit: number },
): Promise<Received[]> => {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM delivery.notice n
    WHERE n.body = ANY(${[...bodies]}::text[]) AND n.at >= ${since} AND n.kind <> 'digest' AND (${isHead} OR n.post = 'member')
    ORDER BY n.at DESC, n.exercise_id, n.version DESC, n.id LIMIT ${limit}`.execute(db);
  return rows.map(received);
};

/** What was told about an exercise, or about one thing in it, latest first. */
export const noticesAbout = async (
  db: Db,
  exercise: EntityId,
  about: { readonly about: string; readonly subject: string } | null,
  limit: number,
): Promise<Received[]> => {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM delivery.notice n
    WHERE n.exercise_id = ${exercise}
      AND (${about === null} OR n.about = ${about?.about ?? ''} AND n.subject = ${about?.subject ?? ''})
    ORDER BY n.at DESC, n.version DESC, n.id LIMIT ${limit}`.execute(db);
  return rows.map(received);
};

export const noticeWith = async (db: Db, id: string): Promise<Received | null> => {
  const { rows } = await sql<Row>`SELECT ${COLUMNS} FROM delivery.notice n WHERE n.id = ${id}`.execute(db);
  return rows[0] ? received(rows[0]) : null;
};

export interface Reader {
  readonly userId: string;
  readonly person: PersonRef;
  readonly body: BodyId;
}
const MARKS = { read: 'read_at', acknowledged: 'acknowledged_at', snoozed: 'snoozed_at' } as const;

/** Notes what somebody made of notices; the first instant stands, and who acknowledges or snoozes has read. */
export const mark = async (
  db: Db,
  ids: readonly string[],
  how: keyof typeof MARKS,
  { userId, person, body }: Reader,
  at: Instant,
): Promise<void> => {
  const column = sql.ref(MARKS[how]);
  const more = how === 'read' ? sql`` : sql`, ${column}`;
  const value = how === 'read' ? sql`` : sql`, ${at}::timestamptz`;
  const set = how === 'read' ? sql`` : sql`, ${column} = coalesce(a.${column}, excluded.${column})`;
  await sql`
    INSERT INTO delivery.answer AS a (notice, user_id, person, body, read_at${more})
    SELECT n.id, ${userId}, ${person}, ${body}, ${at}::timestamptz${value} FROM delivery.notice n WHERE n.id = ANY(${[...ids]}::text[])
    ON CONFLICT (notice, user_id) DO UPDATE SET read_at = coalesce(a.read_at, excluded.read_at)${set}`.execute(db);
};
