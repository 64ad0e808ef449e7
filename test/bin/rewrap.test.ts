/** `npm run rewrap` as its operator runs it: after it every name opens with the new key and none with the old. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ownSealKey } from '../../bin/lib/seal-key.ts';
import { rewrapKeys } from '../../db/sealed/rewrap.ts';
import { newSealKey, parseSealKey, WrongSealKey } from '../../db/sealed/seal.ts';
import { acquireLock } from '../../local/lock.ts';
import { useDatabase } from '../db/fixtures.ts';
import { imported, namesIn, read, reservist } from '../db/sealed/support.ts';

const it = useDatabase();
let folder: string;
let order = 0;
const fileKey = () => parseSealKey(readFileSync(join(folder, 'seal.key'), 'utf8'));

const rewrap = (env: Record<string, string> = {}) =>
  new Promise<{ code: number | null; out: string; err: string }>((done, fail) => {
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, ['bin/rewrap.ts', '--lang', 'en', '--json'], {
      env: { PATH, DATA_DIR: folder, DATABASE_URL: it.url, ...env },
    });
    const said = { out: '', err: '' };
    child.stdout.on('data', (part) => {
      said.out += part;
    });
    child.stderr.on('data', (part) => {
      said.err += part;
    });
    child.once('error', fail);
    child.once('close', (code) => done({ code, ...said }));
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'san-sang-rewrap-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the key that npm start made for itself', () => {
  test('is replaced by a new one; the names open with it and no more with the old', async () => {
    const old = ownSealKey({}, folder);
    const name = `QN-${++order}`;
    await imported(it, old, [reservist(name)]);
    const { code, out } = await rewrap();
    expect([code, JSON.parse(out)]).toEqual([
      0,
      expect.objectContaining({ persons: 1, from: old.id, to: fileKey().id }),
    ]);
    expect(fileKey().id).not.toBe(old.id);
    expect(statSync(join(folder, 'seal.key')).mode & 0o777).toBe(0o600);
    expect(existsSync(join(folder, 'seal.key.next'))).toBe(false);
    expect(namesIn(await read(it, fileKey(), [name]))).toEqual([`Người ${name}`]);
    await expect(read(it, old, [name])).rejects.toThrow(WrongSealKey);
  });

  test('is replaced by the same new one when the change was broken off after the names had moved', async () => {
    const old = ownSealKey({}, folder);
    const name = `QN-${++order}`;
    await imported(it, old, [reservist(name)]);
    const next = newSealKey();
    writeFileSync(join(folder, 'seal.key.next'), `${next}\n`);
    await rewrapKeys(it.db, old, parseSealKey(next));
    expect(await rewrap()).toMatchObject({ code: 0 });
    expect(fileKey().id).toBe(parseSealKey(next).id);
    expect(namesIn(await read(it, fileKey(), [name]))).toEqual([`Người ${name}`]);
  });

  test('stays while npm start works with it', async () => {
    const old = ownSealKey({}, folder);
    const lock = acquireLock(folder);
    const { code, err } = await rewrap();
    lock.release();
    expect([code, err]).toEqual([1, expect.stringContaining('already running')]);
    expect(fileKey().id).toBe(old.id);
  });

  test('stays when the names cannot be moved', async () => {
    const old = ownSealKey({}, folder);
    expect(await rewrap({ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' })).toMatchObject({ code: 3 });
    expect(fileKey().id).toBe(old.id);
    expect(await rewrap()).toMatchObject({ code: 0 });
  });
});

describe('the key of a production', () => {
  test('is replaced by the one that is given', async () => {
    const [from, to] = [newSealKey(), newSealKey()];
    const name = `QN-${++order}`;
    await imported(it, parseSealKey(from), [reservist(name)]);
    expect(await rewrap({ SAN_SANG_SEAL_KEY: from, SAN_SANG_SEAL_KEY_NEXT: to })).toMatchObject({ code: 0 });
    expect(namesIn(await read(it, parseSealKey(to), [name]))).toEqual([`Người ${name}`]);
  });

  test.each([
    ['no key at all', {}, 3, 'SAN_SANG_SEAL_KEY is not set, and there is no seal.key'],
    ['no new key', { SAN_SANG_SEAL_KEY: newSealKey() }, 3, 'SAN_SANG_SEAL_KEY_NEXT is not set'],
    ['a new key without the old', { SAN_SANG_SEAL_KEY_NEXT: newSealKey() }, 3, 'SAN_SANG_SEAL_KEY is not set'],
  ])('is not replaced with %s', async (_, env, code, text) => {
    expect(await rewrap(env)).toMatchObject({ code, err: expect.stringContaining(text) });
    expect(existsSync(join(folder, 'seal.key'))).toBe(false);
  });

  test('is not replaced by itself', async () => {
    const same = newSealKey();
    const { code, err } = await rewrap({ SAN_SANG_SEAL_KEY: same, SAN_SANG_SEAL_KEY_NEXT: same });
    expect([code, err]).toEqual([2, expect.stringContaining('must differ')]);
  });
});
