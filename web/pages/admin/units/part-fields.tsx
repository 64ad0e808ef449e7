import { Button, Fieldset, SegmentedControl, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { useWords } from '../../../words/language.tsx';
import type { Unit } from './tree.ts';
import { UnitField } from './unit-field.tsx';
import { said } from './words.ts';

/** A locality that takes over: one that exists, or a new one of the same level under the same superior. */
export interface Part {
  readonly key: number;
  readonly isNew: boolean;
  readonly unit: string | null;
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}
export const emptyPart = (key: number): Part => ({ key, isNew: true, unit: null, id: '', name: '', nameEn: '' });

export const partId = ({ isNew, unit, id }: Part): string => (isNew ? id.trim() : (unit ?? ''));
export const partSent = (part: Part, like: Unit): string | Schemas['UnitData'] | null => {
  if (!part.isNew) return part.unit;
  const [id, nameVi, nameEn] = [part.id.trim(), part.name.trim(), part.nameEn.trim()];
  if (!id || !nameVi || !nameEn) return null;
  return { id, nameVi, nameEn, level: like.level.code, ...(like.parent ? { parent: like.parent } : {}) };
};

export const PartFields = ({
  part,
  legend,
  without,
  onChange,
  onRemove,
}: {
  readonly part: Part;
  readonly legend: string;
  readonly without: readonly string[];
  readonly onChange: (part: Part) => void;
  readonly onRemove?: () => void;
}): ReactNode => {
  const w = useWords(said);
  const text = (key: 'id' | 'name' | 'nameEn', label: string, what?: string): ReactNode => (
    <TextInput
      label={label}
      description={what}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={part[key]}
      onChange={({ currentTarget }) => onChange({ ...part, [key]: currentTarget.value })}
      maxLength={key === 'id' ? 60 : 120}
      required
      autoComplete="off"
    />
  );
  return (
    <Fieldset legend={legend} p="sm">
      <Stack gap="sm">
        <SegmentedControl
          aria-label={legend}
          value={part.isNew ? 'new' : 'known'}
          data={[
            { value: 'new', label: w.created },
            { value: 'known', label: w.existing },
          ]}
          onChange={(value) => onChange({ ...part, isNew: value === 'new' })}
          style={{ alignSelf: 'flex-start' }}
        />
        {part.isNew ? (
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            {text('name', w.name, w.nameWhat)}
            {text('nameEn', w.nameEn)}
            {text('id', w.unitId, w.unitIdWhat)}
          </SimpleGrid>
        ) : (
          <UnitField
            label={w.receiving}
            value={part.unit}
            onChange={(unit) => onChange({ ...part, unit })}
            without={without}
          />
        )}
        {onRemove && (
          <Button variant="default" size="compact-sm" style={{ alignSelf: 'flex-start' }} onClick={onRemove}>
            {w.removePart}
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
};
