/** A body of the localities that take part in an exercise, found by name or code. */
import { type OptionsFilter, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRead } from '../../client/read.ts';
import { byName, plain } from '../../words/format.ts';
import { useSay } from '../../words/language.tsx';
import type { File } from './tabs.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}
interface Group {
  readonly group: string;
  readonly items: Option[];
}

/** Bodies in force today by unit: the exercise's own first, then its superior's, then its communes'. */
const useBodies = (file: File): Group[] => {
  const say = useSay();
  const organisation = useRead('/api/v1/organisation');
  const bodies = useRead('/api/v1/bodies');
  const units = [...new Set([file.orgUnit, file.superiorUnit, ...file.children.map(({ orgUnit }) => orgUnit)])];
  const found = units.flatMap((id): Group[] => {
    const unit = organisation.data?.units.find((each) => each.id === id);
    if (!unit) return [];
    const items = unit.bodies.map(({ body, name }) => ({
      value: body,
      label: `${say(name)} (${body.slice(body.lastIndexOf('.') + 1)})`,
    }));
    return [{ group: say(unit.name), items: items.sort((a, b) => byName(a.label, b.label)) }];
  });
  if (found.length > 0 || !bodies.data) return found;
  // no organisation is entered yet: every body that templates name
  const items = bodies.data.bodies.map(({ code, name }) => ({
    value: `${file.orgUnit}.${code}`,
    label: `${say(name)} (${code})`,
  }));
  return [{ group: file.orgUnit, items }];
};

const found: OptionsFilter = ({ options, search }) => {
  const fits = ({ label }: { readonly label: string }): boolean => plain(label).includes(plain(search));
  return options
    .map((each) => ('items' in each ? { ...each, items: each.items.filter(fits) } : each))
    .filter((each) => ('items' in each ? each.items.length > 0 : fits(each)));
};

export const BodySelect = ({
  file,
  label,
  value,
  onChange,
}: {
  readonly file: File;
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (body: string | null) => void;
}): ReactNode => (
  <Select
    id="field-owner"
    label={label}
    data={useBodies(file)}
    value={value}
    onChange={onChange}
    searchable
    required
    filter={found}
    maxDropdownHeight={320}
    comboboxProps={{ withinPortal: true }}
  />
);
