import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { isServing } from '../../local/grpc-health.ts';
import { acquireLock } from '../../local/lock.ts';
import { type Machine, startMachine } from '../../local/machine.ts';
import { startMark } from '../../local/processes.ts';
import { eventually, query, refusal, runNode, silent, temporaryFolder, writeProgram } from './support.ts';

let folder: ReturnType<typeof temporaryFolder>;
let running: Machine | null = null;

beforeAll(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await running?.stop();
  running = null;
});
afterAll(() => folder.remove());

const { DATABASE_URL: _1, TEMPORAL_ADDRESS: _2, TEMPORAL_NAMESPACE: _3, ...env } = process.env;

async function start(): Promise<Machine> {
  running = await startMachine({ dataDir: folder.path, env, log: silent, ui: false });
  return running;
}

function pids(): { postgres: number; temporal: number } {
  const { postgres, temporal } = JSON.parse(readFileSync(join(folder.path, 'pids.json'), 'utf8'));
  return { postgres: postgres.pid, temporal: temporal.pid };
}

const port = (machine: Machine) => Number(machine.temporalAddress.split(':')[1]);

test('a machine serves both parts, refuses a second start, and leaves no process behind', async () => {
  const machine = await start();
  expect(machine.temporalNamespace).toBe('default');
  expect(machine.parts).toEqual([
    { name: 'postgres', embedded: true, state: 'ready' },
    { name: 'temporal', embedded: true, state: 'ready' },
  ]);
  await query(machine.databaseUrl, 'CREATE TABLE kept (n int)');
  expect((await refusal(start())).code).toBe('already-running');
  const { postgres, temporal } = pids();
  await machine.stop();
  expect([startMark(postgres), startMark(temporal)]).toEqual([null, null]);
  expect(machine.parts.map(({ state }) => state)).toEqual(['stopped', 'stopped']);
});

test('a part that is killed is restarted on the same port, and the parts say so meanwhile', async () => {
  const machine = await start();
  const before = pids();
  process.kill(before.postgres, 'SIGKILL');
  process.kill(before.temporal, 'SIGKILL');
  await eventually(() => expect(machine.parts.map(({ state }) => state)).toEqual(['restarting', 'restarting']));
  await eventually(() => expect(machine.parts.map(({ state }) => state)).toEqual(['ready', 'ready']));
  expect(pids().postgres).not.toBe(before.postgres);
  expect(pids().temporal).not.toBe(before.temporal);
  expect(await query(machine.databaseUrl, 'SELECT n FROM kept')).toEqual([]);
  expect(await isServing(port(machine))).toBe(true);
});

test('after kill -9 of the whole parent the next start takes over with nothing lost and the same addresses', async () => {
  const parent = runNode(`
    import { startMachine } from './local/machine.ts';
    const machine = await startMachine({ dataDir: ${JSON.stringify(folder.path)}, env: process.env, log() {}, ui: false });
    console.log(machine.databaseUrl + ' ' + machine.temporalAddress);
    setInterval(() => {}, 1000);`);
  const [databaseUrl = '', temporalAddress] = (await parent.line()).split(' ');
  await query(databaseUrl, 'INSERT INTO kept VALUES (1)');
  const orphans = pids();
  parent.child.kill('SIGKILL');
  await parent.ended;
  const machine = await start();
  expect(machine).toMatchObject({ databaseUrl, temporalAddress });
  expect([startMark(orphans.postgres), startMark(orphans.temporal)]).toEqual([null, null]);
  expect(await query(machine.databaseUrl, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
});

test.each(['once it serves', 'half-way through the start'])(
  'a parent that exits without stopping ends its children: %s',
  async (when) => {
    const parent = runNode(`
    import { readFileSync } from 'node:fs';
    import { startMachine } from './local/machine.ts';
    const starting = startMachine({ dataDir: ${JSON.stringify(folder.path)}, env: process.env, log() {}, ui: false });
    const pids = () => readFileSync(${JSON.stringify(join(folder.path, 'pids.json'))}, 'utf8');
    if (${when === 'once it serves'}) await starting;
    else while (!/postgres.*temporal|temporal.*postgres/.test(pids())) await new Promise((next) => setTimeout(next, 1));
    console.log(pids());
    process.exit(5);`);
    const { postgres, temporal } = JSON.parse(await parent.line());
    expect(await parent.ended).toBe(5);
    await eventually(() => expect([startMark(postgres.pid), startMark(temporal.pid)]).toEqual([null, null]));
  },
);

test('what the environment names is used as it is, and none of that kind is started', async () => {
  const named = {
    ...env,
    DATABASE_URL: 'postgres://elsewhere/db',
    TEMPORAL_ADDRESS: 'elsewhere:7233',
    TEMPORAL_NAMESPACE: 'own',
  };
  running = await startMachine({ dataDir: folder.path, env: named, log: silent, ui: true });
  expect(running).toMatchObject({
    databaseUrl: 'postgres://elsewhere/db',
    adminUrl: null,
    temporalAddress: 'elsewhere:7233',
    temporalNamespace: 'own',
    uiUrl: null,
  });
  expect(running.parts.every(({ embedded, state }) => !embedded && state === 'external')).toBe(true);
});

test('a start that fails in one part stops the other and frees the folder', async () => {
  const broken = writeProgram(
    join(folder.path, 'broken'),
    '[ "$1" = --version ] && echo "Server 1.32.0" || { echo no disk >&2; exit 9; }',
  );
  const named = { ...env, TEMPORAL_CLI_PATH: broken };
  const error = await refusal(startMachine({ dataDir: folder.path, env: named, log: silent, ui: false }));
  expect(error).toMatchObject({ code: 'temporal-failed', exitCode: 3 });
  expect(error.messageVi).toContain('no disk');
  expect(JSON.parse(readFileSync(join(folder.path, 'pids.json'), 'utf8'))).toEqual({});
  acquireLock(folder.path).release();
});
