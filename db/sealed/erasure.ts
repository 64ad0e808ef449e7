/**
 * Erasing names: who is meant is noted, the drill's history is told, then the keys are destroyed. When the process dies in
 * between, `finishErasures` destroys what the history already calls erased; it is run before anything is read.
 */
import { sql } from 'kysely';
import type { ErasureReason } from '../../domain/drill/roster.ts';
import { Rejection } from '../../domain/rejection.ts';
import type { EntityId } from '../../domain/streams.ts';
import type { LocalDate } from '../../domain/time.ts';
import { canonicalJson } from '../canonical.ts';
import type { Db } from '../connect.ts';
import { inTurn } from './roster-store.ts';
import { sealedTables } from './tables.ts';

export interface Erasure {
  readonly drill: EntityId;
  /** Of the command that will tell the drill; repeating it is safe. */
  readonly commandId: string;
  readonly reason: ErasureReason;
  readonly whom: { readonly refs: readonly string[] } | { readonly orders: readonly string[] } | 'all' | Expired;
}
/** Those whose time of keeping has ended on this day. */
export interface Expired {
  readonly on: LocalDate;
}

/**
 * Notes who is to be erased; how many they are. The same erasure again is the one noted before; the same id for anything
 * else throws `command-reused`. Nobody meant: 0, and nothing is noted.
 */
export const planErasure = (db: Db, { drill, commandId, reason, whom }: Erasure): Promise<number> =>
  sealedTables(db)
    .transaction()
    .execute(async (tx) => {
      await inTurn(tx, drill);
      const known = await tx
        .selectFrom('sealed.erasure')
        .selectAll()
        .where('command_id', '=', commandId)
        .executeTakeFirst();
      const meant = canonicalJson({ drill, reason, whom });
      if (known && known.meant !== meant) throw new Rejection('command-reused', { commandId });
      if (known) return known.refs.length;
      let query = tx.selectFrom('sealed.living').select('ref').where('drill_id', '=', drill);
      if (whom !== 'all') {
        if ('refs' in whom) query = query.where('ref', 'in', whom.refs);
        else if ('orders' in whom) query = query.where('order_id', 'in', whom.orders);
        else query = query.where('until', '<', whom.on);
      }
      const refs = (await query.orderBy('ref').execute()).map((row) => row.ref);
      if (refs.length > 0)
        await tx.insertInto('sealed.erasure').values({ command_id: commandId, drill_id: drill, meant, refs }).execute();
      return refs.length;
    });

/** Destroys the keys of everybody whom the history calls erased; how many there still were. */
export const finishErasures = async (db: Db): Promise<number> => {
  const { numAffectedRows } = await sql`
    DELETE FROM sealed.person_key WHERE ref IN (
      SELECT unnest(e.refs) FROM sealed.erasure e JOIN sealed.recorded r
        ON r.command_id = e.command_id AND r.type = 'NamesErased' AND r.stream_id = 'drill/' || e.drill_id)`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0);
};

/** Takes back an erasure that the history refused; one that the history holds stays. */
export const withdrawErasure = async (db: Db, commandId: string): Promise<void> => {
  await sealedTables(db)
    .deleteFrom('sealed.erasure')
    .where('command_id', '=', commandId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('sealed.recorded').select('type').where('command_id', '=', commandId))),
    )
    .execute();
};

/** Drills with names whose time of keeping has ended on this day. */
export const drillsWithExpired = async (db: Db, on: LocalDate): Promise<EntityId[]> => {
  const rows = await sealedTables(db)
    .selectFrom('sealed.living')
    .select('drill_id')
    .distinct()
    .where('until', '<', on)
    .orderBy('drill_id')
    .execute();
  return rows.map((row) => row.drill_id as EntityId); // checked when it was written
};

/** Destroys imports that the history never took, a day after they came: whoever sent them has given up. */
export const dropAbandoned = async (db: Db): Promise<number> => {
  const { numAffectedRows } = await sql`
    DELETE FROM sealed.import i WHERE i.created_at < clock_timestamp() - interval '1 day'
      AND NOT EXISTS (SELECT FROM sealed.recorded r WHERE r.command_id = i.command_id AND r.type = 'RosterImported')`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0);
};
