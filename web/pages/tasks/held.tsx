/** How long something has lain where it lies: "Đang ở: Ban CHQS – 2 ngày làm việc". */
import type { ReactNode } from 'react';
import { useDays } from '../../parts/use-days.ts';
import { workingDaysBetween } from '../../parts/working-days.ts';
import { dateText, dayOf } from '../../words/format.ts';
import { useWords } from '../../words/language.tsx';
import { said } from './words.ts';

/** Working days since an instant, or its day where they cannot be counted. */
export const Held = ({ since, today }: { readonly since: string; readonly today: string }): ReactNode => {
  const w = useWords(said);
  const days = useDays(Number(dayOf(since).slice(0, 4)));
  const from = dayOf(since);
  const count = workingDaysBetween(days, from, today);
  return (
    <span className="figures">
      {count === null ? w.since(dateText(from)) : count <= 0 ? w.sinceToday : w.forDays(count)}
    </span>
  );
};
