/** What people do to a programme, in a real browser: opened, defined, agreed, signed, its figures by commune, a review moved. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SAMPLE_PASSWORD } from '../../accounts/sample.ts';
import { BodyId, PersonRef } from '../../domain/people.ts';
import { localDate } from '../../domain/time.ts';
import { loadProgrammes } from '../api/support.ts';
import { openSite, PHONE, type Site, WIDE, type Window } from './support.ts';

const RESOLUTION = 'tam-ky-dan-quan-2022-2025';
const TITLE = 'Chương trình phối hợp dân quân 2022';
const HEAD = 'chi-huy-truong';
let site: Site;
let staff: Window;
let head: Window;
/** Where the new programme stands, once it was opened. */
let address: string;

const pathOf = ({ page }: Window): string => new URL(page.url()).pathname;

beforeAll(async () => {
  site = await openSite();
  await loadProgrammes(site);
  await site.accounts.administration.create(
    {
      userName: HEAD,
      name: 'Chỉ huy trưởng (thử)',
      person: PersonRef.parse('mpc-1.tam-ky'),
      isAdmin: false,
      duties: [
        { body: BodyId.parse('tam-ky.MPC'), post: 'head', from: localDate('2020-01-01'), to: null, acting: false },
      ],
    },
    SAMPLE_PASSWORD,
  );
  staff = await site.open('tham-muu', WIDE);
  head = await site.open(HEAD, WIDE);
}, 180_000);
afterAll(() => site.close());

/** Fills the three fields that every paper needs. */
const fillPaper = async ({ page }: Window, path: string, number: string): Promise<void> => {
  const dialog = page.getByRole('dialog');
  await dialog.locator(`[id="field-${path}.number"]`).fill(number);
  await dialog.locator(`[id="field-${path}.date"]`).fill('30/05/2022');
  await dialog.locator(`[id="field-${path}.issuer"]`).fill('Ban CHQS thành phố');
};

