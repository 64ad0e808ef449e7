/** The operator's command line: help, exit codes, completion, users, imports and exports on a real database and engine. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createProgress } from '../../bin/lib/progress.ts';
import { csv } from '../imports/support.ts';
import { cloneDatabase } from '../support/postgres.ts';

jest.setTimeout(120_000);
const SCRIPT = fileURLToPath(new URL('../../bin/san-sang.ts', import.meta.url));

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  new Promise<{ code: number | null; out: Buffer; err: string }>((resolve) => {
    const { NODE_OPTIONS: _, ...inherited } = process.env;
    const child = spawn(process.execPath, [SCRIPT, ...args], { env: { ...inherited, LANG: 'C', LC_ALL: 'C', ...env } });
    const out: Buffer[] = [];
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.once('close', (code) => resolve({ code, out: Buffer.concat(out), err }));
  });

describe('san-sang', () => {
  test('helps in both languages, and names the command that was meant', async () => {
    const [en, vi, wrong, option] = await Promise.all([
      run(['--help']),
      run(['verify', '--help', '--lang', 'vi']),
      run(['verfy']),
      run(['users', '--serch', 'an']),
    ]);
    expect(en.out.toString()).toMatch(/users .*\n.*import .*\n.*export /);
    expect([en.code, vi.code, wrong.code, option.code]).toEqual([0, 0, 2, 2]);
    expect(vi.out.toString()).toMatch(/^Kiểm tra toàn vẹn.*\n\nsan-sang verify \[options\]/);
    expect(wrong.err).toMatch(/nearest is verify/);
    expect(option.err).toMatch(/nearest is --search/);
  });

  test('completes in three shells', async () => {
    const shells = await Promise.all(['bash', 'zsh', 'fish', 'cmd'].map((shell) => run(['completion', shell])));
    expect(shells.map(({ code }) => code)).toEqual([0, 0, 0, 2]);
    expect(shells[0]?.out.toString()).toMatch(/import\) words="--kind --user/);
    expect(shells[1]?.out.toString()).toMatch(/^#compdef san-sang/);
    expect(shells[2]?.out.toString()).toMatch(/complete -c san-sang .* -l dry-run/);
  });

  test('draws one line on a terminal, and tells lines now and then elsewhere', () => {
    let time = 0;
    const drawn = (isTTY: boolean): string => {
      let text = '';
      const write = (chunk: unknown): void => {
        text += String(chunk);
      };
      const out = { isTTY, write };
      const progress = createProgress(out as never, () => time);
      for (const [at, done] of [
        [0, 0],
        [50, 10],
        [1_000, 50],
        [6_000, 100],
      ] as const) {
        time = at;
        progress(done, 100, 'rows');
      }
      return text;
    };
    expect(drawn(true)).toBe(
      '\r\x1b[K[....................] 0% 0/100 rows\r\x1b[K[##########..........] 50% 50/100 rows · 00:01\r\x1b[K[####################] 100% 100/100 rows\n',
    );
    expect(drawn(false)).toBe('[....................] 0% 0/100 rows\n[####################] 100% 100/100 rows\n');
  });
});

describe('san-sang on a database', () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let folder = '';
  let env: Record<string, string> = {};
  beforeAll(async () => {
    database = await cloneDatabase();
    folder = await mkdtemp(join(tmpdir(), 'san-sang-cli-'));
    env = {
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: process.env.TEST_TEMPORAL_ADDRESS ?? '127.0.0.1:1',
      SAN_SANG_AUTH_SECRET: 'a secret of the tests, long enough to be one',
      DATA_DIR: folder,
    };
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  test('makes, lists, locks and resets accounts, and refuses what rules refuse', async () => {
    const added = await run(['users', 'add', 'an', '--name', 'Đồng chí An', '--admin', '--json'], env);
    expect(added.code).toBe(0);
    expect(JSON.parse(added.out.toString())).toMatchObject({
      ok: true,
      command: 'users',
      userName: 'an',
      password: expect.stringMatching(/^\S{19}$/),
    });
    expect((await run(['users', 'add', 'an'], env)).code).toBe(4);
    expect((await run(['users', 'add', 'binh', '--admin'], env)).code).toBe(0);
    expect((await run(['users', 'lock', 'an'], env)).code).toBe(0);
    const refused = await run(['users', 'lock', 'binh'], env);
    expect([refused.code, refused.err]).toEqual([4, expect.stringMatching(/administrator/)]);
    const list = JSON.parse((await run(['users', 'list', '--json'], env)).out.toString());
    expect(
      list.users.map(({ userName, isActive }: { userName: string; isActive: boolean }) => [userName, isActive]),
    ).toEqual([
      ['an', false],
      ['binh', true],
    ]);
    expect((await run(['users', 'reset', 'nobody'], env)).code).toBe(4);
    expect((await run(['users', 'fly'], env)).code).toBe(2);
  }, 180_000);

  test('checks and imports a table, and exports one, under the account that is named', async () => {
    const path = join(folder, 'nguoi.csv');
    await writeFile(path, csv(['Tên đăng nhập', 'Họ tên'], ['chi', 'Đồng chí Chi'], ['sai tên', 'x']));
    const as = ['--kind', 'users', '--user', 'binh'];
    const dry = await run(['import', path, ...as, '--dry-run'], env);
    expect([dry.code, dry.out.toString()]).toEqual([
      1,
      expect.stringMatching(/2 rows: 1 good, 1 with problems\.\nrow 3: /),
    ]);
    const all = await run(['import', path, ...as], env);
    expect(all.code).toBe(1);
    const good = await run(['import', path, ...as, '--mode', 'good', '--json'], env);
    const told = JSON.parse(good.out.toString());
    expect([good.code, told.import.state, told.users.map(({ userName }: { userName: string }) => userName)]).toEqual([
      0,
      'done',
      ['chi'],
    ]);
    const aimless = await run(['import', path, '--kind', 'indicator-values', '--user', 'binh'], env);
    expect([aimless.code, aimless.err]).toEqual([2, expect.stringMatching(/needs --programme/)]);
    const exported = await run(['export', 'users', '--user', 'binh', '--format', 'csv'], env);
    expect(exported.out.toString('utf8')).toMatch(/chi,Đồng chí Chi/);
    const refused = await run(['export', 'users', '--user', 'chi'], env);
    expect(refused.code).toBe(4);
  }, 300_000);

  test('says which service is missing', async () => {
    const { code, err } = await run(['import', 'x.csv', '--kind', 'users', '--user', 'binh'], {
      ...env,
      TEMPORAL_ADDRESS: '127.0.0.1:1',
    });
    expect([code, err.length > 0]).toEqual([3, true]);
  }, 180_000);
});
