/** The day that the board shows and the day it is compared with: a slider by working days, and date fields. */
import { Button, Group, Slider, Text } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import { DateField } from '../../parts/date-field.tsx';
import { useView } from '../../parts/view.ts';
import { longDate, shortDate } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { said } from './words.ts';

const SETTLED_MS = 250;

/** `days`: working days to choose from, the last one today. */
export const AsOfBar = ({ days, day }: { readonly days: readonly string[]; readonly day: string }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const [view, setView] = useView();
  const today = days.at(-1) ?? day;
  const found = Math.max(
    0,
    days.findLastIndex((each) => each <= day),
  );
  const [at, setAt] = useState(found);
  useEffect(() => setAt(found), [found]);
  const settle = useDebouncedCallback((index: number) => {
    const chosen = days[index];
    setView({ ngay: chosen === undefined || chosen === today ? undefined : chosen });
  }, SETTLED_MS);
  const move = (index: number): void => {
    setAt(index);
    settle(index);
  };
  const shown = at === found ? day : (days[at] ?? day);
  const choose = (part: 'ngay' | 'so', date: string | null): void =>
    setView({ [part]: date === null || (part === 'ngay' && date >= today) ? undefined : date });
  return (
    <Group className="as-of-bar no-print" gap="lg" align="flex-start">
      <div className="as-of-slider">
        <Text size="sm" fw={600} component="output" aria-live="polite">
          {w.asAt(longDate(shown, language))}
        </Text>
        {days.length > 1 && (
          <>
            <Slider
              value={at}
              onChange={move}
              min={0}
              max={days.length - 1}
              label={null}
              thumbLabel={w.slider}
              thumbProps={{ 'aria-valuetext': longDate(shown, language) }}
              mt={6}
              mb={2}
            />
            <Group justify="space-between">
              <Text size="xs" c="dimmed">
                {shortDate(days[0] ?? day)}
              </Text>
              {view.ngay !== undefined && (
                <Button variant="subtle" size="compact-xs" onClick={() => setView({ ngay: undefined })}>
                  {w.today}
                </Button>
              )}
              <Text size="xs" c="dimmed">
                {shortDate(today)}
              </Text>
            </Group>
          </>
        )}
      </div>
      <div className="as-of-date">
        <DateField label={w.asOf} value={day} onChange={(date) => choose('ngay', date)} max={today} required />
      </div>
      <div className="as-of-date">
        <DateField label={w.compare} value={view.so ?? null} onChange={(date) => choose('so', date)} max={today} />
      </div>
    </Group>
  );
};
