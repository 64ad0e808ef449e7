/**
 * Named rosters: kept, read, and the record of who read them. An import is readable once the drill's history holds it;
 * until then, and when the history refuses it, it is as if it were not there.
 */
import { randomUUID } from 'node:crypto';
import { type ExpressionBuilder, sql } from 'kysely';
import type { ReadPurpose } from '../../domain/drill/roster.ts';
import type { Actor } from '../../domain/people.ts';
import { Rejection } from '../../domain/rejection.ts';
import type { EntityId } from '../../domain/streams.ts';
import { dayOf, type Instant, type LocalDate } from '../../domain/time.ts';
import { canonicalJson } from '../canonical.ts';
import type { Db } from '../connect.ts';
import type { RosterRow } from './person.ts';
import { digestOf, type SealedPerson, type SealKey, seal, unseal } from './seal.ts';
import { type SealedDb, type SealedTables, sealedTables, toSealed } from './tables.ts';

export interface Import {
  readonly drill: EntityId;
  /** Of the command that will tell the drill; repeating it is safe. */
  readonly commandId: string;
  readonly rows: readonly RosterRow[];
  readonly at: Instant;
  readonly retainUntil?: LocalDate | undefined;
}

export type Imported =
  | { readonly kind: 'kept'; readonly count: number; readonly digest: string }
  /** These orders already have a name; nothing was written. */
  | { readonly kind: 'named'; readonly orders: readonly string[] };

/** One import or erasure of a drill at a time: the next sees what this one wrote. Held until the transaction ends. */
export const inTurn = (tx: SealedDb, drill: EntityId) =>
  sql`SELECT pg_advisory_xact_lock(hashtextextended(${`sealed/${drill}`}, 0))`.execute(tx);

/**
 * Seals and keeps the rows. The same import again answers the same; the same id with other rows throws `command-reused`,
 * as far as the rows have not been erased since. Throws `WrongSealKey`, `SealBroken`.
 */
export const keepRoster = (db: Db, key: SealKey, roster: Import): Promise<Imported> =>
  sealedTables(db)
    .transaction()
    .execute(async (tx) => {
      const { drill, commandId, rows } = roster;
      await inTurn(tx, drill);
      const known = await tx
        .selectFrom('sealed.import')
        .select('drill_id')
        .where('command_id', '=', commandId)
        .executeTakeFirst();
      if (known && known.drill_id !== drill) throw new Rejection('command-reused', { commandId });
      if (known) return keptBefore(tx, key, roster);
      const named = await namedAlready(tx, drill, rows);
      if (named.length > 0) return { kind: 'named', orders: named };
      return keep(tx, key, roster);
    });

/**
 * Orders of these rows that have a name, or may still get one: an import that the history does not hold keeps its orders
 * until it is withdrawn or dropped, because its command may be on its way as long.
 */
const namedAlready = async (
  tx: SealedDb,
  drill: EntityId,
  rows: readonly Pick<RosterRow, 'order'>[],
): Promise<string[]> => {
  const orders = rows.map((row) => row.order);
  const found = await sql<{ order_id: string }>`
    SELECT DISTINCT p.order_id FROM sealed.person p JOIN sealed.person_key USING (ref)
    WHERE p.drill_id = ${drill} AND p.order_id = ANY(${orders})`.execute(tx);
  return found.rows.map((row) => row.order_id).sort();
};

/** A statement takes 65,535 parameters at most. */
const ROWS_AT_ONCE = 1_000;

/** Orders of these that already have a name, for who asks before an import. */
export const ordersNamed = (db: Db, drill: EntityId, rows: readonly Pick<RosterRow, 'order'>[]): Promise<string[]> =>
  namedAlready(sealedTables(db), drill, rows);

const keep = async (tx: SealedDb, key: SealKey, roster: Import): Promise<Imported> => {
  const { drill, commandId, rows, at, retainUntil = null } = roster;
  const persons = rows.map((row) => seal(key, { ref: randomUUID(), drill, order: row.order }, row));
  await tx.insertInto('sealed.import').values({ command_id: commandId, drill_id: drill }).execute();
  for (let from = 0; from < persons.length; from += ROWS_AT_ONCE) {
    const some = persons.slice(from, from + ROWS_AT_ONCE);
    await tx
      .insertInto('sealed.person')
      .values(
        some.map(({ ref, order, nonce, ciphertext, tag }, n) => ({
          ...{ ref, command_id: commandId, n: from + n, drill_id: drill, order_id: order, nonce, ciphertext, tag },
          ...{ imported_on: dayOf(at), retain_until: retainUntil },
        })),
      )
      .execute();
    await tx
      .insertInto('sealed.person_key')
      .values(some.map(({ ref, wrappedKey, keyId }) => ({ ref, wrapped_key: wrappedKey, key_id: keyId })))
      .execute();
  }
  return { kind: 'kept', count: persons.length, digest: digestOf(persons) };
};

