/** Programmes in a real browser: the board, figures entered and verified, a review from its opening to its meeting, what changed. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadProgrammes } from '../api/support.ts';
import { at } from '../support/domain.ts';
import { openSite, PHONE, type Site, WIDE, type Window } from './support.ts';

const ID = 'tam-ky-dan-quan-2022-2025';
const STREAM = `programme/${ID}`;
const MPC = 'mpc-2.tam-ky@tam-ky.MPC';
let site: Site;
let staff: Window;
beforeAll(async () => {
  site = await openSite();
  await loadProgrammes(site);
  staff = await site.open('tham-muu', WIDE);
}, 180_000);
afterAll(() => site.close());

test('the list names every programme of the locality with its figures and its next review', async () => {
  const { page } = staff;
  await staff.goto('/chuong-trinh');
  const row = page.getByRole('row').filter({ hasText: 'lực lượng dân quân thành phố' });
  await row.getByText('7 Đạt').waitFor();
  await row.getByText('Sơ kết 6 tháng đầu năm 2022').waitFor();
  expect(await staff.axe()).toEqual([]);
  expect(staff.faults).toEqual([]);
}, 60_000);

test('the board shows actual beside target, and a figure opens the events behind it', async () => {
  const { page } = staff;
  await staff.goto(`/chuong-trinh/${ID}`);
  const board = page.getByRole('region', { name: /Chỉ tiêu theo năm/ });
  await board.getByText('Yêu cầu ≥ 27,32%').waitFor();
  await board.getByRole('button', { name: /TK06, 2022.*Đạt.*27,32% \(683\/2\.500\)/ }).click();
  const detail = page.getByRole('dialog');
  await detail.getByText('62/BC-BCH ngày 24/05/2022').first().waitFor();
  await detail.getByText('tam-ky.MPC').first().waitFor();
  await detail.getByText('Công thức ratio/1').waitFor();
  expect(await staff.axe()).toEqual([]);
  await page.keyboard.press('Escape');
  await detail.waitFor({ state: 'detached' });
  expect(await staff.overflow()).toBeLessThanOrEqual(0);
}, 60_000);

test('a corrected figure needs a reason, waits for another body, and then counts', async () => {
  const { page } = staff;
  await staff.goto(`/chuong-trinh/${ID}/so-lieu`);
  const line = page.getByRole('group', { name: /^TK10/ });
  await line.getByText('95,00% (950/1.000) · đã xác minh').waitFor();
  await line.getByLabel(/^Tử số/).fill('960');
  await line.getByLabel(/^Mẫu số/).fill('1000');
  await page.getByLabel('Minh chứng').fill('66/BC-BCH ngày 30/05/2022');
  const send = page.getByRole('button', { name: 'Gửi 1 số liệu' });
  await send.click();
  await page.getByText(/sửa số phải nêu lý do/).waitFor();
  await page.getByLabel(/^Lý do sửa/).fill('Bổ sung một tiểu đội');
  await send.click();
  await page.getByText(/Đã gửi số liệu/).waitFor();
  await page.getByRole('table', { name: 'Chờ xác minh' }).getByText('960/1.000').waitFor();
  expect(await staff.axe()).toEqual([]);
  await site.done(MPC, STREAM, { type: 'VerifyValues', values: [{ indicator: 'TK10', period: '2022' }] });
  await staff.goto(`/chuong-trinh/${ID}`);
  await page.getByRole('button', { name: /TK10, 2022.*96,00% \(960\/1\.000\)/ }).waitFor();
}, 60_000);

test('a review opened by the clock is reported to, held with its figures, and leaves work behind', async () => {
  const { page } = staff;
  site.clock.now = at('2022-06-10', 7);
  await site.done('system@system.VIEW', STREAM, { type: 'ObserveTime', due: site.clock.now });
  site.clock.now = at('2022-06-30', 9);
  await staff.goto(`/chuong-trinh/${ID}/so-ket?ky=2022-sixMonth`);
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
  const report = page.getByRole('dialog');
  await report.getByLabel('Nội dung').fill('Đã thực hiện đủ');
  await report.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await page.getByText(/^Đã gửi \d\d:\d\d/).waitFor();
  expect(await staff.axe()).toEqual([]);
  await page.getByRole('button', { name: 'Ghi hội nghị' }).click();
  const meeting = page.getByRole('dialog');
  await meeting.getByLabel('Số, ký hiệu').fill('30/BB');
  await meeting.locator('[id="field-minutes.date"]').fill('30/06/2022');
  await meeting.getByLabel('Cơ quan ban hành').fill('Ban CHQS thành phố');
  await meeting.getByLabel('Kết luận').fill('Giữ vững các chỉ tiêu');
  await meeting.getByRole('button', { name: 'Ghi hội nghị' }).click();
  await page.getByRole('heading', { name: 'Số liệu đã chốt' }).waitFor();
  await page.getByText('Biên bản số 30/BB, họp ngày 30/06/2022').waitFor();
  await page.getByRole('button', { name: 'Kết thúc kỳ này' }).click();
  await page.getByRole('heading', { name: /Sơ kết 6 tháng đầu năm 2022 · Đã kết thúc/ }).waitFor();
  expect(staff.faults).toEqual([]);
}, 90_000);

test('what changed between two days is told, and an earlier day shows the board as it stood', async () => {
  const { page } = staff;
  await staff.goto(`/chuong-trinh/${ID}/thay-doi?so=2022-05-26`);
  await page.getByRole('table', { name: 'Thay đổi' }).getByText('TK10 · 2022').waitFor();
  expect(await staff.axe()).toEqual([]);
  await staff.goto(`/chuong-trinh/${ID}?ngay=2022-05-20`);
  await page.getByRole('button', { name: /TK10, 2022.*Chưa có dữ liệu/ }).waitFor();
}, 60_000);

test.each(['light', 'dark'] as const)(
  'a phone shows cards without sideways scroll, %s',
  async (colorScheme) => {
    const phone = await site.open('lanh-dao', { ...PHONE, colorScheme });
    for (const path of ['/chuong-trinh', `/chuong-trinh/${ID}`, `/chuong-trinh/${ID}/so-ket`]) {
      await phone.goto(path);
      expect([path, await phone.axe(), await phone.overflow()]).toEqual([path, [], 0]);
    }
    expect(phone.faults).toEqual([]);
    await phone.context.close();
  },
  90_000,
);
