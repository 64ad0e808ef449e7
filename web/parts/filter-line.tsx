/** Filters of a list in one line: its fields, one switch, and what takes them all away. */
import { Button, Group, Switch } from '@mantine/core';
import type { ReactNode } from 'react';

export const FilterLine = ({
  children,
  only,
  isOnly,
  onOnly,
  isFiltered,
  clear,
  onClear,
}: {
  readonly children: ReactNode;
  /** What the switch is called. */
  readonly only: string;
  readonly isOnly: boolean;
  readonly onOnly: (isOnly: boolean) => void;
  readonly isFiltered: boolean;
  /** Name of the button, offered while anything is filtered. */
  readonly clear: string;
  readonly onClear: () => void;
}): ReactNode => (
  <Group gap="md" align="flex-end" mb="sm" className="no-print">
    {children}
    <Switch label={only} checked={isOnly} onChange={({ currentTarget }) => onOnly(currentTarget.checked)} mb={8} />
    {isFiltered && (
      <Button variant="subtle" onClick={onClear}>
        {clear}
      </Button>
    )}
  </Group>
);
