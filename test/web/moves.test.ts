/** "Thao tác" of an exercise: put off, taken up again, moved, cancelled, on a newer calendar and template; and who follows. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { communeWith, publish } from '../domain/preparation/support.ts';
import { lastOf, REASON, typeDate } from './hands.ts';
import { openSite, type Site, type Window } from './support.ts';

const CITY = 'tam-ky-2022';
const SA = 'tb-01@tam-ky.SA';

let site: Site;
let window: Window | null = null;
beforeAll(async () => {
  site = await openSite();
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
/** Opens the exercise and one of its acts by the menu. */
const act = async (user: string, exercise: string, item: RegExp): Promise<Window> => {
  const here = await open(user, `/dien-tap/${exercise}`);
  await here.page.getByRole('button', { name: 'Thao tác', exact: true }).click();
  await here.page.getByRole('menuitem', { name: item }).click();
  return here;
};
const last = (exercise: string, type: string) => lastOf(site, `exercise/${exercise}`, type);

test('a newer version of the template is adopted as its difference was shown', async () => {
  const newer = communeWith({ X21: { titleVi: 'Chuẩn bị vật chất, phương tiện cho diễn tập' } });
  await site.done(SA, 'template/commune', publish(newer) as never);
  const { page, faults } = await act('tham-muu', 'an-son-2022', /^Áp dụng phiên bản mẫu/);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Phiên bản' }).click();
  await page.getByRole('option', { name: /^Phiên bản 2/ }).click();
  await dialog.getByText('Đổi 1 việc').waitFor();
  await dialog.getByLabel(REASON).fill('Theo mẫu mới của thành phố');
  await dialog.getByRole('button', { name: 'Áp dụng phiên bản 2' }).click();
  await page.getByText('Đã áp dụng phiên bản mẫu.').waitFor();
  expect((await last('an-son-2022', 'TemplateAdopted'))?.data).toMatchObject({
    reason: 'Theo mẫu mới của thành phố',
  });
  expect(faults).toEqual([]);
}, 60_000);

test('a calendar that is in use already is said to be so, and nothing can be sent', async () => {
  const { page } = await act('tham-muu', 'phuoc-hoa-2022', /^Áp dụng lịch làm việc mới/);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(REASON).fill('Có thông báo nghỉ bù');
  await dialog.getByText('Không có gì thay đổi').waitFor();
  expect(await dialog.getByRole('button', { name: 'Tính lại' }).isDisabled()).toBe(true);
}, 60_000);

test('the city is put off, its communes rest with it, and all are taken up again on days of their own', async () => {
  const { page } = await act('lanh-dao', CITY, /^Hoãn/);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('3 hồ sơ khác đổi theo').waitFor();
  await dialog.getByLabel(REASON).fill('Địa bàn có dịch');
  await dialog.getByRole('button', { name: /^Hoãn, dừng \d+ lời nhắc$/ }).click();
  await page.getByText('Đã hoãn diễn tập.').waitFor();
  await page.getByText('Hoãn', { exact: true }).first().waitFor();
  expect((await last('an-son-2022', 'ExercisePostponed'))?.data).toMatchObject({ followsCity: true });

  await page.getByRole('button', { name: 'Thao tác', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Tiếp tục/ }).click();
  await typeDate(dialog, /^Ngày T mới/, '13/09/2022');
  await dialog.getByText('Thứ Tư · dài 2 ngày').waitFor();
  await dialog.getByLabel(REASON).fill('Hết dịch');
  await dialog.getByRole('button', { name: /^Tiếp tục, dời \d+ thời hạn$/ }).click();
  await page.getByText('Diễn tập được tiếp tục.').waitFor();
  expect((await last(CITY, 'ExerciseResumed'))?.data).toMatchObject({
    to: { startDate: '2022-09-13', endDate: '2022-09-14' },
  });
  expect(await last('an-son-2022', 'ExerciseResumed')).toBeDefined();
}, 90_000);

test('a day in the past is refused while it is typed', async () => {
  const { page } = await act('tham-muu', CITY, /^Dời ngày/);
  const dialog = page.getByRole('dialog');
  await typeDate(dialog, /^Ngày T mới/, '30/05/2022');
  await dialog.getByText('Không nhận 30/05/2022: sớm nhất là 31/05/2022.').waitFor();
  expect(await dialog.getByRole('button', { name: 'Dời ngày diễn tập' }).isDisabled()).toBe(true);
}, 60_000);

