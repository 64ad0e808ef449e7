/**
 * A signed POST to an address that the installation allows. The name is resolved once and the connection goes to that very
 * address; no redirect is followed; what the other side sends back is cut at a stated size and time.
 *
 * Headers are those of Standard Webhooks: `webhook-id`, `webhook-timestamp` (seconds), and `webhook-signature` = `v1,` and
 * base64 of HMAC-SHA256 over `<id>.<timestamp>.<body>`. Receivers refuse what is more than five minutes old.
 */
import { createHmac } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP } from 'node:net';
import type { Message, Outcome, Sender } from './channel.ts';
import { shortly } from './channel.ts';

export interface WebhookSettings {
  /** `host:port`, in lower case; nothing else is ever called. */
  readonly allowed: readonly string[];
  /** At least 32 characters. */
  readonly secret: string;
  readonly ca?: string;
  /** Milliseconds for everything together, and bytes of an answer. */
  readonly patienceMs?: number;
  readonly mostBytes?: number;
  readonly resolve?: (host: string) => Promise<string>;
  /** Real time, in milliseconds. */
  readonly now?: () => number;
}

const PATIENCE_MS = 10_000;
const MOST_BYTES = 65_536;
/** A target that did not answer is left alone for so long. */
const REST_MS = 60_000;

/** Addresses that a name may not lead to; who wants one writes the address itself on the list. */
const FORBIDDEN = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  FORBIDDEN.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['fe80::', 10],
  ['ff00::', 8],
  ['64:ff9b::', 96],
  ['2002::', 16],
] as const)
  FORBIDDEN.addSubnet(net, prefix, 'ipv6');

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '').toLowerCase();
const portOf = ({ port, protocol }: URL): string => port || (protocol === 'https:' ? '443' : '80');

/** `host:port` of an address, as it stands on the list. */
export const targetOf = (url: URL): string => {
  const host = bare(url.hostname);
  return `${host.includes(':') ? `[${host}]` : host}:${portOf(url)}`;
};

const isForbidden = (address: string): boolean => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  return FORBIDDEN.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
};

export const signatureOf = (secret: string, id: string, timestamp: string, body: string): string =>
  `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`;

interface Answered {
  readonly status: number;
}

/** Sends one body; rejects with what went wrong, all in `patienceMs`. */
const post = (
  url: URL,
  address: string,
  body: string,
  headers: Record<string, string>,
  limits: Required<Pick<WebhookSettings, 'patienceMs' | 'mostBytes'>>,
  ca?: string,
): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const secure = url.protocol === 'https:';
    const signal = AbortSignal.timeout(limits.patienceMs);
    const options = {
      ...{
        host: address,
        port: portOf(url),
        path: `${url.pathname}${url.search}`,
        method: 'POST',
        signal,
        agent: false as const,
      },
      headers: { ...headers, host: url.host, 'content-length': String(Buffer.byteLength(body)) },
      ...(secure
        ? {
            ...(isIP(bare(url.hostname)) ? {} : { servername: bare(url.hostname) }),
            ...(ca === undefined ? {} : { ca }),
          }
        : {}),
    };
    const sent = (secure ? requestHttps : requestHttp)(options, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > limits.mostBytes) response.destroy(new Error(`answer larger than ${limits.mostBytes} bytes`));
      });
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0 }));
    });
    sent.on('error', (error) =>
      reject(signal.aborted ? new Error(`no whole answer within ${limits.patienceMs} ms`) : error),
    );
    sent.end(body);
  });

const AGAIN = [408, 425, 429];

export const createWebhook = (settings: WebhookSettings): Sender => {
  const { allowed, secret, ca, patienceMs = PATIENCE_MS, mostBytes = MOST_BYTES, now = Date.now } = settings;
  const resolveName = settings.resolve ?? (async (host) => (await lookup(host)).address);
  const resting = new Map<string, number>();

  const addressOf = async (url: URL): Promise<string> => {
    const host = bare(url.hostname);
    if (isIP(host)) return host;
    const address = await resolveName(host);
    if (isForbidden(address)) throw new Forbidden(`${host} leads to ${address}, which no name may`);
    return address;
  };

  const tried = async (message: Message, url: URL): Promise<Outcome> => {
    const target = targetOf(url);
    const body = JSON.stringify({ id: message.id, subject: message.subject, text: message.text, ...message.data });
    const timestamp = String(Math.floor(now() / 1_000));
    const headers = {
      ...{ 'content-type': 'application/json; charset=utf-8', 'user-agent': 'san-sang', 'idempotency-key': message.id },
      ...{
        'webhook-id': message.id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signatureOf(secret, message.id, timestamp, body),
      },
    };
    try {
      const { status } = await post(url, await addressOf(url), body, headers, { patienceMs, mostBytes }, ca);
      if (status >= 200 && status < 300) return { kind: 'sent', detail: { status } };
      if (status >= 300 && status < 400)
        return { kind: 'refused', reason: `${target}: HTTP ${status}, redirects are not followed`, permanent: true };
      if (status >= 500 || AGAIN.includes(status)) resting.set(target, now() + REST_MS);
      return {
        kind: 'refused',
        reason: `${target}: HTTP ${status}`,
        permanent: status < 500 && !AGAIN.includes(status),
      };
    } catch (error) {
      resting.set(target, now() + REST_MS);
      const reason = shortly(`${target}: ${error instanceof Error ? error.message : String(error)}`);
      return { kind: 'refused', reason, permanent: error instanceof Forbidden };
    }
  };

  return {
    channel: 'webhook',
    where: allowed.join(', '),
    check: async () => {},
    close: () => {},
    send: async (message) => {
      const [address] = [...message.to, ...message.hidden];
      if (address === undefined || !URL.canParse(address))
        return { kind: 'refused', reason: 'no address', permanent: true };
      const url = new URL(address);
      const target = targetOf(url);
      if (!allowed.includes(target))
        return { kind: 'refused', reason: `${target} is not on the list of the installation`, permanent: true };
      if ((resting.get(target) ?? 0) > now())
        return { kind: 'refused', reason: `${target} did not answer just now`, permanent: false, untried: true };
      return tried(message, url);
    },
  };
};

class Forbidden extends Error {}
