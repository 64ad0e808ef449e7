/** `npm start` as its own processes, on a DATA_DIR of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from './engine.ts';
import { TEST_CACHE } from './temporal.ts';

const START = fileURLToPath(new URL('../../bin/start.ts', import.meta.url));

export interface Running {
  readonly pid: number;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
}

export interface Product {
  readonly child: ChildProcess;
  readonly url: string;
  output(): string;
  /** Exit code, or null when a signal ended it. */
  readonly exited: Promise<number | null>;
  ready(withinMs?: number): Promise<void>;
  running(): Running;
  /** Orderly stop. */
  stop(): Promise<number | null>;
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

export const newDataDir = async (): Promise<{ dataDir: string; remove: () => Promise<void> }> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'san-sang-start-'));
  return { dataDir, remove: () => rm(dataDir, { recursive: true, force: true }) };
};

export const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(4_000) })).status === 200;
  } catch {
    return false;
  }
};

export function startProduct(
  dataDir: string,
  port: number,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Product {
  const { NODE_OPTIONS: _, TEST_DATABASE_URL: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [START, '--lang', 'en', ...args], {
    env: {
      ...inherited,
      DATA_DIR: dataDir,
      PORT: String(port),
      XDG_CACHE_HOME: inherited.XDG_CACHE_HOME ?? TEST_CACHE,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const url = `http://127.0.0.1:${port}`;
  return {
    child,
    url,
    output: () => output,
    exited,
    ready: async (withinMs = 90_000) => {
      let ended = false;
      void exited.then(() => (ended = true));
      await eventually(async () => {
        if (ended) throw new Error(`npm start ended:\n${output}`);
        return isReady(url);
      }, withinMs);
    },
    running: () => JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as Running, // written by bin/start.ts
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}
