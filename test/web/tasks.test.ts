/** A commune proves its task, a verifier answers, two people meet on one task, the line goes down: in a real browser. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { filesOf } from '../../bin/lib/files.ts';
import { StreamId } from '../../domain/streams.ts';
import { useOneSite } from './one-site.ts';
import { PHONE, WIDE, type Window } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'san-sang-files-'));
const { open, site } = useOneSite({ deps: { files: filesOf({}, folder) } });
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const X15 = '/viec/phuoc-hoa-2022/X15';
const EXERCISE = StreamId.parse('exercise/phuoc-hoa-2022');
const CMC = 'cmc-9@phuoc-hoa.CMC';

const fill = async ({ page }: Window, number: string, date = '30/05/2022'): Promise<void> => {
  await page.getByLabel('Số, ký hiệu').fill(number);
  await page.getByLabel('Ngày ban hành').fill(date);
  await page.getByLabel('Ngày ban hành').press('Tab');
};
const send = ({ page }: Window): Promise<void> =>
  page.getByRole('button', { name: 'Nộp minh chứng', exact: true }).click();
const lastOf = async (type: string) =>
  (await site().store.read(EXERCISE)).filter((event) => event.type === type).at(-1);

test('what is wrong with a proof is said before it is sent, and the draft survives a reload', async () => {
  const here = await open('phuoc-hoa');
  await here.goto(X15);
  await fill(here, 'BTK', '01/06/2022');
  await send(here);
  await here.page.getByText('Số, ký hiệu phải có chữ số').waitFor();
  await here.page.getByText('Ngày ban hành không thể sau hôm nay').waitFor();
  await here.page.reload();
  await here.page.getByText(/Đã khôi phục bản nháp \d\d:\d\d/).waitFor();
  expect(await here.page.getByLabel('Số, ký hiệu').inputValue()).toBe('BTK');
  await here.page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
  expect(await here.page.getByLabel('Số, ký hiệu').inputValue()).toBe('');
  expect(here.faults).toEqual([]);
}, 60_000);

test('more time is asked for in working days; both deadlines are shown and the old one stays until decided', async () => {
  const here = await open('phuoc-hoa');
  await here.goto(X15);
  await here.page.getByRole('button', { name: 'Xin gia hạn' }).click();
  await here.page.getByLabel('Thêm mấy ngày làm việc').fill('3');
  await here.page.getByText('Hạn hiện nay Thứ Năm 02/06/2022 → hạn xin Thứ Ba 07/06/2022').waitFor();
  await here.page.getByLabel('Lý do (bắt buộc)').fill('Chờ số liệu của hai thôn');
  await here.page.getByLabel('Lý do (bắt buộc)').press('Control+Enter');
  await here.page.getByText(/Xin gia hạn đến 07\/06\/2022/).waitFor();
  expect((await lastOf('ExtensionRequested'))?.data).toMatchObject({ task: 'X15', until: '2022-06-07' });
  await here.page.getByText('T-18 · 02/06/2022').waitFor();
  await here.page.getByRole('button', { name: 'Rút đề nghị gia hạn' }).click();
  await here.page.getByText('Đã rút đề nghị').waitFor();
}, 60_000);

test('somebody else was quicker: what happened is shown, what was typed is kept, and it can be sent all the same', async () => {
  const here = await open('phuoc-hoa');
  await here.page.route('**/api/v1/live**', (route) => route.abort());
  await here.goto(X15);
  await fill(here, '12/BTK');
  await site().done(CMC, EXERCISE, { type: 'HandOverTask', task: 'X15', person: 'cmc-9' } as never);
  await send(here);
  await here.page.getByText('Hồ sơ đã thay đổi trong lúc đồng chí đang làm').waitFor();
  expect(await here.page.getByLabel('Số, ký hiệu').inputValue()).toBe('12/BTK');
  await here.page.getByRole('button', { name: 'Gửi lại trên bản mới' }).click();
  await here.page.getByText('Đã nộp, chờ xác minh').waitFor();
  expect((await lastOf('TaskSubmitted'))?.data).toMatchObject({ task: 'X15', evidence: { number: '12/BTK' } });
}, 60_000);

test('the verifier compares, returns with a reason, and the commune reads the reason first', async () => {
  const staff = await open('tham-muu');
  await staff.goto(X15);
  await staff.page.getByRole('button', { name: 'Trả lại' }).click();
  await staff.page.getByLabel('Thiếu gì, cần bổ sung gì (bắt buộc)').fill('Thiếu số liệu thôn 3');
  await staff.page.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click();
  await staff.page.getByText('Đã trả lại.').waitFor();
  await staff.context.close();
  const here = await open('phuoc-hoa');
  await here.goto('/viec');
  await here.page.getByText('“Thiếu số liệu thôn 3”').waitFor();
  await here.page.keyboard.press('j');
  await here.page.keyboard.press('Enter');
  await here.page.getByRole('heading', { level: 1, name: /^X15/ }).waitFor();
  await here.page.getByText('“Thiếu số liệu thôn 3”').first().waitFor();
  expect(await here.page.getByLabel('Số, ký hiệu').inputValue()).toBe('12/BTK');
}, 60_000);

const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

