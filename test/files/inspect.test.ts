/** A file is what its bytes say, not what its name or its sender does. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strToU8 } from 'fflate';
import { disposition, FILE_KINDS, fileName, inspect } from '../../files/index.ts';
import { bomb, docx, jpeg, ods, odt, pdf, plainZip, png, xlsx } from './samples.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'san-sang-inspect-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const look = async (name: string, bytes: Buffer) => {
  const path = join(folder, 'one');
  await writeFile(path, bytes);
  const found = await inspect(path, bytes.length, name);
  return found.fit ? found.type : found.why;
};

describe('the seven kinds', () => {
  test.each([
    ['bao-cao.pdf', pdf(), FILE_KINDS.pdf.type],
    ['ảnh.PNG', png(), FILE_KINDS.png.type],
    ['a.jpg', jpeg(), FILE_KINDS.jpeg.type],
    ['a.jpeg', jpeg(), FILE_KINDS.jpeg.type],
    ['kế hoạch.docx', docx(), FILE_KINDS.docx.type],
    ['dự toán.xlsx', xlsx(), FILE_KINDS.xlsx.type],
    ['a.odt', odt(), FILE_KINDS.odt.type],
    ['a.ods', ods(), FILE_KINDS.ods.type],
  ])('%s is taken', async (name, bytes, type) => {
    expect(await look(name, bytes)).toBe(type);
  });
});

describe('refused', () => {
  test.each([
    ['a.svg', Buffer.from('<svg onload="alert(1)"/>'), 'kind-not-taken'],
    ['a.html', Buffer.from('<script>'), 'kind-not-taken'],
    ['a.docm', docx(), 'kind-not-taken'],
    ['a', pdf(), 'kind-not-taken'],
    ['a.pdf.exe', pdf(), 'kind-not-taken'],
    ['a.pdf', Buffer.from('<html><script>alert(1)</script>'), 'false-type'],
    ['a.pdf', Buffer.concat([Buffer.from('<html>'), pdf()]), 'false-type'],
    ['a.pdf', png(), 'false-type'],
    ['a.png', jpeg(), 'false-type'],
    ['a.png', Buffer.from([0x89, 0x50]), 'false-type'],
    ['a.docx', plainZip(), 'false-type'],
    ['a.docx', xlsx(), 'false-type'],
    ['a.xlsx', docx(), 'false-type'],
    ['a.docx', odt(), 'false-type'],
    ['a.odt', ods(), 'false-type'],
    ['a.pdf', docx(), 'false-type'],
    ['a.docx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'false-type'],
    ['a.docx', docx().subarray(0, -1), 'false-type'],
    ['a.docx', Buffer.concat([docx(), Buffer.from('<script>')]), 'false-type'],
    ['a.docx', docx({ 'word/vbaProject.bin': strToU8('x') }), 'macros'],
    ['a.xlsx', xlsx({ 'xl/macrosheets/sheet1.xml': strToU8('x') }), 'macros'],
    ['a.docx', docx({}, 'application/vnd.ms-word.document.macroEnabled.main+xml'), 'macros'],
    ['a.ods', ods({ 'Basic/Standard/Module1.xml': strToU8('x') }), 'macros'],
    ['a.odt', odt({ 'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>') }), 'locked'],
    ['a.docx', bomb(301), 'too-large-inside'],
  ])('%s (%#) %s', async (name, bytes, why) => {
    expect(await look(name, bytes)).toBe(why);
  });

  test('an entry under a password', async () => {
    const bytes = docx();
    const entry = bytes.lastIndexOf(Buffer.from('PK\x01\x02'));
    bytes.writeUInt16LE(bytes.readUInt16LE(entry + 8) | 1, entry + 8);
    expect(await look('a.docx', bytes)).toBe('locked');
  });

  test('a list of types that would unpack beyond all measure is not unpacked', async () => {
    const huge = docx({ '[Content_Types].xml': new Uint8Array(20 * 1_048_576) });
    const before = process.memoryUsage().rss;
    expect(await look('a.docx', huge)).toBe('false-type');
    expect(process.memoryUsage().rss - before).toBeLessThan(15 * 1_048_576);
  });
});

describe('a file name', () => {
  test('is kept in NFC, as Vietnamese is typed', () => {
    expect(fileName('Kế hoạch.pdf'.normalize('NFD'))).toBe('Kế hoạch.pdf');
    expect(fileName('  a b.pdf ')).toBe('a b.pdf');
    expect(fileName(`${'a'.repeat(196)}.pdf`)).toHaveLength(200);
  });

  test.each([
    ['a line break', 'a\nb.pdf'],
    ['a turned direction of reading', 'bao-cao\u202efdp.exe'],
    ['an invisible letter', 'a\u200bb.pdf'],
    ['a folder', '../a.pdf'],
    ['a folder of Windows', 'c:\\a.pdf'],
    ['a dot in front', '.a.pdf'],
    ['nothing', '   '],
    ['too much', `${'a'.repeat(197)}.pdf`],
    ['half a character', 'a\ud800.pdf'],
  ])('with %s is refused', (_, name) => {
    expect(fileName(name)).toBeNull();
  });

  test('travels whole to new readers and legibly to old ones', () => {
    expect(disposition('attachment', 'Đề án "A" 100%.pdf')).toBe(
      `attachment; filename="De an _A_ 100_.pdf"; filename*=UTF-8''%C4%90%E1%BB%81%20%C3%A1n%20%22A%22%20100%25.pdf`,
    );
  });
});
