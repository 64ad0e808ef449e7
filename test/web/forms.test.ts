/** Forms of the preparation, the drill and the review that send what other screens rely on: rehearsals, places, names, scorers. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { newSealKey, parseSealKey } from '../../db/sealed/seal.ts';
import { choose, lastOf, REASON, typeDate } from './hands.ts';
import { openSite, type Site, type Window } from './support.ts';

const FILE = 'exercise/tam-ky-2022';

let site: Site;
let window: Window | null = null;
beforeAll(async () => {
  site = await openSite({ deps: { sealed: parseSealKey(newSealKey()) } });
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
const last = (type: string, stream = FILE) => lastOf(site, stream, type);

test('a rehearsal is recorded, what it showed is raised, and carried into a later one', async () => {
  const { page, axe, faults } = await open('tham-muu', '/dien-tap/tam-ky-2022/thuc-hanh');
  await page.getByRole('button', { name: 'Ghi một buổi' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Có mặt', { exact: true }).fill('98');
  await dialog.getByLabel('Phải có mặt').fill('90');
  await dialog.getByText('Số có mặt không thể nhiều hơn số phải có mặt.').waitFor();
  expect(await dialog.getByRole('button', { name: /^Ghi buổi/ }).isDisabled()).toBe(true);
  await dialog.getByLabel('Phải có mặt').fill('100');
  expect(await axe()).toEqual([]);
  await dialog.getByRole('button', { name: /^Ghi buổi LT\d$/ }).click();
  await page.getByText('Đã ghi buổi luyện tập.').waitFor();
  expect((await last('RehearsalHeld'))?.data).toMatchObject({
    rehearsal: { step: 'practice', date: '2022-05-31', attended: 98, expected: 100 },
  });

  await page.getByRole('button', { name: 'Nêu vướng mắc' }).click();
  await dialog.getByLabel('Vướng mắc gì').fill('Báo cáo giữa các bộ phận còn chậm');
  await choose(page, dialog, /Cơ quan khắc phục/, 'y te', /^Y tế thành phố/);
  await typeDate(dialog, /^Khắc phục trước/, '10/06/2022');
  await dialog.getByRole('button', { name: /^Nêu vướng mắc V\d$/ }).click();
  const issue = page.getByRole('row').filter({ hasText: 'Báo cáo giữa các bộ phận còn chậm' });
  await issue.getByRole('button', { name: 'Chuyển sang buổi sau' }).click();
  await dialog.getByRole('combobox', { name: 'Kiểm tra lại ở' }).click();
  await page.getByRole('option', { name: 'Tổng duyệt' }).click();
  await dialog.getByLabel(REASON).fill('Kiểm tra lại khi tổng duyệt');
  await dialog.getByRole('button', { name: /^Chuyển sang buổi sau V\d$/ }).click();
  await dialog.waitFor({ state: 'detached' });
  expect((await last('IssueCarried'))?.data).toMatchObject({ from: 'practice', into: 'finalRehearsal' });
  expect(faults).toEqual([]);
}, 90_000);

test('places and vehicles are reserved, with the clashes they bring shown before', async () => {
  await site.done('tb-01@tam-ky.SA', 'exercise/an-son-2022', {
    ...{ type: 'ReserveResources', venues: ['Sân vận động'], vehicles: [] },
  });
  await site.done('tb-01@tam-ky.SA', 'exercise/an-son-2022', {
    ...{ type: 'RescheduleExercise', startDate: '2022-07-07', endDate: '2022-07-08', reason: 'cùng ngày' },
  } as never);
  const { page, axe, faults } = await open('tham-muu', '/dien-tap/tam-ky-2022');
  const section = page.getByRole('region', { name: 'Địa điểm, phương tiện' });
  await section.getByRole('button', { name: 'Đăng ký' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Địa điểm, mỗi dòng một nơi').fill('Sân vận động\nHội trường UBND');
  await dialog.getByRole('button', { name: 'Thêm loại phương tiện' }).click();
  await dialog.getByLabel('Loại phương tiện').fill('Xe tải 2,5 tấn');
  expect(await dialog.getByRole('button', { name: /^Đăng ký \d/ }).isDisabled()).toBe(true);
  await dialog.getByLabel('Số lượng').fill('6');
  await dialog.getByLabel('Số lượng').press('Tab');
  await dialog.getByText('1 va chạm mới').waitFor();
  expect(await axe()).toEqual([]);
  await dialog.getByRole('button', { name: 'Đăng ký 2 địa điểm, 6 phương tiện' }).click();
  await section.getByText('Sân vận động; Hội trường UBND').waitFor();
  await section.getByText('6 Xe tải 2,5 tấn').waitFor();
  expect((await last('ResourcesReserved'))?.data).toMatchObject({ vehicles: [{ class: 'Xe tải 2,5 tấn', count: 6 }] });
  expect(faults).toEqual([]);
}, 90_000);

const prepared = async (): Promise<void> => {
  if ((await site.store.read('drill/tam-ky-2022' as never)).length === 0)
    await site.done('tb-01@tam-ky.SA', 'drill/tam-ky-2022', {
      ...{ type: 'PrepareDrill', exercise: 'tam-ky-2022', orgUnit: 'tam-ky' },
    } as never);
};

test('names are pasted from a spreadsheet, sealed, and stand neither in the history nor in the browser', async () => {
  await prepared();
  const { page, context, axe, faults } = await open('tham-muu', '/dien-tap/tam-ky-2022/diem-danh?xem=chuan-bi');
  await page.getByRole('button', { name: 'Nhập danh sách' }).click();
  const dialog = page.getByRole('dialog');
  const rows = dialog.getByLabel(/^Mỗi dòng: số lệnh; họ tên/);
  await rows.fill('Số lệnh\tHọ tên\tNăm sinh\nQN-00001\tNguyễn Văn Mẫu\t1996\nQN-00002\tTrần Văn Thử\t96');
  await dialog.getByText('Không đọc được dòng 3.').waitFor();
  expect(await dialog.getByRole('button', { name: /^Niêm phong/ }).isDisabled()).toBe(true);
  await rows.fill('QN-00001; Nguyễn Văn Mẫu; 1996; 0905 000 000\nQN-00002; Trần Văn Thử');
  await dialog.getByText('Đọc được 2 dòng.').waitFor();
  expect(await axe()).toEqual([]);
  await dialog.getByRole('button', { name: 'Niêm phong 2 dòng' }).click();
  await page.getByText('Đã niêm phong danh sách.').waitFor();
  const told = await last('RosterImported', 'drill/tam-ky-2022');
  expect(told?.data).toMatchObject({ count: 2 });
  expect(JSON.stringify(await site.store.read('drill/tam-ky-2022' as never))).not.toContain('Nguyễn Văn Mẫu');
  expect(JSON.stringify(await context.storageState({ indexedDB: true }))).not.toContain('Nguyễn Văn Mẫu');
  expect(faults).toEqual([]);
}, 60_000);

test('whoever does not keep the names of a drill is not offered to enter any', async () => {
  await prepared();
  const { page } = await open('phuoc-hoa', '/dien-tap/tam-ky-2022/diem-danh?xem=chuan-bi');
  await page.getByRole('heading', { name: 'Giờ G' }).waitFor();
  expect(await page.getByRole('button', { name: 'Nhập danh sách' }).count()).toBe(0);
}, 60_000);
