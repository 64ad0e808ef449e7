/** The draft of a review, filled from the figures as they stand: met, not met, no data, trend, forecast, and work overdue. */
import type { LocalDate } from '../time.ts';
import { type Column, TERM } from './codes.ts';
import { type Figure, figureOf } from './figures.ts';
import { type Forecast, forecastOf, type Trend, trendOf } from './outlook.ts';
import type { Indicator, Opened, PlannedReview, Recommendation, Verdict } from './state.ts';

export interface DraftLine {
  readonly indicator: Indicator;
  readonly figure: Figure;
  readonly trend: Trend | null;
  readonly forecast: Forecast | null;
}

export interface ReviewDraft {
  readonly column: Column;
  readonly lines: readonly DraftLine[];
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly quarters: readonly Quarter[];
}

/** Recommendations that fell due in a quarter, how many of them were cleared in time or since, and what is left. */
export interface Quarter {
  readonly quarter: string;
  readonly due: number;
  readonly cleared: number;
  readonly late: number;
  readonly open: readonly string[];
}

const quarterOf = (day: LocalDate): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** By the quarter of the deadline, in order; work is late when it was cleared after its deadline. */
export const quartersOf = (recommendations: readonly Recommendation[]): Quarter[] =>
  [...Map.groupBy(recommendations, ({ due }) => quarterOf(due))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([quarter, all]) => {
      const cleared = all.filter(({ clearedOn }) => clearedOn !== null);
      return {
        quarter,
        due: all.length,
        cleared: cleared.length,
        late: cleared.filter(({ clearedOn, due }) => clearedOn !== null && clearedOn > due).length,
        open: all.filter(({ clearedOn }) => clearedOn === null).map(({ id }) => id),
      };
    });

/** A final review judges the term, any other the year in which its period ends. */
export const columnOfReview = ({ kind, to }: Pick<PlannedReview, 'kind' | 'to'>): Column =>
  kind === 'final' ? TERM : to.slice(0, 4);

export const draftOf = (state: Opened, review: PlannedReview): ReviewDraft => {
  const column = columnOfReview(review);
  const lines = Object.values(state.indicators).map(
    (indicator): DraftLine => ({
      indicator,
      figure: figureOf(state, indicator, column),
      trend: trendOf(state, indicator, column),
      forecast: forecastOf(state, indicator, column),
    }),
  );
  const count = (verdict: Verdict): number => lines.filter(({ figure }) => figure.verdict === verdict).length;
  return {
    column,
    lines,
    counts: {
      met: count('met'),
      notMet: count('notMet'),
      noData: count('noData'),
      waiting: count('waiting'),
      noTarget: count('noTarget'),
    },
    quarters: quartersOf(Object.values(state.recommendations)),
  };
};
