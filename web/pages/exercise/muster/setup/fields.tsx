/** What most forms of the drill ask: which locality, which kind, which station; single orders or a count. */
import { Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { RadioChoice } from '../../../../parts/radio-choice.tsx';
import { useWords } from '../../../../words/language.tsx';
import type { File } from '../../tabs.ts';
import type { Muster } from '../board.tsx';
import type { Kind } from '../tiles.ts';
import { useUnitNames } from '../use-units.ts';
import { said } from './words.ts';

export interface StepProps {
  readonly file: File;
  readonly muster: Muster;
}
export interface DialogProps extends StepProps {
  readonly onClose: () => void;
}

/** The locality of the drill, those of its communes, and those that already stand in it. */
export const unitsOf = ({ file, muster }: StepProps): string[] => [
  ...new Set([
    file.orgUnit,
    ...file.children.map(({ orgUnit }) => orgUnit),
    ...muster.drill.rows.map(({ unit }) => unit),
  ]),
];

export const UnitSelect = ({
  units,
  value,
  onChange,
}: {
  readonly units: readonly string[];
  readonly value: string | null;
  readonly onChange: (unit: string | null) => void;
}): ReactNode => {
  const w = useWords(said);
  const nameOf = useUnitNames();
  return (
    <Select
      id="field-unit"
      label={w.unit}
      data={units.map((unit) => ({ value: unit, label: nameOf(unit) }))}
      value={value}
      onChange={onChange}
      searchable
      required
    />
  );
};

export const KindChoice = ({
  value,
  onChange,
}: {
  readonly value: Kind;
  readonly onChange: (kind: Kind) => void;
}): ReactNode => {
  const w = useWords(said);
  return (
    <RadioChoice
      label={w.kind}
      options={[
        ['reservist', w.reservist],
        ['vehicle', w.vehicle],
      ]}
      value={value}
      onChange={onChange}
    />
  );
};

export const StationSelect = ({
  muster,
  value,
  onChange,
}: {
  readonly muster: Muster;
  readonly value: string | null;
  readonly onChange: (station: string | null) => void;
}): ReactNode => {
  const w = useWords(said);
  return muster.stations.length === 0 ? null : (
    <Select
      id="field-station"
      label={w.station}
      data={muster.stations.map(({ station }) => station)}
      value={value}
      onChange={onChange}
      clearable
    />
  );
};

/** A code in capitals. */
export const CodeField = ({
  label,
  description,
  value,
  onChange,
  id,
  required = true,
}: {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly id: string;
  readonly required?: boolean;
}): ReactNode => (
  <TextInput
    id={id}
    label={label}
    description={description}
    inputWrapperOrder={['label', 'input', 'description', 'error']}
    value={value}
    onChange={({ currentTarget }) => onChange(currentTarget.value.toUpperCase())}
    maxLength={20}
    autoComplete="off"
    spellCheck={false}
    required={required}
  />
);
