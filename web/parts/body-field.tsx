/** Bodies of all localities in force today, found by name, code or locality, without accents; at most 60 are listed. */
import { MultiSelect, type OptionsFilter, Select } from '@mantine/core';
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

type Fits = (body: string) => boolean;
const isIn = ({ value }: Option, unit: string): boolean => value.startsWith(`${unit}.`);

/** Choices with those that stand already, whether they are in force or not. */
const useChoices = (
  chosen: readonly string[],
  {
    on,
    fits,
    near = '',
  }: { readonly on?: string | undefined; readonly fits?: Fits | undefined; readonly near?: string },
): Option[] => {
  const say = useSay();
  const { data } = useRead('/api/v1/organisation', on === undefined ? {} : { query: { on } });
  return useMemo(() => {
    const all = (data?.units ?? []).flatMap(({ bodies }) =>
      bodies.map(({ body, name }): Option => ({ value: body, label: say(name) })),
    );
    const unknown = chosen.filter((body) => body !== '' && !all.some(({ value }) => value === body));
    return [...unknown.map((value) => ({ value, label: value })), ...all]
      .filter(({ value }) => fits?.(value) ?? true)
      .sort((a, b) => Number(isIn(b, near)) - Number(isIn(a, near)) || byName(a.label, b.label));
  }, [data, say, chosen, fits, near]);
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
  const chosen = useMemo(() => (value === null ? [] : [value]), [value]);
  const options = useChoices(chosen, { on, fits });
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

/** Several of them. */
export const BodiesField = ({
  label,
  values,
  onChange,
  id,
  description,
  near,
}: {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (bodies: string[]) => void;
  readonly id?: string;
  readonly description?: ReactNode;
  /** A locality whose bodies are listed first. */
  readonly near?: string;
}): ReactNode => (
  <MultiSelect
    {...(id ? { id } : {})}
    label={label}
    description={description}
    data={useChoices(values, near === undefined ? {} : { near })}
    value={[...values]}
    onChange={onChange}
    searchable
    required
    filter={matching}
    maxDropdownHeight={320}
    hidePickedOptions
    comboboxProps={{ withinPortal: true }}
  />
);
