/** Named rosters in a real PostgreSQL: readable with the key, gone without it, whatever copies there are. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import {
  drillsWithExpired,
  dropAbandoned,
  finishErasures,
  planErasure,
  withdrawErasure,
} from '../../../db/sealed/erasure.ts';
import { rewrapKeys } from '../../../db/sealed/rewrap.ts';
import { accessLog, keepRoster, withdrawRoster } from '../../../db/sealed/roster-store.ts';
import { newSealKey, parseSealKey, SealBroken, WrongSealKey } from '../../../db/sealed/seal.ts';
import { verifyLedger } from '../../../db/verify.ts';
import { EntityId } from '../../../domain/streams.ts';
import { LocalDate } from '../../../domain/time.ts';
import { AT, useDatabase } from '../fixtures.ts';
import { DRILL, dump, erased, imported, namesIn, read, reservist, tell, tracesOf } from './support.ts';

const it = useDatabase();
const key = parseSealKey(newSealKey());
const MARK = 'Lêthịdấuvết';

describe('a sealed roster', () => {
  test('is read with the key, and stands in clear nowhere in the database', async () => {
    const phone = '0905 777 123';
    await imported(it, key, [{ ...reservist('QN-0001', MARK), phone, addressNote: `Nhà ${MARK}` }]);
    expect(namesIn(await read(it, key, ['QN-0001']))).toEqual([MARK]);
    const text = await dump(it.sudo);
    expect(text).toContain('-- sealed.person_key');
    expect(text).toContain('QN-0001');
    for (const trace of [...tracesOf(MARK), ...tracesOf(phone)]) expect(text).not.toContain(trace);
  });

  test('would be found by that search if it stood somewhere', async () => {
    await it.sudo(`CREATE TABLE public.leak AS SELECT convert_to('xin ${MARK} về', 'UTF8') AS bytes`);
    const text = await dump(it.sudo);
    await it.sudo('DROP TABLE public.leak');
    expect(tracesOf(MARK).some((trace) => text.includes(trace))).toBe(true);
  });

  test('has its digest in the history, and the digest tells a changed row', async () => {
    const rows = [reservist('QN-0011'), reservist('QN-0012')];
    const commandId = randomUUID();
    const roster = { drill: DRILL, commandId, rows, at: AT };
    const first = await keepRoster(it.db, key, roster);
    expect(first).toEqual({ kind: 'kept', count: 2, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await keepRoster(it.db, key, roster)).toEqual(first);
    await it.sudo(
      `DELETE FROM sealed.person_key WHERE ref IN (SELECT ref FROM sealed.person WHERE order_id = 'QN-0011')`,
      `UPDATE sealed.person SET tag = '\\x${'00'.repeat(16)}' WHERE order_id = 'QN-0011'`,
    );
    expect(await keepRoster(it.db, key, roster)).not.toEqual(first);
  });

  test('is not there until the history holds it, and not when the history refused it', async () => {
    const commandId = randomUUID();
    const rows = [reservist('QN-0021')];
    await keepRoster(it.db, key, { drill: DRILL, commandId, rows, at: AT });
    expect(namesIn(await read(it, key, ['QN-0021']))).toEqual([]);
    await withdrawRoster(it.db, commandId);
    await tell(it, randomUUID(), 'RosterImported', { count: 1 });
    expect(namesIn(await read(it, key, ['QN-0021']))).toEqual([]);
    expect(await it.sudo(`SELECT FROM sealed.person WHERE order_id = 'QN-0021'`)).toEqual([]);
  });

  test('is not taken back once the history holds it', async () => {
    const { commandId } = await imported(it, key, [reservist('QN-0022')]);
    await withdrawRoster(it.db, commandId);
    expect(namesIn(await read(it, key, ['QN-0022']))).toHaveLength(1);
  });

  test('is taken back although the history holds its id as that of an erasure', async () => {
    const commandId = randomUUID();
    await tell(it, commandId, 'NamesErased', { count: 1 });
    const again = (id: string) =>
      keepRoster(it.db, key, { drill: DRILL, commandId: id, rows: [reservist('QN-0023')], at: AT });
    await again(commandId);
    await withdrawRoster(it.db, commandId);
    expect(await again(randomUUID())).toMatchObject({ kind: 'kept' });
  });

  test('names an order once, also when two imports come at the same moment', async () => {
    const once = () =>
      keepRoster(it.db, key, { drill: DRILL, commandId: randomUUID(), rows: [reservist('QN-0031')], at: AT });
    const kinds = (await Promise.all([once(), once(), once()])).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['kept', 'named', 'named']);
  });

  test('keeps its orders as long as the history may still take it, then they are free again', async () => {
    const drill = EntityId.parse('slow');
    const once = () => keepRoster(it.db, key, { drill, commandId: randomUUID(), rows: [reservist('QN-0032')], at: AT });
    const hoursAgo = (hours: number) =>
      it.sudo(
        `UPDATE sealed.import SET created_at = clock_timestamp() - interval '${hours} hours' WHERE drill_id = 'slow'`,
      );
    expect(await once()).toMatchObject({ kind: 'kept' });
    await hoursAgo(23);
    await dropAbandoned(it.db);
    expect(await once()).toEqual({ kind: 'named', orders: ['QN-0032'] });
    await hoursAgo(25);
    await dropAbandoned(it.db);
    expect(await once()).toMatchObject({ kind: 'kept' });
  });

  test('of 500 rows goes in and comes out whole', async () => {
    const rows = Array.from({ length: 500 }, (_, n) => reservist(`QN-${10_000 + n}`));
    expect(await imported(it, key, rows, { drill: EntityId.parse('large') })).toMatchObject({
      kind: 'kept',
      count: 500,
    });
    const { rows: found } = await sql<{ n: number }>`
      SELECT count(*) AS n FROM sealed.living WHERE drill_id = 'large'`.execute(it.db);
    expect(found).toEqual([{ n: 500 }]);
  });

  test('under another installation key is refused by name; nothing of it is shown', async () => {
    await expect(read(it, parseSealKey(newSealKey()), ['QN-0001'])).rejects.toThrow(WrongSealKey);
  });

  test.each([
    [
      'a changed ciphertext',
      `UPDATE sealed.person SET ciphertext = set_byte(ciphertext, 3, get_byte(ciphertext, 3) # 1)`,
    ],
    ['a changed tag', `UPDATE sealed.person SET tag = set_byte(tag, 0, get_byte(tag, 0) # 1)`],
    ['a changed order', `UPDATE sealed.person SET order_id = 'QN-0049'`],
    ['a changed drill', `UPDATE sealed.person SET drill_id = 'tam-ky-2027', order_id = 'QN-0048'`],
  ])('with %s is refused', async (_, statement) => {
    await imported(it, key, [reservist('QN-0041')], { commandId: randomUUID() });
    await it.sudo(`${statement} WHERE order_id = 'QN-0041'`);
    await expect(read(it, key, ['QN-0041', 'QN-0048', 'QN-0049'])).rejects.toThrow(SealBroken);
    await it.sudo(`DELETE FROM sealed.person WHERE order_id IN ('QN-0041', 'QN-0048', 'QN-0049')`);
  });

  test('with the keys of two persons exchanged is refused', async () => {
    await imported(it, key, [reservist('QN-0051'), reservist('QN-0052')]);
    await it.sudo(`UPDATE sealed.person_key k SET wrapped_key = o.wrapped_key FROM sealed.person p, sealed.person_key o, sealed.person q
      WHERE k.ref = p.ref AND o.ref = q.ref AND p.order_id = 'QN-0051' AND q.order_id = 'QN-0052'`);
    await expect(read(it, key, ['QN-0051'])).rejects.toThrow(SealBroken);
    expect(namesIn(await read(it, key, ['QN-0052']))).toHaveLength(1);
    await expect(rewrapKeys(it.db, key, parseSealKey(newSealKey()))).rejects.toThrow(SealBroken);
    expect(await erased(it, { orders: ['QN-0051'] })).toBe(1);
  });
});

describe('an erased person', () => {
  test('cannot be read, also not from a copy of everything but the key; the chain still verifies', async () => {
    await imported(it, key, [reservist('QN-0101', MARK), reservist('QN-0102')]);
    await it.sudo('CREATE TABLE public.copy AS SELECT * FROM sealed.person');
    expect(await erased(it, { orders: ['QN-0101'] })).toBe(1);
    expect(namesIn(await read(it, key, ['QN-0101', 'QN-0102']))).toEqual(['Người QN-0102']);
    await it.sudo(
      `DELETE FROM sealed.person WHERE order_id = 'QN-0101'`,
      `INSERT INTO sealed.person SELECT * FROM public.copy WHERE order_id = 'QN-0101'`,
      'DROP TABLE public.copy',
    );
    expect(namesIn(await read(it, key, ['QN-0101']))).toEqual([]);
    expect(
      await it.sudo(`SELECT FROM sealed.person_key JOIN sealed.person USING (ref) WHERE order_id = 'QN-0101'`),
    ).toEqual([]);
    const text = await dump(it.sudo);
    for (const trace of tracesOf(MARK)) expect(text).not.toContain(trace);
    expect((await verifyLedger(it.db)).ok).toBe(true);
  });

  test("stays erased when yesterday's backup of everything comes back, once the installation key was changed", async () => {
    const drill = EntityId.parse('backup');
    const place = { drill, at: AT };
    const names = async (with_: typeof key) => {
      const { rows } = await sql<{
        key_id: string;
      }>`SELECT key_id FROM sealed.living WHERE drill_id = 'backup'`.execute(it.db);
      return rows.filter(({ key_id }) => key_id === with_.id).length;
    };
    await imported(it, key, [reservist('QN-0111', MARK), reservist('QN-0112')], place);
    await it.sudo('CREATE TABLE public.backup AS SELECT * FROM sealed.person_key');
    const commandId = randomUUID();
    await planErasure(it.db, { drill, commandId, reason: 'subjectRequest', whom: { orders: ['QN-0111'] } });
    await tell(it, commandId, 'NamesErased', { count: 1 }, drill);
    await finishErasures(it.db);

    const next = parseSealKey(newSealKey());
    expect(await rewrapKeys(it.db, key, next)).toBeGreaterThan(1);
    expect([await names(key), await names(next)]).toEqual([0, 1]);
    expect(await rewrapKeys(it.db, key, next)).toBe(0);

    await it.sudo(
      'DELETE FROM sealed.person_key WHERE ref IN (SELECT ref FROM public.backup)',
      'INSERT INTO sealed.person_key SELECT * FROM public.backup',
    );
    await expect(read(it, next, undefined)).rejects.toThrow(WrongSealKey);
    expect(await names(next)).toBe(0);
    await it.sudo('DROP TABLE public.backup');
    expect(await finishErasures(it.db)).toBe(1);
  });

  test('is erased by whoever comes next, when the process died after the history was told', async () => {
    await imported(it, key, [reservist('QN-0121')]);
    const commandId = randomUUID();
    const erasure = { drill: DRILL, commandId, reason: 'importedInError', whom: { orders: ['QN-0121'] } } as const;
    expect(await planErasure(it.db, erasure)).toBe(1);
    expect(await finishErasures(it.db)).toBe(0);
    expect(namesIn(await read(it, key, ['QN-0121']))).toHaveLength(1);
    await tell(it, commandId, 'NamesErased', { count: 1 });
    expect(await finishErasures(it.db)).toBe(1);
    expect(namesIn(await read(it, key, ['QN-0121']))).toEqual([]);
    await withdrawErasure(it.db, commandId);
    expect(await planErasure(it.db, erasure)).toBe(1);
  });

  test('was not erased when the history refused it', async () => {
    await imported(it, key, [reservist('QN-0131')]);
    const commandId = randomUUID();
    await planErasure(it.db, { drill: DRILL, commandId, reason: 'importedInError', whom: { orders: ['QN-0131'] } });
    await withdrawErasure(it.db, commandId);
    await tell(it, commandId, 'NamesErased', { count: 1 });
    await finishErasures(it.db);
    expect(namesIn(await read(it, key, ['QN-0131']))).toHaveLength(1);
  });
});

describe('the time of keeping', () => {
  const day = (text: string) => LocalDate.parse(text);
  const drill = (id: string) => ({ drill: EntityId.parse(id), at: AT });
  const untilOf = async (id: string): Promise<string | undefined> =>
    (await sql<{ until: string }>`SELECT DISTINCT until FROM sealed.living WHERE drill_id = ${id}`.execute(it.db))
      .rows[0]?.until;

  test('ends twelve months after the drill closed, by the policy, which the owner of the tables may change', async () => {
    const id = EntityId.parse('closed-drill');
    await imported(it, key, [reservist('QN-0201')], drill(id));
    expect(await untilOf(id)).toBe('2030-01-18');
    await tell(it, randomUUID(), 'DrillClosed', {}, id);
    expect(await untilOf(id)).toBe('2028-01-18');
    await it.sudo('UPDATE sealed.policy SET months_after_close = 6');
    expect(await untilOf(id)).toBe('2027-07-18');
    await it.sudo('UPDATE sealed.policy SET months_after_close = 12');
    await expect(sql`UPDATE sealed.policy SET months_after_close = 1200`.execute(it.db)).rejects.toMatchObject({
      code: '42501',
    });
  });

  test('is the day that was stated where one was', async () => {
    await imported(it, key, [reservist('QN-0202')], { ...drill('stated'), retainUntil: day('2027-03-31') });
    expect(await untilOf('stated')).toBe('2027-03-31');
    expect(await drillsWithExpired(it.db, day('2027-03-31'))).not.toContain('stated');
    expect(await drillsWithExpired(it.db, day('2027-04-01'))).toContain('stated');
    const erasure = { drill: EntityId.parse('stated'), commandId: randomUUID(), reason: 'retentionEnded' } as const;
    expect(await planErasure(it.db, { ...erasure, whom: { on: day('2027-03-31') } })).toBe(0);
    expect(await planErasure(it.db, { ...erasure, whom: { on: day('2027-04-01') } })).toBe(1);
  });

  test('of an import that nobody finished is a day', async () => {
    const commandId = randomUUID();
    await keepRoster(it.db, key, { ...drill('abandoned'), commandId, rows: [reservist('QN-0203')] });
    expect(await dropAbandoned(it.db)).toBe(0);
    await it.sudo(`UPDATE sealed.import SET created_at = created_at - interval '25 hours'`);
    expect(await dropAbandoned(it.db)).toBeGreaterThan(0);
    expect(await it.sudo(`SELECT FROM sealed.person WHERE drill_id = 'abandoned'`)).toEqual([]);
    expect(await untilOf('closed-drill')).toBe('2028-01-18');
  });
});

describe('the rights of the application', () => {
  test.each([
    'UPDATE sealed.person SET order_id = order_id',
    'UPDATE sealed.person_key SET key_id = key_id',
    'UPDATE sealed.erasure SET refs = refs',
    'UPDATE sealed.access SET actor = actor',
    'DELETE FROM sealed.access',
    'TRUNCATE sealed.access',
    'DELETE FROM sealed.policy',
  ])('do not reach to %s', async (statement) => {
    await expect(sql.raw(statement).execute(it.db)).rejects.toMatchObject({ code: '42501' });
  });

  test('the record of reads grows only, for the owner too', async () => {
    for (const statement of [
      'UPDATE sealed.access SET actor = actor',
      'DELETE FROM sealed.access',
      'TRUNCATE sealed.access',
    ])
      await expect(it.sudo(statement)).rejects.toThrow('refused');
  });

  test('a read that cannot be recorded shows nothing', async () => {
    await imported(it, key, [reservist('QN-0301')]);
    const before = (await accessLog(it.db, DRILL, 500)).length;
    await it.sudo('REVOKE INSERT ON sealed.access FROM san_sang_app');
    await expect(read(it, key, ['QN-0301'])).rejects.toMatchObject({ code: '42501' });
    await it.sudo('GRANT INSERT ON sealed.access TO san_sang_app');
    expect(namesIn(await read(it, key, ['QN-0301']))).toHaveLength(1);
    expect((await accessLog(it.db, DRILL, 500)).length).toBe(before + 1);
  });
});
