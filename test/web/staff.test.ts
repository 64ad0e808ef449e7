/** The standing agency's day in a real browser: verify in place, urge, make an exercise, look at season and register. */
import { expect, test } from '@jest/globals';
import { StreamId } from '../../domain/streams.ts';
import { useOneSite } from './one-site.ts';
import { PHONE, type Window } from './support.ts';

const { open, site } = useOneSite();
const typesOf = async (id: string): Promise<string[]> =>
  (await site().store.read(StreamId.parse(`exercise/${id}`))).map(({ type }) => type);
const isClean = async (here: Window): Promise<void> => {
  expect(await here.axe()).toEqual([]);
  expect(await here.overflow()).toBeLessThanOrEqual(0);
};

test('the first page says what needs a hand; each count is a list of exactly those rows', async () => {
  const here = await open('tham-muu');
  await here.goto('/');
  await here.page.getByRole('heading', { name: 'Bàn tham mưu' }).waitFor();
  await isClean(here);
  await here.page.getByRole('link', { name: /Quá hạn/ }).click();
  const count = Number(await here.page.locator('.queue-card[aria-current] .queue-count').textContent());
  await here.page.getByRole('region', { name: 'Quá hạn' }).waitFor();
  expect(await here.page.getByRole('region', { name: 'Quá hạn' }).locator('tbody tr').count()).toBe(count);
  expect(here.page.url()).toContain('hang=qua-han');
  expect(here.faults).toEqual([]);
}, 60_000);

test('a proof is verified beside its standard, and the next one follows by itself', async () => {
  const here = await open('tham-muu');
  await here.goto('/?hang=xac-minh');
  const rows = here.page.getByRole('region', { name: 'Chờ xác minh' }).locator('tbody tr');
  const before = await rows.count();
  await here.page
    .getByRole('button', { name: /^Xem, xác minh/ })
    .first()
    .click();
  const drawer = here.page.getByRole('dialog');
  await drawer.getByText('Minh chứng cần có').waitFor();
  await drawer.getByText('Minh chứng đã nộp').waitFor();
  const first = (await drawer.getByRole('heading', { level: 2 }).first().textContent()) ?? '';
  await here.page.keyboard.press('j');
  await drawer.getByRole('heading', { name: first }).waitFor({ state: 'detached' });
  await here.page.keyboard.press('k');
  await drawer.getByRole('heading', { name: first }).waitFor();
  await drawer.getByRole('button', { name: 'Xác minh', exact: true }).click();
  await drawer.getByRole('heading', { name: first }).waitFor({ state: 'detached' });
  await here.page.waitForFunction((n) => document.querySelectorAll('.desk-todo tbody tr').length === n - 1, before);
  expect(here.faults).toEqual([]);
}, 60_000);

test('a body is urged once; the row says so and offers it no more', async () => {
  const here = await open('tham-muu');
  await here.goto('/?hang=qua-han');
  await here.page.getByRole('button', { name: 'Đôn đốc X11' }).click();
  await here.page.getByLabel(/Nội dung thêm/).fill('Thành phố họp sáng mai');
  await here.page.getByRole('button', { name: 'Gửi đôn đốc' }).click();
  await here.page.getByText('Đã đôn đốc 1 việc.').waitFor();
  await here.page.getByText(/Đã đôn đốc \d\d:\d\d 31\/05\/2022/).waitFor();
  expect(await here.page.getByRole('button', { name: 'Đôn đốc X11' }).count()).toBe(0);
  expect((await typesOf('an-son-2022')).at(-1)).toBe('TaskUrged');
}, 60_000);

