/** Gates through the page: waived into being clear, asked of two persons, passed by both, reopened, passed with conditions. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { BodyId, PersonRef } from '../../domain/people.ts';
import { localDate } from '../../domain/time.ts';
import { lastOf, REASON, typeDate } from './hands.ts';
import { openSite, type Site, type Window } from './support.ts';

const CITY = 'tam-ky-2022';
const PASSWORD = 'mot-cau-dai-cua-thanh-uy';

let site: Site;
let window: Window | null = null;
beforeAll(async () => {
  site = await openSite();
  // another person, who heads the standing committee
  const duty = { body: BodyId.parse('tam-ky.SC'), post: 'head' as const, from: localDate('2020-01-01'), to: null };
  await site.accounts.administration.create(
    {
      ...{ userName: 'thanh-uy', name: 'Bí thư Thành ủy', person: PersonRef.parse('sc-1.tam-ky'), isAdmin: false },
      duties: [{ ...duty, acting: false }],
    },
    PASSWORD,
  );
}, 180_000);
afterAll(() => site?.close());
afterEach(async () => {
  await window?.context.close();
  window = null;
});

const open = async (user: string, path: string): Promise<Window> => {
  window = await site.open(user);
  await window.goto(path);
  return window;
};
const asSecond = async (path: string): Promise<Window> => {
  window = await site.open(null);
  const { page } = window;
  await page.goto(site.url + path);
  await page.getByLabel('Tên đăng nhập').fill('thanh-uy');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.locator('h1').first().waitFor();
  return window;
};
const last = (exercise: string, type: string) => lastOf(site, `exercise/${exercise}`, type);

test('more time for several tasks is asked for at once, and each row then says so', async () => {
  const { page, faults } = await open('phuoc-hoa', '/dien-tap/phuoc-hoa-2022/viec');
  const rows = page
    .getByRole('row')
    .filter({ hasText: 'Ban Chỉ huy Quân sự' })
    .filter({ hasText: /Chờ làm|Chưa đến lượt/ });
  const codes = (await rows.allInnerTexts()).flatMap((text) => /\bX\d\d\b/.exec(text) ?? []).slice(0, 2);
  expect(codes).toHaveLength(2);
  for (const code of codes) await page.getByLabel(`Chọn ${code}`).check();
  await page.getByRole('button', { name: /^Xin gia hạn/ }).click();
  const dialog = page.getByRole('dialog');
  await typeDate(dialog, /^Hạn mới/, '11/08/2022');
  await dialog.getByLabel(REASON).fill('Chờ quân số của phường');
  await dialog.getByRole('button', { name: 'Xin gia hạn 2 việc' }).click();
  await page.getByText('Đã ghi 2 việc.').waitFor();
  await page.getByText('Đang xin gia hạn đến 11/08/2022').first().waitFor();
  expect((await last('phuoc-hoa-2022', 'ExtensionRequested'))?.data).toMatchObject({ until: '2022-08-11' });
  expect(faults).toEqual([]);
}, 60_000);

test('what does not apply is waived in one go by the head of the board, and the gate is clear', async () => {
  const { page } = await open('lanh-dao', `/dien-tap/${CITY}/viec?cong=G4`);
  const boxes = page
    .getByRole('row')
    .filter({ hasNotText: 'Đã xác minh' })
    .getByLabel(/^Chọn C\d\d$/);
  const n = await boxes.count();
  for (let i = 0; i < n; i += 1) await boxes.nth(i).check();
  await page.getByRole('button', { name: /^Không áp dụng/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(REASON).fill('Đã làm trong kế hoạch của tỉnh');
  await dialog.getByRole('button', { name: /^Ghi \d+ việc không áp dụng$/ }).click();
  await page.getByText(/^Đã ghi \d+ việc\.$/).waitFor();
  expect((await last(CITY, 'TaskWaived'))?.data).toMatchObject({ reason: 'Đã làm trong kế hoạch của tỉnh' });
  await window?.goto(`/dien-tap/${CITY}`);
  await page.getByText('Đủ điều kiện thông qua.').waitFor();
}, 60_000);

test('a gate is asked of two persons; one signs, and cannot sign again', async () => {
  const { page } = await open('lanh-dao', `/dien-tap/${CITY}`);
  await page.getByRole('button', { name: /^G4: Mở lại cổng/ }).click();
  await page.getByRole('menuitem', { name: /cần hai người/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(REASON).fill('Theo quy chế của Ban Chỉ đạo');
  await dialog.getByRole('button', { name: 'Cổng G4: cần hai người thông qua' }).click();
  await page.getByText('Đã đổi quy định của cổng.').waitFor();
  await page.getByText('Chưa ai đồng ý.').waitFor();
  await page.getByRole('button', { name: 'Thông qua cổng', exact: true }).click();
  await dialog.getByRole('button', { name: 'Ký người thứ nhất cho cổng G4' }).click();
  await page.getByText('Đã ghi ý kiến đồng ý cho cổng G4.').waitFor();
  await page.getByText('Còn chờ người thứ hai.').waitFor();
  expect(await page.getByRole('button', { name: 'Thông qua cổng', exact: true }).count()).toBe(0);
}, 60_000);

test('the second person finds it waiting on his home, and passes the gate', async () => {
  const { page } = await asSecond('/');
  const waiting = page.getByRole('region', { name: 'Chờ đồng chí quyết định' });
  await waiting
    .getByRole('listitem')
    .filter({ hasText: 'G4' })
    .filter({ hasText: 'Tam Kỳ' })
    .getByRole('button')
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /G4/ }).click();
  await dialog.waitFor({ state: 'detached' });
  expect((await last(CITY, 'GatePassed'))?.data).toMatchObject({ gate: 'G4' });
  expect((await last(CITY, 'GatePassed'))?.by).toMatchObject({ person: 'sc-1.tam-ky' });
}, 60_000);

test('a gate passed by mistake is reopened with a reason', async () => {
  const { page } = await open('lanh-dao', `/dien-tap/${CITY}?cong=G4`);
  await page.getByRole('button', { name: /^G4: Mở lại cổng/ }).click();
  await page.getByRole('menuitem', { name: /^Mở lại cổng/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(REASON).fill('Ký nhầm cổng');
  await dialog.getByRole('button', { name: 'Mở lại cổng G4' }).click();
  await page.getByText('Cổng G4 đã mở lại.').waitFor();
  expect((await last(CITY, 'GateReopened'))?.data).toMatchObject({ gate: 'G4', reason: 'Ký nhầm cổng' });
}, 60_000);

test('with things open a gate is passed with reason and basis, which then stand beside it', async () => {
  const { page } = await open('lanh-dao', '/dien-tap/an-son-2022');
  await page.getByRole('button', { name: 'Thông qua có điều kiện' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(REASON).fill('Bổ sung trong tuần');
  await dialog.getByLabel('Văn bản làm căn cứ').fill('21/TB-BCĐ ngày 30/05/2022');
  await dialog.getByRole('button', { name: /^Thông qua cổng G4 khi còn vướng \d+ việc$/ }).click();
  await page.getByText('Cổng G4 đã được thông qua.').waitFor();
  await page.getByRole('link', { name: /^G4/ }).click();
  await page.getByText('Bổ sung trong tuần (căn cứ: 21/TB-BCĐ ngày 30/05/2022)').waitFor();
}, 60_000);

test('what two persons pass with conditions the second one signs too, though he heads another committee', async () => {
  const path = '/dien-tap/phuoc-hoa-2022';
  await site.done('sb-1.tam-ky@tam-ky.SB:head', 'exercise/phuoc-hoa-2022', {
    ...{ type: 'SetGateRule', gate: 'G4', twoPersons: true, reason: 'quy chế' },
  } as never);
  await site.done('sb-1.tam-ky@tam-ky.SB:head', 'exercise/phuoc-hoa-2022', {
    ...{ type: 'PassGate', gate: 'G4', override: { reason: 'bổ sung sau', basis: '22/TB-BCĐ' } },
  } as never);
  const { page } = await asSecond(path);
  await page.getByRole('button', { name: 'Thông qua có điều kiện' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(REASON).fill('Đồng ý với Trưởng Ban');
  await dialog.getByLabel('Văn bản làm căn cứ').fill('22/TB-BCĐ');
  await dialog.getByRole('button', { name: /^Thông qua cổng G4 khi còn vướng/ }).click();
  await page.getByText('Cổng G4 đã được thông qua.').waitFor();
  expect((await last('phuoc-hoa-2022', 'GatePassed'))?.by).toMatchObject({ person: 'sc-1.tam-ky' });
}, 60_000);
