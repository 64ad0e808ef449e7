/** Twelve small months: weekends grey, days off and made-up Saturdays marked by a sign and a word for those who listen. */
import type { ReactNode } from 'react';
import { dateText, isWeekend, weekday } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.tsx';
import { type Draft, weeksOf } from './table.ts';
import { said } from './words.ts';

const MONTHS = Array.from({ length: 12 }, (_, n) => n + 1);
const HEADS = {
  vi: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
  en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
} as const;

const Day = ({ date, draft }: { readonly date: string | null; readonly draft: Pick<Draft, 'days'> }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  if (date === null) return <td />;
  const found = draft.days.find((each) => each.date === date);
  const kind = found?.kind ?? (isWeekend(date) ? 'weekend' : undefined);
  return (
    <td
      data-kind={kind}
      data-unsure={found?.status && found.status !== 'official' ? '' : undefined}
      title={found ? `${weekday(date, language)} ${dateText(date)}: ${w[found.kind]}` : undefined}
    >
      {Number(date.slice(8))}
      {found && <span className="only-heard"> {w[found.kind]}</span>}
    </td>
  );
};

export const Months = ({ year, draft }: { readonly year: number; readonly draft: Pick<Draft, 'days'> }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const name = (month: number): string => (language === 'vi' ? `Tháng ${month}` : `${month}/${year}`);
  return (
    <>
      <ul className="calendar-legend" aria-label={w.legend}>
        {(['off', 'madeUp', 'weekend'] as const).map((kind) => (
          <li key={kind}>
            <span className="legend-day" data-kind={kind} aria-hidden>
              1
            </span>{' '}
            {w[kind]}
          </li>
        ))}
      </ul>
      <div className="calendar-months">
        {MONTHS.map((month) => (
          <table key={month}>
            <caption>{name(month)}</caption>
            <thead>
              <tr>
                {HEADS[language].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(year, month).map((week) => (
                <tr key={week.find((date) => date !== null) ?? ''}>
                  {week.map((date, n) => (
                    <Day key={date ?? `${month}-${n}`} date={date} draft={draft} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </>
  );
};
