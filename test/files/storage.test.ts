/** The disk and an S3 storage keep the same promises. */
import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { conditionOf, diskStorage, type FileStorage, s3Storage, spool, sweepSpool } from '../../files/index.ts';
import { amzDate, authorization, EMPTY_PAYLOAD } from '../../files/sigv4.ts';
import { pdf } from './samples.ts';

const KEYS = { accessKey: 'AKIDEXAMPLE', secretKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', region: 'vn-1' };
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A storage that believes nothing: signature, date and SHA-256 of the body are computed anew. */
const startBucket = async () => {
  const objects = new Map<string, Buffer>();
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      const path = request.url ?? '';
      const date = String(request.headers['x-amz-date']);
      const payload = String(request.headers['x-amz-content-sha256']);
      const headers = { host: String(request.headers.host), 'x-amz-content-sha256': payload, 'x-amz-date': date };
      const expected = authorization(
        { ...KEYS, service: 's3' },
        { method: request.method ?? '', path, headers, payload, date },
      );
      const fresh = Math.abs(Date.parse(date.replace(/(....)(..)(..T..)(..)/, '$1-$2-$3:$4:')) - Date.now()) < 60_000;
      const done = (status: number, answer?: Buffer): void => {
        response.writeHead(status, answer ? { 'content-length': answer.length } : {});
        response.end(request.method === 'HEAD' ? undefined : answer);
      };
      if (request.headers.authorization !== expected || !fresh) return done(403);
      if (payload !== sha256(body)) return done(400);
      const found = objects.get(path);
      if (request.method === 'PUT') objects.set(path, body);
      if (request.method === 'DELETE') objects.delete(path);
      if (request.method === 'GET' || request.method === 'HEAD') return found ? done(200, found) : done(404);
      done(request.method === 'PUT' ? 200 : 204);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  return { objects, endpoint, close: () => new Promise((done) => server.close(done)) };
};

let folder = '';
let bucket: Awaited<ReturnType<typeof startBucket>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'san-sang-storage-'));
  bucket = await startBucket();
});
afterAll(async () => {
  await bucket.close();
  await rm(folder, { recursive: true, force: true });
});

const storages: readonly (readonly [string, () => FileStorage])[] = [
  ['the disk', () => diskStorage(join(folder, 'files'))],
  ['an S3 storage', () => s3Storage({ ...KEYS, endpoint: bucket.endpoint, bucket: 'minh-chung' })],
];

describe.each(storages)('%s', (name, open) => {
  let storage: FileStorage;
  const bytes = pdf(`of ${name}`);
  const content = { sha256: sha256(bytes), size: bytes.length };
  beforeEach(() => {
    storage = open();
  });
  const put = async (): Promise<void> => {
    const spooled = await spool(Readable.from([bytes.subarray(0, 5), bytes.subarray(5)]), join(folder, 'spool'));
    expect({ sha256: spooled.sha256, size: spooled.size }).toEqual(content);
    await storage.put(spooled.path, spooled);
    await spooled.remove();
  };

  test('gives back what it was given, as often as it was given it', async () => {
    expect(await storage.stat(content.sha256)).toBeNull();
    expect(await storage.get(content.sha256)).toBeNull();
    await put();
    await put();
    expect(await storage.stat(content.sha256)).toEqual({ size: bytes.length });
    const stream = await storage.get(content.sha256);
    expect(Buffer.concat(await (stream as Readable).toArray())).toEqual(bytes);
    expect(await conditionOf(storage, content)).toBe('whole');
    expect(await readdir(join(folder, 'spool'))).toEqual([]);
  });

  test('forgets what is removed, and does not mind a second time', async () => {
    await put();
    await storage.remove(content.sha256);
    await storage.remove(content.sha256);
    expect(await conditionOf(storage, content)).toBe('missing');
  });

  test('takes no address for a SHA-256 that is none', async () => {
    await expect(storage.get('../../etc/passwd')).rejects.toThrow(TypeError);
    await expect(storage.stat('ABC')).rejects.toThrow(TypeError);
  });
});

