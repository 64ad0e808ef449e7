/** The store of events: the only module that reads or writes the ledger for the product. */
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Actor } from '../domain/people.ts';
import type { RejectionBody } from '../domain/rejection.ts';
import type { StreamId, StreamKind } from '../domain/streams.ts';
import type { Instant } from '../domain/time.ts';
import { createAppender } from './appender.ts';
import { canonicalJson } from './canonical.ts';
import type { Db } from './connect.ts';
import { isSameCommandRace, isUnavailable, StoreUnavailable } from './errors.ts';
import type { Rows } from './projections/rows.ts';
import { EVENT_COLUMNS, type EventRecord, fromRow, type StoredEvent, schemaVersionOf } from './stored-event.ts';

/** What a command came to; kept with its id for ever. */
export type Outcome = { readonly kind: 'accepted' } | { readonly kind: 'rejected'; readonly rejection: RejectionBody };

export interface CommandIdentity {
  readonly id: string;
  /** From `contentHashOf`: SHA-256 in hex. */
  readonly contentHash: string;
}

interface Target {
  readonly stream: StreamId;
  readonly kind: StreamKind;
  /** Version of the stream on which the decision was made. */
  readonly expectedVersion: number;
  readonly command: CommandIdentity;
  readonly at: Instant;
  readonly by: Actor;
}

export interface Append extends Target {
  /** None: only the command is noted. */
  readonly events: readonly EventRecord[];
  readonly rows: Rows;
}

export interface RecordRejection extends Target {
  readonly rejection: RejectionBody;
}

export type AppendResult =
  /** Written. `position` is that of the last event, null when there was none. */
  | { readonly kind: 'appended'; readonly version: number; readonly position: number | null }
  /** The command id is known; nothing was written now. `sameContent`: the same command for the same stream. */
  | { readonly kind: 'duplicate'; readonly sameContent: boolean; readonly version: number; readonly outcome: Outcome }
  /** The stream stands at `version`; nothing was written: read, decide again. */
  | { readonly kind: 'conflict'; readonly version: number };

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
  /** The last event of the ledger; position 0 and 32 zero bytes when there is none. */
  head(): Promise<{ readonly position: number; readonly hash: string }>;
}

/** One request as the SQL function `append_events` takes it. */
interface Wire {
  readonly head: Readonly<Record<string, string | number>>;
  readonly events: string;
  readonly rows: string;
  readonly outcome: string;
}

interface WireResult {
  readonly result: 'appended' | 'duplicate' | 'conflict';
  readonly version: number;
  readonly position: number | null;
  readonly same_content: boolean | null;
  readonly outcome: string | null;
}

const ATTEMPTS = 6;
const PATIENCE_MS = 9_000;

/** Retries what passes by itself, within seconds; the last error then comes as `StoreUnavailable`. */
async function persist<T>(work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const passing = isUnavailable(error) || isSameCommandRace(error);
      if (!passing) throw error;
      const wait = 50 * 2 ** attempt;
      if (attempt === ATTEMPTS || performance.now() - start + wait > PATIENCE_MS) throw new StoreUnavailable(error);
      await delay(wait);
    }
  }
}

const toWire = (target: Target, events: readonly EventRecord[], rows: Rows, outcome: Outcome): Wire => ({
  head: {
    stream: target.stream,
    kind: target.kind,
    expected: target.expectedVersion,
    command: target.command.id,
    content_hash: target.command.contentHash,
    at: target.at,
    person: target.by.person,
    post: target.by.post,
    body: target.by.body,
  },
  events: canonicalJson(events.map(({ type, data }) => ({ type, data, schema_version: schemaVersionOf(type) }))),
  rows: canonicalJson(rows),
  outcome: canonicalJson(outcome),
});

const send = async (db: Db, wires: readonly Wire[]): Promise<WireResult[]> => {
  const [one] = wires;
  if (wires.length === 1 && one !== undefined) {
    const { head: h } = one;
    const { rows } = await sql<WireResult>`SELECT * FROM public.append_events(${h['stream']}, ${h['kind']}, ${h['expected']},
      ${h['command']}, ${h['content_hash']}, ${one.outcome}, ${h['at']}, ${h['person']}, ${h['post']}, ${h['body']},
      ${one.events}, ${one.rows})`.execute(db);
    return rows;
  }
  const requests = wires.map(
    ({ head, events, rows, outcome }) =>
      `${JSON.stringify(head).slice(0, -1)},"events":${events},"rows":${rows},"outcome":${outcome}}`,
  );
  return (await sql<WireResult>`SELECT * FROM public.append_batch(${`[${requests.join(',')}]`})`.execute(db)).rows;
};

const fromWire = ({ result, version, position, same_content, outcome }: WireResult): AppendResult => {
  if (result === 'appended') return { kind: 'appended', version, position };
  if (result === 'conflict') return { kind: 'conflict', version };
  return { kind: 'duplicate', sameContent: same_content === true, version, outcome: parseOutcome(outcome ?? '') };
};

const parseOutcome = (text: string): Outcome => JSON.parse(text) as Outcome; // written by this module only

/** One store a process: appends made through it share transactions when they come close together. */
export function createEventStore(db: Db): EventStore {
  const submit = createAppender<Wire, WireResult>((wires) => send(db, wires));
  const write = async (wire: Wire): Promise<AppendResult> => fromWire(await persist(() => submit(wire)));

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
    append: async ({ events, rows, ...target }) => write(toWire(target, events, rows, { kind: 'accepted' })),
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
    head: async () => {
      const head = await db.selectFrom('ledger_head').select(['position', 'hash']).executeTakeFirstOrThrow();
      return { position: head.position, hash: head.hash.toString('hex') };
    },
  };
}
