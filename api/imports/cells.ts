/** Cells as people fill them in: Vietnamese dates, decimal commas, words for codes; and what each is taken for. */
import { Instant, instant, LocalDate } from '../../domain/time.ts';
import type { Cell } from '../../sheets/index.ts';
import { type Column, folded } from './columns.ts';
import { type RowFault, type RowProblem, rowFault } from './faults.ts';

const VIETNAM_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
/** Day 0 of Excel's calendar (1900 system), as a spreadsheet counts it. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
/** Serials of 1900 to 2200. */
const isSerial = (n: number): boolean => n >= 1 && n < 110_000;

export type Value = string | number | boolean;
export type Values = Readonly<Record<string, Value | undefined>>;

const bad = (field: string, code: string, vi: string, en: string): RowFault => rowFault(field, code, vi, en);
const shownCell = (cell: Cell): string => (cell instanceof Date ? cell.toISOString() : String(cell)).slice(0, 60);

const textOf = (cell: Cell): string => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10).split('-').reverse().join('/');
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell.toFixed(0) : String(cell);
  return String(cell ?? '').trim();
};

/** `1.234,5` and `1234.5`; a lone point or comma before exactly three digits divides thousands. */
const numberOf = (cell: Cell): number | null => {
  if (typeof cell === 'number') return cell;
  const text = textOf(cell).replace(/[\s\u00a0]/g, '');
  if (!/^-?[\d.,]+$/.test(text)) return null;
  const thousands = /^-?\d{1,3}([.,])\d{3}(\1\d{3})*$/.exec(text)?.[1];
  if (thousands) return Number(text.replaceAll(thousands, ''));
  const vietnamese = /^-?\d{1,3}(\.\d{3})*(,\d+)?$|^-?\d+(,\d+)?$/.test(text);
  const plain = vietnamese ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
  const value = Number(plain);
  return plain === '' || Number.isNaN(value) ? null : value;
};

const wallClock = (cell: Cell): number | null => {
  if (cell instanceof Date) return cell.getTime();
  if (typeof cell === 'number') return isSerial(cell) ? EXCEL_EPOCH + Math.round(cell * 1_440) * 60_000 : null;
  const text = textOf(cell);
  const clock = /\b(\d{1,2})[:hg](\d{2})(?::(\d{2}))?\b/i.exec(text);
  const date = text.replace(clock?.[0] ?? '', '').trim();
  const [, d, m, y] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(date) ?? [];
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})T?$/.exec(date) ?? [];
  const iso = `${y ?? year}-${(m ?? month)?.padStart(2, '0')}-${(d ?? day)?.padStart(2, '0')}`;
  if (!LocalDate.safeParse(iso).success) return null;
  const [hour, minute, second] = [clock?.[1], clock?.[2], clock?.[3]].map((part) => Number(part ?? 0));
  if ((hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return null;
  return Date.parse(`${iso}T00:00:00Z`) + ((hour ?? 0) * 3_600 + (minute ?? 0) * 60 + (second ?? 0)) * 1_000;
};

const dateOf = (cell: Cell): LocalDate | null => {
  const ms = wallClock(cell);
  return ms === null
    ? null
    : (LocalDate.safeParse(new Date(Math.floor(ms / DAY_MS) * DAY_MS).toISOString().slice(0, 10)).data ?? null);
};

/** A moment on the clock in Vietnam; an instant of UTC with its `Z` is taken as it stands. */
const timeOf = (cell: Cell): Instant | null => {
  const utc = typeof cell === 'string' ? Instant.safeParse(cell.trim()) : null;
  if (utc?.success) return utc.data;
  const ms = wallClock(cell);
  return ms === null ? null : instant(ms - VIETNAM_MS);
};

const YES = ['x', 'co', 'yes', 'true', '1', 'dung'];
const NO = ['khong', 'no', 'false', '0', '', 'sai'];

const choiceOf = (cell: Cell, choices: NonNullable<Column['choices']>): string | null => {
  const wanted = folded(textOf(cell));
  const found = Object.entries(choices).find(([code, words]) =>
    [code, ...words].some((each) => folded(each) === wanted),
  );
  return found?.[0] ?? null;
};

/** The value of a filled cell. Throws `RowFault`. */
export const cellValue = (column: Column, cell: Cell): Value => {
  const { field, type } = column;
  const seen = shownCell(cell);
  switch (type) {
    case 'text':
      return textOf(cell);
    case 'code':
      return textOf(cell).normalize('NFC');
    case 'whole':
    case 'decimal': {
      const value = numberOf(cell);
      if (value === null) throw bad(field, 'not-a-number', `“${seen}” không phải là số.`, `"${seen}" is no number.`);
      if (type === 'whole' && !Number.isInteger(value))
        throw bad(field, 'not-whole', `“${seen}” phải là số nguyên.`, `"${seen}" must be a whole number.`);
      return value;
    }
    case 'date': {
      const value = dateOf(cell);
      if (!value)
        throw bad(
          field,
          'not-a-date',
          `“${seen}” không phải ngày dạng dd/mm/yyyy.`,
          `"${seen}" is no date as dd/mm/yyyy.`,
        );
      return value;
    }
    case 'time': {
      const value = timeOf(cell);
      if (!value)
        throw bad(
          field,
          'not-a-time',
          `“${seen}” không phải giờ ngày dạng 07:30 20/04/2027.`,
          `"${seen}" is no time as 07:30 20/04/2027.`,
        );
      return value;
    }
    case 'yes': {
      const wanted = folded(textOf(cell));
      if (cell === true || YES.includes(wanted)) return true;
      if (cell === false || NO.includes(wanted)) return false;
      throw bad(field, 'not-yes-or-no', `“${seen}”: ghi “x” hoặc để trống.`, `"${seen}": write "x" or leave it empty.`);
    }
    case 'choice': {
      const value = choiceOf(cell, column.choices ?? {});
      if (value === null) {
        const all = Object.values(column.choices ?? {})
          .map(([first]) => first)
          .join(', ');
        throw bad(
          field,
          'not-a-choice',
          `“${seen}” không có trong danh sách: ${all}.`,
          `"${seen}" is none of: ${all}.`,
        );
      }
      return value;
    }
    default:
      return type satisfies never;
  }
};

const isEmpty = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
export const isEmptyRow = (cells: readonly Cell[]): boolean => cells.every(isEmpty);

/** The values of a row by field, or everything that is wrong with its cells. */
export const valuesOf = (
  cells: readonly Cell[],
  columns: readonly Column[],
  places: Readonly<Record<string, number>>,
): { readonly values: Values; readonly problems: readonly RowProblem[] } => {
  const values: Record<string, Value> = {};
  const problems: RowProblem[] = [];
  for (const column of columns) {
    const { field, title, required } = column;
    const cell = cells[places[field] ?? -1];
    if (cell === undefined || isEmpty(cell)) {
      if (required)
        problems.push({ field, code: 'missing', vi: `Chưa có “${title.vi}”.`, en: `"${title.en}" is missing.` });
      continue;
    }
    try {
      values[field] = cellValue(column, cell);
    } catch (error) {
      if (!(error instanceof Error && 'problems' in error)) throw error;
      problems.push(...(error as RowFault).problems);
    }
  }
  return { values, problems };
};
