/** Where the key of named rosters comes from. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ownSealKey, sealKeyOf } from '../../bin/lib/seal-key.ts';
import { newSealKey, parseSealKey } from '../../db/sealed/seal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'san-sang-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the embedded machine makes its key once, for its owner alone, and finds it again', () => {
  const { id } = ownSealKey({}, folder);
  const path = join(folder, 'seal.key');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(ownSealKey({}, folder).id).toBe(id);
  expect(parseSealKey(readFileSync(path, 'utf8')).id).toBe(id);
});

test('the variable goes before the file, and then no file is made', () => {
  const given = newSealKey();
  expect(ownSealKey({ SAN_SANG_SEAL_KEY: given }, folder).id).toBe(parseSealKey(given).id);
  expect(() => statSync(join(folder, 'seal.key'))).toThrow('ENOENT');
});

test('production without the variable has no key', () => {
  expect(sealKeyOf({})).toBeNull();
  expect(sealKeyOf({ SAN_SANG_SEAL_KEY: '' })).toBeNull();
});

test('what is no key stops the start with a word that does not repeat it; a damaged file is not replaced', () => {
  expect(() => sealKeyOf({ SAN_SANG_SEAL_KEY: 'mật khẩu' })).toThrow(/SAN_SANG_SEAL_KEY must be 32 bytes/);
  expect(() => sealKeyOf({ SAN_SANG_SEAL_KEY: 'mật khẩu' })).not.toThrow(/mật khẩu/);
  writeFileSync(join(folder, 'seal.key'), 'damaged');
  expect(() => ownSealKey({}, folder)).toThrow(/seal\.key must be 32 bytes/);
  expect(readFileSync(join(folder, 'seal.key'), 'utf8')).toBe('damaged');
});
