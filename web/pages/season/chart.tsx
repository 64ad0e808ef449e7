/** Exercises as rows, weeks as columns: a real table, so that each cell is read out with its exercise and its week. */
import { IconArrowsCross, IconStar } from '@tabler/icons-react';
import type { CSSProperties, ReactNode } from 'react';
import { PageLink } from '../../parts/link.tsx';
import { Sign, VerdictMark } from '../../parts/marks.tsx';
import { addDays, dateText, mondayOf, shortDate } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import type { DayKinds } from '../exercise/day-kinds.ts';
import { beginOf, type Clash, clashesIn, type Dated, monthsOf, partOf } from './weeks.ts';
import { said } from './words.ts';

const DAY = 100 / 7;
const offDaysOf = (week: string, days: DayKinds): string[] =>
  Array.from({ length: 7 }, (_, n) => addDays(week, n)).filter((date) => days.kindOf(date) === 'off');

/** Holidays of a week as shaded days, and the line of today. */
const backdropOf = (week: string, days: DayKinds, today: string): CSSProperties => {
  const shade = offDaysOf(week, days).map((date) => {
    const at = partOf(week, date, date)?.left ?? 0;
    return `linear-gradient(90deg, transparent ${at}%, var(--line) ${at}%, var(--line) ${at + DAY}%, transparent ${at + DAY}%)`;
  });
  const now = partOf(week, today, today);
  const line = now
    ? [
        `linear-gradient(90deg, transparent calc(${now.left}% + 1px), var(--mantine-color-anchor) calc(${now.left}% + 1px), var(--mantine-color-anchor) calc(${now.left}% + 3px), transparent calc(${now.left}% + 3px))`,
      ]
    : [];
  const images = [...line, ...shade];
  return images.length > 0 ? { backgroundImage: images.join(', ') } : {};
};

const Cell = ({
  exercise,
  week,
  clashes,
  backdrop,
}: {
  readonly exercise: Dated;
  readonly week: string;
  readonly clashes: readonly Clash[];
  readonly backdrop: CSSProperties;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { startDate, endDate } = exercise;
  const preparing = partOf(week, beginOf(exercise), addDays(startDate, -1));
  const running = partOf(week, startDate, endDate);
  const opens = mondayOf(startDate) === week;
  const met = clashesIn(clashes, exercise.id, week);
  const read = [
    ...(preparing ? [w.preparing] : []),
    ...(opens ? [w.opens(dateText(startDate))] : running ? [w.running] : []),
    ...(met.length > 0 ? [w.clash] : []),
  ].join(', ');
  const side = (part: { left: number; right: number }): CSSProperties => ({
    left: `${part.left}%`,
    right: `${part.right}%`,
  });
  return (
    <td style={backdrop}>
      {preparing && beginOf(exercise) < startDate && <span className="season-bar" style={side(preparing)} />}
      {running && <span className="season-run" style={side(running)} />}
      {met.length > 0 && (
        <span className="season-clash" title={met.map(({ text }) => say(text)).join('\n')}>
          <IconArrowsCross aria-hidden size={14} stroke={2.4} />
        </span>
      )}
      {read && <span className="only-heard">{read}</span>}
    </td>
  );
};

export const Chart = ({
  year,
  exercises,
  weeks,
  clashes,
  days,
  today,
  unitOf,
}: {
  readonly year: string;
  readonly exercises: readonly Dated[];
  readonly weeks: readonly string[];
  readonly clashes: readonly Clash[];
  readonly days: DayKinds;
  readonly today: string;
  readonly unitOf: (id: string) => string;
}): ReactNode => {
  const w = useWords(said);
  const backdrops = new Map(weeks.map((week) => [week, backdropOf(week, days, today)]));
  const shown = new Set(exercises.map(({ id }) => id));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls inside, also by keyboard
    <section className="season-box" aria-label={w.caption(year)} tabIndex={0}>
      <table className="season">
        <caption className="only-heard">{w.caption(year)}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="season-name">
              {w.exercise}
            </th>
            {monthsOf(weeks).map(({ month, weeks: span }) => (
              <th key={month} scope="colgroup" colSpan={span} className="season-month">
                {span > 1 ? w.month(Number(month.slice(5)), Number(month.slice(0, 4))) : `${Number(month.slice(5))}`}
              </th>
            ))}
          </tr>
          <tr>
            {weeks.map((week) => {
              const off = offDaysOf(week, days).map(shortDate).join(', ');
              const isNow = mondayOf(today) === week;
              return (
                <th
                  key={week}
                  scope="col"
                  aria-current={isNow ? 'date' : undefined}
                  title={off ? w.off(off) : undefined}
                  style={backdrops.get(week)}
                >
                  <span aria-hidden>{week.slice(8)}</span>
                  <span className="only-heard">
                    {w.week(shortDate(week))}
                    {isNow && `, ${w.thisWeek}`}
                    {off && `, ${w.off(off)}`}
                  </span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {exercises.map((exercise) => (
            <tr key={exercise.id} data-child={(exercise.parentId && shown.has(exercise.parentId)) || undefined}>
              <th scope="row" className="season-name">
                <PageLink to="/dien-tap/$id" params={{ id: exercise.id }} data-row={exercise.id}>
                  {exercise.theme}
                </PageLink>
                <span className="season-under">
                  <VerdictMark verdict={exercise.verdict} short />
                  <span className="quiet">
                    {unitOf(exercise.orgUnit)} · T {dateText(exercise.startDate)}
                  </span>
                  {exercise.isPilot && (
                    <Sign icon={IconStar} hue="blue">
                      {w.pilot}
                    </Sign>
                  )}
                </span>
              </th>
              {weeks.map((week) => (
                <Cell
                  key={week}
                  exercise={exercise}
                  week={week}
                  clashes={clashes}
                  backdrop={backdrops.get(week) ?? {}}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
