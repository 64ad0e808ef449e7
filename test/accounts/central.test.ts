/** The central sign-in (OpenID Connect), against an issuer of the test: only accounts that exist here get in. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Browser, type House, openHouse } from './support.ts';

let server: Server;
let issuer: string;
let house: House;
/** Who the issuer says has signed in there. */
let person: string;
/** What the last question asked to be told back in the token. */
let nonce: string;

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const part = (value: object | Buffer): string =>
  (Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value))).toString('base64url');

const idToken = (): string => {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: 'san-sang', sub: `id-of-${person}`, nonce, iat: now, exp: now + 60 };
  const text = `${part({ alg: 'RS256', kid: '1' })}.${part(claims)}`;
  return `${text}.${part(sign('sha256', Buffer.from(text), keys.privateKey))}`;
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const answers: Record<string, object> = {
      '/.well-known/openid-configuration': {
        ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
        ...{ userinfo_endpoint: `${issuer}/userinfo`, jwks_uri: `${issuer}/jwks` },
        ...{ response_types_supported: ['code'], subject_types_supported: ['public'] },
        id_token_signing_alg_values_supported: ['RS256'],
      },
      '/token': { access_token: `t-${person}`, token_type: 'Bearer', expires_in: 60, id_token: idToken() },
      '/jwks': { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256', use: 'sig' }] },
      '/userinfo': { sub: `id-of-${person}`, preferred_username: person, name: person },
    };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answers[path] ?? {}));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const oidc = { issuer, clientId: 'san-sang', clientSecret: 'bí mật', userNameClaim: 'preferred_username' };
  house = await openHouse({ oidc });
  await house.user('an');
});
afterAll(async () => {
  await house.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

/** Goes to the issuer and comes back as `name`. */
const goThrough = async (browser: Browser, name: string) => {
  person = name;
  const began = await browser.post('/api/auth/sign-in/central');
  const { searchParams } = new URL(began.body.url);
  nonce = searchParams.get('nonce') ?? '';
  const state = searchParams.get('state') ?? '';
  return browser.get(`/api/auth/callback/oidc?code=x&state=${encodeURIComponent(state)}`);
};

test('is offered, and leads to the issuer with a challenge and a way back', async () => {
  const browser = house.browser();
  expect((await browser.get('/api/auth/offer')).body).toMatchObject({ central: true });
  const { status, body } = await browser.post('/api/auth/sign-in/central');
  expect(status).toBe(200);
  const url = new URL(body.url);
  expect(url.origin).toBe(issuer);
  expect(url.searchParams.get('code_challenge_method')).toBe('S256');
  expect(url.searchParams.get('redirect_uri')).toBe('http://localhost/api/auth/callback/oidc');
});

test('whose user name has an account here is signed in', async () => {
  const browser = house.browser();
  const back = await goThrough(browser, 'an');
  expect([back.status, back.headers.location]).toEqual([303, '/']);
  expect((await browser.me()).body.user.userName).toBe('an');
  expect((await goThrough(house.browser(), 'AN')).status).toBe(303);
});

test('whose user name is unknown here gets no account by it', async () => {
  const browser = house.browser();
  expect((await goThrough(browser, 'nguoi-la')).body.code).toBe('account-unknown');
  expect((await browser.me()).status).toBe(401);
  expect((await house.accounts.administration.list({ page: 1, size: 50 })).total).toBe(1);
});

test('a closed account stays closed', async () => {
  const id = await house.user('binh');
  await house.user('quan-ly', { isAdmin: true });
  await house.accounts.administration.setActive(id, false);
  const browser = house.browser();
  expect((await goThrough(browser, 'binh')).status).toBeGreaterThanOrEqual(400);
  expect((await browser.me()).status).toBe(401);
});

test('an answer to nobody’s question signs nobody in', async () => {
  person = 'an';
  const browser = house.browser();
  expect((await browser.get('/api/auth/callback/oidc?code=x&state=forged')).body.code).toBe('account-unknown');
  const began = await house.browser().post('/api/auth/sign-in/central');
  const state = new URL(began.body.url).searchParams.get('state') ?? '';
  expect((await browser.get(`/api/auth/callback/oidc?code=x&state=${state}`)).status).toBe(403); // another browser asked
  expect((await browser.me()).status).toBe(401);
});
