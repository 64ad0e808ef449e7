/** Figures of a programme's indicators from a spreadsheet, and its board as one. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { periodIn } from '../../api/imports/periods.ts';
import { periodName } from '../../domain/labels/words-programme.ts';
import { CADENCES, periodsOf } from '../../domain/programme/codes.ts';
import { localDate } from '../../domain/time.ts';
import { xlsxOf } from '../../sheets/index.ts';
import type { Body } from '../support/answer.ts';
import { AGENCY, csv, useImportOffice } from './support.ts';

const ID = 'thu-2021-2025';
const AT = `programmes/${ID}`;
const PARTY = 'mpc-1.tam-ky@tam-ky.MPC:head';
const HEAD = ['Mã chỉ tiêu', 'Kỳ', 'Xã, phường', 'Tử số', 'Mẫu số', 'Giá trị', 'Mức độ', 'Minh chứng', 'Lý do sửa'];

describe('a programme', () => {
  const office = useImportOffice();
  const done = async (who: string, command: object): Promise<void> => {
    const { status, text } = await office.api.command(AT, who, command);
    if (status !== 200) throw new Error(text);
  };
  const figure = async (indicator: string, column: string): Promise<Body> =>
    (await office.api.get(`/api/v1/${AT}/figures/${indicator}/${column}`, { 'x-actor': AGENCY })).body;
  const problems = async (id: string) =>
    (await office.rows(AGENCY, id)).map(({ row, problems: all }) => [
      row,
      all.map((each: Body) => `${each.field} ${each.code}`),
    ]);

  beforeAll(async () => {
    const term = { from: '2021-01-01', to: '2025-12-31' };
    await done(AGENCY, {
      ...{ type: 'OpenProgramme', kind: 'resolution', title: 'Nghị quyết thử', orgUnit: 'tam-ky', term },
      parties: ['tam-ky.SA', 'tam-ky.MPC'],
    });
    const define = (indicator: string, measure: string, cadence: string, more: object = {}) =>
      done(AGENCY, {
        ...{ type: 'DefineIndicator', indicator, nameVi: `Chỉ tiêu ${indicator}`, unit: '%', measure, cadence },
        ...{ owner: 'tam-ky.SA', numerator: 'đạt', ...more },
      });
    const ratio = { denominator: 'tổng số', comparator: 'gte', targets: { '2021': 85 } };
    await define('CK01', 'ratio', 'halfYear', ratio);
    await define('CK02', 'number', 'year', { unit: 'cơ sở' });
    await define('CK03', 'ratio', 'term', ratio);
    await define('CK04', 'ratio', 'quarter', { ...ratio, owner: 'tam-ky.POL' });
    const paper = { number: '05-NQ/ĐUQS', date: '2021-01-20', issuer: 'Đảng ủy Quân sự thành phố' };
    await done(PARTY, { type: 'SignProgramme', paper, reviews: {} });
  });

  test('takes figures by code and period as offices write them, and they wait for another body', async () => {
    const file = csv(
      ['BÁO CÁO SỐ LIỆU CHỈ TIÊU'],
      HEAD,
      ['ck01', '6 tháng đầu năm 2021', null, '1.020', '1.040', null, null, '88/BC-BCH ngày 20/06/2021', null],
      ['CK02', '2021', null, null, null, '32,0', 'khoảng', '90/BC-BCH ngày 20/12/2021', null],
      ['CK01', '2021-H2', 'Tân Thạnh', '10', '12', null, null, '90/BC-BCH ngày 20/12/2021', null],
      ['CK03', 'cả giai đoạn', null, '9', '10', null, null, '90/BC-BCH ngày 20/12/2021', null],
    );
    const job = await office.check(AGENCY, `programme/${ID}`, 'indicator-values', file);
    expect(job).toMatchObject({ state: 'checked', good: 4, bad: 0, atOnce: true, programme: ID, drill: null });
    const before = await office.api.events();
    expect(await office.carryOut(AGENCY, job.id, 'all')).toMatchObject({ state: 'done', handled: 4 });
    // one act for each evidence
    expect((await office.api.events()) - before).toBe(2);
    expect((await figure('CK01', '2021')).figure).toMatchObject({ verdict: 'waiting', value: null });
    const { entries } = await figure('CK02', '2021');
    expect(entries[0].pending).toMatchObject({ value: 32, qualifier: 'about', by: { body: 'tam-ky.SA' } });
    await done(PARTY, { type: 'VerifyValues', values: [{ indicator: 'CK01', period: '2021-H1' }] });
    expect((await figure('CK01', '2021')).figure).toMatchObject({ numerator: 1020, denominator: 1040, verdict: 'met' });
  });

  test('tells each row what is wrong with it, in its place, and writes the good ones', async () => {
    const proof = '12/BC-BCH ngày 05/01/2022';
    const file = csv(
      HEAD,
      ['CK01', '2022-H1', null, '90', '100', null, null, proof, null],
      ['CK99', '2022', null, '1', '2', null, null, proof, null],
      ['CK01', '2022', null, '1', '2', null, null, proof, null],
      ['CK01', 'đầu năm', null, '1', '2', null, null, proof, null],
      ['CK02', '2022', null, '3', '4', null, null, proof, null],
      ['CK02', '2022', null, null, null, '33', 'rất', proof, null],
      ['CK01', '6 tháng đầu năm 2022', null, '91', '100', null, null, proof, null],
      ['CK01', '2021-H1', null, '999', '1040', null, null, proof, null],
      ['CK04', 'Quý I/2022', null, '3', '4', null, null, proof, null],
      ['CK03', 'cả giai đoạn', 'Tân Thạnh', '3', '4', null, null, proof, null],
      ['CK02', '2024', null, null, null, '3', null, proof, null],
      ['CK02', '2021', null, null, null, '2,5', null, null, null],
      ['CK01', '2022-H1', 'xã Không Có', '12', '10,5', null, null, proof, null],
      ['CK01', '2021-H1', null, '1.021', '1.040', null, null, proof, 'Cộng lại số của hai xã'],
      ['CK03', 'toàn khóa', null, '8', '10', null, null, proof, null],
      ['CK02', '2025', null, null, null, null, null, null, null],
    );
    const job = await office.check(AGENCY, `programme/${ID}`, 'indicator-values', file);
    // the last row only stands ready: it asks for nothing
    expect(job).toMatchObject({ rows: 15, good: 2, bad: 13 });
    expect(await problems(job.id)).toEqual([
      [3, ['indicator indicator-unknown']],
      [4, ['indicator period-wrong']],
      [5, ['period not-a-period']],
      [6, ['value value-form']],
      [7, ['qualifier not-a-choice']],
      [8, ['indicator value-twice']],
      [9, ['value correction-without-reason']],
      [10, [expect.stringMatching(/not-your-body/)]],
      [11, ['value value-mixed']],
      [12, ['value period-ahead']],
      [13, ['evidence missing']],
      [14, ['denominator not-whole']],
      [15, ['indicator value-twice']],
    ]);
    expect((await office.start(AGENCY, job.id, 'all')).body.code).toBe('import-bad-rows');
    expect(await office.carryOut(AGENCY, job.id, 'good')).toMatchObject({ state: 'done', handled: 2, refused: 0 });
    const again = await office.check(AGENCY, `programme/${ID}`, 'indicator-values', file);
    const before = await office.api.events();
    await office.carryOut(AGENCY, again.id, 'good');
    expect(await office.api.events()).toBe(before);
  });

  test('takes a correction with its reason', async () => {
    const row = ['CK01', '2021-H1', null, '1.021', '1.040', null, null, '13/BC-BCH', 'Cộng lại số của hai xã'];
    const job = await office.check(AGENCY, `programme/${ID}`, 'indicator-values', csv(HEAD, row));
    expect(job).toMatchObject({ good: 1, bad: 0 });
    expect(await office.carryOut(AGENCY, job.id, 'all')).toMatchObject({ state: 'done', refused: 0 });
    const { entries } = await figure('CK01', '2021');
    expect(entries[0].pending).toMatchObject({ numerator: 1021, reason: 'Cộng lại số của hai xã' });
  });

  test('takes more figures than one command holds, as one act or not at all', async () => {
    for (const indicator of ['CK05', 'CK06'])
      await done(PARTY, {
        ...{ type: 'DefineIndicator', indicator, nameVi: 'Theo xã', unit: '%', measure: 'ratio', cadence: 'month' },
        ...{ owner: 'tam-ky.SA', numerator: 'đạt', denominator: 'tổng', reason: 'Bổ sung' },
      });
    const { units } = (await office.api.get('/api/v1/organisation', { 'x-actor': AGENCY })).body;
    const months = periodsOf('month', { from: localDate('2021-01-01'), to: localDate('2022-05-31') });
    const rows = ['CK05', 'CK06'].flatMap((code) =>
      (units as Body[]).flatMap(({ id }) =>
        months.map((month) => [code, month, id, '3', '4', null, null, '1/BC', null]),
      ),
    );
    expect(rows.length).toBeGreaterThan(300);
    const job = await office.check(AGENCY, `programme/${ID}`, 'indicator-values', csv(HEAD, ...rows));
    expect(job).toMatchObject({ good: rows.length, bad: 0, atOnce: true });
    const before = await office.api.events();
    expect(await office.carryOut(AGENCY, job.id, 'all')).toMatchObject({ state: 'done', handled: rows.length });
    expect((await office.api.events()) - before).toBe(Math.ceil(rows.length / 300));
  });

  test('hands out a sheet with its indicators and periods, which comes back as an import', async () => {
    const answer = await office.api.app.inject({
      url: `/api/v1/imports/programme/${ID}/template?column=2022`,
      headers: { 'x-actor': AGENCY },
    });
    expect(answer.statusCode).toBe(200);
    const [titles = [], ...rows] = await readSheet(answer.rawPayload);
    expect(rows.map((row) => row.slice(0, 3)).slice(0, 4)).toEqual([
      ['CK01', 'Chỉ tiêu CK01', '6 tháng đầu năm 2022'],
      ['CK01', 'Chỉ tiêu CK01', '6 tháng cuối năm 2022'],
      ['CK02', 'Chỉ tiêu CK02', 'năm 2022'],
      ['CK03', 'Chỉ tiêu CK03', 'cả giai đoạn'],
    ]);
    const told = rows.map((row) => titles.map((_, at) => (row[at] ?? null) as string | null));
    const filled = told.map((row) => (row[0] === 'CK02' ? [...row.slice(0, 6), 40, null, '7/BC-BCH', null] : row));
    const file = await xlsxOf([{ name: 'Số liệu', titles: titles.map(String), rows: filled }]);
    const job = await office.check(AGENCY, `programme/${ID}`, 'indicator-values', file, { name: 'so-lieu.xlsx' });
    expect(job).toMatchObject({ rows: 1, good: 1, bad: 0 });
    const police = await office.api.app.inject({
      url: `/api/v1/imports/programme/${ID}/template?column=2022&format=csv`,
      headers: { 'x-actor': 'ca-01@tam-ky.POL' },
    });
    const codes = police.body
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.slice(0, 4));
    expect(new Set(codes)).toEqual(new Set(['CK04']));
  });

  test('is not there for who does not see it, and takes nothing from who only looks on', async () => {
    const file = csv(HEAD, ['CK01', '2022-H1', null, '90', '100', null, null, 'A', null]);
    const answers = await Promise.all(
      ['ng-01@da-nang.SA', 'ng-01@tam-ky.VIEW', AGENCY].map((who, n) =>
        office.send(who, `programme/${n === 2 ? 'khong-co' : ID}`, 'indicator-values', file),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 403, 404]);
    const wrong = await office.send(AGENCY, 'drill/tk', 'indicator-values', file);
    expect([404, 422]).toContain(wrong.status);
  });

  test('is exported as its board, a column for each year, and figure by figure', async () => {
    const file = async (query: string) =>
      office.api.app.inject({ url: `/api/v1/exports/${AT}?language=vi&${query}`, headers: { 'x-actor': AGENCY } });
    const [titles, first] = await readSheet((await file('format=xlsx')).rawPayload);
    expect(titles?.slice(4)).toEqual(['2021', '2022', '2023', '2024', '2025', 'Cả giai đoạn']);
    expect([first?.[0], first?.[4]]).toEqual(['CK01', '98,08% (1.020/1.040) – Đạt']);
    const lines = (await file('format=csv&table=figures')).body.split('\r\n');
    expect(lines.find((line) => line.startsWith('CK01,') && line.includes(',2021,'))).toContain(',85,1020,1040,98.08,');
    const list = await office.api.app.inject({
      url: '/api/v1/exports/programmes?format=csv&language=vi',
      headers: { 'x-actor': AGENCY },
    });
    expect(list.body).toContain('Nghị quyết thử');
  });
});

describe('a period', () => {
  test.each([
    ['2021', '2021'],
    ['Năm 2021', '2021'],
    ['6T đầu năm 2021', '2021-H1'],
    ['sáu tháng cuối năm 2021', '2021-H2'],
    ['Quý III/2021', '2021-Q3'],
    ['Q4/2021', '2021-Q4'],
    ['quý 2 năm 2021', '2021-Q2'],
    ['01/2021', '2021-01'],
    ['T9/2021', '2021-09'],
    ['2021-1', '2021-01'],
    ['01/03/2021', '2021-03'],
    ['Cả giai đoạn', 'term'],
  ])('%s is %s', (said, period) => {
    expect(periodIn(said)).toBe(period);
  });

  test.each(['', '21', '2021-H3', '2021-Q5', '13/2021', '02/03/2021', 'quý năm 2021', 'nửa năm'])(
    '%s is none',
    (said) => {
      expect(periodIn(said)).toBeNull();
    },
  );

  test('is read back as it is called, in both languages', () => {
    const term = { from: localDate('2021-01-01'), to: localDate('2022-12-31') };
    for (const period of CADENCES.flatMap((cadence) => periodsOf(cadence, term)))
      for (const language of ['vi', 'en'] as const) expect(periodIn(periodName(period, language))).toBe(period);
  });
});
