/** Signing in and out: who is let in, in which words others are refused, and what a cookie is worth afterwards. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { type House, openHouse, PASSWORD } from './support.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse({ live: { mostPerUser: 0 } });
  await house.user('an');
  await house.user('binh');
});
afterAll(() => house.close());

test('who knows his password is signed in and acts under his duty', async () => {
  const browser = house.browser();
  const { status, body } = await browser.signIn('an');
  expect([status, body]).toEqual([200, { secondFactor: false }]);
  const me = await browser.me();
  expect(me.body).toMatchObject({
    user: { userName: 'an', person: 'nv.an', mustChangePassword: false, twoFactor: false },
    acting: { body: 'tam-ky.SA', post: 'member', group: 'staff', actingFor: false, until: null },
    ...{ isAdmin: false, group: 'staff', today: '2022-05-31', sample: false },
  });
  expect((await browser.get('/api/v1/exercises')).status).toBe(200);
});

test('capitals in the user name and another composition of the letters of the password make no difference', async () => {
  expect((await house.browser().signIn(' AN', PASSWORD.normalize('NFD'))).status).toBe(200);
});

test('nobody is known without a session', async () => {
  const { status, body } = await house.browser().me();
  expect([status, body.code]).toEqual([401, 'sign-in-needed']);
});

test('a wrong password and an unknown user get the same answer for the same work', async () => {
  const before = house.accounts.hasher.count();
  const wrong = await house.browser('10.1.0.1').signIn('an', 'không phải mật khẩu');
  const between = house.accounts.hasher.count();
  const unknown = await house.browser('10.1.0.2').signIn('khong-co-ai', 'không phải mật khẩu');
  const after = house.accounts.hasher.count();
  expect([wrong.status, wrong.body.code]).toEqual([401, 'sign-in-wrong']);
  expect(unknown.body).toEqual(wrong.body);
  expect([between - before, after - between]).toEqual([1, 1]);
  expect(wrong.body.messages.vi.what).toBe('Tên đăng nhập hoặc mật khẩu chưa đúng.');
});

test('the cookie is out of reach of scripts and of other sites, and the token stands in no body', async () => {
  const answer = await house.browser().signIn('an');
  const cookie = String(answer.headers['set-cookie']);
  expect(cookie).toMatch(/^san-sang\.session_token=[^;]+/);
  for (const attribute of [/HttpOnly/, /SameSite=Strict/, /Path=\//, /Max-Age=43200/])
    expect(cookie).toMatch(attribute);
  expect(cookie).not.toMatch(/Secure|Domain/);
  expect(answer.headers['cache-control']).toBe('no-store');
});

test('under TLS the cookie belongs to this very host', async () => {
  const tls = await openHouse({ baseUrl: 'https://san-sang.lan' });
  try {
    await tls.user('an');
    const browser = tls.browser();
    const cookie = String((await browser.signIn('an')).headers['set-cookie']);
    expect(cookie).toMatch(/^__Host-san-sang\.session_token=[^;]+/);
    for (const attribute of [/Secure/, /HttpOnly/, /SameSite=Strict/, /Path=\//]) expect(cookie).toMatch(attribute);
    expect((await browser.me()).status).toBe(200);
  } finally {
    await tls.close();
  }
});

test('a cookie stolen before the sign-out is worth nothing after it', async () => {
  const browser = house.browser();
  await browser.signIn('an');
  const stolen = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const thief = house.browser();
  expect((await thief.get('/api/v1/me', { cookie: stolen })).status).toBe(200);
  expect((await browser.post('/api/auth/sign-out')).status).toBe(200);
  expect(browser.cookies.size).toBe(0);
  expect((await thief.get('/api/v1/me', { cookie: stolen })).status).toBe(401);
});

test('a session handed over before signing in is not the one that begins', async () => {
  const browser = house.browser();
  await browser.signIn('binh');
  const before = browser.cookies.get('san-sang.session_token');
  await browser.signIn('an');
  expect(browser.cookies.get('san-sang.session_token')).not.toBe(before);
  const old = await house.browser().get('/api/v1/me', { cookie: `san-sang.session_token=${before}` });
  expect(old.status).toBe(401);
});

test('a cookie whose signature was changed is nobody’s', async () => {
  const browser = house.browser();
  await browser.signIn('an');
  const value = browser.cookies.get('san-sang.session_token') ?? '';
  for (const forged of [value.slice(0, 32), `${value.slice(0, 32)}.${'A'.repeat(43)}%3D`, `x${value}`, '%E0%A4%A', ''])
    expect((await house.browser().get('/api/v1/me', { cookie: `san-sang.session_token=${forged}` })).status).toBe(401);
});

describe('sessions end by themselves', () => {
  const age = (column: string, minutes: number) =>
    sql`UPDATE accounts.session SET ${sql.ref(column)} = clock_timestamp() - make_interval(mins => ${minutes}::int)`.execute(
      house.db,
    );

  test('after half an hour without an act', async () => {
    const browser = house.browser();
    await browser.signIn('an');
    await age('lastSeenAt', 29);
    expect((await browser.me()).status).toBe(200);
    await age('lastSeenAt', 31);
    expect((await browser.me()).status).toBe(401);
  });

  test('an act keeps it awake, a look of the server does not', async () => {
    const browser = house.browser();
    await browser.signIn('an');
    const seen = async () =>
      String(
        (
          await house.accounts.db
            .selectFrom('accounts.session')
            .select('lastSeenAt')
            .orderBy('createdAt', 'desc')
            .executeTakeFirstOrThrow()
        ).lastSeenAt,
      );
    await age('lastSeenAt', 20);
    const before = await seen();
    const cookie = `san-sang.session_token=${browser.cookies.get('san-sang.session_token')}`;
    expect(await house.accounts.identify({ headers: { cookie }, ip: '', passive: true })).toMatchObject({
      userName: 'an',
    });
    expect(await seen()).toBe(before);
    await browser.get('/api/v1/exercises', { 'x-unattended': '1' }); // the page asks by itself
    expect(await seen()).toBe(before);
    await browser.get('/api/v1/live'); // refused here, where nobody may have a stream; who comes back is no act either
    expect(await seen()).toBe(before);
    await browser.me();
    expect(await seen()).not.toBe(before);
  });

  test('after twelve hours, whatever was done', async () => {
    const browser = house.browser();
    await browser.signIn('an');
    await age('expiresAt', 1);
    expect((await browser.me()).status).toBe(401);
    await house.accounts.sweep();
    const left = await house.accounts.db.selectFrom('accounts.session').select('id').execute();
    expect(left).toEqual([]);
  });
});

test('nothing else of the library is open to the outside', async () => {
  const browser = house.browser();
  await browser.signIn('an');
  for (const path of [
    'sign-up/email',
    'sign-in/email',
    'admin/set-role',
    'admin/create-user',
    'update-user',
    'change-password',
    'two-factor/disable',
    'sign-in/central',
  ])
    expect([path, (await browser.post(`/api/auth/${path}`)).status]).toEqual([path, 404]);
  for (const path of ['get-session', 'list-sessions', 'admin/list-users', 'ok', 'error', 'callback/oidc'])
    expect([path, (await browser.get(`/api/auth/${path}`)).status]).toEqual([path, 404]);
});

test('passwords, tokens of cookies and addresses of guesses are found nowhere in clear', async () => {
  await house.browser('203.0.113.77').signIn('an', 'một mật khẩu gõ nhầm');
  const { rows } = await sql<{ readonly text: string }>`
    SELECT (SELECT json_agg(t) FROM accounts.account t)::text || (SELECT json_agg(t) FROM accounts.throttle t)::text
      || coalesce((SELECT json_agg(t) FROM accounts.known_address t)::text, '') AS text`.execute(house.db);
  const text = rows[0]?.text ?? '';
  for (const clear of [PASSWORD, 'gõ nhầm', '203.0.113.77', '10.0.0.1']) expect(text).not.toContain(clear);
  expect(text).toMatch(/\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});
