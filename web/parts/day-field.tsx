/** The day that a view shows, `?ngay=`: today, or how things stood on an earlier one. */
import type { ReactNode } from 'react';
import { useMe } from '../session/session.tsx';
import { useWords, words } from '../words/language.tsx';
import { DateField } from './date-field.tsx';
import { useAsOf, useView } from './view.ts';

const said = words({ asOf: ['Tính đến ngày', 'As of'] });

export const DayField = (): ReactNode => {
  const w = useWords(said);
  const { today } = useMe();
  const asOf = useAsOf();
  const [, setView] = useView();
  return (
    <div className="no-print">
      <DateField
        label={w.asOf}
        value={asOf ?? today}
        onChange={(day) => setView({ ngay: day === null || day >= today ? undefined : day })}
        max={today}
        required
      />
    </div>
  );
};
