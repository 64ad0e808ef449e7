/** Files that are no table that is taken: each refused by name, before anything of it is unpacked or written. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { MOST_CHARACTERS, openTable, SheetFault, xlsxOf } from '../../sheets/index.ts';
import { csv, KEEPER, useImportOffice } from './support.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'san-sang-sheets-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = async (name: string, bytes: Uint8Array) => {
  const path = join(folder, 'table');
  await writeFile(path, bytes);
  const reading = await openTable(path, bytes.length, name);
  const rows: unknown[] = [];
  for await (const batch of reading.batches()) rows.push(...batch);
  await reading.close();
  return { rows, merged: reading.merged };
};
const faultOf = async (name: string, bytes: Uint8Array): Promise<string> => {
  try {
    await read(name, bytes);
    return 'taken';
  } catch (error) {
    return error instanceof SheetFault ? `${error.code} ${JSON.stringify(error.params)}` : String(error);
  }
};
const workbook = (rows: readonly (readonly string[])[] = [['a', 'b']]) =>
  xlsxOf([{ name: 'Xã', titles: ['Tên', 'Mã'], rows }]);
const SHEET = 'xl/worksheets/sheet1.xml';
const changed = async (change: (parts: Record<string, Uint8Array>) => void): Promise<Uint8Array> => {
  const parts = unzipSync(new Uint8Array(await workbook()));
  change(parts);
  return zipSync(parts);
};
const inSheet = (from: string | RegExp, to: string) =>
  changed((parts) => {
    parts[SHEET] = strToU8(
      Buffer.from(parts[SHEET] ?? [])
        .toString('utf8')
        .replace(from, to),
    );
  });

describe('a workbook', () => {
  test('is read with its empty rows in place, in Vietnamese to the letter', async () => {
    const { rows } = await read('bang.xlsx', await workbook([['Đặng Thị Ứớc', 'x'], [], ['=1+1', 'y']]));
    expect(rows).toEqual([
      ['Tên', 'Mã'],
      ['Đặng Thị Ứớc', 'x'],
      [null, null],
      ['=1+1', 'y'],
    ]);
  });

  test('with macros, a password, or nothing of a workbook inside is refused', async () => {
    const macros = await changed((parts) => {
      parts['xl/vbaProject.bin'] = strToU8('x');
    });
    expect(await faultOf('a.xlsx', macros)).toMatch(/^sheet-macros/);
    expect(await faultOf('a.xlsm', await workbook())).toMatch(/^sheet-macros/);
    expect(await faultOf('a.xls', await workbook())).toMatch(/^sheet-kind/);
    expect(await faultOf('a.pdf', strToU8('%PDF-1.7'))).toMatch(/^sheet-kind/);
    expect(await faultOf('a.xlsx', strToU8('%PDF-1.7'))).toMatch(/^sheet-false-type/);
    expect(await faultOf('a.xlsx', zipSync({ 'a.txt': strToU8('x') }))).toMatch(/^sheet-false-type/);
    expect(await faultOf('a.xlsx', Buffer.from('D0CF11E0A1B11AE1', 'hex'))).toMatch(/^sheet-false-type/);
  });

  test('that would fill the machine is refused before it is unpacked', async () => {
    const bomb = await changed((parts) => {
      parts['xl/media/big.bin'] = new Uint8Array(60_000_000);
    });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await faultOf('a.xlsx', bomb)).toMatch(/^sheet-bomb/);
    const large = new Uint8Array(20 * 1024 * 1024 + 1);
    expect(await faultOf('a.xlsx', large)).toBe('sheet-too-large {"most":20}');
  });

  test('that lies about the size of a part is refused', async () => {
    const honest = Buffer.from(
      await changed((parts) => {
        parts['xl/media/big.bin'] = new Uint8Array(40_000_000);
      }),
    );
    const directory = honest.lastIndexOf(Buffer.from('xl/media/big.bin')) - 46;
    honest.writeUInt32LE(1_000, directory + 24);
    expect(await faultOf('a.xlsx', honest)).toMatch(/^sheet-(bomb|damaged)/);
  });

  test('that hides a part between its parts is refused', async () => {
    const bytes = Buffer.from(await workbook());
    const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    const start = bytes.readUInt32LE(end + 16);
    const hidden = Buffer.alloc(64, 1);
    const moved = Buffer.concat([bytes.subarray(0, start), hidden, bytes.subarray(start)]);
    moved.writeUInt32LE(start + hidden.length, end + hidden.length + 16);
    expect(await faultOf('a.xlsx', moved)).not.toBe('taken');
  });

  test('with a million rows, a far column, or a long cell says where the limit is', async () => {
    expect(await faultOf('a.xlsx', await inSheet('<row r="2"', '<row r="1000000"'))).toBe('sheet-rows {"most":100000}');
    expect(await faultOf('a.xlsx', await inSheet('r="B2"', 'r="XFD2"'))).toBe(
      'sheet-columns {"most":"IV","found":"XFD"}',
    );
    expect(await faultOf('a.xlsx', await workbook([['x'.repeat(MOST_CHARACTERS + 1)]]))).toBe(
      'sheet-cell {"place":"A2","most":10000}',
    );
  });

  test('tells its merged cells by place', async () => {
    const merged = await inSheet(
      '</sheetData>',
      '</sheetData><mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>',
    );
    expect((await read('a.xlsx', merged)).merged).toEqual(['A2:B2']);
  });
});

describe('a CSV', () => {
  const ROWS = [
    ['Tên', 'Số, chữ'],
    ['Đà Nẵng', 'a;b'],
  ];
  const text = (delimiter: string) => ROWS.map((row) => row.map((cell) => `"${cell}"`).join(delimiter)).join('\r\n');

  test.each<[string, Buffer]>([
    ['UTF-8 with commas', Buffer.from(text(','))],
    ['UTF-8 with its mark and semicolons', Buffer.from(`\uFEFF${text(';')}`)],
    ['UTF-8 with tabs', Buffer.from(text('\t'))],
    ['UTF-16 of Excel', Buffer.from(`\uFEFF${text('\t')}`, 'utf16le')],
    ['UTF-16 without its mark', Buffer.from(text(';'), 'utf16le')],
    ['UTF-16 big-endian', Buffer.from(`\uFEFF${text(',')}`, 'utf16le').swap16()],
    ['with a line that names its delimiter', Buffer.from(`sep=;\r\n${text(';')}`)],
  ])('in %s is read', async (_, bytes) => {
    expect((await read('bang.csv', bytes)).rows).toEqual(ROWS);
  });

  test('in any other encoding is refused by its name', async () => {
    const windows1258 = Buffer.from([
      0x54, 0x65, 0xec, 0x6e, 0x20, 0x61, 0xcc, 0x2c, 0x62, 0x0a, 0x6f, 0xf2, 0x2c, 0x63,
    ]);
    expect(await faultOf('a.csv', windows1258)).toBe('sheet-encoding {"found":"Windows-1258"}');
    const tcvn3 = Buffer.from([0x54, 0xaa, 0x6e, 0x20, 0xae, 0xb5, 0x2c, 0xb8, 0xb9, 0xbe, 0x0a]);
    expect(await faultOf('a.csv', tcvn3)).toBe('sheet-encoding {"found":"TCVN3 (ABC), VNI"}');
  });

  test('with broken quotes or too many rows is refused, an empty one too', async () => {
    expect(await faultOf('a.csv', Buffer.from('a,b\n"c,d\n'))).toMatch(/^sheet-quotes/);
    expect(await faultOf('a.csv', Buffer.from('a\n'.repeat(100_002)))).toBe('sheet-rows {"most":100000}');
    expect(await faultOf('a.csv', Buffer.from(' \n\n'))).toMatch(/^sheet-empty|taken/);
    expect(await faultOf('a.csv', Buffer.from('\n\n'))).toMatch(/^sheet-empty/);
  });

  test('written here comes back as it was, what looks like a formula too', async () => {
    const wild = ['=1+1', '-2', '@x', "O'Neil", 'a"b'];
    expect((await read('a.csv', csv(wild))).rows).toEqual([wild]);
  });
});

describe('an import', () => {
  const office = useImportOffice();
  const settings = {
    paperNumber: '1',
    paperDate: '15/05/2022',
    paperIssuer: 'x',
    validFrom: '20/05/2022',
    parent: 'quang-nam',
  };
  const send = (name: string, file: Buffer, more: object = {}) =>
    office.send(KEEPER, 'organisation', 'communes', file, { name, settings, ...more });

  test('of a file that is none says so at once or at its address, and writes nothing', async () => {
    const before = await office.api.events();
    const answers = [
      await send('a.xlsm', csv(['Tên'])),
      await send('a.docx', csv(['Tên'])),
      await send('a.csv', Buffer.alloc(0)),
      await send('../a?.csv', csv(['Tên'], ['x'])),
      await send('a.csv', csv(['Tên'], ['x']), { settings: { ...settings, paperDate: 'hôm qua' } }),
      await send('a.csv', csv(['Tên'], ['x']), { settings: {} }),
    ];
    expect(answers.map(({ status, body }) => `${status} ${body.code}`)).toEqual([
      '422 sheet-macros',
      '415 sheet-kind',
      '422 file-needed',
      '422 file-name',
      '422 import-settings',
      '422 import-settings',
    ]);
    expect(answers[4]?.body.messages.vi.what).toMatch(/chưa đúng: Ngày quyết định\./);
    const stopped = await office.check(KEEPER, 'organisation', 'communes', csv(['Cột lạ'], ['x']), { settings });
    expect(stopped).toMatchObject({ state: 'stopped', fault: { code: 'import-columns', status: 422 } });
    expect(stopped.fault.messages.vi.what).toMatch(/Thiếu cột: “Tên” \(Name\)/);
    const merged = await inSheet(
      '</sheetData>',
      '</sheetData><mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>',
    );
    const told = await office.check(KEEPER, 'organisation', 'communes', Buffer.from(merged), {
      name: 'a.xlsx',
      settings,
    });
    expect(told.fault.messages.vi.what).toBe('Có ô gộp trong vùng dữ liệu: A2:B2.');
    expect(await office.api.events()).toBe(before);
  });

  test('is refused to who may not write, before his file is looked at', async () => {
    for (const [who, status] of [
      ['ld-01@quang-nam.VIEW', 403],
      ['admin', 403],
    ] as const)
      expect([who, (await office.send(who, 'organisation', 'communes', csv(['x']))).status]).toEqual([who, status]);
    expect((await office.send(KEEPER, 'users', 'users', csv(['x']))).status).toBe(403);
  });
});
