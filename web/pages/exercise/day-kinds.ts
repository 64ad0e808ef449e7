/** Which days are off, by the tables of the years concerned. Days are `yyyy-MM-dd` strings throughout. */
import type { Answer } from '../../client/http.ts';
import { isWeekend } from '../../words/format.ts';

type Table = Answer<'/api/v1/calendars/{year}'>;
/** `off`: a weekday that is a holiday; `madeUp`: a Saturday that is worked. */
export type DayKind = 'work' | 'weekend' | 'off' | 'madeUp';
export interface DayKinds {
  readonly kindOf: (date: string) => DayKind;
  readonly isWorking: (date: string) => boolean;
  /** Years asked for that have no table. */
  readonly missing: readonly number[];
  /** Holidays on weekdays and Saturdays worked, by date. */
  readonly special: readonly { readonly date: string; readonly kind: 'off' | 'madeUp' }[];
}

export const dayKinds = (tables: readonly Table[], years: readonly number[]): DayKinds => {
  const special = tables.flatMap(({ days }) => days).sort((a, b) => (a.date < b.date ? -1 : 1));
  const kinds = new Map(special.map(({ date, kind }) => [date, kind] as const));
  const kindOf = (date: string): DayKind => kinds.get(date) ?? (isWeekend(date) ? 'weekend' : 'work');
  return {
    kindOf,
    isWorking: (date) => ['work', 'madeUp'].includes(kindOf(date)),
    missing: years.filter((year) => !tables.some((table) => table.year === year)),
    special,
  };
};

export const yearsBetween = (from: string, to: string): number[] => {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first) + 1 }, (_, i) => first + i);
};
