/** The drill and the review that stand beside an exercise under its id. */
import { sql } from 'kysely';
import { type EntityId, type StreamId, streamId } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';
import type { ApiDeps } from '../deps.ts';
import { reachOf, type Seer } from './access.ts';

/** Which of them have begun at the moment, now when null, and are seen by who asks. */
export const besideOf = async (
  deps: ApiDeps,
  id: EntityId,
  asOf: Instant | null,
  { subject }: Seer,
): Promise<{ readonly drill: boolean; readonly review: boolean }> => {
  const streams = [streamId('drill', id), streamId('review', id)] as const;
  const [reach, { rows }] = await Promise.all([
    reachOf(deps, subject.actor, streams),
    sql<{ readonly stream: StreamId }>`
      SELECT stream_id AS stream FROM events
      WHERE stream_id = ANY(${[...streams]}::text[]) AND version = 1
        AND occurred_at <= coalesce(${asOf}::timestamptz, 'infinity')`.execute(deps.db),
  ]);
  const isThere = (stream: StreamId): boolean =>
    rows.some((row) => row.stream === stream) && reach.get(stream) !== 'none';
  const [drill, review] = streams;
  return { drill: isThere(drill), review: isThere(review) };
};