const keptBefore = async (tx: SealedDb, key: SealKey, { commandId, rows }: Import): Promise<Imported> => {
  const kept = await tx
    .selectFrom('sealed.person as p')
    .leftJoin('sealed.person_key as k', 'k.ref', 'p.ref')
    .select(['p.ref', 'p.drill_id', 'p.order_id', 'p.nonce', 'p.ciphertext', 'p.tag', 'k.wrapped_key', 'k.key_id'])
    .where('p.command_id', '=', commandId)
    .orderBy('p.n')
    .execute();
  const same = kept.every(({ wrapped_key, key_id, ...row }, n) => {
    if (!wrapped_key || !key_id) return row.order_id === rows[n]?.order;
    return unseal(key, toSealed({ ...row, wrapped_key, key_id })) === canonicalJson(rows[n] ?? null);
  });
  if (!same || kept.length !== rows.length) throw new Rejection('command-reused', { commandId });
  const persons = kept.map(({ order_id: order, ...row }) => ({ ...row, order }));
  return { kind: 'kept', count: kept.length, digest: digestOf(persons) };
};

/** Takes an import back that the history refused; one that the history holds stays. */
export const withdrawRoster = async (db: Db, commandId: string): Promise<void> => {
  await sealedTables(db)
    .deleteFrom('sealed.import')
    .where('command_id', '=', commandId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('sealed.recorded')
            .select('type')
            .where('command_id', '=', commandId)
            .where('type', '=', 'RosterImported'),
        ),
      ),
    )
    .execute();
};

export interface Reading {
  readonly drill: EntityId;
  /** Of these orders; all when absent. */
  readonly orders?: readonly string[] | undefined;
  /** Persons after this one, in the order of order and reference. */
  readonly after?: string | undefined;
  readonly limit: number;
  readonly purpose: ReadPurpose;
  readonly by: Actor;
  readonly at: Instant;
}

export interface NamedPerson {
  readonly ref: string;
  readonly row: RosterRow;
  readonly importedOn: string;
  /** Last day on which the person is kept. */
  readonly retainUntil: string;
}

export interface Page {
  readonly persons: readonly NamedPerson[];
  readonly next: string | null;
}

/** Opens names, after the access log holds who sees whom and why. Throws `WrongSealKey`, `SealBroken`. */
export const readRoster = async (db: Db, key: SealKey, reading: Reading): Promise<Page> => {
  const { drill, purpose, by, at, limit } = reading;
  const rows = await sealedTables(db)
    .transaction()
    .execute(async (tx) => {
      const found = await find(tx, reading);
      const refs = found.slice(0, limit).map((row) => row.ref);
      const { person: actor, post, body } = by;
      await tx.insertInto('sealed.access').values({ at, actor, post, body, purpose, drill_id: drill, refs }).execute();
      return found;
    });
  const persons = rows.slice(0, limit).map((row) => ({
    ref: row.ref,
    row: opened(key, toSealed(row)),
    importedOn: row.imported_on,
    retainUntil: row.until,
  }));
  return { persons, next: rows.length > limit ? (persons.at(-1)?.ref ?? null) : null };
};

// sealed by `keepRoster` after its schema, and authenticated
const opened = (key: SealKey, person: SealedPerson): RosterRow => JSON.parse(unseal(key, person)) as RosterRow;

type Living = ExpressionBuilder<SealedTables, 'sealed.living'>;

const find = (tx: SealedDb, { drill, orders: of, after, limit }: Reading) =>
  tx
    .selectFrom('sealed.living')
    .selectAll()
    .where('drill_id', '=', drill)
    .$if(of !== undefined, (query) => query.where('order_id', 'in', of ?? []))
    .$if(after !== undefined, (query) =>
      query.where(
        (_: Living) => sql<boolean>`(order_id, ref) > (SELECT order_id, ref FROM sealed.person WHERE ref = ${after})`,
      ),
    )
    .orderBy('order_id')
    .orderBy('ref')
    .limit(limit + 1)
    .execute();

export interface Access {
  readonly id: number;
  readonly at: string;
  readonly by: { readonly person: string; readonly post: string; readonly body: string };
  readonly purpose: string;
  readonly refs: readonly string[];
}

/** Who read names of a drill, latest first. */
export const accessLog = async (db: Db, drill: EntityId, limit: number, before?: number): Promise<Access[]> => {
  const rows = await sealedTables(db)
    .selectFrom('sealed.access')
    .selectAll()
    .where('drill_id', '=', drill)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, at, actor, post, body, purpose, refs }) => ({
    ...{ id, at, purpose, refs },
    by: { person: actor, post, body },
  }));
};
