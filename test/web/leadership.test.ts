/** Two minutes of a leader, the board of readiness, and the log of a file, in a real browser. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { typeDate } from './hands.ts';
import { openSite, PHONE, type Site, WIDE, type Window } from './support.ts';

const SB = 'sb-1.tam-ky@tam-ky.SB:head';
let site: Site;
let leader: Window;
beforeAll(async () => {
  site = await openSite();
  leader = await site.open('lanh-dao');
}, 180_000);
afterAll(() => site.close());

const pagesOnPaper = async ({ page }: Window): Promise<number> => {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  return (pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length;
};

test('a leader reads the verdict, whom it rests on and since when, and prints it on one page', async () => {
  const { page } = leader;
  await leader.goto('/');
  await page.getByText('CHƯA SẴN SÀNG').first().waitFor();
  await page
    .getByText(/\d+ việc quá hạn|\d+ việc chặn cổng/)
    .first()
    .waitFor();
  const why = page.getByRole('region', { name: 'Vì sao' });
  expect(await why.getByRole('row').count()).toBeGreaterThan(1);
  await page.getByText(/so với \d\d\/\d\d\/\d{4}/).waitFor();
  expect(await pagesOnPaper(leader)).toBe(1);
  expect(await leader.axe()).toEqual([]);
  expect(leader.faults).toEqual([]);
}, 90_000);

test('what waits for his decision is decided there, and is then gone', async () => {
  const { page } = leader;
  const waiting = page.getByRole('region', { name: 'Chờ đồng chí quyết định' });
  await waiting
    .getByText(/Xin gia hạn X15/)
    .first()
    .waitFor();
  await waiting.getByRole('button', { name: /^Chấp thuận/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do (bắt buộc)').fill('Chờ số liệu nơi cư trú');
  await dialog.getByRole('button', { name: 'Chấp thuận đến 03/06/2022' }).click();
  await page.getByText('Đã chấp thuận gia hạn.').waitFor();
  await waiting.getByText('Không có việc chờ đồng chí quyết định.').waitFor();
}, 60_000);

test('what changed since his last visit is told in words', async () => {
  const { page } = leader;
  await page.getByRole('region', { name: 'Thay đổi gần đây' }).getByRole('listitem').first().waitFor();
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('san-sang.changes.')));
  await site.done(SB, 'exercise/tam-ky-2022', {
    type: 'RequestExtension',
    task: 'C32',
    until: '2022-08-12',
    reason: 'chờ',
  });
  await leader.goto('/');
  const news = page.getByRole('region', { name: 'Thay đổi từ lần xem trước' });
  await news.getByText(/xin gia hạn C32/).waitFor();
  await news.getByRole('button', { name: 'Đã xem' }).click();
  await news.getByText('Không có gì mới từ lần xem trước.').waitFor();
}, 60_000);

test('the board is walked by keyboard; a cell tells gate, day and whose turn it is', async () => {
  const { page } = leader;
  await leader.goto('/san-sang');
  const grid = page.getByRole('grid');
  await grid.getByRole('link').first().focus();
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter'])
    await page.keyboard.press(key);
  const detail = page.getByRole('dialog');
  await detail.getByText(/Cổng G4 – phường An Sơn/).waitFor();
  await detail.getByText('Hạn của cổng: 02/06/2022').waitFor();
  await detail.getByText(/đang ở: Đảng ủy, UBND xã, phường/).waitFor();
  await page.keyboard.press('Escape');
  await detail.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-at'))).toBe('0:5');
  expect(await leader.axe()).toEqual([]);
}, 60_000);

test('the board of an earlier day, beside another one, is one address', async () => {
  const { page } = leader;
  await leader.goto('/san-sang?ngay=2022-05-16&so=2022-04-20');
  await page.getByText(/so với 20\/04\/2022/).waitFor();
  await page.getByText(/Đồng chí đang xem ngày Thứ Hai 16\/05\/2022/).waitFor();
  await page.getByRole('grid').getByText('trước: Chưa đến').first().waitFor();
  await page.getByRole('slider').press('End');
  await page.waitForURL((address) => !address.searchParams.has('ngay') && address.searchParams.has('so'));
  expect(await leader.overflow()).toBe(0);
  expect(await pagesOnPaper(leader)).toBe(1);
}, 60_000);

test('on a phone the board is a list with verdict and first reason', async () => {
  const phone = await site.open('lanh-dao', PHONE);
  await phone.goto('/san-sang');
  const [first] = await phone.page
    .getByRole('list', { name: /Bảng sẵn sàng/ })
    .getByRole('listitem')
    .allTextContents();
  expect(first).toMatch(/phường An Sơn.*Vướng.*Cổng G4 đến hạn/);
  expect(await phone.overflow()).toBe(0);
  await phone.goto('/');
  await phone.page.getByText('CHƯA SẴN SÀNG').first().waitFor();
  expect(await phone.overflow()).toBe(0);
  await phone.context.close();
}, 60_000);

test('the log is filtered by the address, compared between two days, checked, and taken along as a table', async () => {
  const staff = await site.open('tham-muu', { ...WIDE, colorScheme: 'dark' });
  const { page } = staff;
  await staff.goto('/dien-tap/an-son-2022/nhat-ky?loai=gates&xem=so&tu=2022-04-29');
  await page
    .getByRole('table', { name: 'Các mục nhật ký' })
    .getByText(/Thông qua cổng G3/)
    .waitFor();
  await page.getByText(/^\d+ điểm khác$/).waitFor();
  await page.getByRole('table', { name: 'Khác nhau giữa hai ngày' }).getByText('Nhận định').waitFor();
  await page.getByRole('button', { name: 'Kiểm tra toàn vẹn' }).click();
  await page.getByText(/Nguyên vẹn: \d+ mục, đến vị trí \d+ của sổ cái/).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Xuất CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('nhat-ky-an-son-2022.csv');
  expect(await staff.axe()).toEqual([]);
  expect(staff.faults).toEqual([]);
  await staff.context.close();
}, 90_000);

test('the list of exercises and the season show an earlier day, and offer no act on it', async () => {
  const staff = await site.open('tham-muu');
  const { page } = staff;
  await staff.goto('/dien-tap');
  const row = page.getByRole('row').filter({ hasText: 'Diễn tập chiến đấu phường An Sơn' });
  await row.getByText('G4').waitFor();
  await typeDate(page, /^Tính đến ngày/, '20/04/2022');
  await page.getByText(/Đồng chí đang xem ngày Thứ Tư 20\/04\/2022/).waitFor();
  await row
    .getByText(/G[0-3]/)
    .first()
    .waitFor();
  expect(await page.getByRole('link', { name: /Tạo diễn tập/ }).count()).toBe(0);
  await staff.goto('/mua-dien-tap?ngay=2022-02-01');
  await page.getByText(/Đồng chí đang xem ngày Thứ Ba 01\/02\/2022/).waitFor();
  expect(await staff.axe()).toEqual([]);
  expect(await staff.overflow()).toBe(0);
  expect(staff.faults).toEqual([]);
  await staff.context.close();
}, 60_000);
