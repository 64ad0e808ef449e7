/** Headings as offices write them: with or without marks, in any letter case, under any of several names. */
import { type Cell, columnName } from '../../sheets/index.ts';
import type { Words } from '../contract/index.ts';
import { Problem } from '../problems/index.ts';

export type ColumnType = 'text' | 'code' | 'whole' | 'decimal' | 'date' | 'time' | 'choice' | 'yes';

export interface Column {
  readonly field: string;
  readonly title: Words;
  /** Other headings under which it is known. */
  readonly also?: readonly string[];
  readonly type: ColumnType;
  readonly required?: boolean;
  /** Of a choice: its codes, each with the words that mean it; the first is written in templates. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  readonly note?: Words;
  /** As it stands in the template's example row. */
  readonly example: string | number;
}

/** `Số lệnh (gọi)` and `so lenh goi` are one heading. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

export interface Found {
  /** Index of the row of headings. */
  readonly heading: number;
  /** Place of each field that is there. */
  readonly places: Readonly<Record<string, number>>;
  /** Headings that mean nothing here. */
  readonly ignored: readonly string[];
  readonly titles: Readonly<Record<string, string>>;
}

/** Headings may stand below a title of a few rows. */
const MOST_ABOVE = 20;

const headingsIn = (row: readonly Cell[], columns: readonly Column[]): Omit<Found, 'heading'> => {
  const places: Record<string, number> = {};
  const titles: Record<string, string> = {};
  const ignored: string[] = [];
  for (const [at, cell] of row.entries()) {
    if (typeof cell !== 'string') continue;
    const name = folded(cell.replace(/\*+$/, ''));
    const column = columns.find(({ field, title, also = [] }) =>
      [field, title.vi, title.en, ...also].some((each) => folded(each) === name),
    );
    if (column && places[column.field] === undefined) {
      places[column.field] = at;
      titles[column.field] = cell;
    } else ignored.push(`${columnName(at)}: ${cell.slice(0, 60)}`);
  }
  return { places, titles, ignored };
};

/** Throws `import-columns` when no row holds all headings that are needed, naming those of the best row that are missing. */
export const findColumns = (rows: readonly (readonly Cell[])[], columns: readonly Column[]): Found => {
  const found = rows
    .slice(0, MOST_ABOVE)
    .map((row, heading) => ({ heading, ...headingsIn(row, columns) }))
    .reduce<Found | null>((best, each) => {
      const count = Object.keys(each.places).length;
      return count > 0 && (!best || count > Object.keys(best.places).length) ? each : best;
    }, null);
  const missing = columns.filter(({ field, required }) => required && found?.places[field] === undefined);
  if (!found || missing.length > 0)
    throw new Problem('import-columns', {
      missing: missing.map(({ title }) => `“${title.vi}” (${title.en})`).join(', '),
      row: (found?.heading ?? 0) + 1,
    });
  return found;
};
