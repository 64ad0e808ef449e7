/** Filters as chips, each with the count of exactly the rows it leads to. One of a row is chosen; choosing it again clears it. */
import { Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { numberText } from '../words/format.ts';
import { useLanguage } from '../words/language.tsx';
import './chips.css';

export interface Chip {
  readonly value: string;
  readonly label: ReactNode;
  readonly count: number;
}

export const Chips = ({
  label,
  chips,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly chips: readonly Chip[];
  readonly chosen: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
}): ReactNode => {
  const { language } = useLanguage();
  if (chips.length === 0) return null;
  return (
    <fieldset className="chips">
      <legend className="only-heard">{label}</legend>
      <Text size="sm" c="dimmed" aria-hidden className="chips-label">
        {label}
      </Text>
      {chips.map(({ value, label: text, count }) => (
        <UnstyledButton
          key={value}
          className="chip"
          aria-pressed={chosen === value}
          onClick={() => onChoose(chosen === value ? undefined : value)}
        >
          {text} <span className="chip-count">{numberText(count, language)}</span>
        </UnstyledButton>
      ))}
    </fieldset>
  );
};
