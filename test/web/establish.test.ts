/** An installation without data: the organisation is entered from the page, and from then on kept there. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lastOf, typeDate } from './hands.ts';
import { openSite, type Site } from './support.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite({ empty: true });
}, 180_000);
afterAll(() => site?.close());

test('the standing agency enters localities, bodies and heads from a spreadsheet, checked before anything is written', async () => {
  const { page, goto, axe, faults } = await site.open('tham-muu');
  await goto('/quan-tri/don-vi');
  await page.getByRole('button', { name: 'Nhập tổ chức lần đầu' }).click();
  const dialog = page.getByRole('dialog');
  const send = dialog.getByRole('button', { name: /^Nhập/ });
  await typeDate(dialog, /^Có hiệu lực từ ngày/, '01/01/2020');
  const units = dialog.getByLabel(/^Đơn vị, mỗi dòng/);
  await units.fill(
    'tam-ky; thành phố Tam Kỳ; Tam Kỳ city; huyện\ntan-thanh; phường Tân Thạnh; Tân Thạnh ward; xóm; tam-ky',
  );
  await dialog.getByText('Không đọc được dòng 2.').waitFor();
  await units.fill(
    'tam-ky; thành phố Tam Kỳ; Tam Kỳ city; huyện\ntan-thanh; phường Tân Thạnh; Tân Thạnh ward; xã; tam-ky',
  );
  await units.press('Tab');
  await dialog
    .getByText(/hai cấp|không còn cấp huyện/i)
    .first()
    .waitFor();
  expect(await send.isDisabled()).toBe(true);
  await dialog.getByRole('combobox', { name: 'Mô hình chính quyền' }).click();
  await page.getByRole('option', { name: /^Ba cấp/ }).click();
  const heads = dialog.getByLabel(/^Người đứng đầu/);
  await heads.fill('tam-ky.SB; sb-1.tam-ky');
  await heads.press('Tab');
  await dialog.getByText('Danh sách hợp lệ.').waitFor();
  expect(await axe()).toEqual([]);
  await send.click();
  await page.getByRole('treeitem', { name: /Tân Thạnh/ }).waitFor();
  expect((await lastOf(site, 'organisation/main', 'OrganisationEstablished'))?.data).toMatchObject({
    ...{ orgModel: 'threeTier', validFrom: '2020-01-01' },
    holders: [{ body: 'tam-ky.SB', post: 'head', person: 'sb-1.tam-ky' }],
  });
  expect(faults).toEqual([]);
}, 90_000);
