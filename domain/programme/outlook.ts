/** Trend and forecast of an indicator, from the years that have a figure; nothing is said where the data do not carry it. */
import { type Column, TERM, yearsOf } from './codes.ts';
import { type Figure, figureOf, reaches, targetOf } from './figures.ts';
import type { Indicator, Opened, Verdict } from './state.ts';

export interface Trend {
  readonly from: Column;
  readonly to: Column;
  readonly change: number;
  readonly direction: 'up' | 'down' | 'level';
}

export interface Forecast {
  /** The last year of the term. */
  readonly column: Column;
  readonly value: number;
  readonly verdict: Extract<Verdict, 'met' | 'notMet' | 'noTarget'>;
  /** Years whose figures carry it. */
  readonly years: readonly Column[];
}

/** Years needed for a pace: from two any line can be drawn. */
const LEAST_YEARS = 3;
const rounded = (value: number): number => Math.round(100 * value) / 100;

const known = (
  figures: readonly Figure[],
): { readonly year: number; readonly value: number; readonly column: Column }[] =>
  figures.flatMap(({ column, value }) =>
    column === TERM || value === null ? [] : [{ year: Number(column), value, column }],
  );

/** Of the last two years up to `until` that have a figure; null where there are not two. */
export const trendOf = (state: Opened, indicator: Indicator, until: Column): Trend | null => {
  const years = known(
    yearsOf(state.term)
      .filter((year) => until === TERM || year <= until)
      .map((year) => figureOf(state, indicator, year)),
  );
  const [before, last] = years.slice(-2);
  if (!before || !last) return null;
  const change = rounded(last.value - before.value);
  return { from: before.column, to: last.column, change, direction: change > 0 ? 'up' : change < 0 ? 'down' : 'level' };
};

/**
 * Where the straight line through the yearly figures so far (least squares) leads in the last year of the term, within what
 * the measure can be. Null with fewer than three years, or when the last year has its figure.
 */
export const forecastOf = (state: Opened, indicator: Indicator, until: Column): Forecast | null => {
  const years = yearsOf(state.term);
  const column = years.at(-1);
  const points = known(
    years.filter((year) => until === TERM || year <= until).map((year) => figureOf(state, indicator, year)),
  );
  if (!column || points.length < LEAST_YEARS || points.at(-1)?.column === column) return null;
  const mean = (of: 'year' | 'value'): number => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [midYear, midValue] = [mean('year'), mean('value')];
  const over = points.reduce((sum, { year, value }) => sum + (year - midYear) * (value - midValue), 0);
  const under = points.reduce((sum, { year }) => sum + (year - midYear) ** 2, 0);
  const line = midValue + (over / under) * (Number(column) - midYear);
  const value = rounded(Math.max(0, indicator.measure === 'ratio' ? Math.min(100, line) : line));
  const target = targetOf(indicator, column, years);
  const { comparator } = indicator;
  const verdict =
    target === null || comparator === null ? 'noTarget' : reaches(comparator, value, target, null) ? 'met' : 'notMet';
  return { column, value, verdict, years: points.map((point) => point.column) };
};
