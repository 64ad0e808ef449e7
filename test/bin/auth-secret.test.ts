/** The secret of sessions: given, or made once for its owner's eyes only. */
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { authSecretOf, ownAuthSecret } from '../../bin/lib/auth-secret.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'san-sang-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const GIVEN = 'x'.repeat(32);

test('is made once and found again', () => {
  const made = ownAuthSecret({}, folder);
  expect(made).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  expect(ownAuthSecret({}, folder)).toBe(made);
  expect(statSync(join(folder, 'auth-secret')).mode & 0o777).toBe(0o600);
});

test('given in the environment, no file is made', () => {
  expect(ownAuthSecret({ SAN_SANG_AUTH_SECRET: GIVEN }, folder)).toBe(GIVEN);
  expect(existsSync(join(folder, 'auth-secret'))).toBe(false);
});

test('one that is short or missing is refused by name, wherever it stands', () => {
  expect(() => authSecretOf({})).toThrow(/SAN_SANG_AUTH_SECRET/);
  expect(() => authSecretOf({ SAN_SANG_AUTH_SECRET: 'ngắn' })).toThrow(/SAN_SANG_AUTH_SECRET/);
  writeFileSync(join(folder, 'auth-secret'), 'ngắn');
  expect(() => ownAuthSecret({}, folder)).toThrow(/auth-secret/);
});
