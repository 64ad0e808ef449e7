/**
 * `npm run pictures`: the pictures of the guides and of the README, taken from a running product with the sample.
 * Business time of the sample stands still, so the same program gives the same pictures.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../test/support/browser.ts';
import { signInCookies } from '../../test/support/cookies.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    password: { type: 'string', default: 'san-sang-2022' },
    out: { type: 'string', default: fileURLToPath(new URL('./anh', import.meta.url)) },
    only: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(`Takes the pictures of docs/huong-dan and of the README from a running product with the sample.

npm run pictures -- [--url http://127.0.0.1:8080] [--only phong-ban] [--out docs/huong-dan/anh]`);
  process.exit(0);
}
const running = (): string => {
  const file = join(process.env.DATA_DIR || '.data', 'running.json');
  if (!existsSync(file)) {
    console.error('Chưa có sản phẩm đang chạy: npm start, hoặc --url. / Nothing is running: npm start, or --url.');
    process.exit(3);
  }
  return (JSON.parse(readFileSync(file, 'utf8')) as { http: string }).http;
};
const base = values.url ?? running();

interface Picture {
  readonly name: string;
  readonly user: string | null;
  readonly path: string;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly act?: (page: Page) => Promise<void>;
}

const PHONE = { width: 390, height: 844 } as const;
const CITY = '/dien-tap/tam-ky-2022';

const PICTURES: readonly Picture[] = [
  { name: 'dang-nhap', user: null, path: '/' },
  { name: 'tham-muu-trang-chu', user: 'tham-muu', path: '/' },
  { name: 'tham-muu-dien-tap', user: 'tham-muu', path: '/dien-tap?nam=2022' },
  { name: 'tham-muu-tong-quan', user: 'tham-muu', path: `${CITY}/tong-quan` },
  { name: 'tham-muu-viec', user: 'tham-muu', path: `${CITY}/viec` },
  { name: 'tham-muu-tien-do', user: 'tham-muu', path: `${CITY}/tien-do` },
  { name: 'tham-muu-tao-dien-tap', user: 'tham-muu', path: '/dien-tap/moi' },
  { name: 'tham-muu-mua', user: 'tham-muu', path: '/mua-dien-tap?nam=2022' },
  { name: 'tham-muu-chuong-trinh', user: 'tham-muu', path: '/chuong-trinh/tam-ky-dan-quan-2022-2025' },
  {
    ...{ name: 'tham-muu-lap-lich', user: 'tham-muu', path: '/lap-lich', height: 1000 },
    act: async (page) => {
      await page.getByRole('button', { name: 'Đề xuất phương án' }).click();
      await page.getByText(/Đã chứng minh/).waitFor();
    },
  },
  { name: 'phong-ban-hop-thu', user: 'bao-dam', path: '/hop-thu' },
  { name: 'phong-ban-trang-chu', user: 'bao-dam', path: '/' },
  { name: 'phong-ban-viec', user: 'bao-dam', path: '/viec/phuoc-hoa-2022/X13' },
  { name: 'phong-ban-trang-chu-dien-thoai', user: 'bao-dam', path: '/', ...PHONE },
  { name: 'lanh-dao-trang-chu', user: 'lanh-dao', path: '/' },
  { name: 'lanh-dao-trang-chu-toi', user: 'lanh-dao', path: '/', dark: true },
  { name: 'lanh-dao-dien-thoai', user: 'lanh-dao', path: '/', ...PHONE },
  { name: 'lanh-dao-san-sang', user: 'lanh-dao', path: '/san-sang' },
];

const cookies = new Map<string, { name: string; value: string; url: string }[]>();
const cookiesOf = async (username: string) => {
  const found =
    cookies.get(username) ??
    (await signInCookies(base, username, values.password)).map(({ name, value }) => ({ name, value, url: base }));
  cookies.set(username, found);
  return found;
};

const take = async (browser: Browser, picture: Picture): Promise<void> => {
  const { name, user, path, width = 1280, height = 800, dark = false, act } = picture;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' });
  if (user) await context.addCookies(await cookiesOf(user));
  const page = await context.newPage();
  await page.goto(base + path, { waitUntil: 'load' });
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await act?.(page);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(400); // skeletons fade
  await page.screenshot({ path: join(values.out, `${name}.png`), animations: 'disabled' });
  await context.close();
  console.error(name);
};

mkdirSync(values.out, { recursive: true });
const browser = await startBrowser();
try {
  for (const picture of PICTURES.filter(({ name }) => name.includes(values.only))) await take(browser, picture);
} finally {
  await browser.close();
}
