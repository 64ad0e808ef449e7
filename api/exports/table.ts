/** A table of an answer, said once: XLSX and CSV are both made of it. */

import type { Instant } from '../../domain/time.ts';
import { toMs } from '../../domain/time.ts';
import type { OutCell, Sheet } from '../../sheets/index.ts';
import type { Words } from '../contract/index.ts';
import type { Language } from '../problems/index.ts';
import { words } from '../words.ts';

/** What a cell may say: words are written in the language asked for. */
export type Told = OutCell | boolean | Words | undefined;

export interface TableColumn<R> {
  readonly title: Words;
  /** Characters. */
  readonly width?: number;
  readonly cell: (row: R) => Told;
}

export interface Table<A> {
  /** Of the sheet, and in the address of a CSV. */
  readonly key: string;
  readonly title: Words;
  /** Those of this answer. */
  readonly columns: (answer: A) => readonly { readonly title: Words; readonly width: number }[];
  readonly rows: (answer: A, language: Language) => Iterable<readonly OutCell[]>;
}

const isWords = (told: Told): told is Words => typeof told === 'object' && told !== null && 'vi' in told;

const cellOf = (told: Told, language: Language): OutCell => {
  if (told === undefined) return null;
  if (typeof told === 'boolean') return told ? 'x' : null;
  return isWords(told) ? told[language] : told;
};

/** `column('Mã', 'Code', (row) => row.code)`. */
export const column = <R>(vi: string, en: string, cell: (row: R) => Told, width?: number): TableColumn<R> => ({
  title: words(vi, en),
  cell,
  ...(width === undefined ? {} : { width }),
});

/** `columns`: the same of every answer, or those that an answer asks for. */
export const table = <A, R>(
  key: string,
  title: Words,
  rowsOf: (answer: A) => readonly R[],
  columns: readonly TableColumn<R>[] | ((answer: A) => readonly TableColumn<R>[]),
): Table<A> => {
  const columnsOf = (answer: A) => (typeof columns === 'function' ? columns(answer) : columns);
  return {
    key,
    title,
    columns: (answer) =>
      columnsOf(answer).map((each) => ({
        title: each.title,
        width: each.width ?? Math.max(10, each.title.vi.length + 2),
      })),
    rows: function* (answer, language) {
      const cells = columnsOf(answer).map(({ cell }) => cell);
      for (const row of rowsOf(answer)) yield cells.map((cell) => cellOf(cell(row), language));
    },
  };
};

/** A day, where there is one. */
export const dayCell = (date: string | null | undefined): OutCell => (date ? { day: date } : null);
const VIETNAM_MS = 7 * 3_600_000;
/** The clock in Vietnam at an instant. */
export const timeCell = (at: string | null | undefined): OutCell =>
  at ? { time: new Date(toMs(at as Instant) + VIETNAM_MS).toISOString().slice(0, 16) } : null; // an instant of an answer

/** What of a query names a page. */
type Page = Readonly<Record<string, string | number>>;

/** Tables of a read, and how a long one goes on. */
export interface Tables<A> {
  /** First words of the file's name. */
  readonly name: string;
  readonly tables: readonly [Table<A>, ...Table<A>[]];
  /** The first page, as large as pages come. */
  readonly first?: Page;
  /** The page after an answer; null after the last. */
  readonly next?: (answer: A) => Page | null;
}

/** A sheet with the columns of the first answer. */
export const sheetOf = <A>(each: Table<A>, first: A, rows: Sheet['rows'], language: Language): Sheet => {
  const columns = each.columns(first);
  return {
    name: each.title[language],
    titles: columns.map(({ title }) => title[language]),
    widths: columns.map(({ width }) => width),
    rows,
  };
};
