/**
 * Tables as files. Text from people is always written as text: a string cell in XLSX, and in CSV an apostrophe before what a
 * spreadsheet would run as a formula (OWASP, CSV injection).
 */
import writeXlsx, { type SheetData } from 'write-excel-file/node';

/** A day `yyyy-MM-dd`, or the wall clock of an instant in Vietnam as `yyyy-MM-ddTHH:mm`. */
export interface DayCell {
  readonly day: string;
}
export interface TimeCell {
  readonly time: string;
}
export type OutCell = string | number | null | DayCell | TimeCell;

export interface Sheet {
  /** At most 31 characters. */
  readonly name: string;
  readonly titles: readonly string[];
  /** Characters. */
  readonly widths?: readonly number[];
  readonly rows: readonly (readonly OutCell[])[];
}

const utc = (text: string): Date => new Date(text.length === 10 ? `${text}T00:00:00Z` : `${text}:00Z`);

const styled = (cell: OutCell): SheetData[number][number] => {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return { value: cell, type: String, wrap: cell.length > 60 };
  if (typeof cell === 'number') return { value: cell, type: Number };
  if ('day' in cell) return { value: utc(cell.day), type: Date, format: 'dd/mm/yyyy' };
  return { value: utc(cell.time), type: Date, format: 'hh:mm dd/mm/yyyy' };
};

/** Names that Excel takes: no `[ ] : * ? / \`, no more than 31 characters. */
const sheetName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .trim() || 'Sheet1';

export const xlsxOf = async (sheets: readonly Sheet[]): Promise<Buffer> => {
  const all = sheets.map(({ name, titles, widths, rows }) => ({
    data: [
      titles.map((value) => ({
        value,
        type: String,
        fontWeight: 'bold' as const,
        backgroundColor: '#DCE6F1',
        wrap: true,
      })),
      ...rows.map((row) => row.map(styled)),
    ] as SheetData,
    sheet: sheetName(name),
    stickyRowsCount: 1,
    columns: titles.map((title, at) => ({ width: widths?.[at] ?? Math.min(40, Math.max(10, title.length + 2)) })),
  }));
  return (await writeXlsx(all)).toBuffer();
};

const dayText = (day: string): string => day.slice(0, 10).split('-').reverse().join('/');

const csvCell = (cell: OutCell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object')
    return 'day' in cell ? dayText(cell.day) : `${cell.time.slice(11)} ${dayText(cell.time)}`;
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\n\r;]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** The mark that makes Excel read UTF-8. */
export const CSV_MARK = '\uFEFF';
export const csvLine = (row: readonly OutCell[]): string => `${row.map(csvCell).join(',')}\r\n`;
