/** Who may call what, until accounts come; what the service tells of itself; what happens without its database. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connect } from '../../db/connect.ts';
import { createEventStore } from '../../db/event-store.ts';
import { type Api, startApi, VIEWER } from './support.ts';

const ROUTES = ['/api/v1/exercises', '/api/v1/exercises/tk', '/api/v1/readiness', '/api/v1/bodies', '/api/v1/clock'];

describe('actors', () => {
  let api: Api;
  let closed: Api;
  beforeAll(async () => {
    api = await startApi();
    closed = await startApi({ identify: async () => null });
  });
  afterAll(async () => {
    await api.close();
    await closed.close();
  });

  test('where nobody is signed in, nobody is known', async () => {
    for (const url of ROUTES) expect([url, (await closed.get(url)).status]).toEqual([url, 401]);
    const { status, body, headers } = await closed.command('exercises/tk', VIEWER, { type: 'OpenRun' });
    expect([status, body.code, typeof headers['www-authenticate']]).toEqual([401, 'sign-in-needed', 'string']);
  });

  test('a route under /api that does not say who may call it stops the start', () => {
    expect(() => api.app.route({ method: 'GET', url: '/api/v1/secret', handler: async () => 'x' })).toThrow();
  });

  test('the service tells of itself without an actor', async () => {
    const bare = (url: string) => api.app.inject({ url });
    expect((await bare('/healthz')).json()).toEqual({ status: 'ok', version: '0.0.0-test' });
    expect((await bare('/readyz')).json()).toMatchObject({ ok: true });
    await api.get('/api/v1/bodies');
    const metrics = await bare('/metrics');
    expect(metrics.headers['content-type']).toMatch(/^text\/plain/);
    expect(metrics.body).toMatch(
      /san_sang_http_request_duration_seconds_count\{[^}]*route="\/api\/v1\/bodies"[^}]*\} \d+/,
    );
    expect(metrics.body).toMatch(/san_sang_ledger_position 0/);
  });

  test('pages may reach nothing but this server; only the API page may run its own inline script', async () => {
    const policyOf = async (url: string) => String((await api.app.inject({ url })).headers['content-security-policy']);
    expect(await policyOf('/healthz')).not.toMatch(/unsafe|https?:/);
    expect(await policyOf('/docs/')).toMatch(/script-src 'self' 'unsafe-inline'/);
    expect(await policyOf('/docs/')).toMatch(/default-src 'self'/);
    const page = (await api.app.inject({ url: '/docs/' })).body;
    expect(page).not.toMatch(/(src|href)="https?:/);
    expect(page).toMatch(/"telemetry": false/);
    const script = /<script src="([^"]+)"/.exec(page)?.[1] ?? '';
    const found = await api.app.inject({ url: new globalThis.URL(script, 'http://localhost/docs/').pathname });
    expect([found.statusCode, found.headers['content-type']]).toEqual([200, 'application/javascript; charset=utf-8']);
  });
});

describe('parts that fail', () => {
  test('not ready names the parts', async () => {
    const parts = [{ name: 'temporal', ok: false, detail: 'no answer' }];
    const api = await startApi({ readiness: async () => ({ ok: false, parts }) });
    const broken = await startApi({ readiness: () => Promise.reject(new Error('x')) });
    expect([(await api.get('/readyz')).status, (await api.get('/readyz')).body]).toEqual([503, { ok: false, parts }]);
    expect((await broken.get('/readyz')).status).toBe(503);
    await Promise.all([api.close(), broken.close()]);
  });

  test('without its database every read is 503 within 10 s, and may be repeated', async () => {
    const db = connect({ url: 'postgres://nobody@127.0.0.1:1/none', connectTimeout: 1_000 });
    const api = await startApi({ db, store: createEventStore(db) });
    const start = performance.now();
    const paths = [
      ...ROUTES.filter((url) => url !== '/api/v1/bodies'),
      '/api/v1/drills/tk',
      '/api/v1/reviews/tk',
      '/api/v1/exercises/tk/events',
    ];
    for (const url of paths) {
      const { status, body, headers } = await api.get(url);
      expect([url, status, body.code, headers['retry-after']]).toEqual([url, 503, 'store-unavailable', '3']);
    }
    expect(performance.now() - start).toBeLessThan(10_000 * paths.length);
    expect((await api.get('/metrics')).text).not.toMatch(/^san_sang_ledger_position/m);
    expect((await api.get('/healthz')).status).toBe(200);
    await api.close();
    await db.destroy();
  }, 60_000);
});
