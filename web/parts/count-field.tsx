/** A whole number typed by hand; nothing typed is null, never 0. */
import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

/** `1.234` → 1234; null for what is no whole number. */
export const readCount = (typed: string): number | null => {
  const digits = typed.replace(/[\s.,]/g, '');
  return /^\d{1,7}$/.test(digits) ? Number(digits) : null;
};

export const CountField = ({
  label,
  value,
  onChange,
  description,
  error,
  required = false,
  id,
}: {
  readonly label: ReactNode;
  /** As typed. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly id?: string;
}): ReactNode => (
  <TextInput
    {...(id ? { id } : {})}
    label={label}
    value={value}
    onChange={({ currentTarget }) => onChange(currentTarget.value)}
    description={description}
    inputWrapperOrder={['label', 'input', 'description', 'error']}
    error={error ?? (value !== '' && readCount(value) === null)}
    inputMode="numeric"
    autoComplete="off"
    maxLength={9}
    withAsterisk={required}
    required={required}
    miw="7rem"
  />
);
