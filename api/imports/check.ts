/** The dry run of an import: every row is read, every problem noted in its place, nothing is written but the rows that wait. */
import { setImmediate as breathe } from 'node:timers/promises';
import { changeImport, keepBadRows, keepChunk, type StoredBadRow } from '../../db/imports.ts';
import type { SealKey } from '../../db/sealed/seal.ts';
import { type Cell, mergesTold, openTable, type Reading, SheetFault } from '../../sheets/index.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems/index.ts';
import { isEmptyRow, valuesOf } from './cells.ts';
import { type Found, findColumns } from './columns.ts';
import { type Asked, isBad, type Job, type Kind, type RowRead, type Taken, type TakeRows } from './kind.ts';

/** Rows that wait together; also those that are carried out between two signs of progress. */
export const CHUNK = 500;
/** Rows with problems that are kept to be shown; more are counted. */
export const MOST_BAD_KEPT = 10_000;
/** Cells of a row that are shown, and characters of each. */
const CELLS_SHOWN = 40;
const SHOWN = 120;
/** JSON of everything that one act may hold, in characters. */
const MOST_ACT = 1_000_000;

export interface Checked {
  readonly rows: number;
  readonly good: number;
  readonly bad: number;
  readonly atOnce: boolean;
}

const shownCell = (cell: Cell): string =>
  cell instanceof Date
    ? cell.toISOString().slice(0, 16).replace('T', ' ')
    : String(cell ?? '')
        .slice(0, SHOWN)
        .toWellFormed();

const requireUnmerged = ({ merged }: Reading, heading: number): void => {
  const among = merged.filter((range) => Number(/\d+$/.exec(range)?.[0] ?? 0) > heading);
  if (among.length > 0) throw new Problem('sheet-merged', { places: mergesTold(among) });
};

interface Counter {
  rows: number;
  good: number;
  bad: number;
  chars: number;
  chunks: number;
}

/** Where checked rows go, a chunk at a time. */
const createSink = (deps: ApiDeps, id: string, isSealed: boolean, key: SealKey | null) => {
  const counter: Counter = { rows: 0, good: 0, bad: 0, chars: 0, chunks: 0 };
  let waiting: Asked[] = [];
  const flush = async (most: number): Promise<void> => {
    while (waiting.length > most) {
      const chunk = waiting.slice(0, CHUNK);
      waiting = waiting.slice(CHUNK);
      await keepChunk(deps.db, { id, n: counter.chunks++ }, chunk, key);
    }
  };
  const put = async (taken: readonly Taken[], cells: ReadonlyMap<number, readonly Cell[]>): Promise<void> => {
    const bad: StoredBadRow[] = [];
    for (const each of taken) {
      counter.rows += 1;
      if (!isBad(each)) {
        counter.good += 1;
        if (!isSealed) counter.chars += JSON.stringify(each.content).length;
        waiting.push(each);
        continue;
      }
      counter.bad += 1;
      if (counter.bad > MOST_BAD_KEPT) continue;
      const shown = isSealed ? [] : (cells.get(each.row) ?? []).slice(0, CELLS_SHOWN).map(shownCell);
      bad.push({ row: each.row, cells: JSON.stringify(shown), problems: JSON.stringify(each.problems) });
    }
    await keepBadRows(deps.db, id, 'check', bad);
    await flush(CHUNK - 1);
  };
  return { counter, put, end: () => flush(0) };
};

/** Values of rows first, then what the kind makes of those without problems; in the order of the file. */
const takeAll = async (
  take: TakeRows,
  columns: Kind['columns'],
  found: Found,
  rows: ReadonlyMap<number, readonly Cell[]>,
): Promise<readonly Taken[]> => {
  const bad: Taken[] = [];
  const sound: RowRead[] = [];
  for (const [row, cells] of rows) {
    const { values, problems } = valuesOf(cells, columns, found.places);
    if (problems.length > 0) bad.push({ row, problems });
    else sound.push({ row, values });
  }
  return [...bad, ...(await take(sound))].sort((a, b) => a.row - b.row);
};

export interface CheckInput {
  readonly kind: Kind;
  readonly job: Job;
  readonly reading: Reading;
  /** Told after each batch, with the rows read so far. */
  readonly progress: (rows: number, of: number) => Promise<void>;
}

/** Checks a whole file. Throws `Problem` for what is wrong with it as a whole; rows kept so far are then dropped by the caller. */
export const checkTable = async (deps: ApiDeps, { kind, job, reading, progress }: CheckInput): Promise<Checked> => {
  const key = kind.sealed ? (deps.sealed ?? null) : null;
  if (kind.sealed && !key) throw new Problem('sealing-off');
  const take = await kind.open(deps, job);
  const sink = createSink(deps, job.id, kind.sealed, key);
  let found: Found | null = null;
  let at = 0;
  for await (const batch of reading.batches()) {
    if (!found) {
      found = findColumns(batch, kind.columns);
      requireUnmerged(reading, found.heading);
      const columns = {
        found: found.titles,
        places: found.places,
        ignored: found.ignored.slice(0, 50),
        heading: found.heading + 1,
      };
      await changeImport(deps.db, job.id, ['checking'], { columns: JSON.stringify(columns) });
    }
    const { heading, places } = found;
    const asks = (cells: readonly Cell[]): boolean =>
      !isEmptyRow(kind.asks ? kind.asks.map((field) => cells[places[field] ?? -1] ?? null) : cells);
    const rows = batch.flatMap((cells, n) => (at + n > heading && asks(cells) ? [[at + n + 1, cells] as const] : []));
    at += batch.length;
    for (let from = 0; from < rows.length; from += CHUNK) {
      const some = new Map(rows.slice(from, from + CHUNK));
      await sink.put(await takeAll(take, kind.columns, found, some), some);
      await breathe();
    }
    if (sink.counter.rows > kind.mostRows) throw new Problem('import-too-many', { most: kind.mostRows });
    await progress(at, reading.count);
  }
  await sink.end();
  const { rows, good, bad, chars } = sink.counter;
  if (rows === 0) throw new Problem('sheet-empty');
  return { rows, good, bad, atOnce: good <= kind.mostAtOnce && chars <= MOST_ACT };
};

/** What a file is refused for, as a problem of the API. */
export const readingTable = async (path: string, size: number, name: string): Promise<Reading> => {
  try {
    return await openTable(path, size, name);
  } catch (error) {
    throw error instanceof SheetFault ? new Problem(error.code, error.params) : error;
  }
};
