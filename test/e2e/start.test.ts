/** `npm start` on one machine: the first start, restarts, and every process killed the hardest way under commands. */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sampleProgrammes } from '../../bin/lib/sample.ts';
import { connect } from '../../db/connect.ts';
import { verifyLedger } from '../../db/verify.ts';
import { parsePlan } from '../../rehearsal/plan.ts';
import { recordSample } from '../../rehearsal/sample.ts';
import { eventually } from '../support/engine.ts';
import {
  type Desk,
  firstDesk,
  freePort,
  isReady,
  newDataDir,
  type Product,
  signIn,
  startProduct,
} from '../support/product.ts';

/** Processes whose command line names the folder. */
const processesOf = (dataDir: string): number[] => {
  try {
    return execFileSync('pgrep', ['-f', dataDir], { encoding: 'utf8' }).trim().split('\n').map(Number);
  } catch {
    return [];
  }
};

describe('the first start on an empty folder', () => {
  let folder: Awaited<ReturnType<typeof newDataDir>>;
  let port: number;
  beforeAll(async () => {
    folder = await newDataDir();
    port = await freePort();
  });
  afterAll(() => folder.remove());

  test('loads the sample as its rehearsal has it, also when it is killed in the middle of loading', async () => {
    const first = startProduct(folder.dataDir, port);
    await eventually(async () => / [34]\d% /.test(first.output()), 90_000);
    first.child.kill('SIGKILL');
    await first.exited;

    const second = startProduct(folder.dataDir, port);
    await second.ready();
    const plan = parsePlan(
      JSON.parse(await readFile(new URL('../../examples/tam-ky-2022.json', import.meta.url), 'utf8')),
    );
    const sample = await recordSample(plan, sampleProgrammes());
    if (!sample) throw new Error('the shipped plan has a sample');
    const { engine } = sample;
    const db = connect({ url: second.running().databaseUrl });
    try {
      const rows = await db
        .selectFrom('events')
        .select(['stream_id', 'version', 'type'])
        .orderBy('stream_id')
        .orderBy('version')
        .execute();
      const expected = engine.facts
        .map(({ stream, fact }) => ({ stream_id: stream as string, version: fact.version, type: fact.type }))
        .sort((a, b) => (a.stream_id === b.stream_id ? a.version - b.version : a.stream_id < b.stream_id ? -1 : 1));
      expect(rows).toEqual(expected);
      expect(await verifyLedger(db)).toMatchObject({ ok: true });
    } finally {
      await db.destroy();
    }
    await eventually(async () => second.output().includes('Ready: '));
    expect(second.output()).toMatch(/Administrator: quan-tri · one-time password: \S+/);
    const anyone = await fetch(`${second.url}/api/v1/clock`, { headers: { 'x-actor': 'ld-01@tam-ky.VIEW' } });
    expect(anyone.status).toBe(401);
    const headers = await signIn(second.url, 'lanh-dao', 'san-sang-2022');
    const clock = await (await fetch(`${second.url}/api/v1/clock`, { headers })).text();
    expect(clock).toContain(`${plan.sample?.day}T`);
    expect(await second.stop()).toBe(0);
    expect(processesOf(folder.dataDir)).toEqual([]);
  }, 240_000);
});

