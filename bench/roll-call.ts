/**
 * The roll call of a large drill: 10,000 reservists and 500 vehicles over 20 stations, checked in by batches of 500 through
 * the API, Temporal and PostgreSQL ÷ a bare INSERT of the same check-ins, one row each, 500 a statement. By turns in one run.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Actor, SYSTEM } from '../domain/people.ts';
import { StreamId } from '../domain/streams.ts';
import { atHour, type Instant, localDate } from '../domain/time.ts';
import { sendCommand } from '../workflows/send.ts';
import { type Product, startProduct } from './product.ts';

const SA = Actor.parse({ person: 'bench', body: 'tam-ky.SA', post: 'head' });
const DAY = localDate('2027-01-04');
const AT = atHour(DAY, 12);
const OPENING = atHour(DAY, 5);

const STATIONS = 20;
const BATCH = 500;
const EXERCISE = 'bench';
const DRILL = `drills/${EXERCISE}`;

export interface RollCallBench {
  readonly checkIns: number;
  /** Check-ins a second through the API, and rows a second by a bare INSERT. */
  readonly perSecond: number;
  readonly barePerSecond: number;
  /** Milliseconds of the arrival curve of all, over HTTP: usually, after one more check-in, and the first of a process. */
  readonly curve: { readonly warm: number; readonly changed: number; readonly cold: number };
}

interface Lot {
  readonly kind: 'reservist' | 'vehicle';
  readonly station: string;
  readonly orders: readonly string[];
}
interface CheckIn {
  readonly id: string;
  readonly order: string;
  readonly at: Instant;
}

const stationOf = (n: number): string => `TT-${String(n % STATIONS).padStart(2, '0')}`;
const numbered = (prefix: string, from: number, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${prefix}-${String(from + n).padStart(5, '0')}`);

/** Reservists by 500 a station; vehicles 25 at each. */
const lots: readonly Lot[] = [
  ...Array.from(
    { length: STATIONS },
    (_, n): Lot => ({
      kind: 'reservist',
      station: stationOf(n),
      orders: numbered('QN', n * BATCH, BATCH),
    }),
  ),
  ...Array.from(
    { length: STATIONS },
    (_, n): Lot => ({
      kind: 'vehicle',
      station: stationOf(n),
      orders: numbered('XE', n * 25, 25),
    }),
  ),
];

const checkInsOf = ({ orders }: Lot): CheckIn[] =>
  orders.map((order, n) => ({ id: `C-${order}`, order, at: atHour(DAY, 5 + (n % 6), n % 60) }));

/** Batches as stations send them; those of vehicles together fill one of 500. */
const batches: readonly { readonly station: string; readonly checkIns: readonly CheckIn[] }[] = [
  ...lots
    .filter(({ kind }) => kind === 'reservist')
    .map((lot) => ({ station: lot.station, checkIns: checkInsOf(lot) })),
  { station: stationOf(0), checkIns: lots.filter(({ kind }) => kind === 'vehicle').flatMap(checkInsOf) },
];

const prepare = async ({ post }: Product): Promise<void> => {
  const command = (path: string, type: string, more: object) => post(path, { commandId: randomUUID(), type, ...more });
  await command(`exercises/${EXERCISE}`, 'DraftExercise', {
    exerciseType: 'defenceAreaExercise',
    orgUnit: 'tam-ky',
    theme: 'Diễn tập',
  });
  await command(DRILL, 'PrepareDrill', { exercise: EXERCISE, orgUnit: 'tam-ky' });
  for (let n = 0; n < STATIONS; n++)
    await command(DRILL, 'OpenStation', { station: stationOf(n), units: ['tam-ky'], reportBy: atHour(DAY, 9) });
  for (const { kind, station, orders } of lots)
    await command(DRILL, 'IssueOrders', {
      unit: 'tam-ky',
      kind,
      station,
      group: 'LX',
      orders: orders.map((order) => ({ order })),
    });
  await command(DRILL, 'SetStartHour', { at: OPENING, reason: 'bench' });
};

/** Opened as the run does it, by the same way every command takes. */
const open = async ({ client }: Product): Promise<void> => {
  const done = await sendCommand(
    client,
    {
      stream: StreamId.parse(`drill/${EXERCISE}`),
      commandId: randomUUID(),
      command: { type: 'OpenDrill', exercise: EXERCISE, orgUnit: 'tam-ky' },
      at: AT,
      by: SYSTEM,
      origin: 'policy',
    },
    { timeoutMs: 10_000 },
  );
  if (done.kind !== 'accepted') throw new Error(`the drill does not open: ${JSON.stringify(done)}`);
};

const insertText = `INSERT INTO bare_check_in VALUES ${Array.from(
  { length: BATCH },
  (_, row) => `(${Array.from({ length: 5 }, (_, column) => `$${row * 5 + column + 1}`).join(',')})`,
).join(',')}`;

const insert = async (database: pg.Client, { station, checkIns }: (typeof batches)[number]): Promise<void> => {
  await database.query({
    name: 'bare',
    text: insertText,
    values: checkIns.flatMap(({ id, order, at }) => [id, order, station, at, AT]),
  });
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** The median of 20 turns. */
const several = async (work: (turn: number) => Promise<number>): Promise<number> => {
  const times: number[] = [];
  for (let turn = 0; turn < 20; turn++) times.push(await work(turn));
  return times.sort((a, b) => a - b)[10] ?? Number.NaN;
};

/** Starts and stops its own servers; under a minute. */
export async function rollCallBench(): Promise<RollCallBench> {
  const product = await startProduct(SA, AT);
  const database = new pg.Client({ connectionString: product.databaseUrl });
  try {
    await database.connect();
    await database.query(
      'CREATE TABLE bare_check_in (id text PRIMARY KEY, "order" text NOT NULL, station text NOT NULL, at timestamptz(3) NOT NULL, recorded_at timestamptz(3) NOT NULL)',
    );
    await prepare(product);
    await open(product);
    let [ours, bare] = [0, 0];
    for (const batch of batches) {
      bare += await timed(() => insert(database, batch));
      ours += await timed(() => product.post(DRILL, { commandId: randomUUID(), type: 'CheckIn', ...batch }));
    }
    const curve = () => product.get(`${DRILL}/curve`);
    const cold = await curve();
    requireAll(cold.body);
    const warm = await several(async () => (await curve()).ms);
    const changed = await several(async (turn) => {
      const walkIn = { id: `W-${turn}`, order: `VL-${turn}`, walkIn: true };
      await product.post(DRILL, { commandId: randomUUID(), type: 'CheckIn', ...batches[0], checkIns: [walkIn] });
      return (await curve()).ms;
    });
    const checkIns = batches.reduce((sum, batch) => sum + batch.checkIns.length, 0);
    return {
      checkIns,
      perSecond: (checkIns * 1000) / ours,
      barePerSecond: (checkIns * 1000) / bare,
      curve: { warm, changed, cold: cold.ms },
    };
  } finally {
    await database.end();
    await product.close();
  }
}

/** A curve that lost somebody would be no figure. */
const requireAll = (body: unknown): void => {
  const { series } = body as { series: { kind: string; ordered: number; arrived: number }[] }; // the contract's DrillCurve
  const [all] = series;
  if (all?.ordered !== 10_500 || all.arrived !== 10_500) throw new Error(`curve of ${JSON.stringify(all)}`);
};
