/** The hash of an event and the content under it (format: `migrations/0002-append.ts`). */
import { hash } from 'node:crypto';
import type { EventRow } from './schema.ts';

export const GENESIS = Buffer.alloc(32);

const ns = (value: string): string => `${Buffer.byteLength(value)}:${value},`;

/** What of an event's content is known before it has its place: all but position and instant of recording. */
export type Unplaced = Omit<EventRow, 'position' | 'recorded_at' | 'prev_hash' | 'hash'>;

/** The middle of the hashed content; the append adds the position before it and the instant of recording after it. */
export const unplacedContent = (event: Unplaced): string =>
  ns(String(event.version)) +
  ns(event.id) +
  ns(event.type) +
  ns(String(event.schema_version)) +
  ns(event.data) +
  ns(event.stream_id) +
  ns(event.actor) +
  ns(event.post) +
  ns(event.body) +
  ns(event.command_id) +
  ns(event.occurred_at);

/** SHA-256(prev_hash || SHA-256(content)). Instants are ISO with milliseconds and `Z`. */
export function hashOf(event: Omit<EventRow, 'hash'>): Buffer {
  const content = ns(String(event.position)) + unplacedContent(event) + ns(event.recorded_at);
  return hash('sha256', Buffer.concat([event.prev_hash, hash('sha256', content, 'buffer')]), 'buffer');
}
