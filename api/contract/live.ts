/** What the live stream tells: that something changed and where, never what it says and never who. */
import { z } from 'zod';
import { EntityId, STREAM_KINDS, StreamId } from '../../domain/streams.ts';
import { Instant } from '../../domain/time.ts';

const position = z.int().min(0).meta({ description: 'Place in the whole ledger', example: 1204 });

/** First on every stream. */
export const LiveHello = z
  .object({ position: position.meta({ description: 'Of the last event in the ledger now' }), now: Instant })
  .meta({ id: 'LiveHello', description: '`event: hello`: how far the ledger reaches, and business time' });
export type LiveHello = z.infer<typeof LiveHello>;

export const LiveChange = z
  .object({
    stream: StreamId,
    kind: z.enum(STREAM_KINDS),
    id: EntityId,
    version: z.int().meta({ description: 'Of its stream after the event' }),
    type: z.string().meta({ example: 'TaskSubmitted' }),
    at: Instant,
  })
  .meta({ id: 'LiveChange', description: '`event: change`: one recorded event, its position in `id:`' });
export type LiveChange = z.infer<typeof LiveChange>;

export const LiveBeat = z.object({ position, now: Instant }).meta({
  id: 'LiveBeat',
  description: '`event: beat`, every 10 seconds: the line works; nothing was missed up to here',
});
export type LiveBeat = z.infer<typeof LiveBeat>;

export const LiveResync = z.object({ position, reason: z.enum(['too-far', 'rights-changed']) }).meta({
  id: 'LiveResync',
  description: '`event: resync`: ask for everything shown again; changes are told from this position on',
});
export type LiveResync = z.infer<typeof LiveResync>;

export const LiveBye = z
  .object({ reason: z.literal('session-ended') })
  .meta({ id: 'LiveBye', description: '`event: bye`: last on a stream whose session has ended' });
export type LiveBye = z.infer<typeof LiveBye>;
