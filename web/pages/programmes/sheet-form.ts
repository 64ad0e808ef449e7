/** Lines of the entry sheet as typed, what is wrong with them, and the figures they make. */
import type { Answer } from '../../client/http.ts';
import { readAmount, readWhole } from './amounts.ts';
import type { Programme } from './rights.ts';

type Sheet = Answer<'/api/v1/programmes/{id}/periods/{period}'>;
export type SheetIndicator = Sheet['indicators'][number];
export type SheetRow = SheetIndicator['rows'][number];
type Measure = Programme['indicators'][number]['measure'];

/** `numerator` holds the value of an indicator that is one number. */
export interface Typed {
  readonly numerator: string;
  readonly denominator: string;
}
export type Part = keyof Typed;
export const NOTHING: Typed = { numerator: '', denominator: '' };

export type Fault = 'noNumber' | 'whole' | 'half' | 'over';

/** Key of a line: `CK04 tan-thanh`, or the code alone. */
export const lineKey = (code: string, unit: string | null): string => (unit === null ? code : `${code} ${unit}`);

const isEmpty = ({ numerator, denominator }: Typed): boolean => numerator.trim() === '' && denominator.trim() === '';

export interface Amounts {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
}

/** What is typed in a line; null where nothing is, or nothing that can be taken. */
export const amountsTyped = (measure: Measure, typed: Typed): Amounts | null => {
  if (isEmpty(typed) || faultIn(measure, typed) !== null) return null;
  if (measure === 'number') return { numerator: null, denominator: null, value: readAmount(typed.numerator) };
  return { numerator: readWhole(typed.numerator), denominator: readWhole(typed.denominator), value: null };
};

export const faultIn = (measure: Measure, typed: Typed): Fault | null => {
  if (isEmpty(typed)) return null;
  if (measure === 'number') return readAmount(typed.numerator) === null ? 'noNumber' : null;
  const parts = [typed.numerator, typed.denominator];
  if (parts.some((part) => part.trim() !== '' && readWhole(part) === null)) return 'whole';
  const [numerator, denominator] = parts.map(readWhole);
  if (numerator === null || denominator === null || numerator === undefined || denominator === undefined) return 'half';
  return measure === 'ratio' && numerator > denominator ? 'over' : null;
};

/** What both parts make, rounded as the server does: a percentage or a quotient; nothing of a denominator of zero. */
export const madeOf = (measure: Measure, { numerator, denominator, value }: Amounts): Amounts => {
  if (measure === 'number' || numerator === null || denominator === null) return { numerator, denominator, value };
  const share = (measure === 'ratio' ? 100 : 1) * numerator;
  return { numerator, denominator, value: denominator === 0 ? null : Math.round((100 * share) / denominator) / 100 };
};

/** Sums over lines: what is typed, else what stands there, waiting or counted. */
export interface Total extends Amounts {
  readonly filled: number;
}

export const totalOf = (measure: Measure, rows: readonly SheetRow[], typedOf: (row: SheetRow) => Typed): Total => {
  const found = rows.flatMap((row) => amountsTyped(measure, typedOf(row)) ?? row.pending ?? row.counted ?? []);
  const sum = (part: keyof Amounts): number => found.reduce((all, each) => all + (each[part] ?? 0), 0);
  const filled = found.length;
  if (filled === 0) return { numerator: null, denominator: null, value: null, filled };
  if (measure === 'number') return { numerator: null, denominator: null, value: sum('value'), filled };
  const parts = { numerator: sum('numerator'), denominator: sum('denominator'), value: null };
  return { ...madeOf(measure, parts), filled };
};

/** Cells of a column copied from a spreadsheet, or null where one cell was copied. */
export const pastedColumn = (text: string): readonly string[] | null => {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  return lines.length > 1 ? lines.map((line) => (line.split('\t')[0] ?? '').trim()) : null;
};
