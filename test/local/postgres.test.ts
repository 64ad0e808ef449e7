import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type Postgres, startPostgres } from '../../local/postgres.ts';
import { startMark } from '../../local/processes.ts';
import { query, refusal, runNode, silent, temporaryFolder } from './support.ts';

let folder: ReturnType<typeof temporaryFolder>;
let running: Postgres | null = null;

beforeAll(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await running?.stop();
  running = null;
});
afterAll(() => folder.remove());

async function start(): Promise<Postgres> {
  running = await startPostgres({ dataDir: folder.path, log: silent });
  return running;
}

const ended = (postgres: Postgres) => new Promise((resolve) => postgres.onExit(resolve));

test('a fresh folder gives an empty UTF-8 database on loopback, owned by an ordinary role', async () => {
  const { url } = await start();
  const [facts] = await query(
    url,
    `SELECT current_database() AS database, current_user AS role, rolsuper AS super, inet_server_addr()::text AS address,
       current_setting('server_encoding') AS encoding, current_setting('TimeZone') AS zone, current_setting('data_checksums') AS checksums,
       lower('ĐÀ NẴNG') AS lowered, 'Đ' > 'Z' AS by_code_point
     FROM pg_roles WHERE rolname = current_user`,
  );
  expect(facts).toEqual({
    database: 'san_sang',
    role: 'san_sang',
    super: false,
    address: '127.0.0.1/32',
    encoding: 'UTF8',
    zone: 'UTC',
    checksums: 'on',
    lowered: 'đà nẵng',
    by_code_point: true,
  });
  expect(statSync(join(folder.path, 'postgres.password')).mode & 0o777).toBe(0o600);
  await query(url, 'CREATE TABLE kept (n int)');
  await query(url, 'INSERT INTO kept VALUES (1)');
});

test('stopped and started again it keeps data, port and password', async () => {
  const first = await start();
  await first.stop();
  expect(startMark(first.pid)).toBeNull();
  const second = await start();
  expect(second.url).toBe(first.url);
  expect(await query(second.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
});

test('after kill -9 of the postmaster under an open connection nothing committed is lost', async () => {
  const first = await start();
  const sleeper = query(first.url, 'SELECT pg_sleep(60)').catch(() => 'cut');
  await query(first.url, 'INSERT INTO kept VALUES (2)');
  process.kill(first.pid, 'SIGKILL');
  await ended(first);
  const second = await start();
  expect(await sleeper).toBe('cut');
  expect(second.port).toBe(first.port);
  expect(await query(second.url, 'SELECT n FROM kept ORDER BY n')).toEqual([{ n: 1 }, { n: 2 }]);
});

test('a PostgreSQL left by a killed parent is stopped in order and replaced', async () => {
  const parent = runNode(`
    import { startPostgres } from './local/postgres.ts';
    const postgres = await startPostgres({ dataDir: ${JSON.stringify(folder.path)}, log() {} });
    console.log(postgres.pid);
    setInterval(() => {}, 1000);`);
  const orphan = Number(await parent.line());
  parent.child.kill('SIGKILL');
  await parent.ended;
  expect(startMark(orphan)).not.toBeNull();
  const { url } = await start();
  expect(startMark(orphan)).toBeNull();
  expect(await query(url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 2 }]);
});

test('a pid file that names a stranger neither blocks the start nor harms the stranger', async () => {
  const stranger = runNode('setInterval(() => {}, 1000); console.log(1)');
  await stranger.line();
  const started = Math.floor(Date.now() / 1000);
  const lines = [stranger.child.pid, join(folder.path, 'postgres'), started, 20_000, '', '127.0.0.1', '', 'ready   '];
  writeFileSync(join(folder.path, 'postgres', 'postmaster.pid'), `${lines.join('\n')}\n`);
  await start();
  expect(startMark(stranger.child.pid ?? 0)).not.toBeNull();
  stranger.child.kill('SIGKILL');
  await stranger.ended;
});

test('a lost password file is replaced by a new password', async () => {
  rmSync(join(folder.path, 'postgres.password'));
  const { url } = await start();
  expect(await query(url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 2 }]);
});

test('a busy port that was asked for is refused, a busy kept port is replaced', async () => {
  const first = await start();
  await first.stop();
  const other = createServer().listen(first.port, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const error = await refusal(startPostgres({ dataDir: folder.path, log: silent, port: first.port }));
  expect(error).toMatchObject({ code: 'port-busy', exitCode: 1 });
  expect(error.messageVi).toContain(String(first.port));
  const second = await start();
  expect(second.port).not.toBe(first.port);
  await new Promise((resolve) => other.close(resolve));
});

test('a start that was killed while making the cluster leaves nothing in the way', async () => {
  const half = temporaryFolder();
  const parent = runNode(`
    import { startPostgres } from './local/postgres.ts';
    startPostgres({ dataDir: ${JSON.stringify(half.path)}, log: (line) => console.log(line) });`);
  expect(await parent.line()).toContain('making the data folder');
  parent.child.kill('SIGKILL');
  await parent.ended;
  running = await startPostgres({ dataDir: half.path, log: silent });
  expect(await query(running.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await running.stop();
  half.remove();
});

test('what a killed start still writes into is not in the way of the next', async () => {
  const half = temporaryFolder();
  const left = join(half.path, 'postgres.new');
  mkdirSync(left);
  // as an initdb that outlived its start: it makes its folder again and fills it
  const stray = runNode(`
    import { mkdirSync, writeFileSync } from 'node:fs';
    const left = ${JSON.stringify(left)};
    console.log('writing');
    for (let n = 0, end = Date.now() + 60_000; Date.now() < end; n++) {
      mkdirSync(left, { recursive: true });
      writeFileSync(left + '/' + (n % 500), 'x');
    }`);
  expect(await stray.line()).toBe('writing');
  try {
    running = await startPostgres({ dataDir: half.path, log: silent });
    expect(await query(running.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await running.stop();
  } finally {
    stray.child.kill('SIGKILL');
    await stray.ended;
  }
  half.remove();
});

test('an impossible setting ends the start with the reason from the log', async () => {
  const error = await refusal(
    startPostgres({ dataDir: folder.path, log: silent, settings: { max_connections: '-1' } }),
  );
  expect(error).toMatchObject({ code: 'postgres-failed', exitCode: 3 });
  expect(error.messageEn).toContain('max_connections');
});
