/** Papers through the API: what can be made, by version and number, for whom, and never of a secret. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import * as contract from '../../api/contract/index.ts';
import type { Instant } from '../../domain/time.ts';
import { type Api, loadSeason, startApi } from './support.ts';

const CITY = '/api/v1/exercises/tam-ky-2022';
const SA = { 'x-actor': 'sa-01@tam-ky.SA' };
const CLERK = 'vt-01@tam-ky.CLERK';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await loadSeason(api);
}, 120_000);
afterAll(() => api.close());

const list = async () => contract.DocumentList.parse((await api.get(`${CITY}/documents`, SA)).body);
const rowOf = async (kind: string) => {
  const row = (await list()).documents.find((each) => each.kind === kind);
  if (!row) throw new Error(kind);
  return row;
};
const fetchPaper = (file: string, headers: Record<string, string> = SA) =>
  api.app.inject({ method: 'GET', url: `${CITY}/documents/${file}`, headers });
const wordsOf = (docx: Buffer): string =>
  strFromU8(unzipSync(new Uint8Array(docx))['word/document.xml'] ?? new Uint8Array())
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '');

describe('the papers of an exercise', () => {
  test('are listed with their numbers, or with why they cannot be made yet', async () => {
    const { documents } = await list();
    expect(documents).toHaveLength(18);
    expect(await rowOf('steering')).toMatchObject({
      form: 'decree30',
      office: 'tam-ky',
      choices: [{ of: null, number: { written: '812/QĐ-UBND', date: '2022-03-24' } }],
    });
    expect(await rowOf('assignments')).toMatchObject({ symbol: '/TB-BCĐ', choices: [{ number: null }], missing: null });
    expect((await rowOf('review')).missing?.vi).toBe('Chưa mở rút kinh nghiệm');
  });

  test('come as DOCX and PDF, with the number on file, and without one as a draft', async () => {
    const steering = await fetchPaper('steering.docx');
    expect([steering.statusCode, steering.headers['content-type']]).toEqual([
      200,
      expect.stringMatching(/wordprocessing/),
    ]);
    const text = wordsOf(steering.rawPayload);
    expect(text).toContain('Số: 812/QĐ-UBND');
    expect(text).not.toContain('DỰ THẢO');
    expect(wordsOf((await fetchPaper('assignments.docx')).rawPayload)).toContain('DỰ THẢO');
    const pdf = await fetchPaper('steering.pdf?inline=1');
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.headers['content-disposition']).toMatch(/^inline/);
    expect(pdf.headers['content-security-policy']).toContain("frame-ancestors 'self'");
  }, 60_000);

  test('are the same bytes for the same version, told by their tag', async () => {
    const [first, again] = [await fetchPaper('plan.pdf?version=60'), await fetchPaper('plan.pdf?version=60')];
    expect(again.rawPayload.equals(first.rawPayload)).toBe(true);
    const tag = String(first.headers.etag);
    expect(tag).toMatch(/^"60-pdf-/);
    const known = await fetchPaper('plan.pdf?version=60', { ...SA, 'if-none-match': tag });
    expect([known.statusCode, known.rawPayload.length]).toEqual([304, 0]);
    const other = await fetchPaper('plan.pdf?version=20', SA);
    expect(other.headers.etag).not.toBe(tag);
  }, 60_000);

  test('are refused where there is no such version, choice or file', async () => {
    for (const [file, status] of [
      ['plan.pdf?version=99999', 404],
      ['plan.pdf?version=0', 400],
      ['plan.exe', 400],
      ['unknown.pdf', 400],
      ['minutes.pdf?of=khong-co', 404],
      ['minutes.pdf', 404],
      ['reminder.pdf?of=tam-ky.VIEW', 409],
      ['review.pdf', 409],
    ] as const)
      expect([file, (await fetchPaper(file)).statusCode]).toEqual([file, status]);
  });

  test('are for who sees the whole file', async () => {
    expect((await fetchPaper('plan.pdf', { 'x-actor': 'p-01@tam-ky.POL' })).statusCode).toBe(403);
    expect((await fetchPaper('plan.pdf', { 'x-actor': 'p-01@da-nang.SA' })).statusCode).toBe(404);
  });
});

describe('the clerk', () => {
  const register = async (id = 'tam-ky-2022', who = CLERK) => api.get(`/api/v1/registers/${id}`, { 'x-actor': who });

  test('gives the version that was looked at its number; the paper bears it from then on', async () => {
    const { choices } = await rowOf('assignments');
    const paper = { exercise: 'tam-ky-2022', kind: 'assignments', atVersion: choices[0]?.atVersion };
    const date = '2022-05-31';
    api.clock.now = `${date}T02:30:00.000Z` as Instant;
    const given = { type: 'GiveNumber', symbol: '/TB-BCĐ', date, paper };
    expect((await api.command('registers/tam-ky-2022', 'sa-01@tam-ky.SA', given)).status).toBe(403);
    expect((await api.command('registers/tam-ky-2022', CLERK, given)).status).toBe(200);
    expect((await api.command('registers/tam-ky-2022', CLERK, given)).body.code).toBe('paper-numbered');
    expect((await rowOf('assignments')).choices[0]).toMatchObject({ number: { written: '01/TB-BCĐ', date } });
    const text = wordsOf((await fetchPaper('assignments.docx')).rawPayload);
    expect(text).toContain('Số: 01/TB-BCĐ');
    expect(text).toContain('Tam Kỳ, ngày 31 tháng 5 năm 2022');
    expect(text).not.toContain('DỰ THẢO');
    const earlier = wordsOf((await fetchPaper(`assignments.docx?version=${Number(paper.atVersion) - 1}`)).rawPayload);
    expect(earlier).toContain('DỰ THẢO');
  });

  test('two numbers asked for at once are two numbers', async () => {
    const ask = () =>
      api.command('registers/tam-ky-2022', CLERK, {
        ...{ type: 'GiveNumber', symbol: '/TTr-UBND', date: '2022-05-31', subject: 'Tờ trình' },
      });
    const answers = await Promise.all(Array.from({ length: 8 }, ask));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    const { entries } = contract.NumberRegister.parse((await register()).body);
    const numbers = entries.filter(({ symbol }) => symbol === '/TTr-UBND').map(({ number }) => number);
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('imports a register of before, whole or not at all', async () => {
    const rows = (written: string) => ({ type: 'ImportRegister', rows: [{ number: written, date: '2022-02-01' }] });
    expect((await api.command('registers/tam-ky-2022', CLERK, rows('01/TB-BCĐ'))).body.code).toBe('number-row-taken');
    expect((await api.command('registers/tam-ky-2022', CLERK, rows('40/QĐ-UBND'))).status).toBe(200);
    const { series } = contract.NumberRegister.parse((await register()).body);
    expect(series).toContainEqual({ symbol: '/QĐ-UBND', secret: false, last: 40, next: '41/QĐ-UBND' });
  });

  test('the register is read at home and above, elsewhere it is not there', async () => {
    expect((await register('tam-ky-2022', 'x-01@quang-nam.SA')).status).toBe(200);
    expect((await register('tam-ky-2022', 'x-01@da-nang.SA')).status).toBe(404);
    expect((await register('tam-ky-2022', 'x-01@tam-ky.POL')).status).toBe(404);
    expect((await api.get('/api/v1/registers/tam-ky-2022/events', { 'x-actor': 'x-01@da-nang.SA' })).status).toBe(404);
    expect((await register('tam-ky-2024')).body.entries).toEqual([]);
  });
});

test('nothing is drawn up of what is a state secret, also not as of before it was one', async () => {
  const before = (await list()).version;
  const classify = {
    ...{
      type: 'Classify',
      subject: { kind: 'paper', slot: 'plan' },
      level: 'mat',
      decidedBy: 'Bộ CHQS',
      basis: 'mục 3',
    },
  };
  expect((await api.command('exercises/tam-ky-2022', 'sa-1.tam-ky@tam-ky.SA:head', classify)).status).toBe(200);
  for (const version of ['', `?version=${before}`]) {
    const answer = await fetchPaper(`plan.docx${version}`);
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'document-secret']);
  }
  // what it was is not told either: it goes by its neutral name
  expect((await list()).documents.map(({ kind }) => kind)).not.toContain('plan');
  const classified = { ...classify, subject: { kind: 'exercise' }, label: 'Hồ sơ số 7' };
  expect((await api.command('exercises/tam-ky-2022', 'sa-1.tam-ky@tam-ky.SA:head', classified)).status).toBe(200);
  expect((await list()).documents.every(({ choices, missing }) => choices.length === 0 && missing)).toBe(true);
});
