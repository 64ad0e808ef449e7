/** Signature Version 4 of Amazon Web Services, as S3-compatible storages of every maker ask for it. */
import { createHash, createHmac } from 'node:crypto';

export interface Credentials {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly region: string;
  /** `s3` for a storage. */
  readonly service: string;
}

export interface ToSign {
  readonly method: string;
  /** As it is sent, already encoded. */
  readonly path: string;
  /** All headers that are sent and signed, `host` among them; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** SHA-256 of the body in hexadecimal digits. */
  readonly payload: string;
  /** `yyyyMMddTHHmmssZ`. */
  readonly date: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** SHA-256 of no bytes. */
export const EMPTY_PAYLOAD = sha256('');

/** An instant as signatures write it. */
export const amzDate = (date: Date): string => date.toISOString().replace(/[-:]|\.\d{3}/g, '');

/** The value of the header `Authorization`. Requests here have no query. */
export const authorization = (
  { accessKey, secretKey, region, service }: Credentials,
  { method, path, headers, payload, date }: ToSign,
): string => {
  const names = Object.keys(headers).sort();
  const canonical = [
    ...[method, path, ''],
    ...names.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
    ...['', names.join(';'), payload],
  ].join('\n');
  const day = date.slice(0, 8);
  const scope = [day, region, service, 'aws4_request'].join('/');
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n');
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secretKey}`);
  const signature = createHmac('sha256', key).update(toSign).digest('hex');
  return `AWS4-HMAC-SHA256 Credential=${accessKey}/${scope},SignedHeaders=${names.join(';')},Signature=${signature}`;
};
