/** What was recorded, in order, without content and without persons: enough to tell a page what to ask for again. */
import type { StreamId } from '../domain/streams.ts';
import type { Instant } from '../domain/time.ts';
import type { Db } from './connect.ts';

export interface Change {
  /** Place in the whole ledger. */
  readonly position: number;
  readonly stream: StreamId;
  readonly version: number;
  readonly type: string;
  /** Business time. */
  readonly at: Instant;
}

/** In order of position. None is ever skipped: positions are drawn under the lock of the head and have no gaps. */
export const changesAfter = async (db: Db, position: number, limit: number): Promise<Change[]> => {
  const rows = await db
    .selectFrom('events')
    .select(['position', 'stream_id', 'version', 'type', 'occurred_at'])
    .where('position', '>', position)
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    position: row.position,
    stream: row.stream_id as StreamId, // this and `at` were checked when they were written
    version: row.version,
    type: row.type,
    at: row.occurred_at as Instant,
  }));
};

/** Position of the last event; 0 when there is none. */
export const headPosition = async (db: Db): Promise<number> =>
  (await db.selectFrom('ledger_head').select('position').executeTakeFirstOrThrow()).position;
