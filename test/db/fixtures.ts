/** What the tests of the store share: a database of their own, and appends that need no domain. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { connect, type Db } from '../../db/connect.ts';
import { type Append, contentHashOf, createEventStore, type EventStore } from '../../db/event-store.ts';
import { type Actor, BodyId, PersonRef } from '../../domain/people.ts';
import { StreamId } from '../../domain/streams.ts';
import { Instant } from '../../domain/time.ts';
import { admin, cloneDatabase, type TestDatabase } from '../support/postgres.ts';

export const AT = Instant.parse('2027-01-18T01:00:00.000Z');
export const BY: Actor = { person: PersonRef.parse('nv-01'), body: BodyId.parse('tam-ky.POL'), post: 'member' };

/** An append of `TaskNoted` events; each `events` entry is the data of one. */
export function anAppend(change: Partial<Append> & { notes?: readonly unknown[]; id?: string } = {}): Append {
  const { notes = ['x'], id = randomUUID(), ...rest } = change;
  const events = notes.map((note) => ({ type: 'TaskNoted', data: { note } }));
  return {
    stream: StreamId.parse('exercise/tam-ky-2022'),
    kind: 'exercise',
    expectedVersion: 0,
    command: { id, contentHash: contentHashOf(id) },
    events,
    at: AT,
    by: BY,
    rows: {},
    ...rest,
  };
}

export const stream = (name: string): StreamId => StreamId.parse(`exercise/${name}`);

/** A reminder row, the simplest row there is. */
export const aReminder = (id: string, doc: unknown = {}) => ({
  id,
  stream_kind: 'exercise',
  exercise_id: 'tam-ky-2022',
  subject: 'T-01',
  rung: 'before7',
  audience: 'owner',
  body: BY.body,
  post: 'member',
  deadline: '2027-01-28',
  at: AT,
  version: 1,
  doc,
});

export interface Fixture {
  readonly url: string;
  readonly db: Db;
  readonly store: EventStore;
  /** As superuser, with the triggers as they are. */
  sudo(...statements: readonly string[]): Promise<Record<string, unknown>[]>;
}

/** A migrated, empty database for the tests of one file. */
export function useDatabase(): Fixture {
  let database: TestDatabase | undefined;
  let db: Db | undefined;
  let store: EventStore | undefined;
  beforeAll(async () => {
    database = await cloneDatabase();
    db = connect({ url: database.url });
    store = createEventStore(db);
  });
  afterAll(async () => {
    await db?.destroy();
    await database?.drop();
  });
  const there = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('used before beforeAll');
    return value;
  };
  return {
    get url() {
      return there(database).url;
    },
    get db() {
      return there(db);
    },
    get store() {
      return there(store);
    },
    sudo: (...statements) => admin(there(database).url, ...statements),
  };
}
