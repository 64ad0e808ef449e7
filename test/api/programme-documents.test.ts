/** Review reports of programmes through the API: by version, numbered by the clerk, for who sees the whole programme. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import * as contract from '../../api/contract/index.ts';
import { dayOf } from '../../domain/time.ts';
import { type Api, loadProgrammes, startApi } from './support.ts';

const AT = '/api/v1/programmes/cu-kuin-2020-2025';
const SA = { 'x-actor': 'sa-01@cu-kuin.SA' };
const CLERK = 'vt-01@cu-kuin.CLERK';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await loadProgrammes(api);
}, 120_000);
afterAll(() => api.close());

const list = async () => contract.DocumentList.parse((await api.get(`${AT}/documents`, SA)).body);
const fetchPaper = (query: string, format = 'docx', headers: Record<string, string> = SA) =>
  api.app.inject({ method: 'GET', url: `${AT}/documents/programme-review.${format}?${query}`, headers });
const wordsOf = async (query: string): Promise<string> =>
  strFromU8(unzipSync(new Uint8Array((await fetchPaper(query)).rawPayload))['word/document.xml'] ?? new Uint8Array())
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '');

test('every review that has opened can be reported on', async () => {
  const { documents } = await list();
  expect(documents).toMatchObject([
    { kind: 'programme-review', form: 'decree30', symbol: '/BC-BCH', office: 'cu-kuin', source: 'programme' },
  ]);
  expect(documents[0]?.choices.map(({ of }) => of)).toEqual(['2021-sixMonth', '2021-yearly']);
  expect((await fetchPaper('of=midTerm')).statusCode).toBe(409);
  expect((await fetchPaper('of=khong-co')).statusCode).toBe(409);
  expect((await fetchPaper('of=2021-yearly&version=99999')).statusCode).toBe(404);
  expect((await fetchPaper('')).statusCode).toBe(400);
});

test('says before the meeting that its figures are not settled, and after it what was frozen', async () => {
  const { version } = await list();
  const now = await wordsOf('of=2021-yearly');
  expect(now).toContain('Số liệu chốt tại hội nghị ngày 24/12/2021');
  expect(now).toContain('Tạo nguồn phát triển đảng viên');
  expect(now).toContain('950/1.000');
  let before = version;
  while (before > 1 && !(await wordsOf(`of=2021-yearly&version=${before}`)).includes('chưa chốt')) before -= 1;
  expect(before).toBeLessThan(version);
  expect(await wordsOf(`of=2021-yearly&version=${before}`)).not.toContain('Kết luận hội nghị');
  const early = { type: 'GiveNumber', symbol: '/BC-BCH', date: dayOf(api.clock.now) };
  const paper = { exercise: 'cu-kuin-2020-2025', kind: 'programme-review', of: '2021-yearly', atVersion: before };
  const year = early.date.slice(0, 4);
  const refused = await api.command(`registers/cu-kuin-${year}`, CLERK, { ...early, paper });
  expect(refused.body.code).toBe('paper-before-meeting');
}, 60_000);

test('is the same bytes for the same version, told by its tag', async () => {
  const { version } = await list();
  const ask = () => fetchPaper(`of=2021-yearly&version=${version}`, 'pdf');
  const [first, again] = [await ask(), await ask()];
  expect(first.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  expect(again.rawPayload.equals(first.rawPayload)).toBe(true);
  const tag = String(first.headers.etag);
  const known = await fetchPaper(`of=2021-yearly&version=${version}`, 'pdf', { ...SA, 'if-none-match': tag });
  expect(known.statusCode).toBe(304);
}, 60_000);

test('bears the number that the clerk gave to the version that was looked at', async () => {
  const choice = (await list()).documents[0]?.choices.find(({ of }) => of === '2021-yearly');
  const paper = { exercise: 'cu-kuin-2020-2025', kind: 'programme-review', of: '2021-yearly' };
  const date = dayOf(api.clock.now);
  const given = { type: 'GiveNumber', symbol: '/BC-BCH', date, paper: { ...paper, atVersion: choice?.atVersion } };
  const at = `registers/cu-kuin-${date.slice(0, 4)}`;
  expect((await api.command(at, CLERK, { ...given, symbol: '/QĐ-UBND' })).body.code).toBe('symbol-of-kind');
  const other = `registers/tam-ky-${date.slice(0, 4)}`;
  expect((await api.command(other, 'vt-01@tam-ky.CLERK', given)).body.code).toBe('register-elsewhere');
  const answer = await api.command(at, CLERK, given);
  if (answer.status !== 200) throw new Error(answer.text);
  expect((await api.command(at, CLERK, given)).body.code).toBe('paper-numbered');
  const text = await wordsOf('of=2021-yearly');
  expect(text).toContain('Số: 01/BC-BCH');
  expect(text).not.toContain('DỰ THẢO');
  expect((await list()).documents[0]?.choices.find(({ of }) => of === '2021-yearly')).toMatchObject({
    atVersion: choice?.atVersion,
    number: { written: '01/BC-BCH', date },
  });
});

test('is for who sees the whole programme', async () => {
  const status = async (who: string) => (await fetchPaper('of=2021-yearly', 'docx', { 'x-actor': who })).statusCode;
  expect(await status('x-01@cu-kuin.PC')).toBe(200);
  expect(await status('x-01@da-nang.SA')).toBe(404);
});
