/** What a person changes of his own account: password, second factor, sessions, the duty acted under. */

import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { duty, type House, openHouse, PASSWORD } from './support.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const NEXT = 'cánh đồng lúa chín vàng';

describe('a password is changed', () => {
  test('all other sessions end, this one is renewed and keeps its duty', async () => {
    await house.user('an', { duties: [duty('tam-ky.SA'), duty('tam-ky.MPC')] });
    const [desk, home] = [house.browser(), house.browser('10.9.0.1')];
    await desk.signIn('an');
    await home.signIn('an');
    await desk.post('/api/v1/me/acting', { body: 'tam-ky.MPC' });
    const before = desk.cookies.get('san-sang.session_token');
    const changed = await desk.post('/api/v1/me/password', { current: PASSWORD, next: NEXT });
    expect([changed.status, typeof changed.body.csrf]).toEqual([200, 'string']);
    expect(desk.cookies.get('san-sang.session_token')).not.toBe(before);
    expect((await home.me()).status).toBe(401);
    expect((await desk.me()).body.acting.body).toBe('tam-ky.MPC');
    expect((await desk.post('/api/v1/me/sessions/end-others')).body).toEqual({ ended: 0 });
    expect((await house.browser().signIn('an')).status).toBe(401);
    expect((await house.browser().signIn('an', NEXT)).status).toBe(200);
  });

  test('not without the current one, and not to a weak one, the same one or the user name', async () => {
    await house.user('binh');
    const browser = house.browser();
    await browser.signIn('binh');
    const change = (current: string, next: string) => browser.post('/api/v1/me/password', { current, next });
    const refused = async (answer: Promise<{ status: number; body: { code: string } }>) => {
      const { status, body } = await answer;
      return [status, body.code];
    };
    expect(await refused(change('sai rồi đồng chí ơi', NEXT))).toEqual([403, 'password-wrong']);
    for (const [next, code] of [
      ['ngắn', 'password-short'],
      ['password123', 'password-common'],
      [PASSWORD, 'password-same'],
      ['binh2022    1', 'password-own-name'],
    ] as const)
      expect([next, ...(await refused(change(PASSWORD, next)))]).toEqual([next, 422, code]);
    expect((await browser.me()).status).toBe(200);
  });
});

test('a one-time password opens nothing but its own change', async () => {
  const made = await house.accounts.administration.create({
    ...{ userName: 'moi', name: 'Mới', person: null, isAdmin: true, duties: [] },
  });
  const browser = house.browser();
  expect((await browser.signIn('moi', made.password)).status).toBe(200);
  expect((await browser.me()).body.user.mustChangePassword).toBe(true);
  for (const url of ['/api/v1/exercises', '/api/v1/users', '/api/v1/me/sessions', '/api/v1/calendars'])
    expect([url, (await browser.get(url)).body.code]).toEqual([url, 'password-change-needed']);
  expect((await browser.post('/api/v1/users', {})).status).toBe(403);
  expect((await browser.post('/api/v1/me/password', { current: made.password, next: NEXT })).status).toBe(200);
  expect((await browser.me()).body.user.mustChangePassword).toBe(false);
  expect((await browser.get('/api/v1/users')).status).toBe(200);
});

