/** Is the process alive, is the service ready, and its figures for Prometheus. */
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { z } from 'zod';
import { Health, Ready } from './contract/index.ts';
import { type ApiDeps, PATIENCE_MS, type Readiness } from './deps.ts';
import { LIVE_URL } from './live/index.ts';
import { shown, within } from './route.ts';

const ask = async ({ readiness }: ApiDeps): Promise<Readiness> => {
  try {
    return await within(readiness(), 'not-ready', PATIENCE_MS / 2);
  } catch (error) {
    const detail = error instanceof Error ? error.name : 'unknown';
    return { ok: false, parts: [{ name: 'readiness', ok: false, detail: `no answer: ${detail}` }] };
  }
};

const addMetrics = (app: FastifyInstance, { store }: ApiDeps): void => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'san_sang_http_request_duration_seconds',
    help: 'HTTP requests by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const position = new Gauge({
    name: 'san_sang_ledger_position',
    help: 'Events in the ledger; absent while the store does not answer',
    registers: [registry],
  });
  new Gauge({
    name: 'san_sang_live_streams',
    help: 'Live streams open in this process',
    registers: [registry],
    collect() {
      this.set(app.liveStreams());
    },
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    if (route === LIVE_URL) return; // open for hours: no measure of how quickly requests are answered
    requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.get(
    '/metrics',
    {
      config: { policy: 'public' },
      schema: {
        tags: ['service'],
        summary: 'Figures for Prometheus',
        response: { 200: shown('Prometheus text', z.string(), 'text/plain') },
      },
    },
    async (_, reply) => {
      position.remove();
      const head = await within(
        store.head().catch(() => null),
        'store-unavailable',
        1_000,
      ).catch(() => null);
      if (head) position.set(head.position);
      return reply
        .type(registry.contentType)
        .serializer(String)
        .send(await registry.metrics());
    },
  );
};

export const addHealth = (app: FastifyInstance, deps: ApiDeps): void => {
  app.get(
    '/healthz',
    {
      config: { policy: 'public' },
      schema: { tags: ['service'], summary: 'The process is alive', response: { 200: shown('Alive', Health) } },
    },
    async () => ({ status: 'ok', version: deps.version }),
  );
  app.get(
    '/readyz',
    {
      config: { policy: 'public' },
      schema: {
        tags: ['service'],
        summary: 'The service can do its work; names what is not ready',
        response: { 200: shown('Ready', Ready), 503: shown('Not ready', Ready) },
      },
    },
    async (_, reply) => {
      const ready = await ask(deps);
      return reply
        .code(ready.ok ? 200 : 503)
        .header('cache-control', 'no-store')
        .type('application/json; charset=utf-8')
        .send(ready);
    },
  );
  addMetrics(app, deps);
};
