/** Events as they lie in the store, and the two ways across: into it as records, out of it as facts. */
import type { DomainEvent, Fact } from '../domain/decider.ts';
import { DEFAULT_LADDER } from '../domain/ladder/index.ts';
import type { Actor } from '../domain/people.ts';
import { DEFAULT_SHEET } from '../domain/review/default-sheet.ts';
import type { StreamId } from '../domain/streams.ts';
import { findTemplate } from '../domain/template/index.ts';
import type { Instant } from '../domain/time.ts';
import type { EventRow } from './schema.ts';

export type EventData = Readonly<Record<string, unknown>>;

/** An event to be written: its name, and its data as plain JSON. */
export interface EventRecord {
  readonly type: string;
  readonly data: EventData;
}

export interface StoredEvent extends EventRecord {
  /** Place in the whole ledger, from 1, without gaps. */
  readonly position: number;
  readonly stream: StreamId;
  /** Place in its stream, from 1, without gaps. */
  readonly version: number;
  /** `<commandId>/<n>`, n from 1 within the command. */
  readonly id: string;
  readonly commandId: string;
  /** Business time. */
  readonly at: Instant;
  readonly by: Actor;
  /** The database's clock when it was written. */
  readonly recordedAt: Instant;
}

/** A plan from before templates could be changed: what its shipped template says of evidence, rehearsals and windows. */
const planned = (data: EventData): EventData => {
  // as the first version of the event was written
  const { template, tasks, gates } = data as {
    template: { id: string; version: number };
    tasks: readonly { code: string }[];
    gates: readonly { code: string }[];
  };
  const shipped = findTemplate(template.id, template.version);
  return {
    ...data,
    compression: null,
    tasks: tasks.map((task) => {
      const row = shipped.tasks.find(({ code }) => code === task.code);
      return { ...task, originalOffset: null, wanted: row?.evidence ?? null, rehearsal: row?.rehearsal ?? null };
    }),
    gates: gates.map((gate) => {
      const window = shipped.gates.find(({ code }) => code === gate.code)?.window ?? null;
      return { ...gate, window, twoPersons: false };
    }),
  };
};

/** For each type the steps from schema version 1 to 2, 2 to 3, … An event is written at the newest version only. */
const UPCASTS: Readonly<Record<string, readonly ((data: EventData) => EventData)[]>> = {
  ExercisePlanned: [(data) => planned({ ...data, ladder: DEFAULT_LADDER, scoreSheet: DEFAULT_SHEET })],
  TaskReminded: [(data) => ({ ...data, audience: 'owner' })],
  TaskEscalated: [(data) => ({ ...data, audience: data.rung })],
};

export const schemaVersionOf = (type: string): number => 1 + (UPCASTS[type]?.length ?? 0);

/** Data of an event in today's shape, whatever version it was written in. Throws for a version from the future. */
export function upcast(type: string, schemaVersion: number, data: EventData): EventData {
  if (schemaVersion > schemaVersionOf(type)) {
    throw new Error(
      `${type} has schema version ${schemaVersion}; this program knows ${schemaVersionOf(type)}: update it`,
    );
  }
  return (UPCASTS[type] ?? []).slice(schemaVersion - 1).reduce((older, step) => step(older), data);
}

/** The columns that `fromRow` needs. */
export const EVENT_COLUMNS = [
  'position',
  'stream_id',
  'version',
  'id',
  'type',
  'schema_version',
  'data',
  'actor',
  'post',
  'body',
  'command_id',
  'occurred_at',
  'recorded_at',
] as const satisfies readonly (keyof EventRow)[];

/** The parse boundary: what the store holds was checked when it was written, so the brands are given back unchecked. */
export const fromRow = (row: Pick<EventRow, (typeof EVENT_COLUMNS)[number]>): StoredEvent => ({
  position: row.position,
  stream: row.stream_id as StreamId,
  version: row.version,
  id: row.id,
  type: row.type,
  data: upcast(row.type, row.schema_version, JSON.parse(row.data) as EventData),
  at: row.occurred_at as Instant,
  by: { person: row.actor, body: row.body, post: row.post } as Actor,
  commandId: row.command_id,
  recordedAt: row.recorded_at as Instant,
});

/** The event as its decider knows it. `E` is the event type of the stream's kind. */
export const toFact = <E extends DomainEvent>(stored: StoredEvent): Fact<E> =>
  ({ ...stored.data, type: stored.type, at: stored.at, by: stored.by, version: stored.version }) as Fact<E>; // see fromRow

/** A fact, or an event just decided, as it is written: what the envelope holds (`at`, `by`, `version`) is not data. */
export function toRecord(fact: DomainEvent | Fact<DomainEvent>): EventRecord {
  const { type, at: _at, by: _by, version: _version, ...data }: DomainEvent & Partial<Fact<DomainEvent>> = fact;
  return { type, data };
}
