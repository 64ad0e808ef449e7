/** Acts of the administration, each sent by a browser: bodies and posts, reforms, templates, accounts, the calendar. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Locator } from 'playwright-core';
import { choose, citePaper, lastOf, REASON, typeDate } from './hands.ts';
import { openSite, type Site, type Window } from './support.ts';

const PASSWORD = 'mot-cau-dai-cua-quan-tri';

let site: Site;
let staff: Window;
beforeAll(async () => {
  site = await openSite();
  await site.accounts.administration.create(
    { userName: 'quan-tri', name: 'Quản trị', person: null, isAdmin: true, duties: [] },
    PASSWORD,
  );
  staff = await site.open('tham-muu');
}, 180_000);
afterAll(() => site?.close());

const dialog = (): Locator => staff.page.getByRole('dialog');
const organised = (type: string) => lastOf(site, 'organisation/main', type);

describe('bodies and posts', () => {
  const act = async (label: string | RegExp, item: string): Promise<void> => {
    await staff.page.getByRole('button', { name: label }).click();
    await staff.page.getByRole('menuitem', { name: item, exact: true }).click();
  };
  const send = async (name: string): Promise<void> => {
    await dialog().getByRole('region', { name: 'Sau khi ghi' }).waitFor();
    await dialog().getByRole('button', { name, exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
  };

  test('a post is added, given to somebody, and delegated for some days; the delegation is taken back', async () => {
    await staff.goto('/quan-tri/don-vi?xa=an-my');
    await act(/^Thao tác: Y tế/, 'Thêm chức vụ');
    await dialog().getByLabel('Tên chức vụ').fill('Phó Trưởng trạm');
    await dialog().getByLabel('Mã chức vụ').fill('deputy-1');
    await citePaper(dialog(), '21/QĐ-UBND');
    await send('Thêm chức vụ');

    await act(/^Thao tác: Phó Trưởng trạm/, 'Bổ nhiệm');
    await dialog().getByLabel('Mã người').fill('nv-21');
    await citePaper(dialog(), '22/QĐ-UBND');
    await send('Bổ nhiệm');
    expect((await organised('HolderAppointed'))?.data).toMatchObject({ body: 'an-my.HEA', person: 'nv-21' });

    await act(/^Thao tác: Phó Trưởng trạm/, 'Ủy quyền');
    await dialog().getByLabel('Mã người').fill('nv-22');
    await typeDate(dialog(), /^Đến hết ngày/, '10/06/2022');
    await citePaper(dialog(), '23/GUQ');
    await send('Ủy quyền');
    expect((await organised('PostDelegated'))?.data).toMatchObject({ person: 'nv-22', to: '2022-06-10' });

    await act(/^Thao tác: nv-22 thay/, 'Thu hồi ủy quyền');
    await dialog().getByLabel(REASON).fill('Người giữ chức đã về');
    await send('Thu hồi ủy quyền');
    await act(/^Thao tác: Phó Trưởng trạm/, 'Thôi giữ chức vụ');
    await typeDate(dialog(), /^Ngày cuối cùng/, '31/05/2022');
    await dialog().getByLabel(REASON).fill('Chuyển công tác');
    await send('Thôi giữ chức vụ');
    expect((await organised('HoldingEnded'))?.data).toMatchObject({ person: 'nv-21', to: '2022-05-31' });
    expect(staff.faults).toEqual([]);
  }, 120_000);

  test('two wards are merged into a new one, with old → new shown before', async () => {
    await staff.goto('/quan-tri/don-vi?xa=an-phu');
    await act(/^Thao tác: Phường An Phú$/, 'Sáp nhập');
    await choose(staff.page, dialog(), /^Đơn vị thôi hoạt động/, 'an xuan', /An Xuân/);
    await staff.page.keyboard.press('Escape');
    await dialog().getByLabel('Tên tiếng Việt').fill('phường An Phú Xuân');
    await dialog().getByLabel('Tên tiếng Anh').fill('An Phú Xuân ward');
    await dialog().getByLabel('Mã đơn vị').fill('an-phu-xuan');
    await typeDate(dialog(), /^Có hiệu lực từ ngày/, '01/07/2022');
    await citePaper(dialog(), '30/NQ-HĐND');
    await dialog().getByRole('region', { name: 'Cơ quan cũ → cơ quan mới' }).waitFor();
    await dialog().getByText('Hồ sơ được chuyển vào 00:00 ngày 01/07/2022, theo việc còn mở lúc đó.').waitFor();
    expect(await staff.axe()).toEqual([]);
    await dialog().getByRole('button', { name: 'Sáp nhập 2 đơn vị từ 01/07/2022' }).click();
    await dialog().waitFor({ state: 'detached' });
    expect((await organised('UnitsMerged'))?.data).toMatchObject({ from: ['an-phu', 'an-xuan'] });
  }, 90_000);

  test('a commune is split; one part keeps its files', async () => {
    await staff.goto('/quan-tri/don-vi?xa=tam-ngoc');
    await act(/^Thao tác: Xã Tam Ngọc$/, 'Chia tách');
    for (const [n, side] of ['Bắc', 'Nam'].entries()) {
      const part = dialog().getByRole('group', { name: `Đơn vị thứ ${n + 1}` });
      await part.getByLabel('Tên tiếng Việt').fill(`xã Tam Ngọc ${side}`);
      await part.getByLabel('Tên tiếng Anh').fill(`Tam Ngọc ${side} commune`);
      await part.getByLabel('Mã đơn vị').fill(n === 0 ? 'tam-ngoc-bac' : 'tam-ngoc-nam');
    }
    await dialog().getByRole('radio', { name: 'xã Tam Ngọc Nam' }).check();
    await typeDate(dialog(), /^Có hiệu lực từ ngày/, '01/07/2022');
    await citePaper(dialog(), '31/NQ-HĐND');
    await dialog().getByRole('button', { name: 'Chia thành 2 đơn vị từ 01/07/2022' }).click();
    await dialog().waitFor({ state: 'detached' });
    expect((await organised('UnitSplit'))?.data).toMatchObject({ heir: 'tam-ngoc-nam' });
  }, 90_000);
});

describe('templates and the calendar', () => {
  test('a version is published from the copy that was written, and one is retired', async () => {
    const { page } = staff;
    await staff.goto('/quan-tri/mau?soan=1');
    await page.getByRole('button', { name: 'Sửa C24' }).click();
    await dialog().getByRole('textbox', { name: 'Tên việc' }).fill('Phúc tra quân nhân dự bị, phương tiện kỹ thuật');
    await dialog().getByRole('button', { name: 'Giữ thay đổi' }).click();
    await page.getByText(/Mẫu dùng được/).waitFor();
    await page.getByLabel(REASON).fill('Rút kinh nghiệm mùa 2022');
    await page.getByRole('button', { name: 'Ban hành phiên bản 2' }).click();
    await page.getByText('Đã ban hành phiên bản mới.').waitFor();
    await page.getByRole('button', { name: 'Thôi dùng phiên bản này' }).click();
    await dialog().getByLabel(REASON).fill('Ban hành nhầm');
    await dialog().getByRole('button', { name: 'Thôi dùng phiên bản này' }).click();
    await page.getByText('Phiên bản đã thôi dùng.').waitFor();
    expect((await lastOf(site, 'template/city', 'TemplateVersionRetired'))?.data).toMatchObject({ retired: 2 });
    expect(staff.faults).toEqual([]);
  }, 90_000);

  test('the table of a year that had none is entered', async () => {
    const { page } = staff;
    const year = 2029;
    await staff.goto(`/quan-tri/lich?nam=${year}`);
    await page
      .getByRole('button', { name: `Nhập bảng năm ${year}` })
      .first()
      .click();
    await dialog()
      .getByLabel(/^Căn cứ/)
      .fill('Bộ luật Lao động, Điều 112');
    for (const day of ['01/01', '30/04', '01/05', '02/09']) {
      await typeDate(dialog(), 'Thêm ngày nghỉ', `${day}/${year}`);
      const add = dialog().getByRole('button', { name: 'Thêm', exact: true }).first();
      if (await add.isEnabled()) await add.click();
    }
    await dialog().getByLabel(REASON).fill('Cần lập kế hoạch');
    await dialog()
      .getByRole('button', { name: `Ghi bảng năm ${year}` })
      .click();
    await page.getByText('Đã ghi bảng lịch.').waitFor();
    expect((await lastOf(site, 'calendar/viet-nam', 'YearEntered'))?.data).toMatchObject({ table: { year } });
  }, 90_000);
});

describe('accounts', () => {
  let admin: Window;
  const act = async (user: string, item: string): Promise<Locator> => {
    await admin.page.getByRole('button', { name: `Thao tác: ${user}` }).click();
    await admin.page.getByRole('menuitem', { name: item }).click();
    return admin.page.getByRole('dialog');
  };
  beforeAll(async () => {
    admin = await site.open(null);
    await admin.page.goto(site.url);
    await admin.page.getByLabel('Tên đăng nhập').fill('quan-tri');
    await admin.page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await admin.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await admin.page.getByRole('heading', { level: 1, name: 'Quản trị hệ thống' }).waitFor();
    await admin.goto('/quan-tri/nguoi-dung');
  }, 60_000);

  test('some minutes after the sign-in the password is asked for again, and the act then goes through', async () => {
    await sql`UPDATE accounts.session SET "createdAt" = "createdAt" - interval '6 minutes'`.execute(site.db);
    const form = await act('Y tế (mẫu)', 'Giao chức trách');
    await form.getByRole('button', { name: 'Thêm chức trách' }).click();
    await choose(admin.page, form.getByRole('group', { name: 'Chức trách 2' }), 'Cơ quan', 'van thu tam ky', /Tam Kỳ/);
    await form.getByRole('button', { name: 'Giao chức trách' }).click();
    const again = admin.page.getByRole('dialog', { name: 'Nhập lại mật khẩu' });
    await again.waitFor();
    expect(await admin.axe()).toEqual([]);
    await again.getByRole('textbox', { name: 'Mật khẩu' }).fill('không phải');
    await again.getByRole('button', { name: 'Tiếp tục' }).click();
    await again.getByText('Mật khẩu hiện tại chưa đúng.').waitFor();
    await again.getByRole('textbox', { name: 'Mật khẩu' }).fill(PASSWORD);
    await again.getByRole('button', { name: 'Tiếp tục' }).click();
    await again.waitFor({ state: 'detached' });
    await form.waitFor({ state: 'detached' });
    const row = admin.page.getByRole('row').filter({ hasText: 'y-te' });
    await row.getByRole('listitem').filter({ hasText: 'cán bộ' }).nth(1).waitFor();
    expect(admin.faults).toEqual([]);
  }, 60_000);

  test('sessions are ended, the account is closed and opened, its password is given anew', async () => {
    const theirs = await site.open('phuoc-hoa');
    await theirs.goto('/');
    const name = 'Ban CHQS phường Phước Hòa (mẫu)';
    await (await act(name, 'Đăng xuất mọi máy')).getByRole('button', { name: 'Đăng xuất mọi máy' }).click();
    await admin.page.getByText('Đã kết thúc 1 phiên.').waitFor();
    await theirs.page.reload();
    await theirs.page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    await (await act(name, 'Khóa tài khoản')).getByRole('button', { name: 'Khóa tài khoản' }).click();
    const row = admin.page.getByRole('row').filter({ hasText: name });
    await row.getByText('Đã khóa').waitFor();
    await theirs.page.getByLabel('Tên đăng nhập').fill('phuoc-hoa');
    await theirs.page.getByLabel('Mật khẩu', { exact: true }).fill('san-sang-2022');
    await theirs.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await theirs.page.getByText('Tài khoản này đã khóa.').waitFor();
    await (await act(name, 'Mở lại tài khoản')).getByRole('button', { name: 'Mở lại tài khoản' }).click();
    await row.getByText('Đang mở').waitFor();
    await (await act(name, 'Cấp lại mật khẩu')).getByRole('button', { name: 'Cấp lại mật khẩu' }).click();
    const slip = admin.page.getByRole('dialog', { name: 'Mật khẩu dùng một lần' });
    const password = (await slip.locator('code').last().textContent()) ?? '';
    await slip.getByRole('button', { name: 'Đã giao, đóng lại' }).click();
    await theirs.page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await theirs.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await theirs.page.getByLabel('Mật khẩu hiện tại').waitFor();
    await theirs.context.close();
  }, 90_000);
});
