/** The clerk gives a paper its number: the next of its symbol, or one that he names. */
import { NumberInput, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { DateField } from '../../../parts/date-field.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useWords } from '../../../words/language.tsx';
import type { Line } from './drawn-up.tsx';
import { said } from './drawn-up-words.ts';

export const GiveNumber = ({
  exercise,
  name,
  line: { row, choice },
  today,
  onClose,
}: {
  readonly exercise: string;
  readonly name: string;
  readonly line: Line;
  /** Day of the business clock. */
  readonly today: string;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const [date, setDate] = useState<string | null>(today);
  const [number, setNumber] = useState<number | null>(null);
  // numbers begin anew each year: the day of signing says in which register
  const act = useAct('registers', `${row.office}-${(date ?? today).slice(0, 4)}`, w.given, onClose);
  const send = (): void => {
    if (!choice || row.symbol === null || date === null) return;
    const paper = { exercise, kind: row.kind, atVersion: choice.atVersion, ...(choice.of ? { of: choice.of } : {}) };
    act.send({ type: 'GiveNumber', symbol: row.symbol, date, paper, ...(number === null ? {} : { number }) });
  };
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={w.giveTo(name)}
      button={w.give}
      effect={<Text size="sm">{w.giveWhat(row.symbol ?? '', String(choice?.atVersion ?? ''))}</Text>}
      error={act.error}
      sending={act.sending}
      disabled={date === null}
      dirty={number !== null}
    >
      <DateField label={w.date} value={date} onChange={setDate} />
      <NumberInput
        label={w.ownNumber}
        value={number ?? ''}
        onChange={(typed) => setNumber(typeof typed === 'number' ? typed : null)}
        min={1}
        max={99_999}
        allowDecimal={false}
        hideControls
      />
    </ActDialog>
  );
};
