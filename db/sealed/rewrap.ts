/**
 * Changes the installation key. After an erasure this is what makes old backups forget too: they hold the erased
 * person's key under the old installation key, so destroy the old one and no backup opens it any more.
 */
import { sql } from 'kysely';
import type { Db } from '../connect.ts';
import { rewrapped, type SealKey } from './seal.ts';
import { sealedTables } from './tables.ts';

/**
 * Wraps every key of a person that is under `from` under `to`, all or none; how many they were. Stop the API first, or
 * run it again after: what still comes in under `from` is found the next time. Throws `SealBroken`.
 */
export const rewrapKeys = (db: Db, from: SealKey, to: SealKey): Promise<number> =>
  sealedTables(db)
    .transaction()
    .execute(async (tx) => {
      await sql`LOCK TABLE sealed.person_key IN SHARE ROW EXCLUSIVE MODE`.execute(tx);
      const rows = await tx
        .selectFrom('sealed.person_key as k')
        .innerJoin('sealed.person as p', 'p.ref', 'k.ref')
        .select(['k.ref', 'p.drill_id as drill', 'p.order_id as order', 'k.wrapped_key', 'k.key_id'])
        .where('k.key_id', '=', from.id)
        .execute();
      const changed = rows.map(({ wrapped_key: wrappedKey, key_id: keyId, ...place }) => {
        const next = rewrapped(from, to, { ...place, wrappedKey, keyId });
        return { ref: place.ref, wrapped_key: next.wrappedKey, key_id: next.keyId };
      });
      await tx.deleteFrom('sealed.person_key').where('key_id', '=', from.id).execute();
      for (let at = 0; at < changed.length; at += 1_000)
        await tx
          .insertInto('sealed.person_key')
          .values(changed.slice(at, at + 1_000))
          .execute();
      return changed.length;
    });
