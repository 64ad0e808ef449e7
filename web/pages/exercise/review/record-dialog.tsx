/** One more entry of the review, under the next free number. */
import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Command } from '../../../client/command.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useWords } from '../../../words/language.tsx';
import { said } from './words.ts';

export const WordsField = ({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
}): ReactNode => {
  const w = useWords(said);
  return (
    <Textarea
      id="field-text"
      label={w.text}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      maxLength={1000}
      autosize
      minRows={3}
      required
    />
  );
};

export const RecordDialog = ({
  review,
  onClose,
  title,
  id,
  command,
  isTouched,
  children,
}: {
  readonly review: string;
  readonly onClose: () => void;
  readonly title: string;
  /** Number of the entry. */
  readonly id: string;
  /** Null while something is missing. */
  readonly command: Command<'reviews'> | null;
  readonly isTouched: boolean;
  readonly children: ReactNode;
}): ReactNode => {
  const w = useWords(said);
  const act = useAct('reviews', review, w.findingDone, onClose);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => command && act.send(command)}
      title={title}
      button={w.findingThis(id)}
      error={act.error}
      sending={act.sending}
      disabled={command === null}
      dirty={isTouched}
    >
      {children}
    </ActDialog>
  );
};
