/** What rules over others asks for the password again: a desk left open, or a stolen session, does none of it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { type Browser, type House, openHouse, PASSWORD } from './support.ts';

let house: House;
let admin: Browser;
let id = '';
beforeAll(async () => {
  house = await openHouse();
  await house.user('quan-ly', { isAdmin: true, person: null, duties: [] });
  id = await house.user('binh');
  admin = house.browser();
  await admin.signIn('quan-ly');
  await admin.me();
});
afterAll(() => house.close());

/** As if minutes had gone by since the sign-in and the last password given. */
const minutesLater = async (minutes: number): Promise<void> => {
  await sql`UPDATE accounts.session SET "createdAt" = "createdAt" - make_interval(mins => ${minutes}::int),
    "confirmedAt" = "confirmedAt" - make_interval(mins => ${minutes}::int)`.execute(house.db);
};

test('right after the sign-in nothing is asked twice', async () => {
  expect((await admin.post(`/api/v1/users/${id}/end-sessions`)).status).toBe(200);
});

test('some minutes later every act on accounts is refused until the password was given again, in this session', async () => {
  await minutesLater(6);
  const acts = ['duties', 'details', 'deactivate', 'activate', 'reset-password', 'end-sessions'];
  for (const path of ['', ...acts.map((act) => `/${id}/${act}`)])
    expect([path, (await admin.post(`/api/v1/users${path}`, {})).body.code]).toEqual([path, 'confirmation-needed']);
  expect((await admin.get(`/api/v1/users/${id}`)).body).toMatchObject({ isActive: true });
  expect((await admin.post('/api/v1/me/confirm', { password: 'không phải' })).body.code).toBe('password-wrong');
  expect((await admin.post(`/api/v1/users/${id}/deactivate`)).body.code).toBe('confirmation-needed');
  const other = house.browser('10.0.0.2');
  await other.signIn('quan-ly');
  await other.me();
  await minutesLater(6);
  expect((await admin.post('/api/v1/me/confirm', { password: PASSWORD })).body).toEqual({ done: true });
  expect((await admin.post(`/api/v1/users/${id}/deactivate`)).status).toBe(200);
  expect((await other.post(`/api/v1/users/${id}/activate`)).body.code).toBe('confirmation-needed');
  await minutesLater(6);
  expect((await admin.post(`/api/v1/users/${id}/activate`)).body.code).toBe('confirmation-needed');
});

test('guessing the password of a session is slowed down', async () => {
  const codes: string[] = [];
  for (let n = 0; n < 8; n += 1)
    codes.push((await admin.post('/api/v1/me/confirm', { password: `sai ${n}` })).body.code as string);
  expect(codes.at(-1)).toBe('too-many-attempts');
});

test('what ends localities and bodies asks for it too, a preview does not', async () => {
  const staff = house.browser('10.0.0.3');
  await house.user('chi');
  await staff.signIn('chi');
  await staff.me();
  const paper = { number: '1/NQ', date: '2022-05-30', issuer: 'HĐND' };
  const end = { type: 'EndBody', body: 'tam-ky.HEA', into: 'tam-ky.SUP', effective: '2022-06-01', paper };
  await minutesLater(6);
  const commandId = '0197a3a4-5b6c-7d8e-9f00-112233445566';
  const send = () => staff.post('/api/v1/organisation/main/commands', { commandId, ...end });
  expect((await send()).body.code).toBe('confirmation-needed');
  expect((await staff.post('/api/v1/organisation/main/preview', end)).body.code).not.toBe('confirmation-needed');
  await staff.post('/api/v1/me/confirm', { password: PASSWORD });
  expect((await send()).body.code).not.toBe('confirmation-needed');
});
