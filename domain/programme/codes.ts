/** The closed lists and numbers of programmes: kinds, measures, cadences, periods, targets. */
import { z } from 'zod';
import { type LocalDate, localDate } from '../time.ts';

/** `coordination`: signed by its parties after a bilateral conference; the others are issued by one authority. */
export const PROGRAMME_KINDS = ['coordination', 'scheme', 'resolution', 'guidance'] as const;
export const ProgrammeKind = z.enum(PROGRAMME_KINDS).meta({ id: 'ProgrammeKind' });
export type ProgrammeKind = z.infer<typeof ProgrammeKind>;

/** `ratio`: a part of a whole in percent; `quotient`: so many of one thing for each of another; `number`: one figure. */
export const MEASURES = ['ratio', 'quotient', 'number'] as const;
export const Measure = z.enum(MEASURES).meta({ id: 'Measure' });
export type Measure = z.infer<typeof Measure>;

export const COMPARATORS = ['eq', 'gte', 'gt', 'range'] as const;
export const Comparator = z.enum(COMPARATORS).meta({ id: 'Comparator' });
export type Comparator = z.infer<typeof Comparator>;

/** How often a figure is reported. */
export const CADENCES = ['month', 'quarter', 'halfYear', 'year', 'term'] as const;
export const Cadence = z.enum(CADENCES).meta({ id: 'Cadence' });
export type Cadence = z.infer<typeof Cadence>;

/** How the periods of a year, and the years of a term, make one figure: the last one stands, or they add up. */
export const JOINS = ['latest', 'sum'] as const;
export const Join = z.enum(JOINS).meta({ id: 'Join' });
export type Join = z.infer<typeof Join>;

/** Says that a figure is published as "more than" or "about"; the first is a lower bound. */
export const QUALIFIERS = ['over', 'about'] as const;
export const Qualifier = z.enum(QUALIFIERS);
export type Qualifier = z.infer<typeof Qualifier>;

export const IndicatorCode = z
  .string()
  .regex(/^[A-Z]{1,4}\d{1,3}$/)
  .meta({ description: 'Code of an indicator', example: 'CK04' });

/** Number of an exemption, recommendation or commendation within its programme. */
export const ItemId = z
  .string()
  .regex(/^[A-Z]{1,3}\d{1,3}$/)
  .meta({ description: 'Number within the programme', example: 'M1' });

export const ReviewId = z
  .string()
  .regex(/^(\d{4}-(sixMonth|yearly)|midTerm|final|[A-Z]\d{1,2})$/)
  .meta({ description: 'Review of a programme', example: '2021-sixMonth' });

/** The column of a year, or of the whole term. */
export const Column = z
  .string()
  .regex(/^(\d{4}|term)$/)
  .meta({ description: 'A year, or the whole term', example: '2021' });
export type Column = z.infer<typeof Column>;
export const TERM: Column = 'term';

export const Period = z
  .string()
  .regex(/^(\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?|term)$/)
  .meta({ description: 'Year, half-year, quarter, month or term', example: '2021-H1' });
export type Period = z.infer<typeof Period>;

const Amount = z.number().min(0).max(1e15);
/** A number to reach, or the two ends of a range, both included. */
export const Target = z
  .union([Amount, z.strictObject({ min: Amount, max: Amount })])
  .meta({ id: 'Target', description: 'A number to reach, or the two ends of a range, both included' });
export type Target = z.infer<typeof Target>;

export interface Term {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The cadence a period belongs to. */
export const cadenceOf = (period: Period): Cadence => {
  if (period === TERM) return 'term';
  const part = period.slice(5);
  if (part === '') return 'year';
  if (part.startsWith('H')) return 'halfYear';
  return part.startsWith('Q') ? 'quarter' : 'month';
};

export const columnOf = (period: Period): Column => (period === TERM ? TERM : period.slice(0, 4));

const MONTHS: Readonly<Record<Cadence, number>> = { month: 1, quarter: 3, halfYear: 6, year: 12, term: 0 };
const two = (n: number): string => String(n).padStart(2, '0');
const LAST = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** First and last day of a period; the term itself for `term`. */
export const spanOf = (period: Period, term: Term): Term => {
  if (period === TERM) return term;
  const cadence = cadenceOf(period);
  const year = Number(period.slice(0, 4));
  const ordinal = cadence === 'year' ? 1 : Number(period.slice(5).replace(/\D/, ''));
  const first = (ordinal - 1) * MONTHS[cadence] + 1;
  const last = first + MONTHS[cadence] - 1;
  const end = last === 2 && isLeap(year) ? 29 : (LAST[last - 1] ?? 31);
  return { from: localDate(`${year}-${two(first)}-01`), to: localDate(`${year}-${two(last)}-${end}`) };
};

/** The years that a term touches, in order. */
export const yearsOf = ({ from, to }: Term): Column[] => {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, n) => String(first + n));
};

/** Periods of a cadence that a term touches, in order. */
export const periodsOf = (cadence: Cadence, term: Term): Period[] => {
  if (cadence === 'term') return [TERM];
  const mark: Readonly<Record<Exclude<Cadence, 'term'>, (n: number) => string>> = {
    year: () => '',
    halfYear: (n) => `-H${n}`,
    quarter: (n) => `-Q${n}`,
    month: (n) => `-${two(n)}`,
  };
  return yearsOf(term)
    .flatMap((year) => Array.from({ length: 12 / MONTHS[cadence] }, (_, n) => `${year}${mark[cadence](n + 1)}`))
    .filter((period) => {
      const span = spanOf(period, term);
      return span.from <= term.to && span.to >= term.from;
    });
};
