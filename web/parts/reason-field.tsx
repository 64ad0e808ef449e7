/** Why: asked for by every act that changes what others rely on, kept in the history for ever. */
import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords, words } from '../words/language.tsx';

const said = words({
  reason: ['Lý do (bắt buộc)', 'Reason (required)'],
  kept: ['Ghi vào nhật ký, không xóa được.', 'Kept in the history for ever.'],
});

export const ReasonField = ({
  value,
  onChange,
  label,
}: {
  readonly value: string;
  readonly onChange: (reason: string) => void;
  readonly label?: string;
}): ReactNode => {
  const w = useWords(said);
  return (
    <Textarea
      id="field-reason"
      label={label ?? w.reason}
      description={w.kept}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      autosize
      minRows={2}
      maxLength={500}
      required
    />
  );
};
