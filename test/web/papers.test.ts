/** The chain of papers through the page: entered, amended, revoked with what falls with it, classified. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { citePaper, lastOf, REASON } from './hands.ts';
import { openSite, type Site, type Window } from './support.ts';

const FILE = 'exercise/an-my-2022';
const CMC = 'cmc-1.an-my@an-my.CMC';

let site: Site;
let staff: Window;
beforeAll(async () => {
  site = await openSite();
  await site.done(CMC, FILE, {
    ...{ type: 'DraftExercise', exerciseType: 'communeCombatExercise', orgUnit: 'an-my', superiorUnit: 'tam-ky' },
    ...{ theme: 'Diễn tập chiến đấu phường An Mỹ', isPilot: false },
  } as never);
  await site.done(CMC, FILE, { type: 'PlanExercise', startDate: '2022-11-15', endDate: '2022-11-16' } as never);
  staff = await site.open('tham-muu');
  await staff.goto('/dien-tap/an-my-2022/van-ban');
}, 180_000);
afterAll(() => site?.close());

const last = (type: string) => lastOf(site, FILE, type);
/** In the chain, which stands above what can be drawn up. */
const rowOf = (name: string): Locator =>
  staff.page
    .getByRole('table')
    .first()
    .getByRole('row', { name: new RegExp(`^${name}`) });
const dialog = (): Locator => staff.page.getByRole('dialog');
const act = async (name: string, item: RegExp): Promise<void> => {
  await staff.page.getByRole('button', { name: `Thao tác với ${name}` }).click();
  await staff.page.getByRole('menuitem', { name: item }).click();
};

const enter = async (name: string, number: string, more?: () => Promise<void>): Promise<void> => {
  await rowOf(name).getByRole('button', { name: 'Ghi văn bản' }).click();
  await citePaper(dialog(), number);
  await more?.();
  await dialog().getByRole('button', { name: 'Ghi văn bản' }).click();
  await dialog().waitFor({ state: 'detached' });
  await rowOf(name).getByText(number).waitFor();
};
const addSeat = async (where: Locator, post: string, count: string): Promise<void> => {
  await where.getByRole('button', { name: 'Thêm chức danh' }).click();
  await where.getByRole('textbox', { name: 'Chức danh' }).last().fill(post);
  await where.getByRole('textbox', { name: 'Số người' }).last().fill(count);
};

test('a paper comes onto the file by its number; what stands on it waits until then', async () => {
  const board = rowOf('Quyết định thành lập Ban Tổ chức');
  expect(await board.getByRole('button', { name: 'Ghi văn bản' }).isDisabled()).toBe(true);
  await enter('Chỉ thị của cấp trên', '05/CT-BCH');
  await enter('Nghị quyết lãnh đạo', '07-NQ/ĐU');
  await board.and(staff.page.locator(':not(:has(button[disabled]))')).waitFor();
  expect((await last('ResolutionIssued'))?.data).toMatchObject({ paper: { number: '07-NQ/ĐU', date: '2022-05-30' } });
  expect(staff.faults).toEqual([]);
}, 60_000);

test('a decision on a board brings its head, its seats and its subcommittees', async () => {
  await enter('Quyết định thành lập Ban Tổ chức', '11/QĐ-UBND', async () => {
    const send = dialog().getByRole('button', { name: 'Ghi văn bản' });
    expect(await send.isDisabled()).toBe(true);
    await dialog().getByLabel('Chức vụ trưởng ban').fill('Chủ tịch UBND phường');
    await addSeat(dialog().getByRole('group', { name: 'Thành phần theo chức danh' }), 'Ủy viên', '4');
    const parts = dialog().getByRole('group', { name: 'Tiểu ban' });
    await parts.getByRole('button', { name: 'Thêm tiểu ban' }).click();
    await parts.getByRole('textbox', { name: 'Tên tiểu ban' }).fill('Tiểu ban nội dung');
    await addSeat(parts, 'Trưởng tiểu ban', '1');
    expect(await staff.axe()).toEqual([]);
  });
  expect((await last('BoardEstablished'))?.data).toMatchObject({
    ...{ board: 'organising', headPost: 'Chủ tịch UBND phường', seats: [{ post: 'Ủy viên', count: 4 }] },
    subcommittees: [{ name: 'Tiểu ban nội dung', seats: [{ post: 'Trưởng tiểu ban', count: 1 }] }],
  });
  await enter('Quyết định danh sách khung tập', '12/QĐ-UBND', () =>
    addSeat(dialog().getByRole('group', { name: 'Thành phần theo chức danh' }), 'Trung đội trưởng', '2'),
  );
  await enter('Kế hoạch diễn tập', '03/KH-UBND');
  await enter('Quyết định dự toán kinh phí', '14/QĐ-UBND', () =>
    dialog().getByLabel('Số tiền (đồng)').fill('120000000'),
  );
  await rowOf('Quyết định dự toán kinh phí').getByText('120.000.000 đ').waitFor();
  expect((await last('PaperEntered'))?.data).toMatchObject({ slot: 'budget', amount: 120_000_000 });
}, 90_000);

