/** Files in a bucket of an S3-compatible storage (path style): `<endpoint>/<bucket>/files/<sha256>`. */
import { createReadStream } from 'node:fs';
import { type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { amzDate, authorization, EMPTY_PAYLOAD } from './sigv4.ts';
import { type Content, type FileStorage, requireSha256, StorageAway } from './storage.ts';

export interface S3Settings {
  /** http: or https: address of the storage. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Milliseconds of silence after which the storage counts as away. */
  readonly timeoutMs?: number;
}

interface Call {
  readonly method: 'PUT' | 'GET' | 'HEAD' | 'DELETE';
  readonly sha256: string;
  readonly send?: { readonly path: string; readonly content: Content };
}

export const s3Storage = (settings: S3Settings): FileStorage => {
  const { endpoint, bucket, region, accessKey, secretKey, timeoutMs = 30_000 } = settings;
  const base = new URL(endpoint);
  const request = base.protocol === 'http:' ? plain : secure;
  const prefix = base.pathname.replace(/\/$/, '');

  const call = ({ method, sha256, send }: Call): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const path = `${prefix}/${encodeURIComponent(bucket)}/files/${requireSha256(sha256)}`;
      const date = amzDate(new Date());
      const payload = send?.content.sha256 ?? EMPTY_PAYLOAD;
      const headers = { host: base.host, 'x-amz-content-sha256': payload, 'x-amz-date': date };
      const signed = authorization(
        { accessKey, secretKey, region, service: 's3' },
        { method, path, headers, payload, date },
      );
      const away = (cause: unknown): void => reject(new StorageAway(`files: ${base.host}`, { cause }));
      const sending = request(new URL(path, base), {
        method,
        timeout: timeoutMs,
        headers: { ...headers, authorization: signed, ...(send ? { 'content-length': send.content.size } : {}) },
      });
      sending.once('timeout', () => sending.destroy(new Error('timeout')));
      sending.once('error', away);
      sending.once('response', resolve);
      if (!send) return sending.end();
      const file = createReadStream(send.path);
      file.once('error', (error) => sending.destroy(error));
      file.pipe(sending);
    });

  /** The answer when it is one of these; otherwise the storage is not usable now. */
  const expect = async (wanted: Call, ...statuses: readonly number[]): Promise<IncomingMessage> => {
    const answer = await call(wanted);
    if (statuses.includes(answer.statusCode ?? 0)) return answer;
    answer.resume();
    throw new StorageAway(`files: ${base.host} answered ${answer.statusCode}`);
  };
  const stat: FileStorage['stat'] = async (sha256) => {
    const answer = await expect({ method: 'HEAD', sha256 }, 200, 404);
    answer.resume();
    return answer.statusCode === 404 ? null : { size: Number(answer.headers['content-length']) };
  };
  return {
    stat,
    put: async (path, content) => {
      const { sha256, size } = content;
      if ((await stat(sha256))?.size === size) return;
      (await expect({ method: 'PUT', sha256, send: { path, content } }, 200, 201, 204)).resume();
    },
    get: async (sha256) => {
      const answer = await expect({ method: 'GET', sha256 }, 200, 404);
      if (answer.statusCode === 200) return answer;
      answer.resume();
      return null;
    },
    remove: async (sha256) => {
      (await expect({ method: 'DELETE', sha256 }, 200, 204, 404)).resume();
    },
  };
};