test('files are sent when chosen: a refused kind is explained, a wrong one is taken out, the right one goes with the proof', async () => {
  const here = await open('phuoc-hoa');
  await here.goto(X15);
  await fill(here, '12/BTK-PH');
  const choose = here.page.locator('input[type="file"]');
  await choose.setInputFiles({ name: 'thong-ke.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') });
  await here.page.getByRole('alert').getByText('thong-ke.exe').waitFor();
  await here.page.getByRole('button', { name: 'Bỏ tệp thong-ke.exe' }).click();
  await choose.setInputFiles([
    { name: 'nham.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([PDF, Buffer.from('%')]) },
    { name: 'thong-ke.pdf', mimeType: 'application/pdf', buffer: PDF },
  ]);
  await here.page.getByRole('button', { name: 'Bỏ tệp nham.pdf' }).click();
  await here.page.getByText('nham.pdf').waitFor({ state: 'detached' });
  await here.page.getByRole('button', { name: 'Bỏ tệp thong-ke.pdf' }).waitFor();
  await send(here);
  await here.page.getByText('Đã nộp, chờ xác minh').waitFor();
  await here.page.getByRole('button', { name: 'Xem thong-ke.pdf' }).waitFor();
  expect((await lastOf('TaskSubmitted'))?.data).toMatchObject({ evidence: { files: [{ name: 'thong-ke.pdf' }] } });
  await site().done('tb-01@tam-ky.SA', EXERCISE, { type: 'ReturnTask', task: 'X15', reason: 'Tệp chưa có chữ ký' });
}, 60_000);

/** Says nothing about the proof itself. */
const TOO_MANY = {
  status: 429,
  contentType: 'application/problem+json',
  body: JSON.stringify({ status: 429, code: 'too-many-requests', messages: { vi: { what: '' }, en: { what: '' } } }),
};

test('with the line down a proof is kept, told, and sent by itself once the server takes it', async () => {
  const here = await open('phuoc-hoa', PHONE);
  await here.goto(X15);
  await fill(here, '13/BTK');
  await here.context.setOffline(true);
  await send(here);
  await here.page.getByText(/Chưa gửi: việc X15/).waitFor({ timeout: 20_000 });
  await here.page.route('**/commands', (route) => route.fulfill(TOO_MANY));
  const busy = here.page.waitForResponse((response) => response.status() === TOO_MANY.status);
  await here.context.setOffline(false);
  await here.page.getByRole('button', { name: 'Gửi ngay' }).click();
  await busy;
  await here.page.unroute('**/commands');
  await here.page
    .getByRole('button', { name: 'Gửi ngay' })
    .click({ timeout: 3_000 })
    .catch(() => undefined);
  await here.page.getByText(/Đã gửi việc X15/).waitFor({ timeout: 40_000 });
  expect((await lastOf('TaskSubmitted'))?.data).toMatchObject({ evidence: { number: '13/BTK' } });
}, 90_000);

test('proof that waits to be verified is replaced with a reason, and both stay on record', async () => {
  const here = await open('phuoc-hoa');
  await here.goto(X15);
  await here.page.getByRole('button', { name: 'Thay minh chứng' }).click();
  expect(await here.page.getByLabel('Số, ký hiệu').inputValue()).toBe('13/BTK');
  await here.page.getByLabel('Số, ký hiệu').fill('13a/BTK');
  await here.page.getByLabel('Lý do thay minh chứng (bắt buộc)').fill('Ghi nhầm số');
  await here.page.getByLabel('Lý do thay minh chứng (bắt buộc)').press('Control+Enter');
  await here.page.getByText('Nộp lần 4').waitFor();
  await here.page.getByText('“Ghi nhầm số”').waitFor();
  expect((await lastOf('EvidenceRevised'))?.data).toMatchObject({ evidence: { number: '13a/BTK' }, voided: false });
}, 60_000);

test('several tasks are taken at once, by keys alone', async () => {
  const here = await open('phuoc-hoa');
  await here.goto('/viec?mo=waiting');
  await here.page.getByRole('link', { name: /^X23/ }).waitFor();
  for (const key of ['j', 'j', 'x', 'j', 'x']) await here.page.keyboard.press(key);
  await here.page.getByRole('button', { name: /^Nhận \d việc$/ }).click();
  await here.page.getByText(/^Đã ghi \d việc\.$/).waitFor();
  expect((await lastOf('TaskAccepted'))?.by.body).toBe('phuoc-hoa.CMC');
}, 60_000);

test.each([
  ['wide, light', { ...WIDE, colorScheme: 'light' as const }],
  ['wide, dark', { ...WIDE, colorScheme: 'dark' as const }],
  ['phone', PHONE],
  ['narrow', { viewport: { width: 320, height: 640 } }],
])(
  'the list, the task and the calendar are clean: %s',
  async (_, options) => {
    const here = await open('phuoc-hoa', options);
    for (const path of ['/viec', '/viec?nhom=phoi-hop', '/viec?nhom=de-biet', X15, '/lich', '/lich?kieu=thang']) {
      await here.goto(path);
      expect([path, await here.axe(), await here.overflow()]).toEqual([path, [], 0]);
    }
    expect(here.faults).toEqual([]);
  },
  120_000,
);

test('the calendar shows the deadline on its day whatever the zone of the browser, and leads to the task', async () => {
  const here = await open('phuoc-hoa', { ...WIDE, timezoneId: 'Asia/Tokyo' });
  await here.goto('/lich');
  const day = here.page.getByRole('row', { name: /Thứ Năm 02\/06\/2022/ });
  await day.getByRole('link', { name: /^X15/ }).click();
  await here.page.getByRole('heading', { level: 1, name: /^X15/ }).waitFor();
}, 60_000);

test('on a past day nothing can be written', async () => {
  const here = await open('phuoc-hoa');
  await here.goto(`${X15}?ngay=2022-05-20`);
  await here.page.getByText('không ghi được vào ngày đã qua').waitFor();
  expect(await here.page.getByRole('heading', { name: 'Việc tiếp theo' }).count()).toBe(0);
}, 60_000);

test('a task that is not there, or not for him, is one and the same page', async () => {
  const here = await open('y-te');
  await here.goto('/viec/phuoc-hoa-2022/X15');
  await here.page.getByText('Không có, hoặc đồng chí không được xem').waitFor();
}, 60_000);
