/** The first table of a file: XLSX or CSV. Runs in the reader's own thread (`reading.ts`); every limit is checked before anything is kept. */
import { readFile } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/universal';
import { inspect, type Unfit } from '../files/index.ts';
import { readCsv } from './csv.ts';
import { SheetFault, type SheetFaultCode } from './fault.ts';
import type { Cell, Grid } from './grid.ts';
import { tableKind } from './kind.ts';
import { MOST_BYTES, MOST_CHARACTERS } from './limits.ts';
import { measurePackage } from './package.ts';
import { columnName } from './place.ts';

const UNFIT: Readonly<Record<Unfit, SheetFaultCode>> = {
  'kind-not-taken': 'sheet-kind',
  'false-type': 'sheet-false-type',
  macros: 'sheet-macros',
  locked: 'sheet-locked',
  'too-large-inside': 'sheet-bomb',
};

const requireShortCells = (rows: Grid['rows']): void => {
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries())
      if (typeof cell === 'string' && cell.length > MOST_CHARACTERS)
        throw new SheetFault('sheet-cell', { place: `${columnName(column)}${row + 1}`, most: MOST_CHARACTERS });
};

const readXlsx = async (path: string, size: number): Promise<Grid> => {
  const inspected = await inspect(path, size, 'table.xlsx');
  if (!inspected.fit) throw new SheetFault(UNFIT[inspected.why], { most: 160, ratio: 200 });
  const { merged } = await measurePackage(path, size);
  const bytes = await readFile(path);
  const rows = await readSheet(new Blob([new Uint8Array(bytes)])).catch(() => {
    throw new SheetFault('sheet-damaged');
  });
  return { rows: rows as readonly (readonly Cell[])[], merged }; // the library's own type of a cell names the constructors
};

/** A local file of `size` bytes that came under this name. Throws `SheetFault`. */
export const readTable = async (path: string, size: number, name: string): Promise<Grid> => {
  const kind = tableKind(name);
  if (!kind) throw new SheetFault(/\.xls[mb]$/i.test(name) ? 'sheet-macros' : 'sheet-kind');
  if (size > MOST_BYTES) throw new SheetFault('sheet-too-large', { most: MOST_BYTES / 1_048_576 });
  const grid = kind === 'xlsx' ? await readXlsx(path, size) : await readCsv(await readFile(path));
  if (!grid.rows.some((row) => row.some((cell) => cell !== null))) throw new SheetFault('sheet-empty');
  requireShortCells(grid.rows);
  return grid;
};
