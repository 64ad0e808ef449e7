/** The month, seven columns from Monday; a full day leads to its week. */
import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useView } from '../../parts/view.ts';
import { weekday } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import type { DayShown } from './days.ts';
import { DayMark, Entries } from './entries.tsx';
import { said } from './words.ts';

const MOST = 4;

export const Month = ({
  days,
  today,
  month,
  caption,
}: {
  readonly days: readonly DayShown[];
  readonly today: string;
  /** `yyyy-MM`. */
  readonly month: string;
  readonly caption: string;
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const [{ loc, ngay }] = useView();
  const weekOf = (date: string) => ({ ngay_xem: date, ...(loc ? { loc } : {}), ...(ngay ? { ngay } : {}) });
  const weeks = Array.from({ length: days.length / 7 }, (_, index) => days.slice(index * 7, index * 7 + 7));
  return (
    <Table.ScrollContainer minWidth={820} type="native" tabIndex={0} role="region" aria-label={caption}>
      <Table className="month" withTableBorder withColumnBorders layout="fixed">
        <caption className="only-heard">{caption}</caption>
        <Table.Thead>
          <Table.Tr>
            {(weeks[0] ?? []).map(({ date }) => (
              <Table.Th key={date} scope="col">
                {weekday(date, language)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {weeks.map((week) => (
            <Table.Tr key={week[0]?.date}>
              {week.map((day) => (
                <Table.Td
                  key={day.date}
                  data-kind={day.kind ?? undefined}
                  data-today={day.date === today || undefined}
                  data-outside={!day.date.startsWith(month) || undefined}
                >
                  <div className="month-day">
                    <Link to="/lich" search={weekOf(day.date)} className="plain-link figures">
                      {Number(day.date.slice(8))}
                      {day.date === today && <span> · {w.today}</span>}
                    </Link>{' '}
                    <DayMark day={day} />
                  </div>
                  <Entries
                    day={day}
                    full={false}
                    most={MOST}
                    more={(left) => (
                      <Link to="/lich" search={weekOf(day.date)} className="plain-link">
                        {w.more(left)}
                      </Link>
                    )}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};
