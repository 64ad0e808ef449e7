/** An import whose process dies between two of its commands. */
import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { ApiDeps } from '../../api/app.ts';
import { csv, KEEPER, useImportOffice } from './support.ts';

describe('an import that is cut off in the middle', () => {
  let calls = 0;
  let cut = Number.POSITIVE_INFINITY;
  const held: { send: ApiDeps['send'] | null } = { send: null };
  const office = useImportOffice({
    send: async (envelope) => {
      held.send ??= (await import('../api/support.ts')).createCommitter(office.api.store);
      calls += 1;
      const result = await held.send(envelope);
      // the answer is lost together with the process
      if (calls === cut) throw new Error('killed');
      return result;
    },
  });

  test('is taken up where it stood, and no row happens twice', async () => {
    const settings = {
      paperNumber: '1',
      paperDate: '15/05/2022',
      paperIssuer: 'x',
      validFrom: '20/05/2022',
      parent: 'quang-nam',
    };
    const names = Array.from({ length: 12 }, (_, n) => [`xã Thử ${String.fromCharCode(65 + n)}`]);
    const job = await office.check(KEEPER, 'organisation', 'communes', csv(['Tên'], ...names), { settings });
    const before = await office.api.events();
    cut = 7;
    expect(await office.carryOut(KEEPER, job.id, 'good')).toMatchObject({
      state: 'stopped',
      fault: { code: 'import-failed' },
    });
    expect(await office.api.events()).toBe(before + 7);
    const again = await office.check(KEEPER, 'organisation', 'communes', csv(['Tên'], ...names), { settings });
    expect(again).toMatchObject({ good: 5, bad: 7 });
    // as if the process itself had ended: the import runs, nobody works on it, and its rows are sent once more
    await office.carryOut(KEEPER, again.id, 'good');
    expect(await office.api.events()).toBe(before + 12);
    const sent = calls;
    await sql`UPDATE imports.job SET state = 'running', handled = 0, lease_until = clock_timestamp() - interval '1 minute' WHERE id = ${again.id}`.execute(
      office.api.db,
    );
    const next = await office.check(KEEPER, 'organisation', 'communes', csv(['Tên'], ['xã Sau']), { settings });
    await office.carryOut(KEEPER, next.id, 'good');
    expect(await office.settled(KEEPER, again.id)).toMatchObject({ state: 'done' });
    expect(await office.api.events()).toBe(before + 13);
    expect(calls).toBeGreaterThan(sent);
  });
});
