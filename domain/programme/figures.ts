/**
 * Figures of a programme, made from its state alone: so they can be had as of any day, and are frozen by copying them.
 * - Only verified readings count. A denominator of zero is no data, never 0 or 100 %.
 * - An exempt unit stays in the numerator and denominator that are shown; the verdict is reached without it.
 * - Verdicts compare exactly, not the rounded percentage.
 */
import { rate } from '../drill/counts.ts';
import type { OrgUnitId } from '../people.ts';
import {
  type Column,
  type Comparator,
  columnOf,
  type Measure,
  type Period,
  type Qualifier,
  type Target,
  TERM,
  yearsOf,
} from './codes.ts';
import { columnsOf, madeIn } from './formulas.ts';
import type { Entries, Exemption, FrozenFigure, Ground, Indicator, Opened, Verdict } from './state.ts';

export interface Exempt {
  readonly exemption: string;
  readonly unit: OrgUnitId;
  readonly name: string;
  readonly ground: Ground;
  readonly reason: string;
}

/** Both parts and the value; `value` is the percentage rounded half up to two decimals, the quotient, or the number. */
interface Amounts {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
}

export interface Figure extends Amounts {
  readonly indicator: string;
  readonly column: Column;
  /** The same without the exempt units; equal where there are none. */
  readonly judged: Amounts;
  readonly exempt: readonly Exempt[];
  readonly qualifier: Qualifier | null;
  /** Readings that wait to be verified. */
  readonly waiting: number;
  readonly target: Target | null;
  readonly verdict: Verdict;
  readonly formula: string;
  /** Periods it was made of; none for one that comes from exercises. */
  readonly periods: readonly Period[];
}

interface Sum {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number;
  /** Readings in it. */
  readonly count: number;
  readonly waiting: number;
  readonly qualifier: Qualifier | null;
}
const NO_SUM: Sum = { numerator: 0, denominator: 0, value: 0, count: 0, waiting: 0, qualifier: null };

const added = (a: Sum, b: Sum): Sum => ({
  numerator: a.numerator + b.numerator,
  denominator: a.denominator + b.denominator,
  value: a.value + b.value,
  count: a.count + b.count,
  waiting: a.waiting + b.waiting,
  qualifier: a.qualifier === 'over' || b.qualifier === 'over' ? 'over' : (a.qualifier ?? b.qualifier),
});

/** Sums of a period's entries never change with the entries: a board of thousands of readings adds up what is new only. */
const summed = new WeakMap<Entries, Sum>();

const sumOf = (entries: Entries): Sum => {
  const known = summed.get(entries);
  if (known) return known;
  let [numerator, denominator, value, count, waiting] = [0, 0, 0, 0, 0];
  let qualifier: Qualifier | null = null;
  for (const { counted, pending } of Object.values(entries)) {
    if (pending) waiting += 1;
    if (!counted) continue;
    numerator += counted.numerator ?? 0;
    denominator += counted.denominator ?? 0;
    value += counted.value ?? 0;
    count += 1;
    if (counted.qualifier === 'over' || qualifier === null) qualifier = counted.qualifier;
  }
  const sum = { numerator, denominator, value, count, waiting, qualifier };
  summed.set(entries, sum);
  return sum;
};

/** Whether an exemption holds in a column; that of the term is judged by its last year. */
export const holdsIn = ({ from, to, ended }: Exemption, column: Column, lastYear: Column): boolean => {
  const year = column === TERM ? lastYear : column;
  return ended === null && (from === null || from <= year) && (to === null || year <= to);
};

