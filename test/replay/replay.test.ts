/** The gate for every change of workflows and of the SDK: what runs today must go on as it began, wherever it runs. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { testBundle } from '../support/temporal.ts';

interface Replayed {
  readonly exitCode: number;
  readonly hoursEast: number;
  readonly names: readonly string[];
  readonly diverged: readonly string[];
}

const SCRIPT = fileURLToPath(new URL('./replay.ts', import.meta.url));

const replay = (bundle: string, timeZone: string): Promise<Replayed> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, TZ: timeZone, NODE_OPTIONS: '' };
    execFile(process.execPath, [SCRIPT, bundle], { env }, (error, stdout, stderr) => {
      try {
        const report = JSON.parse(stdout) as Omit<Replayed, 'exitCode'>; // printed by replay.ts
        resolve({ ...report, exitCode: error ? Number(error.code) : 0 });
      } catch {
        reject(new Error(`replay.ts failed: ${stderr}`));
      }
    });
  });

test.each([
  ['UTC', 0],
  ['Asia/Ho_Chi_Minh', 7],
  ['America/St_Johns', -3.5],
])(
  'all kept histories replay in %s',
  async (timeZone, hoursEast) => {
    const { names, ...report } = await replay(await testBundle(), timeZone);
    expect(report).toEqual({ exitCode: 0, diverged: [], hoursEast });
    expect(names.length).toBeGreaterThanOrEqual(6);
  },
  60_000,
);

test('a workflow whose two activities were swapped on purpose makes the gate red', async () => {
  const code = await readFile(await testBundle(), 'utf8');
  const swapped = code.replace('commit, standing: readStanding', 'standing: commit, commit: readStanding');
  expect(swapped).not.toBe(code);
  const folder = await mkdtemp(join(tmpdir(), 'san-sang-replay-'));
  const bad = join(folder, 'bad.js');
  await writeFile(bad, swapped);
  const { exitCode, diverged, names } = await replay(bad, 'UTC');
  expect(exitCode).toBe(1);
  expect(names.length).toBeGreaterThanOrEqual(6);
  expect(diverged.map((each) => each.replace(/: .*/, ''))).toEqual(names);
  await rm(folder, { recursive: true });
}, 60_000);
