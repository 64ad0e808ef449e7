/** The five statuses as big keys, each with its figure; "not reported" is what is left and cannot be chosen. */
import { Select, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { EXCUSE_NAMES } from '../../../../../domain/labels/words-drill.ts';
import { numberText } from '../../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../../words/language.tsx';
import { type DeskStatus, type Excuse, STATUSES } from './press.ts';
import { said } from './words.ts';

export interface Choice {
  readonly status: DeskStatus;
  readonly excuse: Excuse | null;
}

const isExcuse = (code: string | null): code is Excuse => code !== null && Object.hasOwn(EXCUSE_NAMES, code);

export const ExcuseSelect = ({
  value,
  onChange,
}: {
  readonly value: Excuse | null;
  readonly onChange: (excuse: Excuse | null) => void;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  return (
    <Select
      id="field-excuse"
      label={w.excuse}
      data={Object.entries(EXCUSE_NAMES).map(([code, name]) => ({ value: code, label: say(name) }))}
      value={value}
      onChange={(code) => onChange(isExcuse(code) ? code : null)}
      allowDeselect={false}
      required
      maw="22rem"
    />
  );
};

export const StatusChoice = ({
  choice,
  onChoose,
  counts,
  notYet,
  fixed = [],
}: {
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
  readonly counts: Readonly<Partial<Record<DeskStatus, number>>>;
  readonly notYet: number;
  /** Shown, not chosen: they follow from the rest. */
  readonly fixed?: readonly DeskStatus[];
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  return (
    <>
      <fieldset className="desk-figures">
        <legend className="only-heard">{w.status}</legend>
        {STATUSES.map((status) => {
          const inside = (
            <>
              {w[status]} <b>{numberText(counts[status] ?? 0, language)}</b>
            </>
          );
          return fixed.includes(status) ? (
            <span key={status} className="desk-choice figures">
              {inside}
            </span>
          ) : (
            <UnstyledButton
              key={status}
              className="desk-choice figures"
              aria-pressed={choice.status === status}
              onClick={() => onChoose({ ...choice, status })}
            >
              {inside}
            </UnstyledButton>
          );
        })}
        <span className="desk-choice figures">
          {w.notYet} <b>{numberText(notYet, language)}</b>
        </span>
      </fieldset>
      {choice.status === 'excused' && (
        <ExcuseSelect value={choice.excuse} onChange={(excuse) => onChoose({ ...choice, excuse })} />
      )}
    </>
  );
};
