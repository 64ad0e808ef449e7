/** A calendar of one's own: made and shown once, read by a program, taken back. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openSite, PHONE, type Site, WIDE } from './support.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

test('from the calendar to an address that a program reads, until it is taken back', async () => {
  const { page, goto, faults } = await site.open('y-te', WIDE);
  await goto('/lich');
  await page.getByRole('link', { name: 'Lịch trên máy' }).click();
  await page.getByText('Chưa có địa chỉ lịch nào.').waitFor();
  await page.getByRole('button', { name: 'Tạo địa chỉ' }).click();
  const field = page.getByLabel('Địa chỉ lịch', { exact: true });
  const address = await field.inputValue();
  const text = await (await fetch(address)).text();
  expect(text).toContain('UID:tam-ky-2022.C18@');
  await page.reload();
  await page.getByRole('button', { name: /^Thu hồi địa chỉ lịch/ }).waitFor();
  expect(await field.count()).toBe(0);
  await page.getByRole('button', { name: /^Thu hồi địa chỉ lịch/ }).click();
  await page.getByText('Chưa có địa chỉ lịch nào.').waitFor();
  expect((await fetch(address)).status).toBe(404);
  expect(faults).toEqual([]);
}, 60_000);

test.each([
  ['wide, dark', { ...WIDE, colorScheme: 'dark' as const }],
  ['phone', PHONE],
])(
  'the address that was just made is clean: %s',
  async (_, options) => {
    const window = await site.open('tham-muu', options);
    await window.goto('/tai-khoan');
    await window.page.getByRole('button', { name: 'Tạo địa chỉ' }).click();
    await window.page.getByLabel('Địa chỉ lịch', { exact: true }).waitFor();
    expect([await window.axe(), await window.overflow()]).toEqual([[], 0]);
  },
  60_000,
);

test('a part of the administration that does not exist says so under a heading', async () => {
  const window = await site.open('tham-muu', WIDE);
  await window.goto('/quan-tri/khong-co');
  await window.page.getByRole('heading', { level: 1, name: 'Quản trị' }).waitFor();
  expect(await window.axe()).toEqual([]);
}, 60_000);
