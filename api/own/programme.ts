/** A programme as a party reads it: the indicators it reports, its own readings, reports and work; nothing of the others. */
import { type BodyId, unitOf } from '../../domain/people.ts';
import type { Opened } from '../../domain/programme/index.ts';
import type { Entries, Indicator } from '../../domain/programme/state.ts';

const kept = <T>(table: Readonly<Record<string, T>>, keep: (each: T) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(table).filter(([, each]) => keep(each)));

/** The state that a view of the body is made from; figures of an indicator of another are made of its own readings. */
export const ownProgramme = (state: Opened, bodies: readonly BodyId[]): Opened => {
  const units: ReadonlySet<string> = new Set(bodies.map(unitOf).filter((unit) => unit !== state.orgUnit));
  const own = ({ owner }: { readonly owner: BodyId }): boolean => bodies.includes(owner);
  const mine = (entries: Entries): Entries =>
    Object.fromEntries(Object.entries(entries).filter(([unit]) => units.has(unit)));
  const values = Object.fromEntries(
    Object.entries(state.values).map(([code, periods]) => {
      const indicator = state.indicators[code];
      if (indicator && own(indicator)) return [code, periods];
      return [code, Object.fromEntries(Object.entries(periods).map(([period, entries]) => [period, mine(entries)]))];
    }),
  );
  const reports = (code: string): boolean =>
    Object.values(values[code] ?? {}).some((entries) => Object.keys(entries).length > 0);
  const indicators = kept(state.indicators, (indicator: Indicator) => own(indicator) || reports(indicator.code));
  return {
    ...state,
    indicators,
    values,
    exemptions: kept(state.exemptions, ({ indicator }) => indicators[indicator] !== undefined),
    exercises: {},
    recommendations: kept(state.recommendations, own),
    commendations: [],
    closed: state.closed && { ...state.closed, figures: [] },
    reviews: Object.fromEntries(
      Object.entries(state.reviews).map(([id, review]) => [
        id,
        { ...review, duties: kept(review.duties, ({ body }) => bodies.includes(body)), held: null },
      ]),
    ),
  };
};
