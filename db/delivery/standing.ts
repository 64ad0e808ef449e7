/** How the sending stands, for the administrator. */
import { sql } from 'kysely';
import type { Channel, NoticeKind } from '../../domain/delivery/kinds.ts';
import type { BodyId } from '../../domain/people.ts';
import type { Instant } from '../../domain/time.ts';
import type { Db } from '../connect.ts';

export interface ChannelCount {
  readonly channel: Channel;
  readonly state: string;
  readonly count: number;
}
export const channelCounts = async (db: Db): Promise<ChannelCount[]> => {
  const { rows } = await sql<ChannelCount>`
    SELECT channel, state, count(*) AS count FROM delivery.outgoing GROUP BY channel, state`.execute(db);
  return rows;
};

export const oldestWaiting = async (db: Db): Promise<{ at: Instant; reason: string | null } | null> => {
  const { rows } = await sql<{ at: Instant; reason: string | null }>`
    SELECT n.at, o.reason FROM delivery.outgoing o JOIN delivery.notice n ON n.id = o.notice
    WHERE o.state IN ('waiting', 'sending') ORDER BY o.n LIMIT 1`.execute(db);
  return rows[0] ?? null;
};

export const withoutAddress = async (db: Db): Promise<{ body: BodyId; count: number }[]> => {
  const { rows } = await sql<{ body: BodyId; count: number }>`
    SELECT n.body, count(*) AS count FROM delivery.outgoing o JOIN delivery.notice n ON n.id = o.notice
    WHERE o.state = 'silent' AND o.reason = 'noAddress'
      AND NOT EXISTS (SELECT FROM delivery.address a WHERE a.body = n.body)
    GROUP BY n.body ORDER BY count(*) DESC, n.body LIMIT 200`.execute(db);
  return rows;
};

export interface DeadRow {
  readonly id: string;
  readonly notice: string;
  readonly channel: Channel;
  readonly kind: NoticeKind;
  readonly body: BodyId;
  readonly exercise: string;
  readonly subject: string;
  readonly at: Instant;
  readonly diedAt: Instant | null;
  readonly attempts: number;
  readonly reason: string | null;
}
export const deadMessages = async (db: Db, limit: number): Promise<DeadRow[]> => {
  const { rows } = await sql<DeadRow>`
    SELECT o.id, o.notice, o.channel, n.kind, n.body, n.exercise_id AS exercise, n.subject, n.at, o.ended_at AS "diedAt",
      o.attempts, o.reason
    FROM delivery.outgoing o JOIN delivery.notice n ON n.id = o.notice
    WHERE o.state = 'dead' ORDER BY o.n DESC LIMIT ${limit}`.execute(db);
  return rows;
};

export interface TrailRow {
  readonly type: string;
  readonly at: Instant;
  readonly recordedAt: string;
  readonly doc: string;
}
export const trailOf = async (db: Db, id: string): Promise<TrailRow[]> => {
  const { rows } = await sql<TrailRow>`
    SELECT type, at, recorded_at AS "recordedAt", doc FROM delivery.trail WHERE outgoing = ${id} ORDER BY n LIMIT 1000`.execute(
    db,
  );
  return rows;
};