test('a programme is opened from the list, and its draft says what is missing and who signs', async () => {
  const { page } = staff;
  await staff.goto('/chuong-trinh');
  await page.getByRole('button', { name: 'Lập chương trình' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tên chương trình').fill(TITLE);
  const open = dialog.getByRole('button', { name: 'Lập chương trình' });
  expect(await open.isDisabled()).toBe(true); // one party does not coordinate
  await dialog.locator('#field-parties').fill('Đảng ủy Quân sự thành phố Tam Kỳ');
  await page.getByRole('option').first().click();
  await dialog.getByLabel('Tên chương trình').focus();
  await page.getByRole('option').first().waitFor({ state: 'hidden' });
  expect(await staff.axe()).toEqual([]);
  await open.click();
  await page.getByRole('heading', { name: TITLE }).waitFor();
  address = pathOf(staff);
  const steps = page.getByRole('region', { name: /việc còn phải làm/ });
  await steps.getByText('Chưa có chỉ tiêu nào').waitFor();
  await steps.getByText(/Ký sau khi xong: Chỉ tiêu, Hội nghị song phương/).waitFor();
  await steps.getByText(/^Trưởng một trong các cơ quan: /).waitFor();
  expect(await staff.axe()).toEqual([]);
}, 90_000);

test('an indicator is defined with its targets by year, a wrong one is marked, a taken code is not sent', async () => {
  const { page } = staff;
  await page.getByRole('button', { name: 'Thêm chỉ tiêu' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Mã chỉ tiêu').fill('dq01');
  await dialog.getByLabel('Tên chỉ tiêu').fill('Dân quân được huấn luyện');
  await dialog.getByLabel('Tử số đếm gì').fill('dân quân đã huấn luyện');
  await dialog.getByLabel('Mẫu số đếm gì').fill('dân quân phải huấn luyện');
  await dialog.getByLabel('2022', { exact: true }).fill('chín mươi');
  await dialog.getByText('Không phải là số.').waitFor();
  await dialog.getByLabel('2022', { exact: true }).fill('95,5');
  await dialog.getByRole('button', { name: /^Điền năm đầu/ }).click();
  expect(await staff.axe()).toEqual([]);
  await dialog.getByRole('button', { name: 'Thêm chỉ tiêu' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Yêu cầu ≥ 95,5%').waitFor();
  await page.getByRole('button', { name: /DQ01, 2023.*Chưa đến kỳ/ }).waitFor();
  await page.getByRole('button', { name: 'Thêm chỉ tiêu' }).first().click();
  expect(await dialog.getByLabel('Mã chỉ tiêu').inputValue()).toBe('DQ02');
  await dialog.getByLabel('Mã chỉ tiêu').fill('DQ01');
  await dialog.getByText('Mã này đã có.').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}, 90_000);

test('the conference is recorded, then a head signs after seeing which reviews that sets', async () => {
  const { page } = staff;
  await page.getByRole('button', { name: 'Ghi hội nghị song phương' }).click();
  await fillPaper(staff, 'minutes', '07/BB-HN');
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi hội nghị song phương' }).click();
  await page.getByText('Đã đủ, chờ ký').waitFor();
  await head.goto(address);
  await head.page.getByRole('button', { name: 'Ký kết, ban hành' }).click();
  const dialog = head.page.getByRole('dialog');
  await fillPaper(head, 'paper', '01-CTPH');
  await dialog.getByText(/Ký kết, ban hành số 01-CTPH/).waitFor();
  await dialog.getByText('Sơ kết 6 tháng đầu năm 2022: mở 10/06/2022, họp 30/06/2022').waitFor();
  expect(await head.axe()).toEqual([]);
  await dialog.getByRole('button', { name: 'Ký kết, ban hành' }).click();
  await head.page.getByText('Ký, ban hành: 01-CTPH, 30/05/2022').waitFor();
  await head.page.getByText(/Đang thực hiện/).waitFor();
}, 90_000);

test('figures are entered by commune: keys lead down, a column is pasted, the total is shown, all go at once', async () => {
  const { page } = staff;
  await staff.goto(`${address}/so-lieu`);
  const part = page.getByRole('group', { name: /^DQ01/ });
  await part.getByRole('radio', { name: 'Theo từng xã, phường' }).check();
  const numerators = part.getByLabel(/: Tử số$/);
  expect(await numerators.count()).toBe(13);
  await numerators.nth(0).fill('90');
  await numerators.nth(0).press('Enter');
  await page.keyboard.type('80');
  expect(await numerators.nth(1).inputValue()).toBe('80');
  await part
    .getByLabel(/: Mẫu số$/)
    .nth(0)
    .evaluate((field) => {
      const data = new DataTransfer();
      data.setData('text', '100\n75\n');
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
  await part.getByText('Tử số lớn hơn mẫu số.').waitFor();
  await page.getByLabel('Minh chứng').fill('12/BC-CHQS ngày 30/05/2022');
  const send = page.getByRole('button', { name: 'Gửi 1 số liệu' });
  expect(await send.isDisabled()).toBe(true);
  await part
    .getByLabel(/: Mẫu số$/)
    .nth(1)
    .fill('100');
  await part.getByText('85,00% (170/200)').waitFor();
  await part.getByText('2/13 nơi đã có số').waitFor();
  expect(await staff.axe()).toEqual([]);
  await page.getByRole('button', { name: 'Gửi 2 số liệu' }).click();
  await part.getByText(/90\/100.*chờ xác minh/).waitFor();
  await head.goto(`${address}/so-lieu`);
  await head.page.getByRole('button', { name: 'Xác minh 2 số liệu' }).click();
  await staff.goto(address);
  await page.getByRole('button', { name: /DQ01, 2022.*85,00% \(170\/200\)/ }).waitFor();
}, 90_000);

test('a review is moved with its reason, another is added, and a commendation is recorded', async () => {
  await head.goto(`/chuong-trinh/${RESOLUTION}/so-ket`);
  const { page } = head;
  await page.getByRole('button', { name: 'Dời lịch: Sơ kết năm 2022' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do (bắt buộc)').waitFor();
  expect(await head.axe()).toEqual([]);
  await dialog.getByLabel('Ngày họp, hạn báo cáo').fill('01/11/2022');
  await dialog.getByLabel('Lý do (bắt buộc)').fill('Trùng hội nghị quân chính');
  await dialog.getByText(/Ngày họp không trước ngày mở/).waitFor();
  await dialog.getByLabel('Ngày họp, hạn báo cáo').fill('20/12/2022');
  await dialog.getByLabel('Lý do (bắt buộc)').focus(); // the calendar of the field before closes
  await dialog.getByRole('button', { name: 'Dời lịch' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/^20\/12\/2022/).waitFor();
  await page.getByRole('button', { name: 'Thêm kỳ' }).click();
  await dialog.getByLabel('Hệ thống mở kỳ ngày').fill('01/09/2022');
  await dialog.getByLabel('Ngày họp, hạn báo cáo').fill('15/09/2022');
  await dialog.getByLabel('Đến ngày').fill('31/08/2022');
  await dialog.getByLabel('Lý do (bắt buộc)').fill('Theo chỉ đạo của cấp trên');
  await dialog.getByRole('button', { name: 'Thêm kỳ' }).click();
  await page.getByText('Sơ kết năm (B1)').waitFor();
  await staff.goto(`/chuong-trinh/${RESOLUTION}/so-ket`);
  expect(await staff.page.getByRole('button', { name: /^Dời lịch/ }).count()).toBe(0);
  await staff.page.getByRole('button', { name: 'Ghi khen thưởng' }).click();
  const commend = staff.page.getByRole('dialog');
  await commend.getByLabel('Số lượng').fill('5');
  await commend.getByLabel('Cấp khen').fill('Chủ tịch UBND thành phố');
  expect(await staff.axe()).toEqual([]);
  await fillPaper(staff, 'paper', '88/QĐ-UBND');
  await commend.getByRole('button', { name: 'Ghi khen thưởng' }).click();
  await staff.page.getByText(/Giấy khen: 5 tập thể, quyết định số 88\/QĐ-UBND/).waitFor();
  expect(staff.faults).toEqual([]);
  expect(head.faults).toEqual([]);
}, 90_000);

test('an exemption ends with its reason', async () => {
  const { page } = head;
  await head.goto(address);
  await page.getByRole('button', { name: 'Cho miễn' }).click();
  const grant = page.getByRole('dialog');
  await grant.getByRole('combobox', { name: 'Đơn vị được miễn' }).fill('Tân Thạnh');
  await page.getByRole('option', { name: 'phường Tân Thạnh' }).click();
  await grant.getByLabel('Lý do (bắt buộc)').fill('Mới thành lập');
  await grant.getByRole('button', { name: 'Cho miễn đơn vị này' }).click();
  await grant.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Thôi miễn M1' }).click();
  const end = page.getByRole('dialog');
  await end.getByLabel('Lý do (bắt buộc)').fill('Đã kiện toàn');
  await end.getByRole('button', { name: 'Thôi miễn' }).click();
  await page.getByText('Đã thôi: Đã kiện toàn').waitFor();
  expect(await head.axe()).toEqual([]);
}, 60_000);

test.each(['light', 'dark'] as const)(
  'the forms fit a phone, %s',
  async (colorScheme) => {
    const phone = await site.open('tham-muu', { ...PHONE, colorScheme });
    await phone.goto('/chuong-trinh');
    await phone.page.getByRole('button', { name: 'Lập chương trình' }).click();
    await phone.page.getByRole('dialog').getByLabel('Tên chương trình').waitFor();
    expect([await phone.axe(), await phone.overflow()]).toEqual([[], 0]);
    await phone.goto(`${address}/so-lieu`);
    await phone.page.getByRole('group', { name: /^DQ01/ }).getByText('2/13 nơi đã có số').waitFor();
    expect([await phone.axe(), await phone.overflow()]).toEqual([[], 0]);
    expect(phone.faults).toEqual([]);
    await phone.context.close();
  },
  60_000,
);
