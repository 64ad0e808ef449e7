/** The board of a programme through HTTP: 14 indicators reported by each commune for five years, of 102 communes and of ten times as many. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock } from '../activities/clock.ts';
import { createCommit } from '../activities/commit.ts';
import { createContexts } from '../activities/contexts.ts';
import { createStates } from '../activities/states.ts';
import { buildApp } from '../api/app.ts';
import { connect, type Db } from '../db/connect.ts';
import { createEventStore } from '../db/event-store.ts';
import { migrate } from '../db/migrate.ts';
import { Actor } from '../domain/people.ts';
import { ProgrammeCommand } from '../domain/programme/index.ts';
import { StreamId } from '../domain/streams.ts';
import { atHour, localDate } from '../domain/time.ts';
import { startPostgres } from '../local/index.ts';
import { headersOf, identify } from './actor.ts';

const COMMUNES = 102;
const INDICATORS = 14;
const YEARS = [2021, 2022, 2023, 2024, 2025] as const;
const BATCH = 300;
const TODAY = atHour(localDate('2026-03-16'), 9);
const actor = (code: string) =>
  Actor.parse({ person: `bench-${code.toLowerCase()}`, body: `kon-tum.${code}`, post: 'head' });
const [SA, MPC] = [actor('SA'), actor('MPC')];

type Send = (by: Actor, command: object) => Promise<void>;

const codeOf = (n: number): string => `KT${String(n + 1).padStart(2, '0')}`;

const found = async (send: Send): Promise<void> => {
  const term = { from: '2021-01-01', to: '2025-12-31' };
  const opening = { kind: 'resolution', title: 'Nghị quyết dân quân', orgUnit: 'kon-tum', parties: ['kon-tum.SA'] };
  await send(SA, { type: 'OpenProgramme', ...opening, term });
  for (let n = 0; n < INDICATORS; n++)
    await send(SA, {
      ...{
        type: 'DefineIndicator',
        indicator: codeOf(n),
        nameVi: 'Dân quân được huấn luyện',
        unit: '%',
        measure: 'ratio',
      },
      ...{ comparator: 'gte', numerator: 'đã huấn luyện', denominator: 'phải huấn luyện', owner: 'kon-tum.SA' },
      targets: Object.fromEntries(YEARS.map((year) => [year, 95])),
    });
  const paper = { number: '05-NQ/ĐUQS', date: '2021-01-20', issuer: 'Đảng ủy Quân sự' };
  await send(MPC, { type: 'SignProgramme', paper, reviews: { sixMonth: false, yearly: false } });
};

/** Every commune, indicator and year, reported and verified. */
const fill = async (send: Send, communes: number): Promise<void> => {
  for (let n = 0; n < INDICATORS; n++)
    for (const year of YEARS)
      for (let first = 0; first < communes; first += BATCH) {
        const keys = Array.from({ length: Math.min(BATCH, communes - first) }, (_, i) => ({
          ...{ indicator: codeOf(n), period: String(year), unit: `xa-${first + i}` },
        }));
        const values = keys.map((key, i) => ({ ...key, numerator: 90 + ((i + n) % 10), denominator: 100 }));
        await send(SA, { type: 'ReportValues', values, evidence: '88/BC-CHQS' });
        await send(MPC, { type: 'VerifyValues', values: keys });
      }
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Milliseconds, medians. */
export interface ProgrammeBench {
  readonly readings: number;
  /** Asked for anew with everything at hand; after one more reading; the first request of a process. */
  readonly warm: number;
  readonly changed: number;
  readonly cold: number;
}

const open = async (url: string) => {
  const db: Db = connect({ url });
  const store = createEventStore(db);
  const states = createStates(store);
  const commit = createCommit({ store, states, contexts: createContexts(states, store.ongoing), clock: createClock() });
  const app = await buildApp({
    ...{ db, store, identify, version: 'bench', clock: () => TODAY },
    send: async (envelope) => (await commit(envelope)).result,
    status: async () => ({ kind: 'unknown' }),
    readiness: async () => ({ ok: true, parts: [] }),
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const send =
    (id: string): Send =>
    async (by, command) => {
      const stream = StreamId.parse(`programme/${id}`);
      const parsed = { ...ProgrammeCommand.parse(command) };
      const { result } = await commit({
        stream,
        commandId: randomUUID(),
        command: parsed,
        at: TODAY,
        by,
        origin: 'person',
      });
      if (result.kind === 'rejected') throw new Error(`bench: ${result.rejection.code}`);
    };
  const ask = async (id: string): Promise<number> => {
    const start = performance.now();
    const response = await fetch(`${address}/api/v1/programmes/${id}`, { headers: headersOf(SA) });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`bench: ${response.status}`);
    return performance.now() - start;
  };
  const close = async (): Promise<void> => {
    await app.close();
    await db.destroy();
  };
  return { send, ask, close };
};

const measure = async (url: string, times: number, turns: number): Promise<ProgrammeBench> => {
  const communes = COMMUNES * times;
  const id = `bang-${times}`;
  const usual = await open(url);
  const send = usual.send(id);
  await found(send);
  await fill(send, communes);
  await usual.ask(id);
  const [warm, changed]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < turns; turn++) {
    warm.push(await usual.ask(id));
    const key = { indicator: codeOf(turn % INDICATORS), period: '2025', unit: 'xa-0' };
    const value = { ...key, numerator: 80 + (turn % 9), denominator: 100 };
    await send(SA, { type: 'ReportValues', values: [value], evidence: `bc-${turn}`, reason: 'rà soát lại' });
    changed.push(await usual.ask(id));
  }
  await usual.close();
  const fresh = await open(url);
  const cold = await fresh.ask(id);
  await fresh.close();
  return { readings: communes * INDICATORS * YEARS.length, warm: median(warm), changed: median(changed), cold };
};

/** At 1× and 10×. Starts and stops its own server. */
export async function programmeBench({ turns = 30 } = {}): Promise<readonly [ProgrammeBench, ProgrammeBench]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'san-sang-bench-'));
  const postgres = await startPostgres({ dataDir, log: () => {} });
  try {
    await migrate(postgres.url);
    return [await measure(postgres.url, 1, turns), await measure(postgres.url, 10, turns)];
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
