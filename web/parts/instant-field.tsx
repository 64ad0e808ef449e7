/** A day and an hour of Vietnam; typed `7:30`, `0730` or `7h30`. Values are UTC instants. */
import { Group, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { dayOf, timeText } from '../words/format.ts';
import { useWords, words } from '../words/language.tsx';
import { DateField } from './date-field.tsx';
import { instantAt, readTime } from './time.ts';

const said = words({
  hour: ['Giờ', 'Hour'],
  form: ['giờ:phút, ví dụ 07:30', 'hour:minute, for example 07:30'],
});

export const InstantField = ({
  label,
  value,
  onChange,
  id,
  required = false,
}: {
  readonly label: string;
  readonly value: string | null;
  /** Null while day or hour is missing. */
  readonly onChange: (instant: string | null) => void;
  readonly id?: string;
  readonly required?: boolean;
}): ReactNode => {
  const w = useWords(said);
  const [date, setDate] = useState(value && dayOf(value));
  const [typed, setTyped] = useState(value ? timeText(value) : '');
  const tell = (day: string | null, hour: string): void => {
    setDate(day);
    setTyped(hour);
    const time = readTime(hour);
    onChange(day && time ? instantAt(day, time) : null);
  };
  const time = readTime(typed);
  return (
    <Group grow align="flex-start" wrap="wrap" preventGrowOverflow={false}>
      <DateField
        label={label}
        value={date}
        onChange={(day) => tell(day, typed)}
        required={required}
        {...(id ? { id } : {})}
      />
      <TextInput
        label={w.hour}
        description={time ?? w.form}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={typed}
        onChange={({ currentTarget }) => tell(date, currentTarget.value)}
        placeholder="07:30"
        inputMode="numeric"
        maxLength={5}
        autoComplete="off"
        withAsterisk={required}
        required={required}
        miw="8rem"
      />
    </Group>
  );
};
