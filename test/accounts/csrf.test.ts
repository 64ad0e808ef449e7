/** Writes come from our own pages: what other sites make a browser send is refused. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isOwnOrigin } from '../../api/csrf.ts';
import { type Browser, type House, openHouse, PASSWORD } from './support.ts';

let house: House;
let browser: Browser;
beforeAll(async () => {
  house = await openHouse();
  await house.user('an');
  browser = house.browser();
  await browser.signIn('an');
});
afterAll(() => house.close());

const WRITE = '/api/v1/me/sessions/end-others';
const codes = async (headers: Record<string, string>, url = WRITE) => {
  const { status, body } = await browser.post(url, {}, headers);
  return [status, body.code ?? null];
};

test('a write carries the token of its session', async () => {
  expect(await codes({})).toEqual([200, null]);
  expect(await codes({ 'x-csrf-token': '' })).toEqual([403, 'csrf']);
  expect(await codes({ 'x-csrf-token': 'x'.repeat(43) })).toEqual([403, 'csrf']);
});

test('however the address is written', async () => {
  expect(await codes({ 'x-csrf-token': '' }, WRITE.replace('/api', '/%61pi'))).toEqual([403, 'csrf']);
  expect(await codes({ origin: 'http://evil.example' }, WRITE.replace('/api', '/%61pi'))).toEqual([403, 'csrf']);
});

test('the token of another session is worth nothing here', async () => {
  const other = house.browser();
  await other.signIn('an');
  expect(await codes({ 'x-csrf-token': (await other.me()).body.csrf })).toEqual([403, 'csrf']);
});

test.each(['http://evil.example', 'null', 'http://localhost:81', 'http://localhost.evil.example', 'file://', 'x'])(
  'a foreign origin is refused even with the token: %s',
  async (origin) => expect(await codes({ origin })).toEqual([403, 'csrf']),
);

test('what a browser marks as another site’s is refused, its own page’s is not', async () => {
  for (const site of ['cross-site', 'same-site'])
    expect(await codes({ 'sec-fetch-site': site })).toEqual([403, 'csrf']);
  expect(await codes({ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:80' })).toEqual([200, null]);
  expect(await codes({ origin: 'http://localhost:80', host: 'localhost:80' })).toEqual([200, null]);
});

test('nobody is signed in, and nobody signed out, by another site', async () => {
  const stranger = house.browser();
  const body = { username: 'an', password: PASSWORD };
  const { status } = await stranger.post('/api/auth/sign-in/username', body, { origin: 'http://evil.example' });
  expect([status, stranger.cookies.size]).toEqual([403, 0]);
  expect(await codes({ origin: 'http://evil.example' }, '/api/auth/sign-out')).toEqual([403, 'csrf']);
  expect((await browser.me()).status).toBe(200);
});

test('a form of another site has a type that is not taken', async () => {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const { csrf } = (await browser.me()).body;
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
    expect(
      (
        await house.app.inject({
          ...{ method: 'POST', url: '/api/v1/me/acting', payload: '{"body":"tam-ky.SA"}' },
          headers: { cookie, 'x-csrf-token': csrf, 'content-type': type },
        })
      ).statusCode,
    ).toBe(415);
});

test('reading needs no token', async () => {
  expect((await browser.get('/api/v1/me', { 'sec-fetch-site': 'cross-site' })).status).toBe(200);
});

describe('the own origin', () => {
  const own = (headers: Record<string, string>, publicUrl?: string) => isOwnOrigin({ headers }, publicUrl);

  test('is that of the address asked for, by whatever name the network knows it', () => {
    expect(own({ host: '10.0.0.5:8080', origin: 'http://10.0.0.5:8080' })).toBe(true);
    expect(own({ host: 'may-chu:8080', origin: 'http://10.0.0.5:8080' })).toBe(false);
  });

  test('is the public address too, behind a proxy that changes Host', () => {
    expect(own({ host: 'api:8080', origin: 'https://san-sang.lan' }, 'https://san-sang.lan')).toBe(true);
    expect(own({ host: 'api:8080', origin: 'https://san-sang.lan' })).toBe(false);
  });

  test('is not the same name without TLS once the public address has it', () => {
    expect(own({ host: 'san-sang.lan', origin: 'http://san-sang.lan' }, 'https://san-sang.lan')).toBe(false);
  });

  test('a program without a browser tells none', () => expect(own({ host: 'x' })).toBe(true));
});
