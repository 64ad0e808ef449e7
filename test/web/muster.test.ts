/** The muster as a desk meets it: entering with and without a line, the board, the wall; then the run and its review. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContextOptions } from 'playwright-core';
import { Instant, instant } from '../../domain/time.ts';
import { openSite, PHONE, type Site, WIDE, type Window } from './support.ts';

const CITY = '/dien-tap/tam-ky-2022';
/** 09:10 of the opening day: three in five have reported. */
const MORNING = Instant.parse('2022-07-12T02:10:00.000Z');

let site: Site;
let ticking: ReturnType<typeof setInterval>;
beforeAll(async () => {
  site = await openSite({ until: MORNING });
  const begun = Date.now();
  // what a desk enters carries its moment, so the clock of the business goes on
  ticking = setInterval(() => {
    site.clock.now = instant(Date.parse(MORNING) + Date.now() - begun);
  }, 50);
}, 180_000);
afterAll(() => {
  clearInterval(ticking);
  return site?.close();
});

const countsOf = async (unit: string): Promise<unknown[]> => {
  const events = await site.store.read('drill/tam-ky-2022' as Parameters<typeof site.store.read>[0]);
  return events.flatMap(({ type, data }) => (type === 'CountsRecorded' && data.unit === unit ? [data.counts] : []));
};
const desk = async (user: string, options: BrowserContextOptions = WIDE): Promise<Window> => {
  const window = await site.open(user, options);
  await window.goto(`${CITY}/diem-danh?xem=nhap`);
  await window.page.getByRole('button', { name: /Thêm 1 / }).waitFor();
  return window;
};

describe('the board', () => {
  test('says at first glance how many are there and whether the target is met', async () => {
    const window = await site.open('tham-muu');
    await window.goto(`${CITY}/diem-danh`);
    await window.page.getByText('71/120 có mặt').waitFor();
    const text = await window.page.locator('.muster-figure').textContent();
    expect(text).toMatch(/71\/120 có mặt\s*59,17%\s*chỉ tiêu 100%:\s*chưa đạt/);
    await window.page.getByText('Xem bằng bảng số').click();
    await window.page.getByRole('cell', { name: 'G+0:50' }).waitFor();
    expect(await window.axe()).toEqual([]);
    expect(window.faults).toEqual([]);
  }, 60_000);

  test('names the stations that have been silent for more than a quarter of an hour', async () => {
    const window = await site.open('tham-muu');
    await window.goto(`${CITY}/diem-danh`);
    await window.page
      .getByText(/Chưa báo 5\d phút/)
      .first()
      .waitFor();
  }, 60_000);

  test('on the wall has nothing to press and is left by Esc', async () => {
    const window = await site.open('tham-muu');
    await window.page.goto(`${site.url}${CITY}/diem-danh?man-hinh-lon=1`);
    await window.page.locator('.wall').waitFor();
    expect(await window.page.getByRole('button').count()).toBe(0);
    expect(await window.page.getByRole('link').count()).toBe(0);
    await window.page.keyboard.press('Escape');
    await window.page.getByRole('tab', { name: 'Quân nhân dự bị' }).waitFor();
  }, 60_000);
});

