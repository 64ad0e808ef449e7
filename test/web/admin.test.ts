/** Administration, one's own account and help, as an administrator and as the staff meet them. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openSite, PHONE, type Site, WIDE, type Window } from './support.ts';

let site: Site;
let oneTime = '';
const PASSWORD = 'một câu dài của người quản trị';
beforeAll(async () => {
  site = await openSite();
  const made = await site.accounts.administration.create({
    ...{ userName: 'quan-tri', name: 'Quản trị', person: null, isAdmin: true, duties: [] },
  });
  oneTime = made.password;
}, 180_000);
afterAll(() => site.close());

const enter = async ({ page }: Window, user: string, password: string): Promise<void> => {
  await page.goto(site.url);
  await page.getByLabel('Tên đăng nhập').fill(user);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
};
const setPassword = async ({ page }: Window, current: string, next: string): Promise<void> => {
  await page.getByLabel('Mật khẩu hiện tại').fill(current);
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(next);
  await page.getByLabel('Nhập lại mật khẩu mới').fill(next);
  await page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
};

let admin: Window;
test('an administrator sets his own password first, and lands where nothing is refused to him', async () => {
  admin = await site.open(null);
  const refused: string[] = [];
  admin.page.on('response', (answer) => {
    if (answer.status() === 403) refused.push(answer.url());
  });
  await enter(admin, 'quan-tri', oneTime);
  await setPassword(admin, oneTime, PASSWORD);
  await admin.page.getByRole('heading', { level: 1, name: 'Quản trị hệ thống' }).waitFor();
  await admin.page.getByRole('link', { name: /Người dùng/ }).click();
  await admin.page.getByRole('heading', { level: 1, name: 'Người dùng' }).waitFor();
  await admin.page.getByText('tham-muu').first().waitFor();
  expect(refused).toEqual([]);
  expect(admin.faults).toEqual([]);
}, 90_000);

test('a new user gets a one-time password on paper, signs in with it and must change it', async () => {
  const { page } = admin;
  await admin.goto('/quan-tri/nguoi-dung');
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tên đăng nhập').fill('hoa');
  await dialog.getByLabel('Họ tên hoặc chức danh').fill('Đồng chí Hòa');
  await dialog.getByLabel('Mã người').fill('nv-77');
  await dialog.getByRole('button', { name: 'Tạo tài khoản' }).click();
  const slip = page.getByRole('dialog', { name: 'Mật khẩu dùng một lần' });
  const password = (await slip.locator('code').last().textContent()) ?? '';
  await slip.getByRole('button', { name: 'Đã giao, đóng lại' }).click();
  await page.getByText('Đồng chí Hòa').waitFor();
  const hers = await site.open(null);
  await enter(hers, 'hoa', password);
  await setPassword(hers, password, 'một câu dài của đồng chí Hòa');
  await hers.page.getByRole('button', { name: 'Đồng chí Hòa' }).waitFor();
  await hers.context.close();
}, 90_000);

test('the password changed on the account page leaves the session able to write', async () => {
  const { page } = admin;
  await admin.goto('/tai-khoan');
  await setPassword(admin, PASSWORD, `${PASSWORD} hai`);
  await page.getByText('Đã đổi mật khẩu.').waitFor();
  await page.getByRole('button', { name: 'Bật mã xác thực' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Mật khẩu hiện tại').fill(`${PASSWORD} hai`);
  await dialog.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByLabel('Mã dự phòng').getByRole('listitem').first().waitFor();
  expect(await page.locator('.typed-secret').textContent()).toMatch(/^[A-Z2-7]{4}( [A-Z2-7]{1,4})+$/);
}, 90_000);

test('the staff finds a ward without accents, by keyboard, and appoints nobody it may not', async () => {
  const window = await site.open('tham-muu');
  await window.goto('/quan-tri/don-vi');
  await window.page.getByRole('searchbox').fill('phuoc hoa');
  await window.page.getByRole('treeitem', { name: /An Sơn/ }).waitFor({ state: 'detached' });
  await window.page.getByRole('tree').focus();
  await window.page.keyboard.press('End');
  await window.page.getByRole('heading', { level: 2, name: 'Phường Phước Hòa' }).waitFor();
  await window.page.getByRole('button', { name: /^Thao tác: Phường Phước Hòa/ }).waitFor();
  expect(await window.page.getByRole('link', { name: 'Người dùng' }).count()).toBe(0);
  const reader = await site.open('lanh-dao');
  await reader.goto('/quan-tri/don-vi?xa=phuoc-hoa');
  await reader.page.getByRole('heading', { level: 2, name: 'Phường Phước Hòa' }).waitFor();
  expect(await reader.page.getByRole('button', { name: /^Thao tác/ }).count()).toBe(0);
  await Promise.all([window.context.close(), reader.context.close()]);
}, 90_000);

test('a day off is written with its effect shown before', async () => {
  const window = await site.open('tham-muu');
  const { page } = window;
  await window.goto('/quan-tri/lich?nam=2022');
  await page.getByRole('button', { name: 'Sửa bảng này' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Thêm ngày nghỉ').fill('10/06/2022');
  await dialog.getByLabel('Thêm ngày nghỉ').press('Tab');
  await dialog.getByRole('button', { name: 'Thêm', exact: true }).first().click();
  await dialog.getByLabel(/Lý do/).fill('Nghỉ theo thông báo của thành phố');
  await dialog.getByRole('button', { name: /^Ghi bảng năm 2022/ }).click();
  await page.getByText('Đã ghi bảng lịch.').waitFor();
  await page.getByRole('cell', { name: 'Thứ Sáu 10/06/2022' }).waitFor();
  await window.context.close();
}, 90_000);

test('a cycle in a template is explained, and cannot be published', async () => {
  const window = await site.open('tham-muu');
  const { page } = window;
  await window.goto('/quan-tri/mau?soan=1');
  await page.getByRole('button', { name: 'Sửa C01' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Sau việc').fill('C02');
  await page.getByRole('option', { name: /^C02/ }).click();
  await dialog.getByLabel('Sau việc').press('Tab');
  await dialog.getByRole('button', { name: 'Giữ thay đổi' }).click();
  await page
    .getByRole('alert')
    .getByText(/vòng lặp C01 → C02|vòng lặp C02 → C01/)
    .waitFor();
  await page.getByLabel(/Lý do/).fill('Thử đổi thứ tự');
  expect(await page.getByRole('button', { name: 'Ban hành phiên bản 2' }).isDisabled()).toBe(true);
  await window.context.close();
}, 90_000);

test.each([
  ['/quan-tri/nguoi-dung', 'admin'],
  ['/quan-tri/nhat-ky', 'admin'],
  ['/quan-tri/he-thong', 'admin'],
  ['/tai-khoan', 'admin'],
  ['/quan-tri/don-vi?xa=tam-ky', 'staff'],
  ['/quan-tri/lich', 'staff'],
  ['/quan-tri/mau', 'staff'],
  ['/quan-tri/mau?soan=1', 'staff'],
  ['/tro-giup', 'staff'],
])(
  '%s is clean for axe, wide and on a phone',
  async (path, who) => {
    for (const options of [WIDE, { ...PHONE, colorScheme: 'dark' as const }]) {
      const window = who === 'admin' ? admin : await site.open('tham-muu', options);
      if (who === 'admin') await window.page.setViewportSize(options.viewport);
      await window.goto(path);
      expect(await window.axe()).toEqual([]);
      expect(await window.overflow()).toBe(0);
      if (who !== 'admin') await window.context.close();
    }
  },
  90_000,
);
