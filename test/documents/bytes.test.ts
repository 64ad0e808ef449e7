/** What the writers promise: the same bytes in any process at any time, limits, numbers and dates in the right form. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { writeDocx } from '../../documents/docx/write.ts';
import { createRenderer, line, Refused } from '../../documents/index.ts';
import { dayInWords, placeOf, withMarks } from '../../documents/model/words.ts';
import { writePdf } from '../../documents/pdf/write.ts';
import { localDate } from '../../domain/time.ts';
import { examplePaper } from './paper.ts';

const run = promisify(execFile);
const xmlOf = async (paper = examplePaper()): Promise<string> =>
  strFromU8(unzipSync(new Uint8Array(await writeDocx(paper)))['word/document.xml'] ?? new Uint8Array());

test('two processes, seconds and time zones apart, write the same bytes', async () => {
  const script = fileURLToPath(new URL('./write-one.ts', import.meta.url));
  const written = async (zone: string): Promise<string> =>
    (await run(process.execPath, [script], { env: { ...process.env, TZ: zone, NODE_OPTIONS: '' } })).stdout;
  const first = await written('UTC');
  const second = Math.floor(Date.now() / 1_000);
  while (Math.floor(Date.now() / 1_000) < second + 3) await new Promise((done) => setTimeout(done, 100)); // zip keeps times to two seconds
  expect(await written('America/St_Johns')).toBe(first);
  expect(first).toMatch(/^[0-9a-f]{64} [0-9a-f]{64}\n$/);
}, 60_000);

describe('the form', () => {
  test.each([
    ['2022-01-05', 'ngày 05 tháng 01 năm 2022'],
    ['2022-06-29', 'ngày 29 tháng 6 năm 2022'],
    ['2022-12-10', 'ngày 10 tháng 12 năm 2022'],
  ])('%s is written %s', (day, words) => {
    expect(dayInWords(localDate(day))).toBe(words);
  });

  test('places are named without their tier, those with a number keep it', () => {
    expect(['thành phố Tam Kỳ', 'phường Tân Thạnh', 'phường 5'].map(placeOf)).toEqual([
      'Tam Kỳ',
      'Tân Thạnh',
      'Phường 5',
    ]);
  });

  test('grounds end in semicolons, the last in a full stop', () => {
    expect(withMarks(['Căn cứ A;', 'Căn cứ B.'])).toEqual(['Căn cứ A;', 'Căn cứ B.']);
  });

  test('a draft says so, and leaves room for number and day', async () => {
    const xml = await xmlOf(examplePaper({ draft: true, date: null, number: { value: null, symbol: '/QĐ-BCĐ' } }));
    expect(xml).toContain('DỰ THẢO');
    expect(xml).toContain('LƯU HÀNH NỘI BỘ');
    expect(xml).toMatch(/Số: [\u00a0 ]+\/QĐ-BCĐ/);
    expect(xml).toMatch(/ngày [\u00a0 ]+ tháng [\u00a0 ]+ năm 2022/);
  });

  test('the military form is refused until somebody may bring it', async () => {
    await expect(async () => writePdf(examplePaper({ profile: 'military' }))).rejects.toThrow('profile-unknown');
    await expect(writeDocx(examplePaper({ profile: 'military' }))).rejects.toThrow('profile-unknown');
  });
});

describe('bad input', () => {
  test('long names are cut, breaks and control characters become spaces', () => {
    expect(line('x'.repeat(10_000))).toBe(`${'x'.repeat(299)}…`);
    expect(line('Ban\r\nChỉ\u0000đạo\u202e\u2028diễn\ttập')).toBe('Ban Chỉ đạo diễn tập');
    expect(line('e\u0302\u0301')).toBe('ế');
  });

  test('they do not reach either writer', async () => {
    const subject = `A\r\n\u0007${'Đ'.repeat(10_000)}\ud800`;
    const paper = examplePaper({ subject, issuer: [subject], recipients: [subject] });
    expect(await xmlOf(paper)).not.toMatch(/Đ{601}/);
    expect((await writePdf(paper)).length).toBeGreaterThan(1_000);
  });

  test('a paper beyond its limits is refused with both numbers, and the thread goes on', async () => {
    const renderer = createRenderer();
    const rows = Array.from({ length: 5_001 }, () => ['1', 'x']);
    const [table] = examplePaper().body.filter((block) => block.kind === 'table');
    if (!table) throw new Error('the example has a table');
    const refused = renderer.render(examplePaper({ body: [{ ...table, rows }] }), 'pdf');
    await expect(refused).rejects.toThrow(Refused);
    await expect(refused).rejects.toMatchObject({ code: 'paper-too-long', params: { rows: 5_001, most: 5_000 } });
    expect((await renderer.render(examplePaper(), 'pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await renderer.render(examplePaper(), 'docx')).subarray(0, 2).toString()).toBe('PK');
    await renderer.close();
  }, 30_000);
});
