/** The day whose organisation is shown: by the date field, by month with the slider, back to today. */
import { Button, Group, Slider, Text } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { DateField } from '../../../parts/date-field.tsx';
import { dateText } from '../../../words/format.ts';
import { useWords } from '../../../words/language.tsx';
import { said } from './words.ts';

const FIRST = '2020-01-01';
const AHEAD_MONTHS = 24;

const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
const firstOf = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;

export const DayBar = ({
  day,
  today,
  onChange,
}: {
  readonly day: string;
  readonly today: string;
  /** Undefined: today. */
  readonly onChange: (day: string | undefined) => void;
}): ReactNode => {
  const w = useWords(said);
  const [month, setMonth] = useState(monthOf(day));
  useEffect(() => setMonth(monthOf(day)), [day]);
  const [low, high] = [Math.min(monthOf(FIRST), monthOf(day)), Math.max(monthOf(today) + AHEAD_MONTHS, monthOf(day))];
  const name = (at: number): string => `${(at % 12) + 1}/${Math.floor(at / 12)}`;
  return (
    <Group gap="lg" align="flex-start" mb="md" className="no-print">
      <div style={{ width: 190 }}>
        <DateField label={w.on} value={day} onChange={(next) => onChange(next ?? undefined)} required />
      </div>
      <div style={{ flex: '1 1 240px', maxWidth: 520 }}>
        <Text size="sm" fw={500} mb={10}>
          {w.slide}
        </Text>
        <Slider
          thumbLabel={w.slide}
          min={low}
          max={high}
          value={month}
          onChange={setMonth}
          onChangeEnd={(at) => onChange(at === monthOf(today) ? undefined : firstOf(at))}
          label={name}
          thumbProps={{ 'aria-valuetext': dateText(day) }}
        />
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {name(low)}
          </Text>
          <Text size="xs" c="dimmed">
            {name(high)}
          </Text>
        </Group>
      </div>
      {day !== today && (
        <Button variant="default" mt={25} onClick={() => onChange(undefined)}>
          {w.today}
        </Button>
      )}
    </Group>
  );
};
