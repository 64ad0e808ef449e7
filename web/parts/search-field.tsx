/** What is sought in a page, with a button that empties it. */
import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export const SearchField = ({
  label,
  clear,
  value,
  onChange,
}: {
  readonly label: string;
  /** Name of the button. */
  readonly clear: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}): ReactNode => (
  <TextInput
    type="search"
    aria-label={label}
    placeholder={label}
    leftSection={<IconSearch aria-hidden size={18} />}
    rightSection={value !== '' && <CloseButton aria-label={clear} onClick={() => onChange('')} />}
    value={value}
    onChange={({ currentTarget }) => onChange(currentTarget.value)}
    maw={420}
    mb="md"
    className="no-print"
  />
);