describe('a running product', () => {
  let folder: Awaited<ReturnType<typeof newDataDir>>;
  let port: number;
  let product: Product;
  let desk: Desk;
  const acknowledged: string[] = [];
  let sent = 0;

  beforeAll(async () => {
    folder = await newDataDir();
    port = await freePort();
    product = startProduct(folder.dataDir, port, ['--empty']);
    await product.ready();
    desk = await firstDesk(product, 'tam-ky.SA');
  }, 120_000);
  afterAll(async () => {
    await product.stop();
    await folder.remove();
  });

  /** One command under one id, repeated until it is answered. */
  const draft = async (withinMs: number): Promise<void> => {
    const commandId = randomUUID();
    sent += 1;
    const body = JSON.stringify({
      commandId,
      type: 'DraftExercise',
      exerciseType: 'defenceAreaExercise',
      orgUnit: 'tam-ky',
      theme: 'KVPT',
    });
    const id = `kill-${sent}`;
    await eventually(async () => {
      try {
        const response = await fetch(`${product.url}/api/v1/exercises/${id}/commands`, {
          method: 'POST',
          headers: desk,
          body,
          signal: AbortSignal.timeout(12_000),
        });
        if (response.status === 200) return acknowledged.push(commandId);
        if (response.status >= 500 ? response.status !== 503 : response.status !== 202)
          throw new Error(`${response.status} ${await response.text()}`);
        return null;
      } catch (error) {
        if (error instanceof TypeError || (error instanceof Error && error.name === 'TimeoutError')) return null; // no answer: send again
        throw error;
      }
    }, withinMs);
  };

  const pidsOf = (pattern: string): number[] =>
    execFileSync('pgrep', ['-f', pattern], { encoding: 'utf8' }).trim().split('\n').map(Number);

  test.each([
    ['Temporal', (): number[] => pidsOf(`temporal server.*${folder.dataDir}`)],
    [
      'PostgreSQL',
      (): number[] => [
        Number(execFileSync('head', ['-1', join(folder.dataDir, 'postgres', 'postmaster.pid')], { encoding: 'utf8' })),
      ],
    ],
  ])(
    'loses no acknowledged command when %s is killed under load, and comes back by itself',
    async (_, pids) => {
      const load = (async () => {
        for (let i = 0; i < 12; i++) await draft(60_000);
      })();
      await eventually(async () => acknowledged.length % 12 >= 4);
      for (const pid of pids()) process.kill(pid, 'SIGKILL');
      await load;
      await eventually(() => isReady(product.url), 60_000);
    },
    120_000,
  );

  test('loses no acknowledged command when the whole product is killed, and is ready again', async () => {
    for (let i = 0; i < 4; i++) await draft(30_000);
    product.child.kill('SIGKILL');
    await product.exited;
    product = startProduct(folder.dataDir, port, ['--empty']);
    await product.ready();
    await draft(30_000); // the session has outlived it
    expect(product.output()).not.toContain('one-time password');
  }, 120_000);

  test('holds every acknowledged command exactly once, in an intact ledger', async () => {
    const db = connect({ url: product.running().databaseUrl });
    try {
      const rows = await db.selectFrom('events').select('command_id').where('type', '=', 'ExerciseDrafted').execute();
      const ids = rows.map((row) => row.command_id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([]);
      expect(await verifyLedger(db)).toMatchObject({ ok: true });
    } finally {
      await db.destroy();
    }
  });

  test('refuses a second instance on the same folder with one clear line', async () => {
    const second = startProduct(folder.dataDir, await freePort());
    expect(await second.exited).toBe(1);
    expect(second.output().trim().split('\n')).toHaveLength(1);
    expect(second.output()).toContain('already running');
  }, 30_000);

  test('refuses a busy port with one clear line, before anything is started', async () => {
    const other = await newDataDir();
    const second = startProduct(other.dataDir, port);
    expect(await second.exited).toBe(1);
    expect(second.output()).toMatch(/^Port 127\.0\.0\.1:\d+ is used by another program\. Set another PORT\.\n$/);
    await other.remove();
  }, 30_000);

  test('refuses a folder that cannot be written with one clear line', async () => {
    const other = await newDataDir();
    await writeFile(join(other.dataDir, 'file'), '');
    const second = startProduct(join(other.dataDir, 'file', 'data'), await freePort());
    expect(await second.exited).toBe(1);
    expect(second.output().trim().split('\n')).toHaveLength(1);
    await other.remove();
  }, 30_000);

  test('leaves no process behind when it is stopped', async () => {
    expect(await product.stop()).toBe(0);
    expect(processesOf(folder.dataDir)).toEqual([]);
    const probe = createServer();
    await new Promise<void>((resolve) => probe.listen(port, '127.0.0.1', resolve));
    probe.close();
  }, 30_000);
});
