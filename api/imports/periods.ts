/** Periods as offices write them: `6 tháng đầu năm 2021`, `Quý III/2021`, `01/2021`, `cả giai đoạn`, and as the product does. */
import { Period, TERM } from '../../domain/programme/codes.ts';
import { folded } from './columns.ts';

const WHOLE = new Set(
  ['term', 'cả giai đoạn', 'giai đoạn', 'toàn giai đoạn', 'cả nhiệm kỳ', 'toàn khóa', 'the whole term'].map(folded),
);
const HALVES: Readonly<Record<string, string>> = { dau: 'H1', cuoi: 'H2', first: 'H1', second: 'H2' };
const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' };

interface Form {
  readonly pattern: RegExp;
  /** The part after the year; empty for the year itself. */
  readonly part: (named: string) => string;
}

const half = (named: string): string => HALVES[named] ?? named.toUpperCase();
const quarter = (named: string): string => `Q${ROMAN[named] ?? named}`;
const month = (named: string): string => named.padStart(2, '0');

/** A cell that a spreadsheet turned into a date is the month that it begins. */
const FORMS: readonly Form[] = [
  { pattern: /^(?:nam |year )?(?<year>\d{4})(?<named>)$/, part: () => '' },
  { pattern: /^(?<year>\d{4}) (?<named>h[12])$/, part: half },
  { pattern: /^(?<named>h[12]) (?<year>\d{4})$/, part: half },
  { pattern: /^(?:6|sau) ?t(?:hang)? (?<named>dau|cuoi)(?: nam)? (?<year>\d{4})$/, part: half },
  { pattern: /^(?<named>first|second) half(?: of)? (?<year>\d{4})$/, part: half },
  { pattern: /^(?<year>\d{4}) q(?<named>[1-4])$/, part: quarter },
  { pattern: /^(?:quy|q|quarter) ?(?<named>i{1,3}|iv|[1-4])(?: nam| of)? (?<year>\d{4})$/, part: quarter },
  { pattern: /^(?<year>\d{4}) (?<named>\d{1,2})$/, part: month },
  { pattern: /^(?:(?:thang|t|month) ?)?(?<named>\d{1,2})(?: nam| of)? (?<year>\d{4})$/, part: month },
  { pattern: /^0?1 (?<named>\d{1,2}) (?<year>\d{4})$/, part: month },
];

/** The period that a text names; null where it names none. */
export const periodIn = (text: string): Period | null => {
  const said = folded(text);
  if (WHOLE.has(said)) return TERM;
  for (const { pattern, part } of FORMS) {
    const { year, named = '' } = pattern.exec(said)?.groups ?? {};
    if (year === undefined) continue;
    const found = Period.safeParse([year, part(named)].filter(Boolean).join('-'));
    if (found.success) return found.data;
  }
  return null;
};
