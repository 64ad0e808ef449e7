/** Appends on their way into the database: the types, the one SQL call, and what is tried again. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Actor } from '../domain/people.ts';
import type { RejectionBody } from '../domain/rejection.ts';
import type { StreamId, StreamKind } from '../domain/streams.ts';
import type { Instant } from '../domain/time.ts';
import { createAppender } from './appender.ts';
import { canonicalJson } from './canonical.ts';
import { type Db, runPrepared } from './connect.ts';
import type { NoticeRow } from './delivery/rows.ts';
import { isSameCommandRace, isUnavailable, StoreUnavailable } from './errors.ts';
import { unplacedContent } from './ledger-hash.ts';
import type { Rows } from './projections/rows.ts';
import { type EventRecord, schemaVersionOf } from './stored-event.ts';

/** What a command came to; kept with its id for ever. */
export type Outcome = { readonly kind: 'accepted' } | { readonly kind: 'rejected'; readonly rejection: RejectionBody };

export interface CommandIdentity {
  readonly id: string;
  /** From `contentHashOf`: SHA-256 in hex. */
  readonly contentHash: string;
}

export interface Target {
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
  /** Other streams that the decision looked at; one that stands at another version now is a conflict. */
  readonly guards?: readonly { readonly stream: StreamId; readonly version: number }[];
  /** Whom the events tell, and by which channels. */
  readonly notices?: readonly NoticeRow[];
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

/** One request in the order of the parameters of the SQL function `append_events`. */
export interface Wire {
  readonly head: Readonly<Record<string, string | number>>;
  /** Type, schema version, data and content under the hash of each event, as text. */
  readonly events: readonly (readonly [string, string, string, string])[];
  readonly rows: string;
  readonly outcome: string;
  /** `{stream: version}` of guarded streams. */
  readonly guards: string;
  /** Absent when nobody is told. */
  readonly notices?: string;
}

interface WireResult {
  readonly result: 'appended' | 'duplicate' | 'conflict';
  readonly version: number;
  readonly position: number | null;
  readonly same_content: boolean | null;
  readonly outcome: Outcome | null;
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
      if (!isUnavailable(error) && !isSameCommandRace(error)) throw error;
      const wait = 50 * 2 ** attempt;
      if (attempt === ATTEMPTS || performance.now() - start + wait > PATIENCE_MS) throw new StoreUnavailable(error);
      await delay(wait);
    }
  }
}

const toText = (target: Target, { type, data }: EventRecord, n: number): Wire['events'][number] => {
  const event = {
    version: target.expectedVersion + n,
    id: `${target.command.id}/${n}`,
    type,
    schema_version: schemaVersionOf(type),
    data: canonicalJson(data),
    stream_id: target.stream,
    actor: target.by.person,
    post: target.by.post,
    body: target.by.body,
    command_id: target.command.id,
    occurred_at: target.at,
  };
  return [type, String(event.schema_version), event.data, unplacedContent(event)];
};

export const toWire = (
  target: Target,
  events: readonly EventRecord[],
  rows: Rows,
  outcome: Outcome,
  guards: NonNullable<Append['guards']> = [],
  notices: NonNullable<Append['notices']> = [],
): Wire => ({
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
  guards: JSON.stringify(Object.fromEntries(guards.map(({ stream, version }) => [stream, version]))),
  events: events.map((event, index) => toText(target, event, index + 1)),
  rows: canonicalJson(Object.fromEntries(Object.entries(rows).filter(([, changed]) => changed.length > 0))),
  outcome: canonicalJson(outcome),
  ...(notices.length > 0 ? { notices: canonicalJson(notices) } : {}),
});

// a function in the select list is called as it is; in FROM it would be planned anew for each call (measured: 0.1 ms)
const APPEND_ONE = {
  name: 'append',
  text: 'SELECT row_to_json(public.append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)) AS done',
};
const APPEND_MANY = {
  name: 'append_batch',
  text: 'SELECT row_to_json(done) AS done FROM public.append_batch($1) AS done',
};
// the usual append tells nobody and pays nothing for those that do
const APPEND_ONE_TELLING = {
  name: 'append_telling',
  text: 'SELECT row_to_json(delivery.append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)) AS done',
};
const APPEND_MANY_TELLING = {
  name: 'append_batch_telling',
  text: 'SELECT row_to_json(done) AS done FROM delivery.append_batch($1) AS done',
};

const sendOne = (db: Db, { head, guards, outcome, events, rows, notices }: Wire) => {
  const values = [...Object.values(head), guards, outcome, events, rows];
  return notices === undefined
    ? runPrepared(db, APPEND_ONE, values)
    : runPrepared(db, APPEND_ONE_TELLING, [...values, notices]);
};

const send = async (db: Db, wires: readonly Wire[]): Promise<WireResult[]> => {
  const [one] = wires;
  const many = wires.some(({ notices }) => notices !== undefined) ? APPEND_MANY_TELLING : APPEND_MANY;
  const rows =
    wires.length === 1 && one !== undefined
      ? await sendOne(db, one)
      : await runPrepared(db, many, [`[${wires.map(batched).join(',')}]`]);
  return rows.map(({ done }) => JSON.parse(done) as WireResult); // the columns that all of them return
};

const batched = ({ head, guards, outcome, events, rows, notices }: Wire): string =>
  `${JSON.stringify(head).slice(0, -1)},"guards":${guards},"outcome":${outcome},"events":${JSON.stringify(events)},"rows":${rows}${notices === undefined ? '' : `,"notices":${notices}`}}`;

const fromWire = ({ result, version, position, same_content, outcome }: WireResult): AppendResult => {
  if (result === 'appended') return { kind: 'appended', version, position };
  if (result === 'conflict') return { kind: 'conflict', version };
  return { kind: 'duplicate', sameContent: same_content === true, version, outcome: outcome ?? { kind: 'accepted' } };
};

export const parseOutcome = (text: string): Outcome => JSON.parse(text) as Outcome; // written by this module only

/** Sends one append; those that come close together share a transaction. One a process. */
export function createWriter(db: Db): (wire: Wire) => Promise<AppendResult> {
  const submit = createAppender<Wire, WireResult>((wires) => send(db, wires));
  return async (wire) => fromWire(await persist(() => submit(wire)));
}
