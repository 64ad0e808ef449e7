/** New opening and closing day; the length is kept when only the opening day is given. */
import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { DateField } from '../../../parts/date-field.tsx';
import { addDays } from '../../../words/format.ts';
import { useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { said } from './words.ts';

export interface NewDays {
  readonly start: string | null;
  readonly end: string | null;
}
export type DaysFault = 'missing' | 'past' | 'order';

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
/** Calendar days from one date to another. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** What is wrong with the days; null when they can be asked about. */
export const daysFault = ({ start, end }: NewDays, today: string): DaysFault | null => {
  if (!start || !end) return 'missing';
  if (start < today) return 'past';
  return end < start ? 'order' : null;
};

/** The closing day that keeps the length of the exercise. */
export const endKept = (file: Pick<File, 'startDate' | 'endDate'>, start: string | null): string | null => {
  if (!start) return null;
  return file.startDate && file.endDate ? addDays(start, daysBetween(file.startDate, file.endDate)) : start;
};

export const DaysFields = ({
  file,
  days,
  onChange,
  fault,
}: {
  readonly file: File;
  readonly days: NewDays;
  readonly onChange: (days: NewDays) => void;
  readonly fault: DaysFault | null;
}): ReactNode => {
  const w = useWords(said);
  const { start, end } = days;
  return (
    <Group grow align="flex-start" preventGrowOverflow={false}>
      <DateField
        id="field-startDate"
        label={w.newStart}
        value={start}
        onChange={(next) => onChange({ start: next, end: endKept(file, next) })}
        error={fault === 'past' ? w.beforeToday : undefined}
        min={file.today}
        required
      />
      <DateField
        id="field-endDate"
        label={w.newEnd}
        value={end}
        onChange={(next) => onChange({ start, end: next })}
        note={start && end && end >= start ? w.longer(daysBetween(start, end) + 1) : undefined}
        error={fault === 'order' ? w.endBeforeStart : undefined}
        min={start ?? file.today}
        required
      />
    </Group>
  );
};
