/** The exercise page in a real browser: overview, checklist, chart, boards, papers, and the what-if of a new D-day. */
import { expect, test } from '@jest/globals';
import { StreamId } from '../../domain/streams.ts';
import { useOneSite } from './one-site.ts';
import { PHONE, WIDE } from './support.ts';

const { open, site } = useOneSite();
const CITY = '/dien-tap/tam-ky-2022';
const EXERCISE = StreamId.parse('exercise/tam-ky-2022');
const lastOf = async (type: string) =>
  (await site().store.read(EXERCISE)).filter((event) => event.type === type).at(-1);

/** What is on each part of the page once it has been read. */
const SHOWN = [
  ['tong-quan', 'Vì sao chưa được?'],
  ['viec', /^\d+ trên \d+ việc$/],
  ['tien-do', 'Luyện tập khung lần 1'],
  ['ban', 'Ban Đạo diễn'],
  ['van-ban', '12-NQ/ĐUQS'],
] as const;

test.each([
  ['wide, light', { ...WIDE, colorScheme: 'light' as const }],
  ['wide, dark', { ...WIDE, colorScheme: 'dark' as const }],
  ['phone', PHONE],
  ['narrow', { viewport: { width: 320, height: 640 } }],
])(
  'overview, checklist, chart, boards and papers are clean: %s',
  async (_, options) => {
    const here = await open('tham-muu', options);
    for (const [tab, shown] of SHOWN) {
      await here.goto(`${CITY}/${tab}`);
      await here.page.getByText(shown).first().waitFor();
      expect([tab, await here.axe(), await here.overflow()]).toEqual([tab, [], 0]);
    }
    expect(here.faults).toEqual([]);
  },
  120_000,
);

test('the overview says which gate is open, what blocks it and with whom it lies', async () => {
  const here = await open('tham-muu');
  await here.goto(CITY);
  await here.page.getByRole('heading', { level: 3, name: 'G4 Tập huấn, văn kiện' }).waitFor();
  await here.page.getByText(/C23 Tập huấn khung tập: .*; đang ở: Cơ quan thường trực/).waitFor();
  expect(await here.page.getByRole('button', { name: 'Thông qua cổng' }).count()).toBe(0);
  await here.page.getByRole('link', { name: /^G3/ }).click();
  await here.page.getByRole('heading', { level: 3, name: 'G3 Phê duyệt kế hoạch' }).waitFor();
  expect(new URL(here.page.url()).searchParams.get('cong')).toBe('G3');
}, 60_000);

test('the head of the steering board passes a blocked gate only with reason and basis', async () => {
  const here = await open('lanh-dao');
  await here.goto(CITY);
  expect(await here.page.getByRole('button', { name: 'Thông qua cổng', exact: true }).isDisabled()).toBe(true);
  await here.page.getByRole('button', { name: 'Thông qua có điều kiện' }).click();
  const send = here.page.getByRole('button', { name: 'Thông qua cổng G4 khi còn vướng 3 việc' });
  expect(await send.isDisabled()).toBe(true);
  await here.page.getByLabel('Lý do (bắt buộc)').fill('Bổ sung trong tuần');
  await here.page.getByLabel('Văn bản làm căn cứ').fill('21/TB-BCĐ ngày 30/05/2022');
  expect(await send.isEnabled()).toBe(true);
}, 60_000);

test('a department reads of the work of others only that it is open', async () => {
  const here = await open('y-te');
  await here.goto(CITY);
  await here.page.getByText('Còn 3 việc của đơn vị khác chưa xong.').waitFor();
  expect(await here.page.getByText('C23').count()).toBe(0);
}, 60_000);

test('filters live in the address, their counts are of the rows they lead to, and keys select', async () => {
  const here = await open('tham-muu');
  await here.goto(`${CITY}/viec`);
  const chip = here.page.getByRole('button', { name: /^Đang làm \d+$/ });
  const count = Number(((await chip.textContent()) ?? '').split(' ').at(-1));
  await chip.click();
  await here.page.getByText(`${count} trên 40 việc`).waitFor();
  await here.page.reload();
  await here.page.getByText(`${count} trên 40 việc`).waitFor();
  await here.page.keyboard.press('j');
  await here.page.keyboard.press('x');
  await here.page.getByText('Đã chọn 1 việc').waitFor();
}, 60_000);

test('several tasks are assigned at once, and a refusal names its task', async () => {
  const here = await open('tham-muu');
  await here.goto(`${CITY}/viec?tim=luyen+tap`);
  for (const code of ['C27', 'C30']) await here.page.getByLabel(`Chọn ${code}`).check();
  await here.page.getByRole('button', { name: 'Giao lại' }).click();
  const dialog = here.page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: /Đơn vị chủ trì mới/ }).fill('y te');
  await here.page.getByRole('option', { name: /^Y tế thành phố/ }).click();
  // meanwhile one of the two is dropped by somebody else
  await site().done('tb-01@tam-ky.SA', EXERCISE, { type: 'DropTask', task: 'C30', reason: 'Gộp với lần 1' } as never);
  await dialog.getByRole('button', { name: 'Giao lại 2 việc' }).click();
  await dialog.getByText('1 trên 2 việc không ghi được:').waitFor();
  await dialog.getByRole('listitem').getByText('C30', { exact: true }).waitFor();
  expect((await lastOf('TaskAssigned'))?.data).toMatchObject({ task: 'C27', owner: 'tam-ky.HEA' });
}, 60_000);

