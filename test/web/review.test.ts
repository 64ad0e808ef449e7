/** The after-action review in the browser: both figures, limits with their actions, the grade, and a body's own part. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Instant } from '../../domain/time.ts';
import { choose, lastOf, REASON } from './hands.ts';
import { openSite, PHONE, type Site } from './support.ts';

const REVIEW = '/dien-tap/tam-ky-2022/rut-kinh-nghiem';
/** A week after the closing: scored by two, not graded yet. */
const WEEK_AFTER = Instant.parse('2022-07-20T03:00:00.000Z');

let site: Site;
beforeAll(async () => {
  site = await openSite({ until: WEEK_AFTER });
}, 180_000);
afterAll(() => site?.close());

test('points never stand without the share that is backed by evidence', async () => {
  const { page, goto, axe, faults } = await site.open('tham-muu');
  await goto(REVIEW);
  await page.getByText('89,25 điểm · minh chứng 0,00%').waitFor();
  await page.getByText('Động viên QNDB đạt 119/120, chưa đạt chỉ tiêu 100%.').waitFor();
  expect(await axe()).toEqual([]);
  expect(faults).toEqual([]);
}, 60_000);

test('staff write a limit, and it asks for an action until there is one', async () => {
  const { page, goto } = await site.open('tham-muu');
  await goto(REVIEW);
  await page.getByRole('button', { name: 'Ghi hạn chế' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nội dung').fill('Liên lạc với trạm An Sơn gián đoạn');
  await dialog.getByRole('button', { name: 'Ghi F4' }).click();
  const limit = page.getByRole('listitem').filter({ hasText: 'Liên lạc với trạm An Sơn' });
  await limit.getByText('chưa có hành động').waitFor();
}, 60_000);

test('a department sees only what it owes, and reports it complete from its phone', async () => {
  const { page, goto, axe, overflow } = await site.open('y-te', PHONE);
  await goto(`${REVIEW}?hanh-dong=A2`);
  await page.getByText(/A2 Lập mẫu kế hoạch y tế/).waitFor();
  expect(await page.getByText(/A1 Phúc tra/).count()).toBe(0);
  expect([await axe(), await overflow()]).toEqual([[], 0]);
  await page.getByRole('button', { name: 'Báo hoàn thành' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/Đã làm thế nào/).fill('Mẫu kế hoạch số 01/YT');
  await dialog.getByRole('button', { name: 'Báo hoàn thành A2' }).click();
  await page.getByText(/chờ xác minh/).waitFor();
}, 60_000);

test('two scores too far apart wait for the head, who settles one in the review and one on his home', async () => {
  for (const [domain, points] of [
    ['leadership', 5],
    ['documents', 1],
  ] as const)
    await site.done('db-3.tam-ky@tam-ky.DB', 'review/tam-ky-2022', { type: 'RecordScore', domain, points });
  const { page, goto, faults } = await site.open('lanh-dao');
  const dialog = page.getByRole('dialog');
  await goto(`${REVIEW}?chuong=diem`);
  const row = page.getByRole('row').filter({ hasText: 'Cần chủ trì quyết định' }).first();
  await row.getByRole('button', { name: 'Quyết định điểm' }).click();
  await dialog.getByLabel(/^Điểm/).fill('22,5');
  await dialog.getByLabel(REASON).fill('Theo biên bản của hai người chấm');
  await dialog.getByRole('button', { name: 'Ghi 22,5 điểm' }).click();
  await page.getByText('Đã quyết định điểm.').waitFor();
  expect((await lastOf(site, 'review/tam-ky-2022', 'ScoreSettled'))?.data).toMatchObject({ points: 22.5 });

  await goto('/');
  const waiting = page.getByRole('region', { name: 'Chờ đồng chí quyết định' });
  await waiting.getByRole('button', { name: /điểm/i }).first().click();
  await dialog.getByRole('textbox', { name: /^Điểm/ }).fill('17,5');
  await dialog.getByLabel(REASON).fill('Theo biên bản của hai người chấm');
  await dialog.getByRole('button', { name: /17,5/ }).click();
  await dialog.waitFor({ state: 'detached' });
  expect((await lastOf(site, 'review/tam-ky-2022', 'ScoreSettled'))?.data).toMatchObject({
    ...{ domain: 'documents', points: 17.5 },
  });
  expect(faults).toEqual([]);
}, 60_000);

test('scorers are named, who then alone may score; a member of a judged body is refused with the reason', async () => {
  const { page, goto, axe } = await site.open('lanh-dao');
  await goto(`${REVIEW}?chuong=diem`);
  const menu = page.getByRole('button', { name: /^Người chấm và cơ quan được đánh giá/ }).first();
  const dialog = page.getByRole('dialog');
  await menu.click();
  await page.getByRole('menuitem', { name: 'Cơ quan được đánh giá…' }).click();
  await dialog.getByRole('button', { name: 'Thêm cơ quan' }).click();
  await choose(page, dialog, 'Cơ quan', 'y te tam ky', /^Y tế thành phố Tam Kỳ/);
  await dialog.getByLabel(REASON).fill('Y tế chủ trì nội dung này');
  expect(await axe()).toEqual([]);
  await dialog.getByRole('button', { name: /^Ghi \d+ cơ quan$/ }).click();
  await dialog.waitFor({ state: 'detached' });
  expect((await lastOf(site, 'review/tam-ky-2022', 'ScoredBodiesSet'))?.data.bodies).toContain('tam-ky.HEA');

  await menu.click();
  await page.getByRole('menuitem', { name: 'Cử người chấm…' }).click();
  await dialog.getByRole('button', { name: 'Thêm người chấm' }).click();
  await dialog.getByLabel('Mã người').fill('hea-1.tam-ky');
  await choose(page, dialog, 'Cơ quan', 'y te tam ky', /^Y tế thành phố Tam Kỳ/);
  await dialog.getByRole('button', { name: 'Cử 1 người chấm' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Mã người').fill('db-1.tam-ky');
  await choose(page, dialog, 'Cơ quan', 'dao dien tam ky', /^Ban Đạo diễn thành phố Tam Kỳ/);
  await dialog.getByRole('button', { name: 'Cử 1 người chấm' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect((await lastOf(site, 'review/tam-ky-2022', 'ScorersAssigned'))?.data).toMatchObject({
    scorers: [{ person: 'db-1.tam-ky', body: 'tam-ky.DB' }],
  });
}, 60_000);

test('the head of the steering board decides the grade', async () => {
  const { page, goto } = await site.open('lanh-dao');
  await goto(`${REVIEW}?chuong=diem`);
  await page.getByRole('button', { name: 'Xếp loại' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Xếp loại' }).click();
  await page.getByText('Xếp loại: Giỏi').waitFor();
}, 60_000);

test('the whole report is one page to print', async () => {
  const { page, goto, overflow } = await site.open('lanh-dao');
  await goto(`${REVIEW}?in=1`);
  await page.getByRole('heading', { name: 'Báo cáo rút kinh nghiệm' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(
    expect.arrayContaining(['1. Tình hình chung', '10. Khen thưởng', 'Hành động khắc phục', 'Phụ lục']),
  );
  expect(await page.locator('nav').first().isVisible()).toBe(false);
  expect(await overflow()).toBe(0);
}, 60_000);
