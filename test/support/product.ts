/** `npm start` as its own processes, on a DATA_DIR of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cookieHeader, signInCookies } from './cookies.ts';
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

/** Headers under which somebody who is signed in asks. */
export type Desk = Readonly<Record<'cookie' | 'x-csrf-token' | 'content-type', string>>;

const post = async (url: string, path: string, headers: Record<string, string>, body: object): Promise<Response> => {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
};

/** Signs in over HTTP, as a browser does; throws unless the password alone is enough. */
export const signIn = async (url: string, username: string, password: string): Promise<Desk> => {
  const cookie = cookieHeader(await signInCookies(url, username, password));
  const me = await fetch(`${url}/api/v1/me`, { headers: { cookie } });
  const { csrf } = (await me.json()) as { csrf: string }; // the contract of the route
  return { cookie, 'x-csrf-token': csrf, 'content-type': 'application/json' };
};

const CHOSEN = 'một mật khẩu của bài thử';

/** As `signIn` with a one-time password, which is changed on the way. */
export const signInFirst = async (url: string, username: string, oneTime: string): Promise<Desk> => {
  const desk = await signIn(url, username, oneTime);
  await post(url, '/api/v1/me/password', desk, { current: oneTime, next: CHOSEN });
  return signIn(url, username, CHOSEN);
};

/** The administrator by what the terminal of a first start said, and by him a person of a body's staff. */
export const firstDesk = async (product: Product, body: string): Promise<Desk> => {
  const said = await eventually(async () => /one-time password: (\S+)/.exec(product.output())?.[1] ?? null, 30_000);
  const admin = await signInFirst(product.url, 'quan-tri', said);
  const duties = [{ body, from: '2020-01-01' }];
  const made = await post(product.url, '/api/v1/users', admin, {
    ...{ userName: 'nhan-vien', name: 'Nhân viên', person: 'nv-01', duties },
  });
  const { password } = (await made.json()) as { password: string }; // the contract of the route
  return signInFirst(product.url, 'nhan-vien', password);
};
