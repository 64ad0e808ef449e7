/** Lists of units, communes, bodies and posts from a spreadsheet. */
import { describe, expect, test } from '@jest/globals';
import { xlsxOf } from '../../sheets/index.ts';
import { csv, KEEPER, useImportOffice } from './support.ts';

const DECISION = {
  paperNumber: '12/QĐ-UBND',
  paperDate: '15/05/2022',
  paperIssuer: 'Ủy ban nhân dân tỉnh',
  validFrom: '20/05/2022',
};

describe('a list of communes', () => {
  const office = useImportOffice();
  const units = async () =>
    (await office.api.get('/api/v1/organisation')).body.units as { id: string; parent: string }[];

  test('is checked row by row and told in place, and nothing is written by that', async () => {
    const before = await office.api.events();
    const file = csv(
      ['Danh sách xã, phường', null, null],
      ['TÊN XÃ, PHƯỜNG', 'ma', 'Ghi chú'],
      ['xã Bình Minh', null, 'x'],
      ['', 'xa-khong-ten', null],
      [null, null, null],
      ['xã Bình Minh', null, null],
      ['xã Tân Thạnh', 'tan-thanh', null],
    );
    const settings = { ...DECISION, parent: 'Quảng Nam' };
    const job = await office.check(KEEPER, 'organisation', 'communes', file, { settings });
    expect(job).toMatchObject({ state: 'checked', rows: 4, good: 1, bad: 3, atOnce: true });
    expect(job.columns).toMatchObject({ heading: 2, ignored: ['C: Ghi chú'] });
    const rows = await office.rows(KEEPER, job.id);
    expect(rows.map(({ row, problems }) => [row, problems[0].field, problems[0].code])).toEqual([
      [4, 'nameVi', 'missing'],
      [6, null, 'unit-exists'],
      [7, null, 'unit-exists'],
    ]);
    expect(rows[0].cells).toEqual(['', 'xa-khong-ten', '']);
    expect(rows[1].problems[0].vi).toMatch(/đã có đơn vị binh-minh/);
    expect(await office.api.events()).toBe(before);
  });

  test('is written as one act when all is asked, each unit an event of one command', async () => {
    const settings = { ...DECISION, parent: 'quang-nam' };
    const names = ['xã Hòa An', 'phường Hòa Bình', 'xã Hòa Cường'];
    const sheet = { name: 'Xã', titles: ['Tên xã, phường'], rows: names.map((name) => [name]) };
    const job = await office.check(KEEPER, 'organisation', 'communes', await xlsxOf([sheet]), {
      name: 'xa.xlsx',
      settings,
    });
    expect(job).toMatchObject({ state: 'checked', good: 3, bad: 0 });
    const before = await office.api.events();
    const done = await office.carryOut(KEEPER, job.id, 'all');
    expect(done).toMatchObject({ state: 'done', handled: 3, refused: 0 });
    expect(await office.api.events()).toBe(before + 3);
    const rows = await office.api.db
      .selectFrom('events')
      .select(['command_id', 'type', 'body'])
      .orderBy('position', 'desc')
      .limit(3)
      .execute();
    expect(new Set(rows.map(({ command_id }) => command_id)).size).toBe(1);
    expect(rows.map(({ type, body }) => `${type} ${body}`)).toEqual(Array(3).fill('UnitAdded quang-nam.SA'));
    expect(
      (await units())
        .filter(({ id }) => ['hoa-an', 'hoa-binh', 'hoa-cuong'].includes(id))
        .map(({ id, parent }) => [id, parent]),
    ).toEqual([
      ['hoa-an', 'quang-nam'],
      ['hoa-binh', 'quang-nam'],
      ['hoa-cuong', 'quang-nam'],
    ]);
  });

  test('with a bad row is not written as a whole; its good rows are when that is chosen', async () => {
    const settings = { ...DECISION, parent: 'quang-nam' };
    const file = csv(['Tên'], ['xã Hòa An'], ['xã Hòa Đông']);
    const job = await office.check(KEEPER, 'organisation', 'communes', file, { settings });
    const refused = await office.start(KEEPER, job.id, 'all');
    expect([refused.status, refused.body.code]).toEqual([409, 'import-bad-rows']);
    expect(await office.carryOut(KEEPER, job.id, 'good')).toMatchObject({ state: 'done', handled: 1, refused: 0 });
    expect((await units()).some(({ id }) => id === 'hoa-dong')).toBe(true);
  });

  test('is refused as a whole when somebody was faster with one of its rows', async () => {
    const settings = { ...DECISION, parent: 'quang-nam' };
    const file = csv(['Tên'], ['xã Hòa Tây'], ['xã Hòa Nam']);
    const [slow, fast] = [
      await office.check(KEEPER, 'organisation', 'communes', file, { settings }),
      await office.check(KEEPER, 'organisation', 'communes', csv(['Tên'], ['xã Hòa Nam']), { settings }),
    ];
    await office.carryOut(KEEPER, fast.id, 'all');
    expect(await office.carryOut(KEEPER, slow.id, 'all')).toMatchObject({ state: 'stopped', handled: 0 });
    expect((await units()).some(({ id }) => id === 'hoa-tay')).toBe(false);
    const [row] = await office.rows(KEEPER, slow.id, 'run');
    expect(row?.problems[0].code).toBe('unit-exists');
  });

  test('is seen by who sent it only, and by nobody else touched', async () => {
    const settings = { ...DECISION, parent: 'quang-nam' };
    const job = await office.check(KEEPER, 'organisation', 'communes', csv(['Tên'], ['xã Hòa Bắc']), { settings });
    for (const path of ['', '/rows']) {
      const { status } = await office.api.get(`/api/v1/imports/${job.id}${path}`, { 'x-actor': 'tl-02@quang-nam.SA' });
      expect(status).toBe(404);
    }
    expect((await office.start('tl-02@quang-nam.SA', job.id, 'all')).status).toBe(404);
    expect((await office.start('tl-01@tam-ky.SA', job.id, 'all')).body.code).toBe('import-other-duty');
    const cancelled = await office.api.post(`/api/v1/imports/${job.id}/cancel`, {}, { 'x-actor': KEEPER });
    expect([cancelled.status, cancelled.body.state]).toEqual([200, 'cancelled']);
    expect((await office.start(KEEPER, job.id, 'all')).body.code).toBe('import-state');
  });

  test('bodies and posts with their holders follow by the names of their units', async () => {
    const settings = DECISION;
    const bodies = csv(
      ['Xã', 'Cơ quan', 'Tên đầy đủ'],
      ['Hòa An', 'Công an', 'Công an xã Hòa An'],
      ['Không có', 'POL', null],
    );
    const job = await office.check(KEEPER, 'organisation', 'bodies', bodies, { settings });
    expect(job).toMatchObject({ good: 1, bad: 1 });
    expect((await office.rows(KEEPER, job.id))[0]?.problems[0]).toMatchObject({
      field: 'unit',
      code: 'unit-not-found',
    });
    await office.carryOut(KEEPER, job.id, 'good');
    const posts = csv(
      ['Cơ quan', 'Chức vụ', 'Mã người giữ'],
      ['hoa-an.POL', 'Phó Trưởng Công an xã', 'ca-07'],
      ['Công an xã Hòa An', 'Phó Trưởng Công an xã', 'ca-08'],
    );
    const second = await office.check(KEEPER, 'organisation', 'posts', posts, { settings });
    expect(second).toMatchObject({ good: 1, bad: 1 });
    expect(await office.carryOut(KEEPER, second.id, 'good')).toMatchObject({ state: 'done', refused: 0 });
    const { bodies: shown } = (await office.api.get('/api/v1/organisation')).body.units.find(
      (unit: { id: string }) => unit.id === 'hoa-an',
    );
    const police = shown.find((body: { body: string }) => body.body === 'hoa-an.POL');
    expect(police.name.vi).toBe('Công an xã Hòa An');
    expect(
      police.posts.map((post: { id: string; holder: { person: string } | null }) => [
        post.id,
        post.holder?.person ?? null,
      ]),
    ).toEqual([
      ['head', null],
      ['pho-truong-cong-an-xa', 'ca-07'],
    ]);
  });
});
