/** The way in: signing in, refusals, the way back to the address asked for, and the session that ends in mid-work. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { SAMPLE_PASSWORD } from '../../accounts/sample.ts';
import { openSite, PHONE, type Site, WIDE, type Window } from './support.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

const enter = async ({ page }: Window, user: string, password: string): Promise<void> => {
  await page.getByLabel('Tên đăng nhập').fill(user);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
};

test('a person signs in and lands on the address he asked for', async () => {
  const window = await site.open(null);
  await window.page.goto(`${site.url}/dien-tap`);
  await enter(window, 'tham-muu', SAMPLE_PASSWORD);
  await window.page.getByRole('heading', { level: 1, name: 'Diễn tập' }).waitFor();
  expect(new globalThis.URL(window.page.url()).pathname).toBe('/dien-tap');
  expect(window.faults).toEqual([]);
}, 60_000);

test.each([
  ['y-te', 'sai mật khẩu rồi'],
  ['khong-co-ai', 'sai mật khẩu rồi'],
])(
  '%s with a wrong password is refused in the same words',
  async (user, password) => {
    const window = await site.open(null);
    await window.page.goto(site.url);
    await enter(window, user, password);
    await window.page.getByRole('alert').getByText('Tên đăng nhập hoặc mật khẩu chưa đúng').waitFor();
  },
  60_000,
);

test.each([
  ['wide, light', { ...WIDE, colorScheme: 'light' as const }],
  ['wide, dark', { ...WIDE, colorScheme: 'dark' as const }],
  ['phone', PHONE],
])(
  'the sign-in is clean: %s',
  async (_, options) => {
    const window = await site.open(null, options);
    await window.page.goto(site.url);
    await window.page.getByLabel('Tên đăng nhập').waitFor();
    expect(await window.axe()).toEqual([]);
    expect(await window.overflow()).toBe(0);
  },
  60_000,
);

test('a session that ends in mid-work opens the sign-in over the page and goes on afterwards', async () => {
  const window = await site.open('tham-muu');
  await window.goto('/dien-tap');
  await window.context.clearCookies();
  await window.page.getByRole('navigation').getByRole('link', { name: 'Sẵn sàng', exact: true }).click();
  const dialog = window.page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
  await dialog.waitFor();
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill(SAMPLE_PASSWORD);
  await dialog.getByRole('button', { name: 'Đăng nhập' }).click();
  await dialog.waitFor({ state: 'detached' });
  await window.page.getByRole('heading', { level: 1, name: 'Bảng sẵn sàng' }).waitFor();
}, 60_000);

test('the live line that ended with the session is joined again at once', async () => {
  const { page, ...window } = await site.open('tham-muu');
  await window.goto('/');
  const header = page.getByRole('banner');
  await header.getByText('Trực tiếp').waitFor();
  await sql`DELETE FROM accounts.session`.execute(site.db);
  await header.getByText('Mất kết nối').waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Sẵn sàng', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill(SAMPLE_PASSWORD);
  await dialog.getByRole('button', { name: 'Đăng nhập' }).click();
  await dialog.waitFor({ state: 'detached' });
  await header.getByText('Trực tiếp').waitFor({ timeout: 3_000 });
}, 60_000);

test('what is kept of a signed-out session opens nothing', async () => {
  const window = await site.open('tham-muu');
  await window.goto('/');
  const cookies = await window.context.cookies();
  await window.page.getByRole('button', { name: /mẫu/ }).click();
  await window.page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  await window.page.getByLabel('Tên đăng nhập').waitFor();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  expect((await fetch(`${site.url}/api/v1/me`, { headers: { cookie } })).status).toBe(401);
}, 60_000);
