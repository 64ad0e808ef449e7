/**
 * Messages on their way out. One process at a time sends by a channel: it holds a lock that ends with its connection, so what
 * a killed process left as `sending` is known for certain. Each attempt is recorded before it begins and after it ended.
 */
import { type Kysely, sql } from 'kysely';
import type { Channel, NoticeKind } from '../../domain/delivery/kinds.ts';
import type { Notice, NoticeAbout, NoticeDoc } from '../../domain/delivery/notices.ts';
import type { BodyId, Post } from '../../domain/people.ts';
import type { EntityId } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';
import { createAppender } from '../appender.ts';
import type { Db } from '../connect.ts';
import type { Database } from '../schema.ts';

/** One message as it is about to go out. */
export interface Outgoing {
  readonly id: string;
  readonly noticeId: string;
  readonly channel: Channel;
  readonly exercise: EntityId;
  readonly notice: Notice;
  readonly at: Instant;
  readonly attempts: number;
  readonly firstTriedAt: Instant;
}

export type Ending =
  /** Taken over by the other side. */
  | { readonly kind: 'sent'; readonly detail: Readonly<Record<string, unknown>> }
  /** Refused for now, or held and not tried: again at `dueAt`. Only what was tried counts. */
  | { readonly kind: 'later'; readonly dueAt: Instant; readonly reason: string; readonly type?: 'held' | 'refused' }
  | { readonly kind: 'dead'; readonly reason: string }
  /** Nothing is to go out. */
  | { readonly kind: 'silent'; readonly reason: string };

interface Claimed {
  readonly id: string;
  readonly notice: string;
  readonly channel: Channel;
  readonly attempts: number;
  readonly first_tried_at: Instant;
  readonly exercise_id: EntityId;
  readonly kind: NoticeKind;
  readonly body: BodyId;
  readonly post: Post;
  readonly about: NoticeAbout;
  readonly subject: string;
  readonly at: Instant;
  readonly doc: string;
}

const toOutgoing = (row: Claimed): Outgoing => ({
  ...{ id: row.id, noticeId: row.notice, channel: row.channel, exercise: row.exercise_id, at: row.at },
  ...{ attempts: row.attempts, firstTriedAt: row.first_tried_at },
  notice: {
    ...{ kind: row.kind, to: row.body, post: row.post, about: row.about, subject: row.subject },
    doc: JSON.parse(row.doc) as NoticeDoc, // written by db/delivery/rows.ts
  },
});

const LOCKS: Readonly<Record<Channel, number>> = { mail: 7_274_011_945_120, webhook: 7_274_011_945_121 };

/** Runs the work while no other process sends by this channel; null when one does. The lock ends with its connection. */
export const whileSending = async <T>(db: Db, channel: Channel, work: () => Promise<T>): Promise<T | null> =>
  db.connection().execute(async (session: Kysely<Database>) => {
    const { rows } = await sql<{ mine: boolean }>`SELECT pg_try_advisory_lock(${LOCKS[channel]}) AS mine`.execute(
      session,
    );
    if (rows[0]?.mine !== true) return null;
    try {
      return await work();
    } finally {
      await sql`SELECT pg_advisory_unlock(${LOCKS[channel]})`.execute(session);
    }
  });

