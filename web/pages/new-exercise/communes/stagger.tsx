/** Days for all chosen communes at once: the pilot first, the others after it at an even distance. */
import { Button, NumberInput } from '@mantine/core';
import { IconCalendarStats } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { DateField } from '../../../parts/date-field.tsx';
import { useDays } from '../../../parts/use-days.ts';

import { addDays } from '../../../words/format.ts';
import { useWords } from '../../../words/language.tsx';
import { said } from '../words.ts';
import { type Row, type Sheet, staggered } from './rows.ts';

const number = (value: string | number): number => (typeof value === 'number' ? value : 0);

export const Stagger = ({
  sheet,
  today,
  disabled,
  onArrange,
  onLength,
}: {
  readonly sheet: Sheet;
  readonly today: string;
  readonly disabled: boolean;
  readonly onArrange: (rows: readonly Row[]) => void;
  readonly onLength: (length: number) => void;
}): ReactNode => {
  const w = useWords(said);
  const [first, setFirst] = useState<string | null>(null);
  const [apart, setApart] = useState(2);
  const [afterPilot, setAfterPilot] = useState(5);
  const days = useDays(Number((first ?? today).slice(0, 4)));
  const some = sheet.rows.some(({ chosen, done }) => chosen && !done);
  return (
    <fieldset className="commune-tools" aria-label={w.stagger} disabled={disabled}>
      <DateField label={w.firstDay} value={first} onChange={setFirst} min={addDays(today, 1)} />
      {sheet.pilot !== null && (
        <NumberInput
          label={w.afterPilot}
          min={0}
          max={60}
          w="11rem"
          value={afterPilot}
          onChange={(value) => setAfterPilot(number(value))}
        />
      )}
      <NumberInput
        label={w.apart}
        min={0}
        max={30}
        w="11rem"
        value={apart}
        onChange={(value) => setApart(number(value))}
      />
      <NumberInput
        label={w.length}
        min={1}
        max={31}
        w="9rem"
        value={sheet.length}
        onChange={(value) => onLength(Math.max(1, number(value)))}
      />
      <Button
        variant="default"
        leftSection={<IconCalendarStats aria-hidden size={18} />}
        disabled={first === null || !some}
        onClick={() => {
          if (first) onArrange(staggered(sheet.rows, sheet.pilot, { first, apart, afterPilot }, days));
        }}
      >
        {w.arrange}
      </Button>
    </fieldset>
  );
};