test('an amendment changes what it names, and what stands on the paper stays', async () => {
  await act('Quyết định thành lập Ban Tổ chức', /^Sửa đổi/);
  await citePaper(dialog(), '15/QĐ-UBND');
  await dialog().getByLabel('Chức vụ trưởng ban').fill('Phó Chủ tịch UBND phường');
  await dialog().getByLabel(REASON).fill('Thay đổi phân công');
  await dialog().getByRole('button', { name: 'Ghi sửa đổi' }).click();
  await dialog().waitFor({ state: 'detached' });
  await rowOf('Quyết định thành lập Ban Tổ chức')
    .getByText(/Sửa đổi theo 15\/QĐ-UBND/)
    .waitFor();
  await rowOf('Quyết định danh sách khung tập').getByText('12/QĐ-UBND').waitFor();
  await staff.goto('/dien-tap/an-my-2022/ban');
  await staff.page.getByText('Phó Chủ tịch UBND phường').first().waitFor();
  await staff.goto('/dien-tap/an-my-2022/van-ban');
}, 60_000);

test('revoking a paper names what falls with it, and that falls', async () => {
  await act('Kế hoạch diễn tập', /^Bãi bỏ/);
  await dialog().getByText('Quyết định dự toán kinh phí mất hiệu lực theo.').waitFor();
  await citePaper(dialog(), '16/QĐ-UBND');
  await dialog().getByLabel(REASON).fill('Kế hoạch phải làm lại');
  await dialog()
    .getByRole('button', { name: /^Bãi bỏ/ })
    .click();
  await staff.page.getByText('Đã bãi bỏ văn bản.').waitFor();
  await rowOf('Kế hoạch diễn tập').filter({ hasText: 'Chưa có' }).waitFor();
  await rowOf('Quyết định dự toán kinh phí').filter({ hasText: 'phải có trước: Kế hoạch diễn tập' }).waitFor();
  await staff.page
    .getByText(/Bãi bỏ theo 16\/QĐ-UBND ngày 30\/05\/2022/)
    .first()
    .waitFor();
}, 60_000);

test('a secret level leaves number, date and holder, and a neutral name; a frame is never secret', async () => {
  await act('Nghị quyết lãnh đạo', /^Xác định độ mật/);
  await dialog().getByText('Mật', { exact: true }).click();
  await dialog().getByLabel('Người hoặc cơ quan quyết định').fill('Bí thư Đảng ủy phường');
  await dialog()
    .getByLabel(/^Căn cứ/)
    .fill('Mục 3 danh mục bí mật nhà nước');
  await dialog().getByLabel('Tên trung tính thay cho tên văn bản').fill('Văn bản số 07');
  await dialog().getByRole('button', { name: 'Ghi độ mật: Mật' }).click();
  await staff.page.getByText('Đã ghi độ mật.').waitFor();
  await staff.page.getByRole('cell', { name: /^Văn bản số 07/ }).waitFor();
  expect(await staff.page.getByText('Nghị quyết lãnh đạo').count()).toBe(0);
  expect((await last('Classified'))?.data).toMatchObject({ level: 'mat', label: 'Văn bản số 07' });
  expect(await staff.axe()).toEqual([]);
  expect(staff.faults).toEqual([]);
}, 60_000);
