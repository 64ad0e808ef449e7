/** The year by month: a city's exercise as a bar over its days of preparation, communes as dots on their opening day. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { dateText } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import { isWide, type Named } from './filter.ts';
import { said } from './words.ts';

const MONTHS = Array.from({ length: 12 }, (_, n) => n + 1);

/** Share of the year that has passed on a day, in percent; 0 and 100 at its ends. */
export const placeIn = (year: string, date: string): number => {
  const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
  const [first, next] = [at(`${year}-01-01`), at(`${Number(year) + 1}-01-01`)];
  return Math.min(100, Math.max(0, (100 * (at(date) - first)) / (next - first)));
};

const LANE = 16;
/** How near two dots may stand in one lane, in percent of the year. */
const APART = 1.2;

/** Dots that would cover each other stand under one another. */
export const inLanes = (exercises: readonly Named[], year: string) => {
  const ends: number[] = [];
  return [...exercises]
    .sort((a, b) => ((a.startDate ?? '') < (b.startDate ?? '') ? -1 : 1))
    .map((each) => {
      const at = placeIn(year, each.startDate ?? '');
      const free = ends.findIndex((end) => at - end >= APART);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = at;
      return { each, at, lane };
    });
};

const label = ({ theme, startDate, verdictLabel }: Named, language: 'vi' | 'en'): string =>
  `${theme}, T ${dateText(startDate)}, ${verdictLabel[language]}`;

export const YearStrip = ({
  exercises,
  year,
  language,
}: {
  readonly exercises: readonly Named[];
  readonly year: string;
  readonly language: 'vi' | 'en';
}): ReactNode => {
  const w = useWords(said);
  const dated = exercises.filter(({ startDate }) => startDate?.startsWith(year));
  const wide = dated.filter(isWide);
  const small = dated.filter((each) => !isWide(each));
  const dots = inLanes(small, year);
  const lanes = Math.max(0, ...dots.map(({ lane }) => lane));
  return (
    <section className="year-strip" aria-label={w.strip(year)}>
      <div className="year-months" aria-hidden>
        {MONTHS.map((month) => (
          <span key={month}>{w.month(month)}</span>
        ))}
      </div>
      {wide.length > 0 && (
        <ul className="year-bars">
          {wide.map((each) => {
            const from = placeIn(year, each.firstDue ?? each.startDate ?? '');
            const opening = placeIn(year, each.startDate ?? '');
            const to = placeIn(year, each.endDate ?? each.startDate ?? '');
            return (
              <li key={each.id}>
                <Link
                  to="/dien-tap/$id"
                  params={{ id: each.id }}
                  className="year-bar"
                  data-verdict={each.verdict}
                  style={{ left: `${from}%`, width: `${Math.max(0.8, to - from)}%` }}
                  title={label(each, language)}
                  aria-label={label(each, language)}
                >
                  <span
                    className="year-run"
                    style={{ left: `${(100 * (opening - from)) / Math.max(0.8, to - from)}%` }}
                  />
                </Link>
              </li>
            );
          })}
        </ul>
      )}
      {small.length > 0 && (
        <div className="year-dots" aria-hidden style={{ height: `${(lanes + 1) * LANE + 6}px` }}>
          {dots.map(({ each, at, lane }) => (
            <span
              key={each.id}
              data-verdict={each.verdict}
              title={label(each, language)}
              style={{ left: `${at}%`, top: `${lane * LANE + 4}px` }}
            />
          ))}
        </div>
      )}
    </section>
  );
};
