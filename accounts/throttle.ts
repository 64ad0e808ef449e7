/**
 * Guessing is slowed down, nobody is locked out. Failures are counted for a user name at an address, for an address, and for
 * a user name; after a few, each further one makes the next wait longer. Where a user has signed in before, only his own
 * failures there count, so others cannot keep him out. Names and addresses are kept as keyed digests only.
 */
import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { tooMany } from './refusal.ts';
import type { AccountsDb } from './tables.ts';

interface Limit {
  readonly free: number;
  readonly mostSeconds: number;
}
const PAIR: Limit = { free: 5, mostSeconds: 60 };
const ADDRESS: Limit = { free: 30, mostSeconds: 60 };
const NAME: Limit = { free: 20, mostSeconds: 30 };
/** After so long without a failure the count begins anew. */
const FORGET = '15 minutes';

interface Counter extends Limit {
  readonly key: string;
}

export interface Throttle {
  /**
   * Runs an attempt for a user name from an address; a null name where it is not known yet, so that guesses of others
   * are not counted against all who are at that step. Throws `too-many-attempts` without running it while one must wait.
   * An attempt counts as failed from its start until `isRight` says otherwise; what it throws counts as failed too.
   */
  attempt<T>(
    who: { readonly name: string | null; readonly address: string },
    work: () => Promise<T>,
    isRight: (result: T) => boolean,
  ): Promise<T>;
}

export const createThrottle = (db: AccountsDb, secret: string): Throttle => {
  const digest = (...parts: readonly string[]): string =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['throttle', ...parts]))
      .digest('base64url');

  /** Seconds until all of them are free; null when they are. */
  const waiting = async (counters: readonly Counter[]): Promise<number | null> => {
    const { rows } = await sql<{ readonly seconds: number | null }>`
      SELECT extract(epoch FROM max(until) - clock_timestamp())::float8 AS seconds FROM accounts.throttle
      WHERE key = ANY(${counters.map(({ key }) => key)}) AND until > clock_timestamp()`.execute(db);
    return rows[0]?.seconds ?? null;
  };

  /** One failure more; false while it must wait. One statement, so attempts of the same moment cannot pass together. */
  const count = async ({ key, free, mostSeconds }: Counter): Promise<boolean> => {
    const failures = sql`CASE WHEN t.last_at < clock_timestamp() - ${FORGET}::interval THEN 1 ELSE t.failures + 1 END`;
    const { rows } = await sql`
      INSERT INTO accounts.throttle AS t (key, failures, last_at, until)
      VALUES (${key}, 1, clock_timestamp(), clock_timestamp())
      ON CONFLICT (key) DO UPDATE SET
        failures = ${failures},
        last_at = clock_timestamp(),
        until = clock_timestamp() + CASE WHEN ${failures} <= ${free}::int THEN interval '0'
          ELSE make_interval(secs => least(${mostSeconds}::int, power(2, least(${failures} - ${free}::int, 10)))) END
      WHERE t.until <= clock_timestamp()
      RETURNING key`.execute(db);
    return rows.length > 0;
  };

  /** Throws `too-many-attempts` when one of them must wait; else all count one failure more. */
  const charge = async (counters: readonly Counter[]): Promise<void> => {
    const before = await waiting(counters);
    if (before !== null) throw tooMany(before);
    for (const counter of counters) if (!(await count(counter))) throw tooMany((await waiting([counter])) ?? 1);
  };

  const refund = async (counters: readonly Counter[], pair: Counter): Promise<void> => {
    await db.deleteFrom('accounts.throttle').where('key', '=', pair.key).execute();
    await sql`
      UPDATE accounts.throttle SET failures = greatest(failures - 1, 0), until = clock_timestamp()
      WHERE key = ANY(${counters.map(({ key }) => key)})`.execute(db);
    await sql`
      INSERT INTO accounts.known_address (key, at) VALUES (${pair.key}, clock_timestamp())
      ON CONFLICT (key) DO UPDATE SET at = excluded.at`.execute(db);
  };

  return {
    attempt: async ({ name, address }, work, isRight) => {
      const pair: Counter = { key: digest('pair', name ?? '', address), ...PAIR };
      const known = await db
        .selectFrom('accounts.known_address')
        .select('key')
        .where('key', '=', pair.key)
        .executeTakeFirst();
      const counters = known
        ? [pair]
        : [
            pair,
            { key: digest('address', address), ...ADDRESS },
            ...(name === null ? [] : [{ key: digest('name', name), ...NAME }]),
          ];
      await charge(counters);
      const result = await work();
      if (isRight(result)) await refund(counters, pair);
      return result;
    },
  };
};

/** Removes what no longer counts: counters of yesterday, addresses not used for a quarter of a year. */
export const sweepThrottle = async (db: AccountsDb): Promise<void> => {
  await sql`DELETE FROM accounts.throttle WHERE last_at < clock_timestamp() - interval '1 day'`.execute(db);
  await sql`DELETE FROM accounts.known_address WHERE at < clock_timestamp() - interval '90 days'`.execute(db);
};
