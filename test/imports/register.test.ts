/** A register that an office kept before, from a spreadsheet: its numbers are never given again. */
import { describe, expect, test } from '@jest/globals';
import { csv, useImportOffice } from './support.ts';

const CLERK = 'vt-1.tam-ky@tam-ky.CLERK';
const YEAR = { settings: { year: '2021' } };
const HEAD = ['Số, ký hiệu', 'Ngày ban hành', 'Trích yếu', 'Mật'];

describe('a register of before', () => {
  const office = useImportOffice();
  const entries = async () =>
    (await office.api.get('/api/v1/registers/tam-ky-2021', { 'x-actor': CLERK })).body.entries as {
      written: string;
      secret: boolean;
    }[];

  test('tells each number that cannot be read, stands twice or is of another year, in its row', async () => {
    const file = csv(
      HEAD,
      ['05/QĐ-UBND', '03/02/2021', 'Về việc thành lập tổ', null],
      ['năm', '03/02/2021', null, null],
      ['5/QĐ-UBND', '04/02/2021', 'Trùng số', null],
      ['6/QĐ-UBND', '04/02/2022', null, null],
      ['05/QĐ-UBND', '05/02/2021', 'Tài liệu số 5', 'x'],
    );
    const job = await office.check(CLERK, 'register', 'register', file, YEAR);
    expect(job).toMatchObject({ state: 'checked', good: 2, bad: 3 });
    expect(
      (await office.rows(CLERK, job.id)).map(({ row, problems }) => [row, problems[0].field, problems[0].code]),
    ).toEqual([
      [3, 'number', 'number-unreadable'],
      [4, 'number', 'number-row-taken'],
      [5, 'date', 'register-year'],
    ]);
  });

  test('its good rows are written once, and their numbers are taken', async () => {
    const rows = Array.from({ length: 620 }, (_, n) => [`${n + 1}/QĐ-UBND`, '03/03/2021', `Quyết định ${n + 1}`, null]);
    const job = await office.check(CLERK, 'register', 'register', csv(HEAD, ...rows), YEAR);
    expect(job).toMatchObject({ state: 'checked', good: 620, bad: 0, atOnce: true });
    expect(await office.carryOut(CLERK, job.id, 'all')).toMatchObject({ state: 'done', handled: 620, refused: 0 });
    expect((await entries()).length).toBe(620);
    const again = await office.check(CLERK, 'register', 'register', csv(HEAD, rows[4] ?? []), YEAR);
    expect(again).toMatchObject({ good: 0, bad: 1 });
  });

  test('is the clerk’s to bring in', async () => {
    const file = csv(HEAD, ['700/QĐ-UBND', '03/03/2021', null, null]);
    const job = await office.check('yt-01@tam-ky.HEA', 'register', 'register', file, YEAR);
    expect(job).toMatchObject({ good: 0, bad: 1 });
    expect((await office.rows('yt-01@tam-ky.HEA', job.id))[0]?.problems[0].code).toBe('not-your-body');
  });
});