interface Exempted {
  readonly units: readonly Exempt[];
  /** What they add to a figure reported by units without them. */
  readonly adds: Share;
  /** What they take off the base that is judged. */
  readonly takes: Sum;
}
interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** What the exempt units are of a figure: of one reported by units their own readings, else the share that was named. */
const exemptedIn = (state: Opened, code: string, column: Column, periods: readonly Entries[]): Exempted => {
  const byUnit = periods.some((entries) => Object.keys(entries).some((unit) => unit !== ''));
  const units: Exempt[] = [];
  let adds: Share = { numerator: 0, denominator: 0 };
  let takes = NO_SUM;
  const lastYear = yearsOf(state.term).at(-1) ?? TERM;
  for (const exemption of Object.values(state.exemptions)) {
    if (exemption.indicator !== code || !holdsIn(exemption, column, lastYear)) continue;
    for (const { unit, name, numerator, denominator } of exemption.units) {
      units.push({ exemption: exemption.id, unit, name, ground: exemption.ground, reason: exemption.reason });
      const own = periods.flatMap((entries) => entries[unit] ?? []).filter(({ counted }) => counted);
      const share = { ...NO_SUM, numerator, denominator };
      if (byUnit && own.length === 0)
        adds = { numerator: adds.numerator + numerator, denominator: adds.denominator + denominator };
      takes = added(
        takes,
        byUnit && own.length > 0 ? own.reduce((all, each) => added(all, sumOf({ [unit]: each })), NO_SUM) : share,
      );
    }
  }
  return { units, adds, takes };
};

/** Periods of a column, as the indicator joins them: the last one with a reading, or all. */
const periodsIn = (state: Opened, { code, join, cadence }: Indicator, column: Column): [Period, Entries][] => {
  const all = Object.entries(state.values[code] ?? {})
    .filter(([period]) => (column === TERM ? cadence !== 'term' || period === TERM : columnOf(period) === column))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (join === 'sum') return all;
  const last = all.findLast(([, entries]) => sumOf(entries).count > 0) ?? all.at(-1);
  return last ? [last] : [];
};

const amountsOf = (measure: Measure, numerator: number, denominator: number, value: number): Amounts => {
  if (measure === 'number') return { numerator: null, denominator: null, value };
  if (denominator <= 0) return { numerator, denominator, value: null };
  if (measure === 'ratio') return { numerator, denominator, value: rate(numerator, denominator).percent };
  return { numerator, denominator, value: Math.round((100 * numerator) / denominator) / 100 };
};
const NO_AMOUNTS: Amounts = { numerator: null, denominator: null, value: null };

/** The number that is compared, unrounded. */
const exactOf = (measure: Measure, { numerator, denominator, value }: Amounts): number | null => {
  if (measure === 'number' || numerator === null || denominator === null) return value;
  if (denominator <= 0) return null;
  return (measure === 'ratio' ? 100 * numerator : numerator) / denominator;
};

/** Percentages of whole numbers are compared to a billionth, so that 27.32 is reached by 683 of 2,500. */
const NEAR = 1e-9;

/** Whether a value reaches its target; `over` says that it is a lower bound. */
export const reaches = (
  comparator: Comparator,
  value: number,
  target: Target,
  qualifier: Qualifier | null,
): boolean => {
  if (typeof target !== 'number') return target.min - NEAR <= value && value <= target.max + NEAR;
  if (comparator === 'gte') return value >= target - NEAR;
  if (comparator === 'gt') return qualifier === 'over' ? value >= target - NEAR : value > target + NEAR;
  return Math.abs(value - target) <= NEAR;
};

/** The target of a column; that of the term is the last year's where none was set for it. */
export const targetOf = ({ targets }: Indicator, column: Column, years: readonly Column[]): Target | null =>
  targets[column] ?? (column === TERM ? (targets[years.at(-1) ?? TERM] ?? null) : null);

const verdictOf = (
  indicator: Indicator,
  exact: number | null,
  target: Target | null,
  sum: Pick<Sum, 'waiting' | 'qualifier'>,
): Verdict => {
  if (exact === null) return sum.waiting > 0 ? 'waiting' : 'noData';
  if (target === null || indicator.comparator === null) return 'noTarget';
  return reaches(indicator.comparator, exact, target, sum.qualifier) ? 'met' : 'notMet';
};

