/** What changed in a programme between two of its states: figures, targets, exemptions, reviews, work. */
import type { Column, Target } from './codes.ts';
import { boardOf, type Figure } from './figures.ts';
import type { Opened, ProgrammeReview, TargetChange } from './state.ts';

export interface FigureChange {
  readonly indicator: string;
  readonly column: Column;
  /** Null where the indicator did not exist then. */
  readonly before: Figure | null;
  readonly after: Figure;
}

export interface ProgrammeDifference {
  readonly figures: readonly FigureChange[];
  readonly targets: readonly (TargetChange & { readonly indicator: string })[];
  readonly indicators: readonly string[];
  readonly exemptions: readonly { readonly id: string; readonly change: 'granted' | 'ended' }[];
  readonly exercises: readonly string[];
  readonly reviews: readonly {
    readonly review: string;
    readonly before: ProgrammeReview['status'] | null;
    readonly after: ProgrammeReview['status'];
  }[];
  readonly recommendations: readonly { readonly id: string; readonly before: string | null; readonly after: string }[];
  readonly commendations: readonly string[];
}

const shown = (figure: Figure | null): string =>
  figure
    ? JSON.stringify([
        figure.numerator,
        figure.denominator,
        figure.value,
        figure.target satisfies Target | null,
        figure.verdict,
        figure.exempt.length,
        figure.waiting,
      ])
    : '';

const figuresIn = (state: Opened): Map<string, Figure> =>
  new Map(
    boardOf(state).flatMap(({ figures }) =>
      figures.map((figure) => [`${figure.indicator} ${figure.column}`, figure] as const),
    ),
  );

/** `before` is an earlier state of the same programme; null where it did not exist yet. */
export const differenceOf = (before: Opened | null, after: Opened): ProgrammeDifference => {
  const then = before ? figuresIn(before) : new Map<string, Figure>();
  const figures = [...figuresIn(after)].flatMap(([key, figure]): FigureChange[] => {
    const was = then.get(key) ?? null;
    const isNews = was ? shown(was) !== shown(figure) : figure.verdict !== 'noData' || figure.target !== null;
    return isNews ? [{ indicator: figure.indicator, column: figure.column, before: was, after: figure }] : [];
  });
  const changed = <T>(
    now: Readonly<Record<string, T>>,
    was: Readonly<Record<string, T>> | undefined,
    of: (each: T) => string,
  ) =>
    Object.entries(now).flatMap(([id, each]) => {
      const old = was?.[id];
      return old !== undefined && of(old) === of(each)
        ? []
        : [{ id, before: old === undefined ? null : of(old), after: of(each) }];
    });
  return {
    figures,
    targets: Object.values(after.indicators).flatMap(({ code, history }) =>
      history.slice(before?.indicators[code]?.history.length ?? 0).map((change) => ({ ...change, indicator: code })),
    ),
    indicators: Object.keys(after.indicators).filter((code) => !before?.indicators[code]),
    exemptions: changed(after.exemptions, before?.exemptions, ({ ended }) =>
      ended === null ? 'granted' : 'ended',
    ).map(({ id, after: change }) => ({ id, change: change === 'ended' ? 'ended' : 'granted' })),
    exercises: changed(after.exercises, before?.exercises, (each) => String(each.event) + String(each.confirmed)).map(
      ({ id }) => id,
    ),
    reviews: Object.values(after.reviews).flatMap(({ review, status }) => {
      const was = before?.reviews[review]?.status ?? null;
      return was === status ? [] : [{ review, before: was, after: status }];
    }),
    recommendations: changed(after.recommendations, before?.recommendations, ({ status }) => status),
    commendations: after.commendations.slice(before?.commendations.length ?? 0).map(({ id }) => id),
  };
};
