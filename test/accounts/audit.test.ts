/** Sign-ins, refusals at the door and acts on accounts leave an entry; no password, no typed user name. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { duty, type House, openHouse } from './support.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.user('quan-tri-thu', { isAdmin: true, duties: [] });
});
afterAll(() => house.close());

test('who signed in, was refused, made an account, changed it, signed out', async () => {
  const admin = house.browser();
  await admin.signIn('quan-tri-thu', 'một mật khẩu gõ nhầm');
  await admin.signIn('quan-tri-thu');
  const made = await admin.post('/api/v1/users', {
    ...{ userName: 'moi', name: 'Đồng chí Mới', person: 'nv-77', isAdmin: false, duties: [duty('tam-ky.HEA')] },
  });
  expect(made.status).toBe(201);
  await admin.post(`/api/v1/users/${made.body.id}/deactivate`);
  await admin.post('/api/auth/sign-out');
  const back = house.browser();
  await back.signIn('quan-tri-thu');
  const { body } = await back.get('/api/v1/audit?limit=20');
  const kept = body.entries.map(({ kind, code, details }: { kind: string; code: string; details: object }) => [
    kind,
    code,
    Object.values(details),
  ]);
  expect(kept.toReversed()).toEqual([
    ['refused-signin', 'sign-in-wrong', []],
    ['sign-in', 'password', []],
    ['admin-act', 'user-made', [made.body.id]],
    ['admin-act', 'deactivate', [made.body.id]],
    ['sign-out', 'sign-out', []],
    ['sign-in', 'password', []],
  ]);
  expect(JSON.stringify(body)).not.toMatch(/gõ nhầm|Đồng chí Mới/);
  const signIn = body.entries.find(({ kind }: { kind: string }) => kind === 'sign-in');
  expect(signIn.userId).toMatch(/.+/);
});
