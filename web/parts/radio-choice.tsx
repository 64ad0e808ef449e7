/** One of a few, all of them in sight. */
import { Group, Radio } from '@mantine/core';
import type { ReactNode } from 'react';

export const RadioChoice = <T extends string>({
  label,
  description,
  options,
  value,
  onChange,
  disabled = false,
}: {
  readonly label: string;
  readonly description?: string;
  /** Value and name of each, in the order shown. */
  readonly options: readonly (readonly [value: NoInfer<T>, name: string])[];
  readonly value: T;
  readonly onChange: (value: NoInfer<T>) => void;
  readonly disabled?: boolean;
}): ReactNode => (
  <Radio.Group label={label} description={description} value={value} onChange={onChange}>
    <Group mt={4} gap="lg">
      {options.map(([each, name]) => (
        <Radio key={each} value={each} label={name} disabled={disabled} />
      ))}
    </Group>
  </Radio.Group>
);