describe('the desk', () => {
  test('a press can be taken back for ten seconds, and nothing was sent', async () => {
    const before = await countsOf('phuoc-hoa');
    const { page } = await desk('phuoc-hoa', PHONE);
    await page.getByRole('button', { name: 'Thêm 5 đúng giờ' }).click();
    await page.getByText('Chưa gửi 1').waitFor();
    await page.getByRole('button', { name: /Hoàn tác/ }).click();
    await page.getByText('Đã gửi hết').waitFor();
    expect(await countsOf('phuoc-hoa')).toEqual(before);
  }, 60_000);

  test('presses close together are one report', async () => {
    const before = await countsOf('phuoc-hoa');
    const { page, faults } = await desk('phuoc-hoa');
    await page.getByRole('button', { name: 'Thêm 5 đúng giờ' }).click();
    await page.getByRole('button', { name: 'Thêm 1 đúng giờ' }).click();
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await page.getByText('Đã gửi hết').waitFor();
    expect((await countsOf('phuoc-hoa')).slice(before.length)).toEqual([{ presentOnTime: 33 }]);
    await page.getByRole('heading', { name: /Phước Hòa: 33\/45/ }).waitFor();
    expect(faults).toEqual([]);
  }, 60_000);

  test('what is entered without a line goes out when it is back, and once although the answer was lost', async () => {
    const before = await countsOf('tan-thanh');
    const { page, context } = await desk('tham-muu');
    await page.getByRole('button', { name: /Tân Thạnh/ }).click();
    await page.getByRole('heading', { name: /Tân Thạnh: 24\/40/ }).waitFor();
    let lost = 0;
    await page.route('**/drills/*/commands', async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort('connectionreset');
    });
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Thêm 1 đúng giờ' }).click();
    await page.getByText('Chưa gửi 1').waitFor();
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await page.getByText('Chưa gửi 1').waitFor();
    await context.setOffline(false);
    await page.getByText('Đã gửi hết').waitFor({ timeout: 20_000 });
    expect(lost).toBe(1);
    expect((await countsOf('tan-thanh')).slice(before.length)).toEqual([{ presentOnTime: 25 }]);
  }, 60_000);

  test('what was entered survives closing the page', async () => {
    const before = await countsOf('an-son');
    const window = await desk('tham-muu');
    await window.page.getByRole('button', { name: 'Thêm 1 đúng giờ' }).click();
    await window.page.getByText('Chưa gửi 1').waitFor();
    await window.page.close();
    const page = await window.context.newPage();
    await page.goto(`${site.url}${CITY}/diem-danh?xem=nhap`);
    await page.getByText('Chưa gửi 1').waitFor();
    await page.getByText('Đã gửi hết').waitFor({ timeout: 20_000 });
    expect((await countsOf('an-son')).slice(before.length)).toEqual([{ presentOnTime: 21 }]);
  }, 60_000);

  test('a refused entry is told and stays until somebody has read why', async () => {
    const { page } = await desk('tham-muu');
    await page.getByRole('button', { name: 'Thêm 5 đúng giờ' }).click();
    await site.done('sa-2@tam-ky.SA', 'drill/tam-ky-2022', {
      ...{ type: 'RecordCounts', unit: 'an-son', kind: 'reservist' },
      counts: { absentUnexcused: 14 },
    });
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    const band = page.getByRole('region', { name: 'Điểm danh chưa gửi' });
    await band.getByText(/Không được nhận: .*An Sơn/).waitFor();
    await band.getByRole('button', { name: /Đã rõ/ }).click();
    await band.waitFor({ state: 'detached' });
  }, 60_000);

  test.each([
    ['wide', WIDE],
    ['phone', PHONE],
  ])(
    'is clean, with keys of 44 px: %s',
    async (_, options) => {
      const window = await desk('phuoc-hoa', options);
      expect(await window.axe()).toEqual([]);
      expect(await window.overflow()).toBe(0);
      const box = await window.page.getByRole('button', { name: 'Thêm 1 đúng giờ' }).boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
    },
    60_000,
  );
});

describe('the run', () => {
  test('what is seen is written down in one go, and what is written later says so', async () => {
    const { page, goto, axe } = await site.open('tham-muu');
    await goto(`${CITY}/thuc-hanh`);
    await page.getByText(/đã thực hành 1 giờ 4\d phút/).waitFor();
    await page.getByLabel('Thấy gì').fill('Trạm Phước Hòa đón tiếp nhanh');
    await page.getByLabel('Lúc khác').click();
    await page.getByLabel(/^Giờ/).fill('8:15');
    await page.getByLabel(/^Giờ/).press('Control+Enter');
    const line = page.getByRole('listitem').filter({ hasText: 'Trạm Phước Hòa đón tiếp nhanh' });
    await line.getByText(/ghi bổ sung lúc 09:1\d/).waitFor();
    expect(await axe()).toEqual([]);
  }, 60_000);
});
