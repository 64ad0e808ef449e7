/** One body of all localities in force today, found by name, code or locality, without accents; at most 60 are listed. */
import { type OptionsFilter, Select } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useRead } from '../client/read.ts';
import { byName, plain } from '../words/format.ts';
import { useSay } from '../words/language.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
}
const AT_MOST = 60;

const matching: OptionsFilter = ({ options, search }) => {
  const asked = plain(search).split(/\s+/).filter(Boolean);
  return options
    .filter((each) => {
      if ('items' in each) return true;
      const text = plain(`${each.label} ${each.value}`);
      return asked.every((word) => text.includes(word));
    })
    .slice(0, AT_MOST);
};

export const BodyField = ({
  label,
  value,
  onChange,
  on,
  id,
  required = true,
  description,
  fits,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (body: string | null) => void;
  /** Bodies in force on that day instead of today. */
  readonly on?: string;
  readonly id?: string;
  readonly required?: boolean;
  readonly description?: ReactNode;
  readonly fits?: (body: string) => boolean;
}): ReactNode => {
  const say = useSay();
  const { data } = useRead('/api/v1/organisation', on === undefined ? {} : { query: { on } });
  const options = useMemo(() => {
    const all = (data?.units ?? []).flatMap(({ bodies }) =>
      bodies.map(({ body, name }): Option => ({ value: body, label: say(name) })),
    );
    const known = all.some((each) => each.value === value) || !value ? all : [{ value, label: value }, ...all];
    return known.filter((each) => fits?.(each.value) ?? true).sort((a, b) => byName(a.label, b.label));
  }, [data, say, value, fits]);
  return (
    <Select
      {...(id ? { id } : {})}
      label={label}
      description={description}
      data={options}
      value={value}
      onChange={onChange}
      searchable
      required={required}
      clearable={!required}
      filter={matching}
      maxDropdownHeight={320}
      comboboxProps={{ withinPortal: true }}
    />
  );
};