describe('a file on the disk', () => {
  const bytes = pdf('mine');
  const content = { sha256: sha256(bytes), size: bytes.length };
  const path = (): string => join(folder, 'own', content.sha256.slice(0, 2), content.sha256.slice(2));
  const kept = async (): Promise<FileStorage> => {
    const storage = diskStorage(join(folder, 'own'));
    const spooled = await spool(Readable.from([bytes]), join(folder, 'spool'));
    await storage.put(spooled.path, spooled);
    await spooled.remove();
    return storage;
  };

  test('is for the eyes of its owner only, and nothing half written stands beside it', async () => {
    await kept();
    expect((await stat(path())).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'own', content.sha256.slice(0, 2)))).toEqual([content.sha256.slice(2)]);
  });

  test('that was changed, cut or made longer is damaged', async () => {
    const storage = await kept();
    await writeFile(path(), Buffer.from(bytes).fill('x', 9, 12));
    expect(await conditionOf(storage, content)).toBe('damaged');
    await writeFile(path(), bytes.subarray(1));
    expect(await conditionOf(storage, content)).toBe('damaged');
    await writeFile(path(), Buffer.concat([bytes, Buffer.from('x')]));
    expect(await conditionOf(storage, content)).toBe('damaged');
  });

  test('that was cut is made whole when the same file is sent again', async () => {
    const storage = await kept();
    await writeFile(path(), bytes.subarray(1));
    await kept();
    expect(await conditionOf(storage, content)).toBe('whole');
    expect(await readFile(path())).toEqual(bytes);
  });
});

describe('storage that is away', () => {
  test('is told as such: nobody listens, wrong keys, no room', async () => {
    const away = s3Storage({ ...KEYS, endpoint: 'http://127.0.0.1:1', bucket: 'b' });
    await expect(away.stat('a'.repeat(64))).rejects.toMatchObject({ name: 'StorageAway' });
    const stranger = s3Storage({ ...KEYS, secretKey: 'other', endpoint: bucket.endpoint, bucket: 'b' });
    await expect(stranger.stat('a'.repeat(64))).rejects.toMatchObject({ name: 'StorageAway' });
    await writeFile(join(folder, 'occupied'), 'no folder');
    const disk = diskStorage(join(folder, 'occupied'));
    await expect(disk.put(join(folder, 'occupied'), { sha256: 'a'.repeat(64), size: 9 })).rejects.toMatchObject({
      name: 'StorageAway',
    });
  });
});

describe('the spool', () => {
  test('keeps nothing of a sender who breaks off, and old remains are swept', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        throw new Error('gone');
      })(),
    );
    const place = join(folder, 'sweep');
    await expect(spool(broken, place)).rejects.toThrow('gone');
    expect(await readdir(place)).toEqual([]);
    await writeFile(join(place, 'old'), 'x');
    await chmod(join(place, 'old'), 0o600);
    await sweepSpool(place, 60_000);
    expect(await readdir(place)).toEqual(['old']);
    await sweepSpool(place, -1);
    expect(await readdir(place)).toEqual([]);
  });
});

describe('the signature (examples that AWS publishes)', () => {
  const signatureOf = (header: string): string => header.split('Signature=')[1] ?? '';

  test('test suite of Signature Version 4, "get-vanilla"', () => {
    const keys = { ...KEYS, region: 'us-east-1', service: 'service' };
    const date = '20150830T123600Z';
    const headers = { host: 'example.amazonaws.com', 'x-amz-date': date };
    const header = authorization(keys, { method: 'GET', path: '/', headers, payload: EMPTY_PAYLOAD, date });
    expect(signatureOf(header)).toBe('5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31');
  });

  const s3 = {
    accessKey: 'AKIAIOSFODNN7EXAMPLE',
    secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    region: 'us-east-1',
    service: 's3',
  };
  const date = '20130524T000000Z';
  const host = 'examplebucket.s3.amazonaws.com';

  test('Amazon S3, "GET Object"', () => {
    const headers = { host, range: 'bytes=0-9', 'x-amz-content-sha256': EMPTY_PAYLOAD, 'x-amz-date': date };
    const header = authorization(s3, { method: 'GET', path: '/test.txt', headers, payload: EMPTY_PAYLOAD, date });
    expect(header).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,' +
        'SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,' +
        'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    );
  });

  test('Amazon S3, "PUT Object"', () => {
    const payload = sha256(Buffer.from('Welcome to Amazon S3.'));
    const headers = {
      date: 'Fri, 24 May 2013 00:00:00 GMT',
      host,
      'x-amz-content-sha256': payload,
      'x-amz-date': date,
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
    };
    const header = authorization(s3, { method: 'PUT', path: '/test%24file.text', headers, payload, date });
    expect(signatureOf(header)).toBe('98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd');
  });

  test('writes instants as signatures do', () => {
    expect(amzDate(new Date('2013-05-24T00:00:00.123Z'))).toBe(date);
  });
});