/** What an earlier process left under way waits again; whether its message was taken over nobody knows. How many. */
export const recoverSending = async (db: Db, channel: Channel, now: Instant): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    WITH back AS (
      UPDATE delivery.outgoing SET state = 'waiting', due_at = NULL WHERE channel = ${channel} AND state = 'sending' RETURNING id
    ), told AS (
      INSERT INTO delivery.trail (outgoing, type, at, doc) SELECT id, 'interrupted', ${now}, '{}' FROM back RETURNING 1
    ) SELECT count(*) AS count FROM told`.execute(db);
  return rows[0]?.count ?? 0;
};

/** Takes up to `limit` messages that are due, urgent ones first, and records that they are being tried. */
export const claimDue = async (db: Db, channel: Channel, now: Instant, limit: number): Promise<Outgoing[]> => {
  const { rows } = await sql<Claimed>`
    WITH due AS (
      SELECT id FROM delivery.outgoing WHERE channel = ${channel} AND state = 'waiting' AND (due_at IS NULL OR due_at <= ${now})
      ORDER BY urgent DESC, n LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ), taken AS (
      UPDATE delivery.outgoing o SET state = 'sending', attempts = o.attempts + 1,
        first_tried_at = coalesce(o.first_tried_at, ${now})
      FROM due WHERE o.id = due.id RETURNING o.*
    ), told AS (
      INSERT INTO delivery.trail (outgoing, type, at, doc)
      SELECT id, 'tried', ${now}, json_build_object('attempt', attempts) FROM taken
    )
    SELECT t.id, t.notice, t.channel, t.attempts, t.first_tried_at, n.exercise_id, n.kind, n.body, n.post, n.about,
      n.subject, n.at, n.doc
    FROM taken t JOIN delivery.notice n ON n.id = t.notice ORDER BY t.urgent DESC, t.n`.execute(db);
  return rows.map(toOutgoing);
};

const STATES = { sent: 'sent', later: 'waiting', dead: 'dead', silent: 'silent' } as const;
const trailOf = (ending: Ending): { readonly type: string; readonly doc: object } => {
  switch (ending.kind) {
    case 'sent':
      return { type: 'accepted', doc: ending.detail };
    case 'later':
      return { type: ending.type ?? 'refused', doc: { reason: ending.reason, until: ending.dueAt } };
    case 'dead':
      return { type: 'dead', doc: { reason: ending.reason } };
    case 'silent':
      return { type: 'silent', doc: { reason: ending.reason } };
    default:
      return ending satisfies never;
  }
};

/** How one attempt ended, and when. */
interface Settled {
  readonly id: string;
  readonly ending: Ending;
  readonly now: Instant;
}

const settledRow = ({ id, ending, now }: Settled) => ({
  ...{ id, at: now, ...trailOf(ending), state: STATES[ending.kind] },
  reason: ending.kind === 'sent' ? null : ending.reason,
  due_at: ending.kind === 'later' ? ending.dueAt : null,
  ended_at: ending.kind === 'later' ? null : now,
  untried: ending.kind === 'later' && ending.type === 'held',
});

const settleAll = async (db: Db, endings: readonly Settled[]): Promise<readonly undefined[]> => {
  await sql`
    WITH given AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(endings.map(settledRow))}::json) AS g(
        id text, type text, at timestamptz, doc json, state text, reason text, due_at timestamptz, ended_at timestamptz, untried boolean)
    ), ended AS (
      UPDATE delivery.outgoing o SET state = g.state, reason = g.reason, due_at = g.due_at, ended_at = g.ended_at,
        attempts = o.attempts - g.untried::int,
        first_tried_at = CASE WHEN g.untried AND o.attempts = 1 THEN NULL ELSE o.first_tried_at END
      FROM given g WHERE o.id = g.id AND o.state = 'sending' RETURNING o.id, g.type, g.at, g.doc
    )
    INSERT INTO delivery.trail (outgoing, type, at, doc) SELECT id, type, at, doc FROM ended`.execute(db);
  return endings.map(() => undefined);
};

/** Records how attempts ended; those that end while another is being recorded share its next wait for the disk. */
export const createSettler = (db: Db): ((settled: Settled) => Promise<void>) =>
  createAppender<Settled, undefined>((endings) => settleAll(db, endings));

/** Puts back what was taken and not tried (the server is away): no attempt counts. */
export const release = async (db: Db, ids: readonly string[], reason: string, now: Instant): Promise<void> => {
  if (ids.length === 0) return;
  await sql`
    WITH back AS (
      UPDATE delivery.outgoing SET state = 'waiting', attempts = attempts - 1, reason = ${reason},
        first_tried_at = CASE WHEN attempts = 1 THEN NULL ELSE first_tried_at END
      WHERE id = ANY(${[...ids]}::text[]) AND state = 'sending' RETURNING id
    )
    INSERT INTO delivery.trail (outgoing, type, at, doc)
    SELECT id, 'away', ${now}, ${JSON.stringify({ reason })}::json FROM back`.execute(db);
};

export interface Standing {
  /** Waiting, whatever for. */
  readonly waiting: number;
  /** When the next is due; null when nothing waits, `now` or earlier when something is due. */
  readonly nextAt: Instant | null;
}

export const outboxStanding = async (db: Db, channel: Channel, now: Instant): Promise<Standing> => {
  const { rows } = await sql<{ waiting: number; next: Instant | null }>`
    SELECT count(*) AS waiting, min(coalesce(due_at, ${now}::timestamptz)) AS next
    FROM delivery.outgoing WHERE channel = ${channel} AND state = 'waiting'`.execute(db);
  const [row] = rows;
  return { waiting: row?.waiting ?? 0, nextAt: row?.next ?? null };
};

/** Channels by which something waits that is due, or was left under way. */
export const channelsDue = async (db: Db, now: Instant): Promise<Channel[]> => {
  const { rows } = await sql<{ channel: Channel }>`
    SELECT DISTINCT channel FROM delivery.outgoing
    WHERE state = 'sending' OR state = 'waiting' AND (due_at IS NULL OR due_at <= ${now})`.execute(db);
  return rows.map(({ channel }) => channel);
};

/** A dead message waits again, under its old identity; false when there is no such dead message. */
export const resend = async (db: Db, id: string, userId: string, now: Instant): Promise<boolean> => {
  const { rows } = await sql<{ id: string }>`
    WITH again AS (
      UPDATE delivery.outgoing SET state = 'waiting', reason = NULL, due_at = NULL, ended_at = NULL, first_tried_at = NULL
      WHERE id = ${id} AND state = 'dead' RETURNING id
    )
    INSERT INTO delivery.trail (outgoing, type, at, doc)
    SELECT id, 'resent', ${now}, json_build_object('by', ${userId}::text) FROM again RETURNING outgoing AS id`.execute(
    db,
  );
  return rows.length > 0;
};
