/** Quotas, orders, check-ins and named rosters of a drill from a spreadsheet. */
import { describe, expect, test } from '@jest/globals';
import type { Body } from '../support/answer.ts';
import { AGENCY, csv, useImportOffice } from './support.ts';

describe('a drill', () => {
  const office = useImportOffice();
  const command = (type: string, more: object) => office.api.command('drills/tk', AGENCY, { type, ...more });
  const drill = async (): Promise<Body> => (await office.api.get('/api/v1/drills/tk', { 'x-actor': AGENCY })).body;

  test('takes quotas by the names of its communes, with decimal points, and says which row is wrong', async () => {
    const drafted = await office.api.command('exercises/tk', AGENCY, {
      ...{ type: 'DraftExercise', exerciseType: 'defenceAreaExercise', orgUnit: 'tam-ky', theme: 'Diễn tập thử' },
    });
    if (drafted.status !== 200) throw new Error(drafted.text);
    const prepared = await command('PrepareDrill', { exercise: 'tk', orgUnit: 'tam-ky' });
    if (prepared.status !== 200) throw new Error(prepared.text);
    const file = csv(
      ['Xã, phường', 'Đối tượng', 'CNQS', 'Chỉ tiêu giao'],
      ['Tân Thạnh', 'QNDB', 'LX-B2', '1.040'],
      ['xã Không Có', 'QNDB', 'LX-B2', '10'],
      ['Tân Thạnh', 'xe tải', 'LX-B2', '2,5'],
      ['Tân Thạnh', 'PTKT', 'XE-TAI', '-3'],
    );
    const job = await office.check(AGENCY, 'drill/tk', 'quotas', file);
    expect(job).toMatchObject({ state: 'checked', good: 1, bad: 3 });
    const rows = await office.rows(AGENCY, job.id);
    expect(rows.map(({ row, problems }) => [row, problems.map((each: Body) => `${each.field} ${each.code}`)])).toEqual([
      [3, ['unit unit-not-found']],
      [4, ['kind not-a-choice', 'required not-whole']],
      [5, ['required does-not-fit']],
    ]);
    expect(await office.carryOut(AGENCY, job.id, 'good')).toMatchObject({ state: 'done', handled: 1 });
    expect((await drill()).quotas).toMatchObject([{ unit: 'tan-thanh', required: 1040 }]);
  });

  test('takes orders by number in issues of 500, and the same file twice tells every row', async () => {
    const rows = Array.from({ length: 1_201 }, (_, n) => [
      `QN-${String(n).padStart(5, '0')}`,
      'Tân Thạnh',
      n % 7 === 0 ? 'x' : '',
    ]);
    const file = csv(['Số lệnh', 'Địa bàn', 'Dự phòng'], ...rows);
    const job = await office.check(AGENCY, 'drill/tk', 'orders', file);
    expect(job).toMatchObject({ good: 1_201, bad: 0, atOnce: true });
    const before = await office.api.events();
    expect(await office.carryOut(AGENCY, job.id, 'all')).toMatchObject({ state: 'done', handled: 1_201 });
    expect((await office.api.events()) - before).toBe(3);
    const again = await office.check(AGENCY, 'drill/tk', 'orders', file);
    expect(again).toMatchObject({ good: 0, bad: 1_201 });
    expect((await office.start(AGENCY, again.id, 'good')).body.code).toBe('import-nothing');
    expect((await office.rows(AGENCY, again.id))[0]?.problems[0]).toMatchObject({ field: null, code: 'order-exists' });
  });

  test('takes a named roster as one sealed act; nothing of a name is shown, logged or kept elsewhere', async () => {
    const MARK = 'Hồ Thị Dấu Vết';
    const file = csv(
      ['Số lệnh', 'Họ tên', 'Năm sinh', 'SĐT', 'Biển số', 'Loại'],
      ['QN-00001', MARK, '1996', '905123456', null, null],
      ['QN-00002', `${MARK} hai`, '96', null, null, null],
      ['QN-00001', `${MARK} ba`, null, null, null, null],
      ['PT-00001', null, null, null, '92C-000.01', 'Phương tiện'],
    );
    const job = await office.check(AGENCY, 'roster/tk', 'roster', file);
    expect(job).toMatchObject({ sealed: true, good: 2, bad: 2 });
    const bad = await office.rows(AGENCY, job.id);
    expect(bad.map(({ row, cells, problems }) => [row, cells, problems[0].field])).toEqual([
      [3, [], 'yearOfBirth'],
      [4, [], 'order'],
    ]);
    const kept = async (): Promise<string> => {
      const tables = ['imports.job', 'imports.chunk', 'imports.bad_row', 'events', 'sealed.person'];
      const { sql } = await import('kysely');
      const texts = await Promise.all(
        tables.map((each) =>
          sql<{
            t: string;
          }>`SELECT coalesce(string_agg(to_json(x)::text, ''), '') AS t FROM ${sql.raw(each)} x`.execute(office.api.db),
        ),
      );
      return texts.map(({ rows }) => rows[0]?.t ?? '').join('');
    };
    expect(await kept()).not.toContain('Dấu Vết');
    expect(await office.carryOut(AGENCY, job.id, 'good')).toMatchObject({ state: 'done', handled: 2, refused: 0 });
    expect(await kept()).not.toContain('Dấu Vết');
    const chunks = await office.api.db
      .selectFrom('imports.chunk' as never)
      .selectAll()
      .execute();
    expect(chunks).toEqual([]);
    const { persons } = (await office.api.get('/api/v1/drills/tk/roster?purpose=rollCall', { 'x-actor': AGENCY })).body;
    expect(persons.map(({ row }: Body) => row)).toEqual([
      { kind: 'vehicle', order: 'PT-00001', plate: '92C-000.01' },
      { kind: 'reservist', order: 'QN-00001', fullName: MARK, yearOfBirth: 1996, phone: '0905123456' },
    ]);
    const named = await office.check(AGENCY, 'roster/tk', 'roster', file);
    expect(named).toMatchObject({ good: 0, bad: 4 });
  });

  test('of which somebody may not know the names has no such door for him', async () => {
    for (const who of ['ca-01@tam-ky.POL', 'pct-01@tam-ky.PC:head', 'ng-01@da-nang.SA']) {
      const { status, body } = await office.send(who, 'roster/tk', 'roster', csv(['Số lệnh'], ['QN-1']));
      expect([who, status, body.code]).toEqual([who, 404, 'not-found']);
    }
    const wrong = await office.send(AGENCY, 'drill/tk', 'roster', csv(['Số lệnh'], ['QN-1']));
    expect([wrong.status, wrong.body.code]).toEqual([422, 'invalid-body']);
  });

  test('takes check-ins in batches; sent again they change nothing', async () => {
    const opened = [
      await command('OpenStation', {
        station: 'TT-01',
        units: ['tan-thanh'],
        keeper: 'tan-thanh.CMC',
        reportBy: '2022-05-31T03:00:00.000Z',
      }),
      await office.api.commit({
        stream: 'drill/tk' as never,
        commandId: 'open-run',
        command: { type: 'OpenDrill', exercise: 'tk', orgUnit: 'tam-ky', agency: 'tam-ky.SA', steering: 'tam-ky.SB' },
        at: office.api.clock.now,
        by: { person: 'system', body: 'system.VIEW', post: 'member' } as never,
        origin: 'policy',
      }),
    ];
    if (opened.length !== 2 || (await drill()).phase !== 'open') throw new Error(JSON.stringify(opened));
    const rows = Array.from({ length: 700 }, (_, n) => [
      'TT-01',
      `QN-${String(n).padStart(5, '0')}`,
      '07:30 31/05/2022',
      n === 3 ? 'Vắng có lý do' : null,
      n === 3 ? 'ốm đau' : null,
    ]);
    rows.push(
      ['TT-01', 'QN-99999', null, null, null],
      ['TT-09', 'QN-00800', null, null, null],
      ['TT-01', 'QN-00801', '32/13/2022', null, null],
    );
    const file = csv(['Trạm', 'Số lệnh', 'Giờ', 'Trạng thái', 'Lý do'], ...rows);
    const job = await office.check(AGENCY, 'drill/tk', 'check-ins', file);
    expect(job).toMatchObject({ good: 700, bad: 3 });
    const bad = await office.rows(AGENCY, job.id);
    expect(bad.map(({ row, problems }) => [row, problems[0].code])).toEqual([
      [702, 'order-unknown'],
      [703, 'station-unknown'],
      [704, 'not-a-time'],
    ]);
    expect(await office.carryOut(AGENCY, job.id, 'good')).toMatchObject({ state: 'done', handled: 700, refused: 0 });
    const counts = (await drill()).rows[0].counts;
    expect(counts.present + counts.absentExcused).toBe(counts.ordered - counts.notYetReported);
    const before = await office.api.events();
    const again = await office.check(AGENCY, 'drill/tk', 'check-ins', file);
    expect(again).toMatchObject({ good: 700 });
    await office.carryOut(AGENCY, again.id, 'good');
    expect(await office.api.events()).toBe(before);
  });
});
