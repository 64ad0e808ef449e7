/** One locality or several of those in force today, found without accents, former names too; at most 60 are listed. */
import { MultiSelect, type OptionsFilter, Select } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useRead } from '../../../client/read.ts';
import { byName, plain } from '../../../words/format.ts';
import { useSay } from '../../../words/language.tsx';
import { alone } from './tree.ts';

const useUnits = (without: readonly string[]) => {
  const say = useSay();
  const { data } = useRead('/api/v1/organisation');
  return useMemo(() => {
    const units = (data?.units ?? []).filter(({ id }) => !without.includes(id));
    const options = units
      .map(({ id, name }) => ({ value: id, label: alone(say(name)) }))
      .sort((a, b) => byName(a.label, b.label));
    const texts = new Map(
      units.map(({ id, name, formerly }) => [
        id,
        plain([id, name.vi, name.en, ...formerly.map(({ vi }) => vi)].join(' ')),
      ]),
    );
    const filter: OptionsFilter = ({ options: given, search }) => {
      const asked = plain(search).split(/\s+/).filter(Boolean);
      return given
        .filter((each) => 'items' in each || asked.every((word) => texts.get(each.value)?.includes(word)))
        .slice(0, 60);
    };
    return { options, filter };
  }, [data, say, without]);
};

const NONE: readonly string[] = [];

export const UnitField = ({
  label,
  value,
  onChange,
  without = NONE,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (unit: string | null) => void;
  readonly without?: readonly string[];
}): ReactNode => {
  const { options, filter } = useUnits(without);
  return <Select label={label} data={options} filter={filter} value={value} onChange={onChange} searchable required />;
};

export const UnitsField = ({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (units: readonly string[]) => void;
}): ReactNode => {
  const { options, filter } = useUnits(NONE);
  return (
    <MultiSelect
      label={label}
      data={options}
      filter={filter}
      value={[...value]}
      onChange={onChange}
      searchable
      required
      hidePickedOptions
    />
  );
};
