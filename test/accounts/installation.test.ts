/** What an installation begins with: its tables, its first administrator, the sample's accounts; and that it calls nobody. */

import { readFileSync } from 'node:fs';
import net from 'node:net';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { getMigrations } from 'better-auth/db/migration';
import { authOptions } from '../../accounts/auth.ts';
import { createFirstAdministrator, resetAdministrator } from '../../accounts/index.ts';
import { createHasher } from '../../accounts/password.ts';
import { ensureSampleAccounts, SAMPLE_ACCOUNTS, SAMPLE_PASSWORD } from '../../accounts/sample.ts';
import { firstSignIns, oidcOf, publicUrlOf, trustedProxiesOf } from '../../bin/lib/accounts.ts';
import { sampleProgrammes } from '../../bin/lib/sample.ts';
import { connect } from '../../db/connect.ts';
import { organisationOf } from '../../rehearsal/organisation.ts';
import { parsePlan } from '../../rehearsal/plan.ts';
import { withLocalities } from '../../rehearsal/sample.ts';
import { SECRET } from '../support/accounts.ts';
import { type House, openHouse } from './support.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const LOOPBACK = { host: '127.0.0.1', port: 8080 };
const NETWORK = { host: '0.0.0.0', port: 8080 };
const OIDC = { issuer: 'http://127.0.0.1:9/', clientId: 'a', clientSecret: 'b', userNameClaim: 'preferred_username' };

test.each([{}, { oidc: OIDC }])('the tables are those that the library asks for', async (more) => {
  const owner = connect({ url: house.url, role: null, dates: 'native' });
  try {
    const options = authOptions({
      db: owner,
      secret: SECRET,
      baseUrl: 'http://localhost',
      secure: false,
      hasher: createHasher(),
      ...more,
    });
    const { toBeCreated, toBeAdded } = await getMigrations(options);
    expect([toBeCreated, toBeAdded]).toEqual([[], []]);
  } finally {
    await owner.destroy();
  }
});

test('the first administrator is told his one-time password once, however many processes begin at once', async () => {
  const { db, hasher } = house.accounts;
  const told = await Promise.all([1, 2, 3].map(() => createFirstAdministrator(db, hasher)));
  const [made, ...more] = told.filter((each) => each !== null);
  expect([made?.userName, more]).toEqual(['quan-tri', []]);
  expect(await createFirstAdministrator(db, hasher)).toBeNull();
  const browser = house.browser();
  expect((await browser.signIn('quan-tri', made?.password)).status).toBe(200);
  expect((await browser.me()).body).toMatchObject({ isAdmin: true, user: { mustChangePassword: true, person: null } });
});

test('who has the machine gets back in: password, closed account, second factor; open sessions end', async () => {
  const { db } = house.accounts;
  const before = house.browser();
  await before.signIn('quan-tri', (await resetAdministrator(db)).password);
  await db
    .updateTable('accounts.user')
    .set({ banned: true, twoFactorEnabled: true })
    .where('username', '=', 'quan-tri')
    .execute();
  const { password } = await resetAdministrator(db);
  expect((await before.me()).status).toBe(401);
  const browser = house.browser();
  expect((await browser.signIn('quan-tri', password)).body).toEqual({ secondFactor: false });
});

test('without the sample there are no sample accounts', async () => {
  const told = await firstSignIns(house.accounts, LOOPBACK, {});
  expect(told).toEqual([]);
  for (const { userName } of SAMPLE_ACCOUNTS)
    expect((await house.browser().signIn(userName, SAMPLE_PASSWORD)).status).toBe(401);
});

test('with the sample there is one for each group; their persons head what the sample’s organisation says', async () => {
  const sample = await openHouse({ sample: 'tam-ky-2022' });
  try {
    const told = await firstSignIns(sample.accounts, LOOPBACK, {});
    expect(told.map(({ userName, kind }) => [userName, kind])).toEqual([
      ['quan-tri', 'administrator'],
      ...SAMPLE_ACCOUNTS.map(({ userName }) => [userName, 'sample']),
    ]);
    const groups = [];
    for (const { userName, password } of told.slice(1)) {
      expect(password).toBe(SAMPLE_PASSWORD);
      const browser = sample.browser();
      expect((await browser.signIn(userName, password)).status).toBe(200);
      const { group, user } = (await browser.me()).body;
      groups.push([userName, group, user.mustChangePassword]);
    }
    expect(groups).toEqual([
      ['tham-muu', 'staff', false],
      ['y-te', 'department', false],
      ['bao-dam', 'department', false],
      ['lanh-dao', 'leadership', false],
      ['phuoc-hoa', 'staff', false],
      ['chuong-trinh', 'staff', false],
    ]);
  } finally {
    await sample.close();
  }
  const plan = parsePlan(JSON.parse(readFileSync(new URL('../../examples/tam-ky-2022.json', import.meta.url), 'utf8')));
  const { holders } = organisationOf(withLocalities(plan, sampleProgrammes()));
  for (const { person, bodies } of SAMPLE_ACCOUNTS)
    expect(holders).toContainEqual(expect.objectContaining({ person, body: bodies[0], post: 'head' }));
});

