import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { anAppend, useDatabase } from './fixtures.ts';

const it = useDatabase();

describe('the ledger', () => {
  beforeAll(() => it.store.append(anAppend()));

  for (const table of ['events', 'commands']) {
    for (const statement of [`UPDATE ${table} SET stream_id = 'x'`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
      test(`refuses ${statement} to the application`, async () => {
        await expect(sql.raw(statement).execute(it.db)).rejects.toMatchObject({ code: '42501' });
      });
      test(`refuses ${statement} to the owner`, async () => {
        await expect(it.sudo(statement)).rejects.toThrow('the ledger is append-only');
      });
    }
  }

  test('gives the application no right to change tables, drop the trigger or delete streams', async () => {
    for (const statement of [
      'ALTER TABLE events DISABLE TRIGGER ALL',
      'DROP TABLE events',
      'DELETE FROM streams',
      'DELETE FROM ledger_head',
      "SET session_replication_role = 'replica'",
      'CREATE TABLE public.mine (id int)',
    ]) {
      await expect(sql.raw(statement).execute(it.db)).rejects.toMatchObject({ code: '42501' });
    }
  });

  test('is served under the application role, in UTC, with limits on time', async () => {
    const { rows } =
      await sql`SELECT current_user, current_setting('TimeZone') AS zone, current_setting('statement_timeout') AS statement,
      current_setting('lock_timeout') AS lock, current_setting('idle_in_transaction_session_timeout') AS idle`.execute(
        it.db,
      );
    expect(rows).toEqual([{ current_user: 'san_sang_app', zone: 'UTC', statement: '8s', lock: '5s', idle: '30s' }]);
  });
});
