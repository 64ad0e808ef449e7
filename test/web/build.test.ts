/** What is built ahead is current and small: the client's types, and the script that the first screen needs. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { fingerprint, openapiText } from '../../bin/lib/openapi.ts';
import { pageRoot } from './support.ts';

const SCHEMA = fileURLToPath(new URL('../../web/client/schema.d.ts', import.meta.url));

describe("the client's types", () => {
  const [, openapi = '', types = '', ...rest] = readFileSync(SCHEMA, 'utf8').split('\n');

  test('are those of the document that the API serves; else run `npm run client`', async () => {
    expect(openapi).toBe(`// openapi ${fingerprint(await openapiText())}`);
  });

  test('were not edited by hand', () => {
    expect(types).toBe(`// types ${fingerprint(rest.join('\n'))}`);
  });
});

describe('the built page', () => {
  let root = '';
  beforeAll(async () => {
    root = await pageRoot();
  }, 120_000);
  const html = () => readFileSync(join(root, 'index.html'), 'utf8');
  const gzipped = (file: string): number => statSync(join(root, `${file}.gz`)).size;

  test('asks at most 250 kB of script, compressed, for its first load', () => {
    const files = [...html().matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].flatMap(([, file]) => file ?? []);
    expect(files.length).toBeGreaterThan(1);
    expect(files.reduce((sum, file) => sum + gzipped(file), 0)).toBeLessThanOrEqual(250_000);
  });

  test('has no inline script, and names no other server', () => {
    expect(html()).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
    expect(html()).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  test('lies there compressed', () => {
    const scripts = readdirSync(join(root, 'assets')).filter((file) => file.endsWith('.js'));
    for (const file of scripts) expect(gzipped(join('assets', file))).toBeGreaterThan(0);
  });
});