const finished = (
  state: Opened,
  indicator: Indicator,
  column: Column,
  made: {
    readonly shown: Amounts;
    readonly judged: Amounts;
    readonly exempt: readonly Exempt[];
    readonly sum: Pick<Sum, 'waiting' | 'qualifier'>;
    readonly periods: readonly Period[];
  },
): Figure => {
  const target = targetOf(indicator, column, yearsOf(state.term));
  const { shown, judged, exempt, sum, periods } = made;
  const { waiting, qualifier } = sum;
  const verdict = verdictOf(indicator, exactOf(indicator.measure, judged), target, sum);
  const { code, formula } = indicator;
  return { indicator: code, column, ...shown, judged, exempt, qualifier, waiting, target, verdict, formula, periods };
};

const reportedFigure = (state: Opened, indicator: Indicator, column: Column): Figure => {
  const { measure, code } = indicator;
  const periods = periodsIn(state, indicator, column);
  const sum = periods.reduce((all, [, entries]) => added(all, sumOf(entries)), NO_SUM);
  const names = periods.map(([period]) => period);
  if (sum.count === 0)
    return finished(state, indicator, column, {
      shown: NO_AMOUNTS,
      judged: NO_AMOUNTS,
      exempt: [],
      sum,
      periods: names,
    });
  const { units, adds, takes } = exemptedIn(
    state,
    code,
    column,
    periods.map(([, entries]) => entries),
  );
  const [n, d] = [sum.numerator + adds.numerator, sum.denominator + adds.denominator];
  const shown = amountsOf(measure, n, d, sum.value);
  const judged =
    units.length === 0
      ? shown
      : amountsOf(measure, n - takes.numerator, d - takes.denominator, sum.value - takes.value);
  return finished(state, indicator, column, { shown, judged, exempt: units, sum, periods: names });
};

const madeFigure = (state: Opened, indicator: Indicator, column: Column): Figure => {
  const { source, measure, code } = indicator;
  const made = madeIn(state, indicator, column);
  const held = new Set(made.from.map(({ unit }) => unit));
  const { units } = exemptedIn(state, code, column, []);
  const scope = source.kind === 'coverage' ? new Set(source.communes) : null;
  const off = scope ? units.filter(({ unit }) => scope.has(unit)) : [];
  const { numerator, denominator, value } = made;
  const has = measure === 'number' ? value !== null : denominator !== null;
  const shown = has ? amountsOf(measure, numerator ?? 0, denominator ?? 0, value ?? 0) : NO_AMOUNTS;
  const judged =
    has && off.length > 0
      ? amountsOf(
          measure,
          (numerator ?? 0) - off.filter(({ unit }) => held.has(unit)).length,
          (denominator ?? 0) - off.length,
          value ?? 0,
        )
      : shown;
  return finished(state, indicator, column, { shown, judged, exempt: off, sum: NO_SUM, periods: [] });
};

/** The figure of one indicator in one column. */
export const figureOf = (state: Opened, indicator: Indicator, column: Column): Figure =>
  indicator.source.kind === 'reported'
    ? reportedFigure(state, indicator, column)
    : madeFigure(state, indicator, column);

/** Every figure of the board: indicators in the order defined, each by year and for the term. */
export const boardOf = (state: Opened): { readonly indicator: Indicator; readonly figures: readonly Figure[] }[] => {
  const columns = columnsOf(state.term);
  return Object.values(state.indicators).map((indicator) => ({
    indicator,
    figures: columns.map((column) => figureOf(state, indicator, column)),
  }));
};

export const frozen = ({
  indicator,
  column,
  numerator,
  denominator,
  value,
  target,
  verdict,
  exempt,
  formula,
}: Figure): FrozenFigure => ({
  ...{ indicator, column, numerator, denominator, value, target, verdict, formula },
  exempt: exempt.length,
});
