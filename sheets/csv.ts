/** Comma-separated text (RFC 4180) as offices send it: with `;`, `,` or tab, in UTF-8 or UTF-16. Any other encoding is refused by name. */
import { parse } from 'csv-parse';
import { SheetFault } from './fault.ts';
import type { Cell, Grid } from './grid.ts';
import { MOST_CELLS, MOST_COLUMNS, MOST_ROWS } from './limits.ts';
import { columnName } from './place.ts';

/** Bytes that Windows-1258 uses for Vietnamese tone marks after a letter; in TCVN3 they are letters of their own. */
const TONES_1258 = new Set([0xcc, 0xd2, 0xde, 0xec, 0xf2]);
const LETTERS = (byte: number): boolean => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

const namedEncoding = (bytes: Buffer): string => {
  let [tones, others] = [0, 0];
  for (const [at, byte] of bytes.subarray(0, 200_000).entries()) {
    if (byte < 0x80) continue;
    if (TONES_1258.has(byte) && LETTERS(bytes[at - 1] ?? 0)) tones += 1;
    else others += 1;
  }
  return tones > 0 && tones * 4 >= others ? 'Windows-1258' : 'TCVN3 (ABC), VNI';
};

const decoded = (bytes: Buffer, encoding: string): string => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new SheetFault('sheet-encoding', { found: encoding === 'utf-8' ? namedEncoding(bytes) : encoding });
  }
};

/** UTF-16 without its mark: Latin text has every other byte zero. */
const looksLike16 = (bytes: Buffer): 'utf-16le' | 'utf-16be' | null => {
  const sample = bytes.subarray(0, 1_000);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd < sample.length / 5) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
};

/** The text, without its mark. Throws `sheet-encoding`. */
export const textOf = (bytes: Buffer): string => {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return decoded(bytes, 'utf-16le');
  if (a === 0xfe && b === 0xff) return decoded(bytes, 'utf-16be');
  if (a === 0xef && b === 0xbb && c === 0xbf) return decoded(bytes, 'utf-8');
  return decoded(bytes, looksLike16(bytes) ?? 'utf-8');
};

const DELIMITERS = [';', ',', '\t'] as const;

/** The delimiter that cuts the first lines most often, outside quotes; Excel's own `sep=` line says it. */
export const delimiterOf = (text: string): string => {
  const said = /^sep=([;,\t])\r?\n/.exec(text)?.[1];
  if (said) return said;
  const head = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '""');
  const lines = head.split(/\r?\n/, 20).filter((line) => line.trim() !== '');
  const counts = DELIMITERS.map((each) => lines.reduce((sum, line) => sum + line.split(each).length - 1, 0));
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
};

/** What we wrote with an apostrophe so that no spreadsheet runs it comes back without it. */
const plain = (cell: string): Cell => (cell === '' ? null : /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/** Throws `sheet-encoding`, `sheet-quotes`, `sheet-rows`, `sheet-columns`. */
export const readCsv = async (bytes: Buffer): Promise<Grid> => {
  const text = textOf(bytes);
  const delimiter = delimiterOf(text);
  const body = text.replace(/^sep=[;,\t]\r?\n/, '');
  const parser = parse(body, { delimiter, relax_column_count: true, skip_empty_lines: false });
  const rows: Cell[][] = [];
  let cells = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      if (record.length > MOST_COLUMNS)
        throw new SheetFault('sheet-columns', {
          most: columnName(MOST_COLUMNS - 1),
          found: columnName(record.length - 1),
        });
      cells += record.length;
      if (rows.length >= MOST_ROWS || cells > MOST_CELLS) throw new SheetFault('sheet-rows', { most: MOST_ROWS - 1 });
      rows.push(record.map(plain));
    }
  } catch (error) {
    if (error instanceof SheetFault) throw error;
    throw new SheetFault('sheet-quotes', { line: rows.length + 1 });
  }
  return { rows, merged: [] };
};
