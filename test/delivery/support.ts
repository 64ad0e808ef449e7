/** A store with an exercise whose notices are to go out, and a sender of the test's own. */

import { connect, type Db } from '../../db/connect.ts';
import { noticeRows } from '../../db/delivery/rows.ts';
import { contentHashOf, createEventStore, type EventStore, toFact, toRecord } from '../../db/event-store.ts';
import { projectRows } from '../../db/projections/index.ts';
import { readPlainContext } from '../../db/read-context.ts';
import { type DeliverDeps, type Delivered, deliverDue } from '../../delivery/index.ts';
import type { DomainEvent } from '../../domain/decider.ts';
import { fold } from '../../domain/decider.ts';
import type { Channel } from '../../domain/delivery/index.ts';
import type { Actor } from '../../domain/people.ts';
import { SYSTEM } from '../../domain/people.ts';
import { deciderOf } from '../../domain/registry.ts';
import { kindOf, StreamId } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';
import { type Command, member, send, step } from '../support/domain.ts';
import { cloneDatabase } from '../support/postgres.ts';

export const SA = member('tam-ky.SA', 'nv-01');
export const POL = member('tam-ky.POL', 'nv-02');

export interface Office {
  readonly db: Db;
  readonly url: string;
  readonly store: EventStore;
  /** Decides and writes, as the product does. */
  act(stream: string, by: Actor, at: Instant, command: Command, channels?: readonly Channel[]): Promise<void>;
  /** Lets the clock observe. */
  observe(stream: string, at: Instant, channels?: readonly Channel[]): Promise<void>;
  deliver(
    sender: DeliverDeps['sender'],
    now: Instant | (() => Instant),
    more?: Partial<DeliverDeps>,
  ): Promise<Delivered | null>;
  /** State and reason of every message, by its id. */
  outgoing(): Promise<
    readonly { id: string; state: string; reason: string | null; attempts: number; due_at: string | null }[]
  >;
  trail(id: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Over a database of its own, or one that is given and stays. */
export const openOffice = async (given?: string): Promise<Office> => {
  const database = given === undefined ? await cloneDatabase() : { url: given, drop: async () => {} };
  const db = connect({ url: database.url });
  const store = createEventStore(db);
  let n = 0;
  const act: Office['act'] = async (stream, by, at, command, channels = ['mail']) => {
    const id = StreamId.parse(stream);
    const events = await store.read(id);
    const before = fold(
      deciderOf(kindOf(id)),
      events.map((event) => toFact<DomainEvent>(event)),
    );
    const { facts, state } = send(stream, before, step(by, at, command));
    n += 1;
    await store.append({
      ...{ stream: id, kind: kindOf(id), expectedVersion: before.version, at: facts[0]?.at ?? at, by },
      command: { id: `test-${n}`, contentHash: contentHashOf({ n }) },
      events: facts.map(toRecord),
      rows: projectRows(kindOf(id), before, state, facts, id),
      notices: noticeRows(id, facts, state, channels),
    });
  };
  const states = {
    get: async (stream: StreamId) =>
      fold(
        deciderOf(kindOf(stream)),
        (await store.read(stream)).map((event) => toFact<DomainEvent>(event)),
      ),
  };
  return {
    db,
    url: database.url,
    store,
    act,
    observe: (stream, at, channels) => act(stream, SYSTEM, at, { type: 'ObserveTime', due: at }, channels),
    deliver: (sender, now, more = {}) =>
      deliverDue({
        db,
        sender,
        now: typeof now === 'function' ? now : () => now,
        world: () => readPlainContext({ get: states.get, ongoing: store.ongoing }),
        publicUrl: 'https://san-sang.lan',
        ...more,
      }),
    outgoing: async () =>
      await db
        .withTables<{
          'delivery.outgoing': {
            id: string;
            n: number;
            state: string;
            reason: string | null;
            attempts: number;
            due_at: string | null;
          };
        }>()
        .selectFrom('delivery.outgoing')
        .select(['id', 'state', 'reason', 'attempts', 'due_at'])
        .orderBy('n')
        .execute(),
    trail: async (id) =>
      (
        await db
          .withTables<{ 'delivery.trail': { n: number; outgoing: string; type: string } }>()
          .selectFrom('delivery.trail')
          .select('type')
          .where('outgoing', '=', id)
          .orderBy('n')
          .execute()
      ).map(({ type }) => type),
    close: async () => {
      await db.destroy();
      await database.drop();
    },
  };
};

export const DRAFT = {
  type: 'DraftExercise',
  exerciseType: 'communeCombatExercise',
  orgUnit: 'tan-thanh',
  superiorUnit: 'tam-ky',
  theme: 'Chiến đấu xã trong khu vực phòng thủ',
};