test('the city is cancelled: each commune is asked, and answers for itself', async () => {
  const { page } = await act('lanh-dao', CITY, /^Hủy/);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(REASON).fill('Theo chỉ đạo của tỉnh');
  await dialog.getByRole('button', { name: /^Hủy diễn tập và \d+ việc chưa xong$/ }).click();
  await page.getByText('Đã hủy diễn tập.').waitFor();

  await window?.context.close();
  const commune = await open('phuoc-hoa', '/dien-tap/phuoc-hoa-2022');
  await commune.page.getByText('Diễn tập thành phố đã hủy.').waitFor();
  await commune.page.getByRole('button', { name: 'Giữ ngày của mình' }).click();
  await commune.page.getByRole('dialog').getByLabel(REASON).fill('Phường vẫn diễn tập theo nghị quyết');
  await commune.page.getByRole('dialog').getByRole('button', { name: 'Giữ ngày của mình' }).click();
  await commune.page.getByText('Đã trả lời thành phố.').waitFor();
  await commune.page.getByText('Diễn tập thành phố đã hủy.').waitFor({ state: 'detached' });
  expect((await last('phuoc-hoa-2022', 'CityAnswered'))?.data).toMatchObject({ answer: 'keep', change: 'cancelled' });
}, 90_000);

test('a leader answers the city from his home, and what follows is done', async () => {
  const { page } = await open('lanh-dao', '/');
  const waiting = page.getByRole('region', { name: 'Chờ đồng chí quyết định' });
  const item = waiting.getByRole('listitem').filter({ hasText: 'An Sơn' });
  await item.getByRole('button', { name: /^Trả lời/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(REASON).fill('Dừng cùng thành phố');
  await dialog.getByRole('button', { name: 'Theo thành phố' }).click();
  await page.getByText('Đã trả lời thành phố.').waitFor();
  expect(await last('an-son-2022', 'ExerciseCancelled')).toBeDefined();
}, 60_000);

test('a clash with another exercise is accepted with a reason', async () => {
  const hall = { type: 'ReserveResources', venues: ['Sân vận động'], vehicles: [] };
  const days = { startDate: '2022-09-13', endDate: '2022-09-14' };
  const draft = {
    exerciseType: 'communeCombatExercise',
    orgUnit: 'an-my',
    superiorUnit: 'tam-ky',
    theme: 'DT An Mỹ',
    isPilot: false,
  };
  await site.done('cmc-1.an-my@an-my.CMC', 'exercise/an-my-2022', { type: 'DraftExercise', ...draft } as never);
  await site.done('cmc-1.an-my@an-my.CMC', 'exercise/an-my-2022', { type: 'PlanExercise', ...days } as never);
  for (const each of ['an-my-2022', 'tan-thanh-2022']) await site.done(SA, `exercise/${each}`, hall as never);
  const state = (await site.store.read('exercise/tan-thanh-2022' as never)).findLast(
    (e) => e.type === 'ExerciseResumed',
  );
  await site.done(SA, 'exercise/an-my-2022', {
    ...{ type: 'RescheduleExercise', reason: 'cùng ngày' },
    ...(state?.data.to as object),
  } as never);
  const { page } = await open('lanh-dao', '/dien-tap/an-my-2022');
  const clashes = page.getByRole('region', { name: /^Va chạm với diễn tập khác/ });
  const venue = clashes.getByRole('listitem').filter({ hasText: 'Sân vận động' });
  await venue.getByRole('button', { name: 'Chấp nhận' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(REASON).fill('Hai buổi khác nhau');
  await dialog.getByRole('button', { name: 'Chấp nhận va chạm này' }).click();
  await page.getByText('Đã chấp nhận va chạm.').waitFor();
  await venue.getByText(/Đã chấp nhận .*: Hai buổi khác nhau/).waitFor();
  expect((await last('an-my-2022', 'ClashAccepted'))?.data).toMatchObject({ kind: 'venue' });
}, 60_000);
