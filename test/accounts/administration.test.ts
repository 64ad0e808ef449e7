/** Who administers accounts makes, changes and closes them; whatever changes rights ends sessions at once. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, duty, type House, openHouse, PASSWORD } from './support.ts';

let house: House;
let admin: Browser;
beforeAll(async () => {
  house = await openHouse();
  await house.user('quan-ly', { isAdmin: true, person: null, duties: [] });
  admin = house.browser();
  await admin.signIn('quan-ly');
});
afterAll(() => house.close());

const NEW = { userName: 'nguyen-van-an', name: 'Đồng chí An', person: 'nv-07', duties: [duty('tam-ky.HEA')] };

test('administering gives no right over exercises', async () => {
  expect((await admin.me()).body).toMatchObject({ isAdmin: true, group: 'admin', acting: null, authority: null });
  expect((await admin.get('/api/v1/exercises')).body.code).toBe('no-duty');
});

test('nobody else meets any of it', async () => {
  await house.user('binh');
  const id = await house.user('chi');
  const browser = house.browser();
  await browser.signIn('binh');
  for (const url of ['/api/v1/users', `/api/v1/users/${id}`])
    expect([url, (await browser.get(url)).body.code]).toEqual([url, 'admin-only']);
  for (const path of [
    '',
    ...['duties', 'details', 'deactivate', 'activate', 'reset-password', 'end-sessions'].map((act) => `/${id}/${act}`),
  ])
    expect([path, (await browser.post(`/api/v1/users${path}`)).body.code]).toEqual([path, 'admin-only']);
  expect((await house.browser().get('/api/v1/users')).status).toBe(401);
});

describe('an account is made', () => {
  let id = '';
  let password = '';

  test('its one-time password is told once', async () => {
    const made = await admin.post('/api/v1/users', NEW);
    expect(made.status).toBe(201);
    expect(made.headers['cache-control']).toBe('no-store');
    ({ id, password } = made.body);
    const shown = await admin.get(`/api/v1/users/${id}`);
    expect(shown.body).toMatchObject({
      ...{ userName: 'nguyen-van-an', person: 'nv-07', isActive: true, mustChangePassword: true, lastSignInAt: null },
      duties: [{ body: 'tam-ky.HEA', post: 'member', from: '2022-01-01', to: null, acting: false }],
    });
    expect(JSON.stringify(shown.body)).not.toContain(password);
  });

  test('it opens the account, and the sign-in is noted', async () => {
    const browser = house.browser();
    expect((await browser.signIn('Nguyen-Van-An', password)).status).toBe(200);
    expect((await admin.get(`/api/v1/users/${id}`)).body.lastSignInAt).toMatch(/^20\d\d-.*Z$/);
  });

  test('a user name and a person are given once', async () => {
    expect((await admin.post('/api/v1/users', { ...NEW, person: 'nv-08' })).body.code).toBe('user-name-taken');
    expect((await admin.post('/api/v1/users', { ...NEW, userName: 'khac' })).body.code).toBe('person-taken');
  });

  test.each([
    [
      'a duty that ends before it begins',
      { duties: [duty('tam-ky.HEA', 'member', '2022-05-02', '2022-05-01')] },
      'duty-window',
    ],
    ['the same duty twice', { duties: [duty('tam-ky.HEA'), duty('tam-ky.HEA')] }, 'duty-window'],
    ['a body that cannot be', { duties: [{ ...duty('tam-ky.HEA'), body: 'tam-ky.XYZ' }] }, 'invalid-body'],
    ['a user name with a space', { userName: 'nguyen van an' }, 'invalid-body'],
    ['a name that is empty', { name: ' ' }, 'invalid-body'],
    ['a field that is not known', { role: 'admin' }, 'invalid-body'],
  ])('not with %s', async (_, change, code) => {
    expect(
      (await admin.post('/api/v1/users', { ...NEW, userName: 'khac', person: 'nv-09', ...change })).body.code,
    ).toBe(code);
  });

  test('it is found by a part of user name, name, person or body', async () => {
    const names = async (search: string) =>
      (await admin.get(`/api/v1/users?search=${encodeURIComponent(search)}`)).body.users.map(
        ({ userName }: { userName: string }) => userName,
      );
    for (const search of ['nguyen-van', 'đồng chí an', 'DONG CHI AN', 'nv-07', 'tam-ky.hea'])
      expect([search, await names(search)]).toEqual([search, ['nguyen-van-an']]);
    expect(await names('%')).toEqual([]);
    const page = (await admin.get('/api/v1/users?page=2&size=2')).body;
    expect([page.users.length, page.page, page.size]).toEqual([2, 2, 2]);
    expect(page.total).toBeGreaterThan(3);
  });
});

describe('what changes the rights of a user ends his sessions', () => {
  const signedIn = async (userName: string) => {
    const browser = house.browser();
    await browser.signIn(userName);
    expect((await browser.me()).status).toBe(200);
    return browser;
  };

  test('other duties', async () => {
    const id = await house.user('dung');
    const browser = await signedIn('dung');
    expect((await admin.post(`/api/v1/users/${id}/duties`, { duties: [duty('tam-ky.POL', 'head')] })).status).toBe(200);
    expect((await browser.me()).status).toBe(401);
    expect((await (await signedIn('dung')).me()).body.acting).toMatchObject({ body: 'tam-ky.POL', post: 'head' });
  });

  test('closing the account: at once, and no sign-in until it is opened', async () => {
    const id = await house.user('em');
    const browser = await signedIn('em');
    expect((await admin.post(`/api/v1/users/${id}/deactivate`)).status).toBe(200);
    expect((await browser.me()).status).toBe(401);
    expect((await browser.signIn('em')).body.code).toBe('account-closed');
    expect((await browser.signIn('em', 'sai rồi đồng chí')).body.code).toBe('sign-in-wrong');
    expect((await admin.post(`/api/v1/users/${id}/activate`)).status).toBe(200);
    expect((await browser.signIn('em')).status).toBe(200);
  });

  test('a new one-time password', async () => {
    const id = await house.user('giang');
    const browser = await signedIn('giang');
    const { password } = (await admin.post(`/api/v1/users/${id}/reset-password`)).body;
    expect((await browser.me()).status).toBe(401);
    expect((await browser.signIn('giang')).status).toBe(401);
    expect((await browser.signIn('giang', password)).status).toBe(200);
    expect((await browser.me()).body.user.mustChangePassword).toBe(true);
  });

  test('the right to administer; a mere name leaves them', async () => {
    const id = await house.user('hoa', { isAdmin: true });
    const browser = await signedIn('hoa');
    const details = { name: 'Hoa mới', person: 'nv.hoa', isAdmin: true };
    expect((await admin.post(`/api/v1/users/${id}/details`, details)).status).toBe(200);
    expect((await browser.me()).body.user.name).toBe('Hoa mới');
    await admin.post(`/api/v1/users/${id}/details`, { ...details, isAdmin: false });
    expect((await browser.me()).status).toBe(401);
    expect((await (await signedIn('hoa')).get('/api/v1/users')).body.code).toBe('admin-only');
  });

  test('signing out everywhere', async () => {
    const id = await house.user('kim');
    const [one, two] = [await signedIn('kim'), await signedIn('kim')];
    expect((await admin.post(`/api/v1/users/${id}/end-sessions`)).body).toEqual({ ended: 2 });
    expect([(await one.me()).status, (await two.me()).status]).toEqual([401, 401]);
  });
});

test('the last administrator cannot be closed, nor lose the right', async () => {
  const alone = await openHouse();
  try {
    const id = await alone.user('mot', { isAdmin: true });
    const browser = alone.browser();
    await browser.signIn('mot', PASSWORD);
    expect((await browser.post(`/api/v1/users/${id}/deactivate`)).body.code).toBe('last-administrator');
    expect(
      (await browser.post(`/api/v1/users/${id}/details`, { name: 'Một', person: 'nv.mot', isAdmin: false })).body.code,
    ).toBe('last-administrator');
    expect((await browser.get('/api/v1/users')).status).toBe(200);
  } finally {
    await alone.close();
  }
});

test('an account that is not there is not found', async () => {
  for (const act of ['deactivate', 'reset-password', 'end-sessions'])
    expect([act, (await admin.post(`/api/v1/users/nobody/${act}`)).status]).toEqual([act, 404]);
  expect((await admin.get('/api/v1/users/nobody')).status).toBe(404);
});
