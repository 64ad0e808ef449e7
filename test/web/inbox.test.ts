/** The inbox as a department and leaders meet it, and the administrator's page of messages. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createSmtp } from '../../delivery/index.ts';
import { type Mailbox, startMailbox } from '../support/smtp.ts';
import { openSite, PHONE, type Site, type Window } from './support.ts';

let site: Site;
let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await startMailbox();
  const sender = createSmtp({ host: '127.0.0.1', port: mailbox.port, tls: 'off', from: 'san-sang@tam-ky.example' });
  site = await openSite({ deps: { delivery: { senders: [sender], allowed: [] } } });
}, 180_000);
afterAll(async () => {
  await site.close();
  await mailbox.close();
});

const countIn = async ({ page }: Window): Promise<number> => {
  const label =
    (await page
      .getByRole('banner')
      .getByRole('link', { name: /^Hộp thư/ })
      .getAttribute('aria-label')) ?? '';
  return Number(/(\d+) tin chưa xem/.exec(label)?.[1] ?? 0);
};

let department: Window;
test('the bell counts what was not seen; opening the inbox shows it as new, and the bell falls silent', async () => {
  department = await site.open('bao-dam');
  const { page } = department;
  await department.goto('/');
  await page
    .getByRole('banner')
    .getByRole('link', { name: /tin chưa xem/ })
    .waitFor();
  const unseen = await countIn(department);
  expect(unseen).toBeGreaterThan(0);
  await page
    .getByRole('banner')
    .getByRole('link', { name: /^Hộp thư/ })
    .click();
  await page.getByRole('heading', { level: 1, name: 'Hộp thư' }).waitFor();
  const lines = page.getByRole('list', { name: 'Cần tôi làm' }).getByRole('listitem');
  await lines.first().waitFor();
  expect(await page.locator('.inbox-line[data-fresh]').count()).toBe(unseen);
  await page.getByText('Vì đồng chí thuộc Ban Bảo đảm').first().waitFor();
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/inbox.png` });
  await page.getByRole('banner').getByRole('link', { name: 'Hộp thư', exact: true }).waitFor();
  expect(await department.axe()).toEqual([]);
  expect(department.faults).toEqual([]);
}, 90_000);

test('a notice leads to its one act; "we know" is recorded and shown; put off, it is gone', async () => {
  const { page } = department;
  const line = page.getByRole('listitem').filter({ hasText: 'X13' }).first();
  await line.getByRole('button', { name: 'Đã biết' }).click();
  await line.getByText(/báo đã biết/).waitFor();
  await line.getByRole('button', { name: 'Để đến bậc nhắc sau' }).click();
  await page.getByText('Đã cất; tin trở lại ở bậc nhắc sau.').waitFor();
  await line.waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: /^Đã xử lý/ }).click();
  await page.getByRole('listitem').filter({ hasText: 'X13' }).first().getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: /^X13/ }).waitFor();
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  await page
    .getByText(/^Đã báo biết: (?!chưa ai)/)
    .first()
    .waitFor();
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/told.png`, fullPage: true });
  expect(await department.axe()).toEqual([]);
}, 90_000);

test('a new urging is shown without reloading, with a count on the bell', async () => {
  const { page } = department;
  await department.goto('/hop-thu');
  const before = await page.locator('.inbox-line').count();
  await site.done('nv-01@tam-ky.SA', 'exercise/phuoc-hoa-2022', { type: 'UrgeTask', task: 'X17' });
  await page.getByText(/đôn đốc: Việc X17/).waitFor();
  expect(await page.locator('.inbox-line').count()).toBe(before + 1);
  await page
    .getByText(/Theo bậc thang nhắc/)
    .first()
    .waitFor();
}, 60_000);

test('leaders see who was told and did not answer; a department has no such tab', async () => {
  expect(await department.page.getByRole('tab', { name: 'Chưa trả lời' }).count()).toBe(0);
  const leader = await site.open('lanh-dao');
  await leader.goto('/hop-thu?muc=chua-tra-loi');
  await leader.page.getByRole('cell', { name: /^C24/ }).waitFor();
  expect(await leader.axe()).toEqual([]);
  expect(leader.faults).toEqual([]);
  await leader.context.close();
}, 60_000);

test('on a phone nothing is wider than the window, in both languages', async () => {
  const phone = await site.open('tham-muu', PHONE);
  await phone.goto('/hop-thu?muc=da-xu-ly');
  await phone.page.locator('.inbox-line').first().waitFor();
  expect(await phone.overflow()).toBe(0);
  expect(await phone.axe()).toEqual([]);
  await phone.context.close();
}, 60_000);

test('one sets his own mailbox; what breaks out of a header is refused in words, and nothing is lost', async () => {
  const { page } = department;
  await department.goto('/tai-khoan');
  const field = page.getByLabel(/^Địa chỉ thư của tôi/);
  await field.fill('an@b.example, c@d.example');
  await page.getByRole('button', { name: 'Lưu cách nhận tin' }).click();
  await page.getByRole('link', { name: 'body.mail' }).waitFor();
  await field.fill('an@tamky.example');
  await page.getByLabel('Kết quả cổng').uncheck();
  await page.getByRole('button', { name: 'Lưu cách nhận tin' }).click();
  await page.getByText('Đã lưu cách nhận tin.').waitFor();
  await department.goto('/tai-khoan');
  expect(await page.getByLabel(/^Địa chỉ thư của tôi/).inputValue()).toBe('an@tamky.example');
  expect(await page.getByLabel('Kết quả cổng').isChecked()).toBe(false);
  expect(await department.axe()).toEqual([]);
}, 60_000);

test('the administrator tries the way out, enters an address, words a message and sees it filled', async () => {
  const { password } = await site.accounts.administration.create({
    ...{ userName: 'quan-tri', name: 'Quản trị', person: null, isAdmin: true, duties: [] },
  });
  const admin = await site.open(null);
  const { page } = admin;
  await page.goto(site.url);
  await page.getByLabel('Tên đăng nhập').fill('quan-tri');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByLabel('Mật khẩu hiện tại').fill(password);
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('một câu dài của người quản trị');
  await page.getByLabel('Nhập lại mật khẩu mới').fill('một câu dài của người quản trị');
  await page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
  await page.getByRole('heading', { level: 1, name: 'Quản trị hệ thống' }).waitFor();
  await admin.goto('/quan-tri/gui-tin');
  await page.getByLabel('Địa chỉ nhận thử').fill('quantri@tamky.example');
  await page.getByRole('button', { name: 'Gửi thử' }).click();
  await page.getByText(/^Bên nhận đã nhận/).waitFor();
  expect(mailbox.letters.map(({ to }) => to)).toEqual([['quantri@tamky.example']]);
  await page.getByRole('combobox', { name: 'Đơn vị' }).fill('cong an tam ky');
  await page
    .getByRole('option', { name: /Công an/ })
    .first()
    .click();
  await page.getByLabel('Địa chỉ', { exact: true }).fill('congan@tamky.example');
  await page.getByRole('button', { name: 'Thêm địa chỉ' }).click();
  await page.getByRole('cell', { name: 'congan@tamky.example', exact: true }).waitFor();
  await page.getByRole('button', { name: /^Sửa giờ/ }).click();
  await page.getByRole('dialog').getByLabel('Nhắc việc và giao việc chỉ có trong bản tin đó').check();
  expect(await admin.axe()).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
  await page.getByText('Đã lưu.', { exact: true }).waitFor();
  await page.getByLabel('Tiêu đề').fill('Nhắc việc {viec} của {don_vi}');
  await page.getByRole('button', { name: 'Xem thử' }).click();
  await page.getByText('Nhắc việc C17 của Công an thành phố Tam Kỳ').waitFor();
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/admin.png`, fullPage: true });
  await page.getByRole('button', { name: 'Lưu phiên bản mới' }).click();
  await page.getByText('Đã lưu phiên bản mới của mẫu tin.').waitFor();
  expect(await admin.axe()).toEqual([]);
  expect(admin.faults).toEqual([]);
  await admin.context.close();
}, 120_000);
