import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { startMark } from '../../local/processes.ts';
import { findTemporal } from '../../local/temporal-binary.ts';
import { startTemporal, type TemporalServer } from '../../local/temporal-server.ts';
import { refusal, runNode, silent, temporaryFolder } from './support.ts';

let folder: ReturnType<typeof temporaryFolder>;
let binary: string;
let running: TemporalServer | null = null;

beforeAll(async () => {
  folder = temporaryFolder();
  binary = (await findTemporal({ dataDir: folder.path, env: process.env, log: silent })).path;
}, 180_000);
afterEach(async () => {
  await running?.stop();
  running = null;
});
afterAll(() => folder.remove());

async function start(more: { ui?: boolean; port?: number } = {}): Promise<TemporalServer> {
  running = await startTemporal({ binary, dataDir: folder.path, log: silent, ui: false, namespace: 'drills', ...more });
  return running;
}

async function temporal(server: TemporalServer, ...args: string[]): Promise<string> {
  const all = [...args, '--address', server.address, '--namespace', 'drills'];
  return (await promisify(execFile)(binary, all)).stdout;
}

test('a started server serves the namespace at once, on loopback, and stops when told', async () => {
  const server = await start();
  expect(server.address).toBe(`127.0.0.1:${server.port}`);
  expect(server.uiUrl).toBeNull();
  await temporal(server, 'workflow', 'start', '--type', 'exercise', '--task-queue', 'none', '--workflow-id', 'kept');
  await server.stop();
  expect(startMark(server.pid)).toBeNull();
});

test('stopped and started again it keeps its workflows and its port', async () => {
  const first = await start();
  await first.stop();
  const second = await start();
  expect(second.address).toBe(first.address);
  expect(await temporal(second, 'workflow', 'list')).toContain('kept');
});

test('a server left by a killed parent is stopped and replaced on the same port', async () => {
  const options = JSON.stringify({ binary, dataDir: folder.path, ui: false, namespace: 'drills' });
  const parent = runNode(`
    import { startTemporal } from './local/temporal-server.ts';
    const server = await startTemporal({ ...${options}, log() {} });
    console.log(server.pid + ' ' + server.port);
    setInterval(() => {}, 1000);`);
  const [pid, port] = (await parent.line()).split(' ').map(Number);
  parent.child.kill('SIGKILL');
  await parent.ended;
  expect(startMark(pid ?? 0)).not.toBeNull();
  const server = await start();
  expect(startMark(pid ?? 0)).toBeNull();
  expect(server.port).toBe(port);
  expect(await temporal(server, 'workflow', 'list')).toContain('kept');
});

test('the Temporal page is served when asked for', async () => {
  const { uiUrl } = await start({ ui: true });
  const response = await fetch(uiUrl ?? '');
  expect(response.status).toBe(200);
  await response.text();
});

test('a busy port that was asked for is refused', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  expect(await refusal(start({ port }))).toMatchObject({ code: 'port-busy', exitCode: 1 });
  await new Promise((resolve) => other.close(resolve));
});

test('a program that is none ends the start with its reason', async () => {
  const error = await refusal(startTemporal({ binary: '/bin/false', dataDir: folder.path, log: silent, ui: false }));
  expect(error).toMatchObject({ code: 'temporal-failed', exitCode: 3 });
});