describe('a second factor', () => {
  let secret = '';
  let backupCodes: string[] = [];
  const code = (): Promise<string> =>
    createOTP(new TextDecoder().decode(base32.decode(secret)), { digits: 6, period: 30 }).totp();

  test('is in force once the first code was right', async () => {
    await house.user('chi');
    const browser = house.browser();
    await browser.signIn('chi');
    expect((await browser.post('/api/v1/me/totp/enrol', { password: 'không phải' })).body.code).toBe('password-wrong');
    const enrolled = await browser.post('/api/v1/me/totp/enrol', { password: PASSWORD });
    expect(enrolled.body.url).toMatch(/^otpauth:\/\/totp\/S%E1%BA%B5n%20S%C3%A0ng:chi\?secret=[A-Z2-7]+&issuer=/);
    ({ secret, backupCodes } = enrolled.body);
    expect((await browser.me()).body.user.twoFactor).toBe(false);
    expect((await browser.post('/api/v1/me/totp/confirm', { code: '000000' })).body.code).toBe('second-factor-wrong');
    expect((await browser.post('/api/v1/me/totp/confirm', { code: await code() })).status).toBe(200);
    expect((await browser.me()).body.user.twoFactor).toBe(true);
    const { rows } = await sql<{
      readonly text: string;
    }>`SELECT json_agg(t)::text AS text FROM accounts."twoFactor" t`.execute(house.db);
    for (const clear of [secret, ...backupCodes]) expect(rows[0]?.text).not.toContain(clear);
  });

  test('without it the password alone begins no session, and the one before has ended', async () => {
    const browser = house.browser();
    await house.user('chi-truoc');
    await browser.signIn('chi-truoc');
    const before = `san-sang.session_token=${browser.cookies.get('san-sang.session_token')}`;
    const first = await browser.signIn('chi');
    expect([first.status, first.body]).toEqual([200, { secondFactor: true }]);
    expect(browser.cookies.has('san-sang.session_token')).toBe(false);
    expect((await browser.me()).status).toBe(401);
    expect((await house.browser().get('/api/v1/me', { cookie: before })).status).toBe(401);
    for (const wrong of ['000000', await code()]) // the second put it in force a moment ago
      expect((await browser.post('/api/auth/two-factor/verify-totp', { code: wrong })).body.code).toBe(
        'second-factor-wrong',
      );
    await sql`DELETE FROM accounts.used_code`.execute(house.db); // minutes later
    await browser.signIn('chi');
    expect((await browser.post('/api/auth/two-factor/verify-totp', { code: await code() })).status).toBe(200);
    expect((await browser.me()).status).toBe(200);
  });

  test('a code without a first step, and a code seen over the shoulder, are worth nothing', async () => {
    expect(
      (await house.browser('10.9.1.1').post('/api/auth/two-factor/verify-totp', { code: await code() })).body.code,
    ).toBe('second-factor-late');
    await sql`DELETE FROM accounts.used_code`.execute(house.db); // minutes later
    const [mine, thief] = [house.browser('10.9.1.2'), house.browser('10.9.1.3')];
    await mine.signIn('chi');
    await thief.signIn('chi');
    const seen = await code();
    const answers = [
      await mine.post('/api/auth/two-factor/verify-totp', { code: seen }),
      await thief.post('/api/auth/two-factor/verify-totp', { code: seen }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 401]);
  });

  test('a backup code works once', async () => {
    const [backup = ''] = backupCodes;
    for (const expected of [200, 401]) {
      const browser = house.browser('10.9.2.1');
      await browser.signIn('chi');
      expect((await browser.post('/api/auth/two-factor/verify-backup-code', { code: backup })).status).toBe(expected);
    }
  });

  test('guesses of others at the second step, from everywhere, keep nobody out', async () => {
    for (let n = 0; n < 25; n += 1)
      await house.browser(`10.10.0.${n}`).post('/api/auth/two-factor/verify-totp', { code: '000000' });
    await sql`DELETE FROM accounts.used_code`.execute(house.db); // minutes later
    const browser = house.browser('10.10.1.1');
    await browser.signIn('chi');
    expect((await browser.post('/api/auth/two-factor/verify-totp', { code: await code() })).status).toBe(200);
  });

  test('five wrong codes end the step', async () => {
    const browser = house.browser('10.9.3.1');
    await browser.signIn('chi');
    const codes = [];
    for (let n = 0; n < 6; n += 1) {
      await sql`UPDATE accounts.throttle SET until = clock_timestamp()`.execute(house.db);
      codes.push((await browser.post('/api/auth/two-factor/verify-totp', { code: `00000${n}` })).body.code);
    }
    expect(codes.slice(0, 5)).toEqual(Array(5).fill('second-factor-wrong'));
    expect(codes[5]).toBe('second-factor-late');
  });

  test('is taken off with the password', async () => {
    await sql`UPDATE accounts.throttle SET until = clock_timestamp(), failures = 0`.execute(house.db);
    const browser = house.browser('10.9.4.1');
    await browser.signIn('chi');
    await browser.post('/api/auth/two-factor/verify-backup-code', { code: backupCodes[1] ?? '' });
    await browser.me();
    expect((await browser.post('/api/v1/me/totp/disable', { password: PASSWORD })).status).toBe(200);
    expect((await house.browser('10.9.4.1').signIn('chi')).body).toEqual({ secondFactor: false });
    expect((await browser.post('/api/v1/me/totp/disable', { password: PASSWORD })).body.code).toBe(
      'second-factor-state',
    );
  });
});

describe('sessions', () => {
  test('are listed, the latest used first, and ended one by one or all others at once', async () => {
    await house.user('dung');
    const [desk, phone, old] = [house.browser('10.9.5.1'), house.browser('10.9.5.2'), house.browser('10.9.5.3')];
    for (const browser of [old, phone, desk]) await browser.signIn('dung');
    const list = async () => (await desk.get('/api/v1/me/sessions')).body.sessions;
    expect(
      (await list()).map(({ address, isThis }: { address: string; isThis: boolean }) => [address, isThis]),
    ).toEqual([
      ['10.9.5.1', true],
      ['10.9.5.2', false],
      ['10.9.5.3', false],
    ]);
    const [, { id }] = await list();
    expect((await desk.post(`/api/v1/me/sessions/${id}/end`)).status).toBe(200);
    expect([(await phone.me()).status, (await old.me()).status]).toEqual([401, 200]);
    expect((await desk.post('/api/v1/me/sessions/end-others')).body).toEqual({ ended: 1 });
    expect([(await old.me()).status, (await desk.me()).status]).toEqual([401, 200]);
  });

  test('of others are not there', async () => {
    await house.user('em');
    const [mine, other] = [house.browser(), house.browser()];
    await mine.signIn('em');
    await other.signIn('dung');
    const [{ id }] = (await other.get('/api/v1/me/sessions')).body.sessions;
    expect((await mine.post(`/api/v1/me/sessions/${id}/end`)).status).toBe(404);
    expect((await other.me()).status).toBe(200);
  });
});

test('one acts under a duty that one holds today, chosen for each session apart', async () => {
  await house.user('giang', {
    duties: [duty('tam-ky.SA'), duty('tam-ky.MPC'), duty('tam-ky.OB', 'member', '2022-06-01')],
  });
  const [one, two] = [house.browser(), house.browser()];
  await one.signIn('giang');
  await two.signIn('giang');
  expect((await one.post('/api/v1/me/acting', { body: 'tam-ky.MPC' })).body.acting.body).toBe('tam-ky.MPC');
  expect((await two.me()).body.acting.body).toBe('tam-ky.SA');
  for (const body of ['tam-ky.OB', 'tam-ky.POL'])
    expect((await one.post('/api/v1/me/acting', { body })).body.code).toBe('duty-not-held');
});
