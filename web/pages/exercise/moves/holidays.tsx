/** Holidays on weekdays and Saturdays worked between two days. */
import { IconCalendarOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { longDate } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.tsx';
import { useDayKinds } from '../days.ts';
import { Part } from './part.tsx';
import { said } from './words.ts';

export const Holidays = ({ from, until }: { readonly from: string; readonly until: string }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const { special } = useDayKinds(from, until);
  const met = special.filter(({ date }) => date >= from && date <= until);
  return (
    <Part icon={IconCalendarOff} hue="grey" title={`${w.holidays}: ${met.length}`}>
      {met.length === 0 ? (
        w.noHolidays
      ) : (
        <ul className="field-errors">
          {met.map(({ date, kind }) => (
            <li key={date}>
              {longDate(date, language)}
              {kind === 'madeUp' && ` (${w.madeUp})`}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
};
