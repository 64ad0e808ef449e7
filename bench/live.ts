/**
 * Two hundred people listening: what their streams cost the process, whether commands become slower, and how soon a change
 * is told. The readers live in a process of their own. Commands are timed by turns with the streams open and closed.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { Actor } from '../domain/people.ts';
import { atHour, localDate } from '../domain/time.ts';
import { startProduct } from './product.ts';

const SA = Actor.parse({ person: 'bench', body: 'tam-ky.SA', post: 'head' });
const AT = atHour(localDate('2027-01-04'), 9);
const STREAMS = 200;

/** Milliseconds and bytes. */
export interface LiveBench {
  readonly streams: number;
  /** Memory of the process with the streams open, less what it was before. */
  readonly bytes: number;
  /** Medians of a command without and with everybody listening. */
  readonly alone: number;
  readonly beside: number;
  /** From the sending of a command until the last of all listeners is told, median. */
  readonly told: number;
  /** The same until one who asks the database for the head without pause sees it. */
  readonly polled: number;
  /** What lies between these two, in the slowest round. */
  readonly latest: number;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The next message of the readers' process that carries this name; rejects when it ends or stays silent. */
const said = (child: ChildProcess, name: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const done = (): void => {
      clearTimeout(timer);
      child.off('message', look);
      child.off('exit', fail);
    };
    const fail = (): void => {
      done();
      reject(new Error(`live readers: no "${name}"`));
    };
    const timer = setTimeout(fail, 20_000);
    const look = (message: unknown): void => {
      const [word, value] = message as readonly [string, number]; // bench/live-readers.ts sends nothing else
      if (word !== name) return;
      done();
      resolve(value);
    };
    child.on('message', look);
    child.once('exit', fail);
  });

const memory = async (): Promise<number> => {
  for (let n = 0; n < 3; n++) {
    globalThis.gc?.();
    await new Promise((done) => setTimeout(done, 200));
  }
  return process.memoryUsage.rss();
};

/** Starts and stops its own servers; about a minute. */
export async function liveBench({ rounds = 10, turns = 15 } = {}): Promise<LiveBench> {
  const product = await startProduct(SA, AT);
  const readers = fork(fileURLToPath(new URL('./live-readers.ts', import.meta.url)), [product.url, String(STREAMS)]);
  const pool = new pg.Pool({ connectionString: product.databaseUrl, max: 1 });
  pool.on('error', () => {});
  let n = 0;
  const command = async (): Promise<number> => {
    n += 1;
    const counts = { type: 'RecordCounts', unit: `ward-${n % 50}`, kind: 'reservist', counts: { ordered: n } };
    const start = performance.now();
    await product.post('drills/bench', { commandId: randomUUID(), ...counts });
    return performance.now() - start;
  };
  const head = async (): Promise<number> =>
    Number((await pool.query('SELECT position FROM ledger_head')).rows[0].position);
  const say = async (name: string, answer: string): Promise<number> => {
    const answered = said(readers, answer);
    readers.send(name);
    return answered;
  };
  try {
    const file = { exerciseType: 'defenceAreaExercise', orgUnit: 'tam-ky', theme: 'Diễn tập' };
    await product.post('exercises/bench', { commandId: randomUUID(), type: 'DraftExercise', ...file });
    await product.post('drills/bench', {
      commandId: randomUUID(),
      type: 'PrepareDrill',
      exercise: 'bench',
      orgUnit: 'tam-ky',
    });
    for (let turn = 0; turn < 60; turn++) await command();
    const before = await memory();
    await say('open', 'opened');
    for (let turn = 0; turn < 20; turn++) await command();
    const bytes = (await memory()) - before;
    // what coming and going of everybody at once costs is not measured
    const settle = async (): Promise<void> => {
      for (let turn = 0; turn < 8; turn++) await command();
    };
    const times = { alone: [] as number[], beside: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      await say('close', 'closed');
      await settle();
      for (let turn = 0; turn < turns; turn++) times.alone.push(await command());
      await say('open', 'opened');
      await settle();
      for (let turn = 0; turn < turns; turn++) times.beside.push(await command());
    }
    const waits = { told: [] as number[], polled: [] as number[], later: [] as number[] };
    for (let turn = 0; turn < 20; turn++) {
      const position = (await head()) + 1;
      const all = say(`await ${position}`, `all ${position}`);
      const polling = (async () => {
        while ((await head()) < position) await new Promise((done) => setImmediate(done));
        return Date.now();
      })();
      const sent = Date.now();
      await command();
      const [told, polled] = [await all, await polling];
      waits.told.push(told - sent);
      waits.polled.push(polled - sent);
      waits.later.push(told - polled);
      await new Promise((done) => setTimeout(done, 37 * (turn % 9)));
    }
    return {
      streams: STREAMS,
      bytes,
      alone: median(times.alone),
      beside: median(times.beside),
      told: median(waits.told),
      polled: median(waits.polled),
      latest: Math.max(...waits.later),
    };
  } finally {
    if (readers.connected) readers.disconnect();
    await pool.end();
    await product.close();
  }
}
