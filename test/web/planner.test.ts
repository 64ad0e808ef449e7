/** The term planner in a real browser: limits, a proposal, moves by keyboard and mouse, saved, submitted, approved. */
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRunner, type Runner } from '../../planner/runner.ts';
import { openSite, PHONE, type Site, WIDE, type Window } from './support.ts';

let site: Site;
let runner: Runner;
let staff: Window;
beforeAll(async () => {
  const waking: { runner?: Runner } = {};
  site = await openSite({ deps: { planner: { wake: () => waking.runner?.wake() } } });
  runner = createRunner(site.db, () => {}, { lookEvery: 200, beatEvery: 50 });
  waking.runner = runner;
  staff = await site.open('tham-muu');
}, 300_000);
afterAll(async () => {
  await runner.stop();
  await site.close();
});

const PICTURES = process.env.PICTURES;
const picture = async ({ page }: Window, name: string): Promise<void> => {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
};

test('limits are set, a plan is proposed, and every cell says why', async () => {
  const { page } = staff;
  await staff.goto('/lap-lich');
  await page.getByText('Chưa có phương án').waitFor();
  await page.getByRole('combobox', { name: 'Xã điểm', exact: true }).fill('An Sơn');
  await page.getByRole('option', { name: 'phường An Sơn' }).click();
  await page.keyboard.press('Escape');
  expect(await staff.axe()).toEqual([]);
  await picture(staff, 'limits');
  await page.getByRole('button', { name: 'Đề xuất phương án' }).click();
  await page.getByText(/Đã chứng minh: cách tối ưu không quá/).waitFor();
  await page.waitForURL(/viec=/);
  await page.getByText('Phương án giữ đủ các quy tắc.').waitFor();
  expect(await page.locator('td[data-full]').count()).toBe(13);
  await page.getByRole('button', { name: /phường An Sơn, tháng 6\/2022, cố định/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('xã điểm, làm trước').waitFor();
  await dialog.getByText('Cuộc diễn tập này đã có ngày; đổi ngày trong hồ sơ diễn tập.').waitFor();
  await dialog.getByRole('button', { name: 'Đóng' }).last().click();
  await picture(staff, 'wide');
  expect(await staff.axe()).toEqual([]);
}, 120_000);

test('the proposal survives a reload, is saved with its proof, and can be submitted', async () => {
  const { page } = staff;
  await page.reload();
  await page.getByText(/Đã chứng minh/).waitFor();
  await page.getByRole('button', { name: 'Lưu phương án' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu phương án' }).click();
  await page.getByText('Lần 1: Đang dự thảo').waitFor();
  await page.getByRole('button', { name: 'Trình phê duyệt' }).waitFor();
}, 60_000);

test('a cell is lifted by Space, moved by arrows and put down; what that breaks is told at once', async () => {
  const { page } = staff;
  const first = page.locator('tbody tr').first().locator('td[data-full] button');
  const label = (await first.getAttribute('aria-label')) ?? '';
  const year = Number(/\/(\d{4})/.exec(label)?.[1]);
  await first.focus();
  await page.keyboard.press('Space');
  await page.getByText(/Đang chuyển/).waitFor({ state: 'attached' });
  await page.keyboard.press(year === 2025 ? 'ArrowLeft' : 'ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByText(/Đã đặt/).waitFor({ state: 'attached' });
  await page.getByText('Có ô sửa tay: chưa có chứng minh tối ưu').waitFor();
  const moved = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(moved).toContain(`/${year === 2025 ? 2024 : year + 1}, cố định`);
  await page.keyboard.press('k');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).not.toContain('cố định');
  await page.keyboard.press('k');
  await page.getByRole('button', { name: 'Bỏ thay đổi' }).click();
  await page.getByText(/Đã chứng minh/).waitFor();
}, 60_000);

test('by mouse: another year of the row takes the cell; the move is saved with its reason', async () => {
  const { page } = staff;
  const row = page.locator('tbody tr').nth(4);
  await row.locator('td:not([data-full]) button').last().click();
  await page.getByText('Có thay đổi chưa lưu').waitFor();
  const problems = page.getByText(/Chỗ trái quy tắc \(\d+\)/);
  const broken = await problems.count();
  await page.getByRole('button', { name: 'Lưu phương án' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do (bắt buộc)').fill('Trùng đại hội');
  await dialog.getByRole('button', { name: 'Lưu phương án' }).click();
  await dialog.waitFor({ state: 'detached' });
  if (broken > 0) {
    await page.getByRole('button', { name: 'Trình phê duyệt' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Trình phê duyệt' }).click();
    await page
      .getByRole('dialog')
      .getByText(/Phương án còn \d+ chỗ trái quy tắc/)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Bỏ', exact: true }).click();
  }
}, 60_000);

test('limits that contradict each other are told by name; softening one solves again', async () => {
  const { page } = staff;
  await page.getByText('Giới hạn', { exact: true }).first().click();
  await page.getByLabel('Ít nhất mỗi năm (%)').fill('31');
  await page.getByRole('button', { name: 'Đề xuất phương án' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'Không có phương án nào' });
  await alert.getByText(/mỗi năm ít nhất 4 trên 13 xã \(31%\), mà 4 × 4 = 16 nhiều hơn 13/).waitFor();
  await picture(staff, 'contradiction');
  expect(await staff.axe()).toEqual([]);
  await alert.getByRole('button', { name: /Cho “Mức thấp nhất mỗi năm” thành mềm/ }).click();
  await page
    .getByText(/Năm \d{4} có \d xã, thiếu \d so với mức 4 \(mềm\)/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Lưu phương án' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu phương án' }).click();
  await page.getByRole('button', { name: 'Trình phê duyệt' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Trình phê duyệt' }).click();
  await page.getByText('Lần 1: Đã trình, chờ phê duyệt').waitFor();
  expect(staff.faults).toEqual([]);
}, 120_000);

test('a leader reads it on a phone in the dark, approves, and the drafts are there', async () => {
  const leader = await site.open('lanh-dao', { ...PHONE, colorScheme: 'dark' });
  const { page } = leader;
  await leader.goto('/lap-lich');
  await page.getByRole('list', { name: 'Bảng xã, phường theo năm' }).waitFor();
  expect(await leader.overflow()).toBe(0);
  expect(await leader.axe()).toEqual([]);
  await picture(leader, 'phone-dark');
  await page.getByRole('button', { name: 'Phê duyệt' }).click();
  await page.getByText('Phê duyệt sẽ mở 10 hồ sơ diễn tập dự thảo').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Phê duyệt' }).click();
  await page.getByText('Lần 1: Đã phê duyệt').waitFor();
  expect(leader.faults).toEqual([]);
  await leader.context.close();
  const dark = await site.open('tham-muu', { ...WIDE, colorScheme: 'dark' });
  await dark.goto('/lap-lich');
  await dark.page.getByText('Lần 1: Đã phê duyệt').waitFor();
  await dark.page.locator('td[data-full] button').first().click();
  await dark.page.getByRole('dialog').getByRole('link', { name: 'Hồ sơ diễn tập' }).waitFor();
  await dark.page.keyboard.press('Escape');
  await picture(dark, 'wide-dark');
  expect(await dark.axe()).toEqual([]);
  await dark.context.close();
}, 120_000);
