/** The store of events: the only module that reads their content or writes the ledger for the product. */
import { type EntityId, type StreamId, type StreamKind, streamId } from '../domain/streams.ts';
import type { Instant } from '../domain/time.ts';
import {
  type Append,
  type AppendResult,
  createWriter,
  type Outcome,
  parseOutcome,
  type RecordRejection,
  toWire,
} from './append.ts';
import type { Db } from './connect.ts';
import { EVENT_COLUMNS, fromRow, type StoredEvent } from './stored-event.ts';

export type { Append, AppendResult, CommandIdentity, Outcome, RecordRejection } from './append.ts';
export { contentHashOf } from './canonical.ts';
export { StoreUnavailable } from './errors.ts';
export { type EventRecord, type StoredEvent, toFact, toRecord } from './stored-event.ts';

export interface FoundCommand {
  readonly stream: StreamId;
  /** Version of the stream after the command. */
  readonly version: number;
  readonly contentHash: string;
  readonly outcome: Outcome;
}

export interface Slice {
  readonly afterVersion?: number;
  readonly upToVersion?: number;
  /** Events whose business time is not later. */
  readonly upToInstant?: Instant;
}

export interface Ongoing {
  readonly stream: StreamId;
  readonly version: number;
}

export interface EventStore {
  /** Events of one stream in order of version. An unknown stream has none. */
  read(stream: StreamId, slice?: Slice): Promise<StoredEvent[]>;
  /** Events of all streams in order of position. None is ever skipped, also under concurrent writers. */
  readAll(page: { readonly afterPosition: number; readonly limit: number }): Promise<StoredEvent[]>;
  /**
   * Writes events, read rows and command in one transaction. Safe to repeat: the command id tells. A lost link or a
   * COMMIT of unknown outcome is tried again a few times; then `StoreUnavailable`. `TypeError` for data that is not JSON.
   */
  append(append: Append): Promise<AppendResult>;
  /** Notes that the command was refused, so that a repetition gets the same answer. */
  recordRejection(refused: RecordRejection): Promise<AppendResult>;
  findCommand(id: string): Promise<FoundCommand | null>;
  /** Streams of a kind that are not closed, with the version at which each stands, by id. */
  ongoing(kind: StreamKind): Promise<Ongoing[]>;
  /** The last event of the ledger; position 0 and 32 zero bytes when there is none. */
  head(): Promise<{ readonly position: number; readonly hash: string }>;
}

/** One store a process: appends made through it share transactions when they come close together. */
export function createEventStore(db: Db): EventStore {
  const write = createWriter(db);

  return {
    read: async (stream, { afterVersion, upToVersion, upToInstant } = {}) => {
      let query = db.selectFrom('events').select(EVENT_COLUMNS).where('stream_id', '=', stream);
      if (afterVersion !== undefined) query = query.where('version', '>', afterVersion);
      if (upToVersion !== undefined) query = query.where('version', '<=', upToVersion);
      if (upToInstant !== undefined) query = query.where('occurred_at', '<=', upToInstant);
      return (await query.orderBy('version').execute()).map(fromRow);
    },
    readAll: async ({ afterPosition, limit }) => {
      const query = db.selectFrom('events').select(EVENT_COLUMNS).where('position', '>', afterPosition);
      return (await query.orderBy('position').limit(limit).execute()).map(fromRow);
    },
    append: async ({ events, rows, guards, notices, ...target }) =>
      write(toWire(target, events, rows, { kind: 'accepted' }, guards, notices)),
    recordRejection: async ({ rejection, ...target }) => {
      const { kind, code, params } = rejection; // a Rejection is an Error: keep what travels
      return write(toWire(target, [], {}, { kind: 'rejected', rejection: { kind, code, params } }));
    },
    findCommand: async (id) => {
      const found = await db.selectFrom('commands').selectAll().where('id', '=', id).executeTakeFirst();
      if (found === undefined) return null;
      return {
        stream: found.stream_id as StreamId, // checked when it was written
        version: found.version,
        contentHash: found.content_hash.toString('hex'),
        outcome: parseOutcome(found.outcome),
      };
    },
    ongoing: async (kind) => {
      if (kind !== 'exercise' && kind !== 'drill' && kind !== 'review') {
        const every = db.selectFrom('streams').select(['id', 'version']).where('kind', '=', kind);
        const rows = await every.orderBy('id').execute();
        return rows.map(({ id, version }) => ({ stream: id as StreamId, version })); // checked when it was written
      }
      const open = db.selectFrom(`read.${kind}`).select(['id', 'version']).where('closed', '=', false);
      const rows = await open.orderBy('id').execute();
      return rows.map(({ id, version }) => ({ stream: streamId(kind, id as EntityId), version })); // checked when it was written
    },
    head: async () => {
      const head = await db.selectFrom('ledger_head').select(['position', 'hash']).executeTakeFirstOrThrow();
      return { position: head.position, hash: head.hash.toString('hex') };
    },
  };
}
