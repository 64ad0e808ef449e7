/** Papers drawn up from the file, in a real browser: looked at in place, fetched, numbered by the clerk. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { openSite, PHONE, type Site, WIDE, type Window } from './support.ts';

let site: Site;
let window: Window | null = null;
beforeAll(async () => {
  site = await openSite();
}, 180_000);
afterAll(() => site.close());
afterEach(async () => {
  await window?.context.close();
  window = null;
});

const PAPERS = '/dien-tap/tam-ky-2022/van-ban';
const open = async (user: string, options: Parameters<Site['open']>[1] = WIDE): Promise<Window> => {
  window = await site.open(user, options);
  return window;
};
/** Acts under another duty of the same account, as chosen in the user's menu. */
const actAs = (here: Window, body: string): Promise<number> =>
  here.page.evaluate(async (wanted) => {
    const me = await (await fetch('/api/v1/me')).json();
    const headers = { 'content-type': 'application/json', 'x-csrf-token': me.csrf };
    const answer = await fetch('/api/v1/me/acting', {
      ...{ method: 'POST', headers, body: JSON.stringify({ body: wanted }) },
    });
    return answer.status;
  }, body);

test.each([
  ['wide', WIDE],
  ['phone', PHONE],
])(
  'the list is clean, and a paper is looked at in place: %s',
  async (_, options) => {
    const here = await open('tham-muu', options);
    await here.goto(PAPERS);
    await here.page.getByRole('heading', { name: 'Soạn từ mẫu' }).waitFor();
    await here.page.getByText('812/QĐ-UBND ngày 24/03/2022').first().waitFor();
    expect([await here.axe(), await here.overflow()]).toEqual([[], 0]);
    const address = await here.page
      .getByRole('link', { name: 'PDF: Quyết định thành lập Ban Chỉ đạo' })
      .getAttribute('href');
    const fetched = await here.page.evaluate(async (url) => {
      const answer = await fetch(url);
      return [answer.status, answer.headers.get('content-type'), (await answer.blob()).size > 10_000] as const;
    }, address ?? '');
    expect(fetched).toEqual([200, 'application/pdf', true]);
    await here.page.getByRole('button', { name: 'Xem: Quyết định thành lập Ban Chỉ đạo' }).click();
    await here.page.getByTitle('Bản xem trước: Quyết định thành lập Ban Chỉ đạo').waitFor();
    expect(here.faults).toEqual([]);
  },
  90_000,
);

test('only the clerk is offered to give a number; the paper bears it at once', async () => {
  const here = await open('tham-muu');
  await here.goto(PAPERS);
  await here.page.getByText('812/QĐ-UBND ngày 24/03/2022').first().waitFor();
  expect(await here.page.getByRole('button', { name: /^Cấp số: / }).count()).toBe(0);
  expect(await actAs(here, 'tam-ky.CLERK')).toBe(200);
  await here.goto(PAPERS);
  await here.page.getByRole('button', { name: 'Cấp số: Bảng phân công nhiệm vụ' }).click();
  await here.page.getByText(/^Số kế tiếp của ký hiệu \/TB-BCĐ/).waitFor();
  expect(await here.axe()).toEqual([]);
  await here.page.getByRole('button', { name: 'Cấp số', exact: true }).click();
  await here.page.getByText(/^01\/TB-BCĐ ngày /).waitFor();
  expect(here.faults).toEqual([]);
}, 90_000);