test('a task is added by `n`; its deadline is worked out while it is filled in', async () => {
  const here = await open('tham-muu');
  await here.goto(`${CITY}/viec`);
  await here.page.keyboard.press('n');
  const dialog = here.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Tên việc' }).fill('Phương án phòng chống dịch');
  await dialog.getByRole('combobox', { name: /Chủ trì/ }).fill('y te');
  await here.page.getByRole('option', { name: /^Y tế thành phố/ }).click();
  await dialog.getByRole('combobox', { name: /Thuộc cổng/ }).click();
  await here.page.getByRole('option', { name: /^G5/ }).click();
  await dialog.getByLabel(/Số ngày làm việc/).fill('15');
  await dialog.getByText('Hạn: Thứ Năm 16/06/2022').waitFor();
  await dialog.getByLabel('Lý do (bắt buộc)').fill('Theo chỉ đạo của UBND');
  await dialog.getByLabel('Lý do (bắt buộc)').press('Control+Enter');
  await here.page.getByText('Đã thêm việc C41.').waitFor();
}, 60_000);

test('the chart says in words what a task waits for, and its dates hold in New York', async () => {
  const here = await open('tham-muu');
  await here.goto(`${CITY}/tien-do`);
  await here.page.getByRole('button', { name: /^C27/ }).focus();
  await here.page
    .getByText(/C23 Tập huấn khung tập/)
    .first()
    .waitFor();
  await here.page.getByText(/Việc chờ nó/).waitFor();
  await here.page.getByRole('row', { name: /C27 .*đến 14\/06\/2022/ }).waitFor();
}, 60_000);

test('the chart is printed across an A3 sheet, from the first bar to the last', async () => {
  const here = await open('tham-muu');
  await here.goto(`${CITY}/tien-do`);
  await here.page.getByRole('button', { name: /^C01/ }).waitFor();
  const pdf = (await here.page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  expect([...new Set(pdf.match(/\/MediaBox\s*\[[^\]]*\]/g))]).toEqual([
    expect.stringMatching(/\[0 0 119\d(\.\d+)? 84\d/),
  ]);
  expect(pdf.match(/\/Type\s*\/Page[^s]/g)?.length).toBeLessThanOrEqual(3);
}, 60_000);

test('D-day is moved on exactly the version whose effects were shown; a changed file is shown anew first', async () => {
  const here = await open('tham-muu');
  await here.page.route('**/api/v1/live**', (route) => route.abort());
  await here.goto(`${CITY}/tien-do?lam=doi-ngay`);
  await here.page.getByLabel(/Ngày T mới/).fill('14/07/2022');
  await here.page.keyboard.press('Tab');
  await here.page.getByRole('button', { name: /^Dời \d+ thời hạn$/ }).waitFor();
  await here.page.getByText('3 hồ sơ khác đổi theo').waitFor();
  await here.page.getByLabel('Lý do (bắt buộc)').fill('Trùng đợt thi tốt nghiệp');
  await site().done('tb-01@tam-ky.SA', EXERCISE, { type: 'CommentTask', task: 'C23', text: 'Đã gọi' } as never);
  await here.page.getByRole('button', { name: /^Dời \d+ thời hạn$/ }).click();
  await here.page.getByText('Hồ sơ đã thay đổi trong lúc đồng chí xem').waitFor();
  expect(await lastOf('ExerciseRescheduled')).toBeUndefined();
  await here.page.getByRole('button', { name: 'Gửi lại trên bản mới' }).click();
  await here.page.getByText('Đã dời ngày diễn tập.').waitFor();
  expect((await lastOf('ExerciseRescheduled'))?.data).toMatchObject({
    to: { startDate: '2022-07-14', endDate: '2022-07-15' },
    reason: 'Trùng đợt thi tốt nghiệp',
  });
}, 60_000);

test('what falls with a paper is said before it is revoked', async () => {
  const here = await open('tham-muu');
  await here.goto(`${CITY}/van-ban`);
  await here.page.getByRole('button', { name: 'Thao tác với Quyết định thành lập Ban Tổ chức' }).click();
  await here.page.getByRole('menuitem', { name: /^Bãi bỏ/ }).click();
  await here.page.getByText('Quyết định danh sách khung tập mất hiệu lực theo.').waitFor();
  await here.page.getByRole('button', { name: /^Bãi bỏ và mở lại \d+ việc$/ }).waitFor();
}, 60_000);

test('on a past day the page shows how it stood, and offers no act', async () => {
  const here = await open('tham-muu');
  await here.goto(`${CITY}?ngay=2022-04-20`);
  await here.page.getByRole('heading', { level: 3, name: 'G3 Phê duyệt kế hoạch' }).waitFor();
  expect(await here.page.getByRole('button', { name: 'Thao tác' }).count()).toBe(0);
}, 60_000);

test('nothing is asked for that does not exist yet: neither the drill nor the review', async () => {
  const here = await open('tham-muu');
  const refused: string[] = [];
  here.page.on('response', (response) => {
    if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
  });
  for (const [tab, shown] of [
    ['thuc-hanh', 'Thực hành'],
    ['diem-danh', /^Chưa lập hồ sơ thực hành động viên/],
    ['rut-kinh-nghiem', 'Hồ sơ rút kinh nghiệm mở khi kết thúc thực hành.'],
  ] as const) {
    await here.goto(`${CITY}/${tab}`);
    await here.page.getByText(shown).first().waitFor();
  }
  expect(refused).toEqual([]);
}, 60_000);