test('a commune exercise is made in four steps; the draft survives a reload', async () => {
  const here = await open('tham-muu');
  const { page } = here;
  await here.goto('/dien-tap/moi');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByText('Cần nhập mục này.').first().waitFor();
  await page.getByRole('combobox', { name: /Loại diễn tập/ }).click();
  await page.getByRole('option', { name: 'Diễn tập chiến đấu xã, phường' }).click();
  await page.getByRole('combobox', { name: /Địa bàn/ }).click();
  await page.getByRole('option', { name: 'phường An Mỹ' }).click();
  await page.getByRole('button', { name: /^Dùng:/ }).click();
  await page.reload();
  await page.getByText(/Đã khôi phục bản nháp/).waitFor();
  await isClean(here);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByLabel(/Ngày T/).fill('20/09/2022');
  await page.getByLabel(/Ngày T/).press('Escape');
  await page.getByText('24 thời hạn').waitFor();
  await page.getByText('T-60').waitFor();
  await isClean(here);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('combobox', { name: /Công an/ }).waitFor();
  await isClean(here);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('heading', { name: /^24 việc, \d+ đơn vị, \d+ va chạm$/ }).waitFor();
  await page.getByRole('button', { name: 'Lập kế hoạch' }).click();
  await page.waitForURL(/\/dien-tap\/an-my-2022/);
  expect(await typesOf('an-my-2022')).toEqual(expect.arrayContaining(['ExerciseDrafted', 'ExercisePlanned']));
}, 90_000);

test('the communes of the city are made one after the other; those on file are left alone', async () => {
  const here = await open('tham-muu');
  const { page } = here;
  await here.goto('/dien-tap/moi?kieu=xa-phuong');
  await page.getByRole('combobox', { name: /Diễn tập thành phố/ }).click();
  await page.getByRole('option', { name: /Tam Kỳ/ }).click();
  expect(await page.getByRole('checkbox', { name: 'Chọn phường An Sơn' }).isDisabled()).toBe(true);
  for (const name of ['xã Tam Ngọc', 'xã Tam Phú']) await page.getByRole('checkbox', { name: `Chọn ${name}` }).check();
  await page.getByRole('radio', { name: 'xã Tam Phú là đơn vị điểm' }).check();
  await page.getByLabel('Ngày T đầu tiên').fill('04/10/2022');
  await page.getByLabel('Ngày T đầu tiên').press('Tab');
  await page.getByRole('button', { name: /Xếp ngày cho/ }).click();
  expect(await page.getByLabel('Ngày T của xã Tam Phú').inputValue()).toBe('04/10/2022');
  expect(await page.getByLabel('Ngày T của xã Tam Ngọc').inputValue()).toBe('11/10/2022');
  await page.getByRole('button', { name: 'Lập 2 hồ sơ' }).click();
  await page.waitForFunction(() => document.querySelectorAll('a[href*="/dien-tap/tam-"][href$="-2022"]').length >= 2);
  const drafted = (await site().store.read(StreamId.parse('exercise/tam-phu-2022')))[0];
  expect(drafted?.data).toMatchObject({ isPilot: true, parentId: 'tam-ky-2022', superiorUnit: 'tam-ky' });
}, 90_000);

test.each([
  ['/dien-tap', 'Diễn tập'],
  ['/mua-dien-tap', 'Lịch mùa diễn tập'],
  ['/so-van-ban', 'Sổ văn bản'],
])(
  '%s reads well on a desk and on a phone',
  async (path, title) => {
    for (const size of [undefined, PHONE]) {
      const here = await open('tham-muu', ...(size ? [size] : []));
      await here.goto(path);
      await here.page.getByRole('heading', { name: title, exact: true }).waitFor();
      await isClean(here);
      expect(here.faults).toEqual([]);
      await here.context.close();
    }
  },
  90_000,
);

test('the season names the exercise and the week of every bar', async () => {
  const here = await open('tham-muu');
  await here.goto('/mua-dien-tap');
  const row = here.page.getByRole('row', { name: /thành phố Tam Kỳ/ });
  await row.getByRole('cell', { name: /khai mạc 07\/07\/2022/ }).waitFor();
  await here.page.getByRole('columnheader', { name: /Tuần từ 30\/05, tuần này/ }).waitFor();
}, 60_000);

test('the register is searched without accents and keeps the search in its address', async () => {
  const here = await open('tham-muu');
  await here.goto('/so-van-ban');
  await here.page.getByRole('searchbox').fill('nghi quyet');
  await here.page.waitForURL(/tim=/);
  const rows = here.page.getByRole('region').locator('tbody tr');
  await rows.first().waitFor();
  for (const text of await rows.allInnerTexts()) expect(text.toLowerCase()).toContain('nghị quyết');
}, 60_000);