test('the known password stands only where this machine alone is reached', async () => {
  const sample = await openHouse({ sample: 'tam-ky-2022' });
  try {
    const { db, hasher, administration } = sample.accounts;
    for (const here of [{}, { PUBLIC_URL: 'http://localhost:8080' }, { PUBLIC_URL: 'http://[::1]:8080' }])
      expect((await firstSignIns(sample.accounts, LOOPBACK, here)).at(-1)?.password).toBe(SAMPLE_PASSWORD);
    const opened = await firstSignIns(sample.accounts, NETWORK, {});
    expect(opened).toHaveLength(SAMPLE_ACCOUNTS.length);
    expect((await sample.browser().signIn('tham-muu', SAMPLE_PASSWORD)).status).toBe(401);
    expect((await sample.browser().signIn('tham-muu', opened[0]?.password)).status).toBe(200);
    expect(await ensureSampleAccounts({ db, hasher, administration }, { onlyThisMachine: false })).toEqual([]);
  } finally {
    await sample.close();
  }
});

test.each([{ PUBLIC_URL: 'https://san-sang.lan' }, { TRUSTED_PROXIES: '127.0.0.1' }])(
  'nor where others reach it through a proxy on this machine: %j',
  async (env) => {
    const sample = await openHouse({ sample: 'tam-ky-2022' });
    try {
      const told = await firstSignIns(sample.accounts, LOOPBACK, env);
      expect(told).toHaveLength(SAMPLE_ACCOUNTS.length + 1);
      expect(told.filter(({ password }) => password === SAMPLE_PASSWORD)).toEqual([]);
    } finally {
      await sample.close();
    }
  },
);

test('whoever signs in, nothing outside is asked for, unless a central sign-in is configured', async () => {
  await house.user('an');
  const asked: string[] = [];
  const fetched = jest.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    asked.push(String(input));
    throw new TypeError('no network');
  });
  const connected = jest.spyOn(net.Socket.prototype, 'connect');
  try {
    const closed = await openHouse();
    await closed.user('an');
    const browser = closed.browser();
    expect((await browser.signIn('an')).status).toBe(200);
    await browser.me();
    await browser.post('/api/auth/sign-out');
    await closed.close();
    const ports = connected.mock.calls.map(([to]) => (typeof to === 'number' ? to : JSON.stringify(to)));
    const database = new URL(house.url).port;
    expect(ports.filter((port) => !String(port).includes(database))).toEqual([]);
    expect(asked).toEqual([]);
  } finally {
    fetched.mockRestore();
    connected.mockRestore();
  }
});

test('settings that cannot be are named before anything starts', () => {
  expect(publicUrlOf({})).toBeUndefined();
  expect(publicUrlOf({ PUBLIC_URL: 'https://san-sang.lan/' })).toBe('https://san-sang.lan');
  for (const PUBLIC_URL of ['san-sang.lan', 'ftp://x', 'https://'])
    expect(() => publicUrlOf({ PUBLIC_URL })).toThrow(/PUBLIC_URL/);
  expect(trustedProxiesOf({ TRUSTED_PROXIES: '10.0.0.1, 10.1.0.0/16,::1,loopback,' })).toHaveLength(4);
  expect(trustedProxiesOf({})).toEqual([]);
  for (const TRUSTED_PROXIES of ['nginx', '10.0.0.1,proxy.lan', '10.0.0.1/'])
    expect(() => trustedProxiesOf({ TRUSTED_PROXIES })).toThrow(/TRUSTED_PROXIES/);
  expect(oidcOf({})).toBeUndefined();
  expect(() => oidcOf({ OIDC_ISSUER: 'https://sso.lan' })).toThrow(/PUBLIC_URL/);
  expect(() => oidcOf({ OIDC_ISSUER: 'https://sso.lan', PUBLIC_URL: 'https://a.lan' })).toThrow(/OIDC_CLIENT_ID/);
});
