/** Webhooks to a real receiver that misbehaves: signed, never redirected, cut at stated limits, to no address but the one checked. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTls } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createWebhook, type Message, targetOf, type WebhookSettings } from '../../delivery/index.ts';
import { signatureOf } from '../../delivery/webhook.ts';

const SECRET = 'a secret of the tests, long enough to be one';
const NOW = Date.UTC(2027, 0, 4, 2);
const pem = (name: string) => readFileSync(new URL(`./tls/${name}.pem`, import.meta.url), 'utf8');

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly url: string;
  readonly body: string;
}
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const receiver = async (answer: (response: ServerResponse) => void, secure = false) => {
  const got: Received[] = [];
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      got.push({ headers: request.headers, url: request.url ?? '', body });
      answer(response);
    });
  };
  const server = secure ? createTls({ key: pem('server-key'), cert: pem('server') }, handle) : createServer(handle);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { got, port: (server.address() as AddressInfo).port };
};

const message = (address: string, id = 'exercise/x/7/0/webhook'): Message => ({
  ...{ id, to: [address], hidden: [], name: 'Công an', subject: 'Nhắc việc', text: 'Việc C17, hạn 15/02/2027' },
  data: { kind: 'reminder', body: 'tam-ky.POL' },
});
const hook = (allowed: readonly string[], more: Partial<WebhookSettings> = {}) =>
  createWebhook({ allowed, secret: SECRET, now: () => NOW, patienceMs: 500, ...more });
const answers =
  (status: number, headers = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(status, headers).end();

test('the receiver gets one signed body, under the name that it keeps for ever', async () => {
  const { got, port } = await receiver(answers(204));
  const url = `http://127.0.0.1:${port}/gui?kenh=sms`;
  expect(await hook([`127.0.0.1:${port}`]).send(message(url))).toEqual({ kind: 'sent', detail: { status: 204 } });
  const [{ headers, body, url: path } = { headers: {}, body: '', url: '' }] = got;
  expect(path).toBe('/gui?kenh=sms');
  expect(JSON.parse(body)).toMatchObject({ id: 'exercise/x/7/0/webhook', kind: 'reminder', body: 'tam-ky.POL' });
  expect(headers['idempotency-key']).toBe('exercise/x/7/0/webhook');
  expect(headers['webhook-timestamp']).toBe(String(NOW / 1_000));
  expect(headers['webhook-signature']).toBe(signatureOf(SECRET, 'exercise/x/7/0/webhook', String(NOW / 1_000), body));
  expect(headers.host).toBe(`127.0.0.1:${port}`);
});

describe('nothing goes', () => {
  test('to a target that is not on the list, whatever way it is written', async () => {
    const { got, port } = await receiver(answers(204));
    const sender = hook([`sms.test:${port}`]);
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1', 'sms.test.', 'SMS.test:1'])
      expect(await sender.send(message(`http://${host}:${port}/`.replace(':1:', ':')))).toMatchObject({
        kind: 'refused',
      });
    expect(got).toHaveLength(0);
  });

  test('by a name that leads to this machine, to the link or to nowhere', async () => {
    for (const address of [
      '127.0.0.1',
      '127.9.9.9',
      '169.254.169.254',
      '0.0.0.0',
      '::1',
      '::ffff:127.0.0.1',
      'fe80::1',
      '224.0.0.1',
    ]) {
      const sender = hook(['sms.test:80'], { resolve: async () => address });
      expect(await sender.send(message('http://sms.test/'))).toMatchObject({
        permanent: true,
        reason: expect.stringContaining(address),
      });
    }
  });

  test('elsewhere when the name changes its address between look and call: it is asked once, and that address is called', async () => {
    const { got, port } = await receiver(answers(204));
    const asked: string[] = [];
    const resolve = async (host: string) => {
      asked.push(host);
      return asked.length === 1 ? '10.255.255.1' : '127.0.0.1';
    };
    const sender = hook([`sms.test:${port}`], { resolve });
    expect(await sender.send(message(`http://sms.test:${port}/`))).toMatchObject({ kind: 'refused', permanent: false });
    expect(asked).toEqual(['sms.test']);
    expect(got).toHaveLength(0);
  });

  test('along a redirect', async () => {
    const inner = await receiver(answers(204));
    const outer = await receiver(answers(302, { location: `http://127.0.0.1:${inner.port}/` }));
    const sender = hook([`127.0.0.1:${outer.port}`, `127.0.0.1:${inner.port}`]);
    expect(await sender.send(message(`http://127.0.0.1:${outer.port}/`))).toMatchObject({
      kind: 'refused',
      permanent: true,
    });
    expect([outer.got.length, inner.got.length]).toEqual([1, 0]);
  });
});

describe('what answers badly', () => {
  test('4xx is for ever, 408, 429 and 5xx are for now', async () => {
    for (const [status, permanent] of [
      [400, true],
      [410, true],
      [408, false],
      [429, false],
      [500, false],
      [503, false],
    ] as const) {
      const { port } = await receiver(answers(status));
      expect(await hook([`127.0.0.1:${port}`]).send(message(`http://127.0.0.1:${port}/`))).toMatchObject({
        kind: 'refused',
        permanent,
      });
    }
  });

  test('a body without end is cut at its limit', async () => {
    let written = 0;
    const { port } = await receiver((response) => {
      response.writeHead(200, { 'content-length': String(10 * 2 ** 30) });
      const chunk = Buffer.alloc(16_384);
      const more = (): void => {
        while (!response.destroyed && response.write(chunk)) written += chunk.length;
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    const before = process.memoryUsage.rss();
    expect(
      await hook([`127.0.0.1:${port}`], { patienceMs: 5_000 }).send(message(`http://127.0.0.1:${port}/`)),
    ).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('larger than 65536'),
    });
    expect(written).toBeLessThan(50 * 2 ** 20);
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 2 ** 20);
  });

  test('a slow body and a silent receiver are cut in time; the others of that receiver do not wait for it again', async () => {
    const slow = await receiver((response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('.'), 50);
      response.on('close', () => clearInterval(drip));
    });
    const silent = await receiver(() => {});
    for (const { port, got } of [slow, silent]) {
      const sender = hook([`127.0.0.1:${port}`], { patienceMs: 300 });
      const start = performance.now();
      expect(await sender.send(message(`http://127.0.0.1:${port}/`))).toMatchObject({
        permanent: false,
        reason: expect.stringContaining('300 ms'),
      });
      expect(await sender.send(message(`http://127.0.0.1:${port}/`, 'another'))).toMatchObject({
        permanent: false,
        untried: true,
      });
      expect(performance.now() - start).toBeLessThan(2_000);
      expect(got).toHaveLength(1);
    }
  });

  test('a certificate that nobody vouches for is refused; one of the own authority is taken', async () => {
    const { port, got } = await receiver(answers(204), true);
    const url = `https://localhost:${port}/`;
    const resolve = async () => '127.0.0.1';
    expect(targetOf(new URL(url))).toBe(`localhost:${port}`);
    const byAddress = `https://127.0.0.1:${port}/`;
    expect(await hook([`127.0.0.1:${port}`]).send(message(byAddress))).toMatchObject({
      kind: 'refused',
      permanent: false,
    });
    expect(got).toHaveLength(0);
    expect(await hook([`127.0.0.1:${port}`], { ca: pem('ca') }).send(message(byAddress))).toMatchObject({
      kind: 'sent',
    });
    expect(await hook([`localhost:${port}`], { ca: pem('ca'), resolve }).send(message(url))).toMatchObject({
      kind: 'refused',
    });
  });
});
