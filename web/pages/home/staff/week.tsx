/** "Tuần này": deadlines and exercise days of this week, by day. */
import { Title } from '@mantine/core';
import { IconCheck, IconDiamond } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Answer } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { PageLink } from '../../../parts/link.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { useAsOf } from '../../../parts/view.ts';
import { addDays, mondayOf, shortDate, weekday } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { thisWeek } from '../first-reads.ts';
import { type Desk, useNames } from './rows.ts';
import { said } from './words.ts';

type Agenda = Answer<'/api/v1/agenda'>;
type Deadline = Agenda['deadlines'][number];

const isDone = ({ status }: Deadline): boolean => status === 'verified' || status === 'waived';

const DayLine = ({
  date,
  agenda,
  unitOf,
}: {
  readonly date: string;
  readonly agenda: Agenda;
  readonly unitOf: (exercise: string) => string;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const deadlines = agenda.deadlines.filter(({ due }) => due === date);
  const held = agenda.exercises.filter(({ startDate, endDate }) => startDate <= date && date <= endDate);
  const kind = agenda.days.find((day) => day.date === date)?.kind;
  if (deadlines.length === 0 && held.length === 0) return null;
  return (
    <li data-today={date === agenda.today || undefined}>
      <div className="week-day">
        <span className="figures">
          {weekday(date, language)} {shortDate(date)}
        </span>
        {date === agenda.today && <span className="quiet"> · {w.today}</span>}
        {kind && <span className="quiet"> · {kind === 'off' ? w.dayOff : w.madeUp}</span>}
      </div>
      <ul>
        {held.map(({ id, theme }) => (
          <li key={id}>
            <PageLink to="/dien-tap/$id" params={{ id }}>
              {theme}
            </PageLink>{' '}
            – {w.exerciseDay}
          </li>
        ))}
        {deadlines.map((each) => (
          <li key={`${each.exercise}/${each.code}`} data-done={isDone(each) || undefined}>
            {each.isGateTask && <IconDiamond aria-hidden size={13} className="inline-icon" />}
            <PageLink to="/viec/$exercise/$code" params={{ exercise: each.exercise, code: each.code }}>
              {each.code} {say(each.title)}
            </PageLink>{' '}
            <span className="quiet">
              – {say(each.ownerName)}
              {unitOf(each.exercise)}
              {isDone(each) && (
                <>
                  {' '}
                  · <IconCheck aria-hidden size={13} className="inline-icon" /> {w.done}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
};

export const Week = ({ desk }: { readonly desk: Desk }): ReactNode => {
  const w = useWords(said);
  const asOf = useAsOf();
  const say = useSay();
  const nameOf = useNames(desk);
  const unitOf = (exercise: string): string => {
    const { unit } = nameOf(exercise);
    return unit ? `, ${say(unit)}` : '';
  };
  const { today } = desk;
  const monday = mondayOf(today);
  const read = useRead('/api/v1/agenda', thisWeek(today, asOf), { keepLast: true });
  return (
    <section aria-labelledby="week">
      <Title order={2} size="h4" id="week" mb="xs">
        {w.week}
      </Title>
      <Shown
        read={read}
        lines={4}
        isEmpty={({ deadlines, exercises }) => deadlines.length + exercises.length === 0}
        empty={<p className="quiet">{w.weekNone}</p>}
      >
        {(agenda) => (
          <ol className="week">
            {[0, 1, 2, 3, 4, 5, 6].map((n) => (
              <DayLine key={n} date={addDays(monday, n)} agenda={agenda} unitOf={unitOf} />
            ))}
          </ol>
        )}
      </Shown>
      <PageLink to="/lich" className="no-print">
        {w.wholeCalendar}
      </PageLink>
    </section>
  );
};
