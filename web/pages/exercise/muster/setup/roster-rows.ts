/** A named roster as it is pasted from a spreadsheet. Pure; what is read stays in the form and is kept nowhere. */
import type { Schemas } from '../../../../client/http.ts';

export type RosterRow = Schemas['RosterImport']['rows'][number];
export type RosterKind = RosterRow['kind'];
export interface RosterRead {
  readonly rows: readonly RosterRow[];
  /** Numbers of the lines that could not be read. */
  readonly wrong: readonly number[];
  /** Orders that stand there more than once. */
  readonly twice: readonly string[];
}

/** Most rows in one import. */
export const MOST_ROWS = 500;
const ORDER = /^(?=.*\d)[A-Z0-9][A-Z0-9-]{0,15}$/;
const PHONE = /^\+?\d[\d .-]{5,19}$/;
const YEAR = /^(19|20|21)\d\d$/;

/** Cells of a line: by tabs as a spreadsheet copies them, else by semicolons; a quoted cell loses its quotes. */
const cellsOf = (line: string): string[] =>
  line.split(line.includes('\t') ? '\t' : ';').map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"'),
  );

const detailsOf = (
  year: string,
  phone: string,
  addressNote: string,
): Pick<RosterRow, 'yearOfBirth' | 'phone' | 'addressNote'> | null => {
  if ((year !== '' && !YEAR.test(year)) || (phone !== '' && !PHONE.test(phone)) || addressNote.length > 200)
    return null;
  return {
    ...(year === '' ? {} : { yearOfBirth: Number(year) }),
    ...(phone === '' ? {} : { phone }),
    ...(addressNote === '' ? {} : { addressNote }),
  };
};

const rowOf = (kind: RosterKind, cells: readonly string[]): RosterRow | null => {
  const [typed = '', second = '', ...rest] = cells;
  const order = typed.toUpperCase();
  if (!ORDER.test(order) || second === '' || cells.length > (kind === 'vehicle' ? 6 : 5)) return null;
  if (kind === 'reservist') {
    const [year = '', phone = '', address = ''] = rest;
    const details = detailsOf(year, phone, address);
    return details && second.length <= 120 ? { kind, order, fullName: second, ...details } : null;
  }
  const [driver = '', year = '', phone = '', address = ''] = rest;
  const details = detailsOf(year, phone, address);
  const name = driver === '' ? {} : { fullName: driver };
  return details && second.length <= 20 && driver.length <= 120
    ? { kind, order, plate: second, ...name, ...details }
    : null;
};

/**
 * One person or vehicle a line: `order; name; year of birth; telephone; note on the address`, of a vehicle
 * `order; plate; driver; year of birth; telephone; note`. Only the first two are needed. A first line of headings is passed over.
 */
export const readRoster = (kind: RosterKind, typed: string): RosterRead => {
  const rows: RosterRow[] = [];
  const wrong: number[] = [];
  const seen = new Set<string>();
  const twice = new Set<string>();
  typed.split(/\r?\n/).forEach((line, n) => {
    if (line.trim() === '') return;
    const cells = cellsOf(line);
    const row = rowOf(kind, cells);
    if (row) {
      if (seen.has(row.order)) twice.add(row.order);
      seen.add(row.order);
      rows.push(row);
    } else if (n > 0 || /\d/.test(cells[0] ?? '')) wrong.push(n + 1);
  });
  return { rows, wrong, twice: [...twice] };
};
