/** Importing and exporting tables as people meet it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { newSealKey, parseSealKey } from '../../db/sealed/seal.ts';
import { diskStorage } from '../../files/index.ts';
import { xlsxOf } from '../../sheets/index.ts';
import { openSite, PHONE, type Site, type Window } from './support.ts';

let site: Site;
let folder = '';
let staff: Window;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'san-sang-web-imports-'));
  const files = {
    storage: diskStorage(join(folder, 'kept')),
    scan: null,
    spool: join(folder, 'spool'),
    mostBytes: 1_048_576,
  };
  site = await openSite({ deps: { files, sealed: parseSealKey(newSealKey()) } });
  const drill = { type: 'PrepareDrill', exercise: 'tam-ky-2022', orgUnit: 'tam-ky' };
  await site.done('tl-01@tam-ky.SA', 'drill/tam-ky-2022', drill);
  staff = await site.open('tham-muu');
}, 180_000);
afterAll(async () => {
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

const tableFile = async (name: string, rows: readonly (readonly (string | number)[])[]): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, await xlsxOf([{ name: 'Chỉ tiêu', titles: ['Địa bàn', 'Loại', 'Nhóm', 'Chỉ tiêu'], rows }]));
  return path;
};

const sendQuotas = async ({ page, goto }: Window, path: string): Promise<void> => {
  await goto('/nhap?loai=quotas&dt=tam-ky-2022');
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
  await page.getByRole('button', { name: /^Ghi \d+ dòng$/ }).waitFor();
};

test('the way from the template to the good rows: problems in place, a choice, a result that survives a reload', async () => {
  const { page, goto, axe } = staff;
  await goto('/nhap');
  expect(await axe()).toEqual([]);
  await goto('/nhap?loai=quotas&dt=tam-ky-2022');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /Tải tệp mẫu/ }).click();
  const template = await (await download).path();
  expect((await readSheet(await readFile(template)))[0]).toEqual(expect.arrayContaining(['Địa bàn *', 'Chỉ tiêu *']));
  await sendQuotas(
    staff,
    await tableFile('co-loi.xlsx', [
      ['Tân Thạnh', 'QNDB', 'LX-B2', 40],
      ['xã Lạ', 'QNDB', 'LX-B2', 41],
      ['An Sơn', 'xe đạp', 'LX-B2', 42],
    ]),
  );
  await page.getByText('3 dòng: 1 đúng, 2 có lỗi.').waitFor();
  const table = page.getByRole('region', { name: 'Dòng có lỗi' });
  expect(await table.getByRole('rowheader').allTextContents()).toEqual(['3', '4']);
  expect(await table.locator('[data-wrong]').allTextContents()).toEqual(['xã Lạ', 'xe đạp']);
  expect(await page.getByRole('radio', { name: /Tất cả hoặc không dòng nào/ }).isDisabled()).toBe(true);
  expect(await axe()).toEqual([]);
  await page.reload();
  await page.getByRole('button', { name: 'Ghi 1 dòng' }).click();
  await page.getByText('Đã ghi 1 dòng.').waitFor();
  await page.reload();
  await page.getByText('Đã ghi 1 dòng.').waitFor();
  expect(await axe()).toEqual([]);
  await goto('/nhap');
  await page.getByRole('link', { name: 'co-loi.xlsx' }).waitFor();
  expect(staff.faults).toEqual([]);
}, 120_000);

test('a file that is none is refused with words, and what was typed stays', async () => {
  const { page, goto } = staff;
  const path = join(folder, 'anh.xlsx');
  await writeFile(path, 'no workbook');
  await goto('/nhap?loai=quotas&dt=tam-ky-2022');
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
  await page.getByText('Nội dung tệp không phải bảng tính XLSX.').waitFor();
  await page.getByText('Không dòng nào được ghi.').waitFor();
}, 60_000);

test('a table is exported from its page, and a phone shows the whole way without scrolling sideways', async () => {
  const { page, goto } = staff;
  await goto('/dien-tap/tam-ky-2022/viec');
  await page.getByRole('button', { name: 'Xuất XLSX/CSV' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Bảng tính XLSX' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('viec-tam-ky-2022.xlsx');
  expect((await readSheet(await readFile(await file.path()))).length).toBeGreaterThan(30);
  const phone = await site.open('tham-muu', PHONE);
  await sendQuotas(phone, await tableFile('dien-thoai.xlsx', [['Tân Thạnh', 'PTKT', 'XE-TAI', 3]]));
  expect(await phone.overflow()).toBe(0);
  expect(await phone.axe()).toEqual([]);
  await phone.context.close();
}, 120_000);
