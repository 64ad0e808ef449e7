import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import pg from 'pg';
import { MachineError } from '../../local/errors.ts';

// Real servers start here; on a busy machine that takes its time.
jest.setTimeout(60_000);

export const silent = () => {};

/** A folder of its own, passable for the user PostgreSQL runs as. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'san-sang-test-'));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

export function writeProgram(path: string, script: string): string {
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return path;
}

export async function refusal(work: Promise<unknown> | (() => unknown)): Promise<MachineError> {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    if (error instanceof MachineError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', silent);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Runs TypeScript in another Node and hands over its output line by line. */
export function runNode(code: string): { child: ChildProcess; line(): Promise<string>; ended: Promise<number | null> } {
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module-typescript', '-e', code], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const waiting: ((line: string) => void)[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) {
      const next = waiting.shift();
      if (next) next(line);
      else lines.push(line);
    }
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      for (const next of waiting) next('');
      resolve(code);
    });
  });
  return {
    child,
    ended,
    line: () => {
      const line = lines.shift();
      return line === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(line);
    },
  };
}

/** Waits for something that comes by itself; fails after 30 seconds. */
export async function eventually<T>(attempt: () => Promise<T> | T): Promise<T> {
  for (const end = performance.now() + 30_000; ; ) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
}
