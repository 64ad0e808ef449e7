/** What an automatic indicator is made of, and the targets of an indicator by year. */
import { Button, Fieldset, Group, MultiSelect, Select, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { EXERCISE_TYPE_NAMES } from '../../../domain/labels/words.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { readAmount } from './amounts.ts';
import { EXERCISE_TYPES, type IndicatorDraft, isTargetWrong, NO_TARGET, type TargetTyped } from './indicator-draft.ts';
import type { Programme } from './rights.ts';
import { useCommunes } from './use-communes.ts';
import { said } from './words.ts';
import { acts } from './words-acts.ts';

interface Part {
  readonly draft: IndicatorDraft;
  readonly change: (part: Partial<IndicatorDraft>) => void;
}

const TypeField = ({ draft, change }: Part): ReactNode => {
  const w = useWords(acts);
  const say = useSay();
  return (
    <Select
      id="field-source.exerciseType"
      label={w.exerciseType}
      data={EXERCISE_TYPES.map((value) => ({ value, label: say(EXERCISE_TYPE_NAMES[value]) }))}
      value={draft.exerciseType}
      onChange={(next) => change({ exerciseType: EXERCISE_TYPES.find((each) => each === next) ?? draft.exerciseType })}
      allowDeselect={false}
    />
  );
};

const Communes = ({ file, draft, change }: Part & { readonly file: Programme }): ReactNode => {
  const w = useWords(acts);
  const communes = useCommunes(file.orgUnit);
  return (
    <>
      <MultiSelect
        id="field-source.communes"
        label={w.communes}
        data={communes}
        value={[...draft.communes]}
        onChange={(chosen) => change({ communes: chosen })}
        searchable
        required
        hidePickedOptions
        maxDropdownHeight={320}
      />
      {draft.communes.length < communes.length && (
        <Group>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => change({ communes: communes.map(({ value }) => value) })}
          >
            {w.allCommunes(communes.length)}
          </Button>
        </Group>
      )}
    </>
  );
};

export const SourceFields = ({ file, draft, change }: Part & { readonly file: Programme }): ReactNode => {
  const w = useWords(acts);
  switch (draft.source) {
    case 'coverage':
      return (
        <>
          <TypeField draft={draft} change={change} />
          <Communes file={file} draft={draft} change={change} />
        </>
      );
    case 'exercisesHeld':
      return <TypeField draft={draft} change={change} />;
    case 'mobilisation':
      return (
        <Select
          id="field-source.of"
          label={w.mobilised}
          data={[
            { value: 'reservist', label: w.reservist },
            { value: 'vehicle', label: w.vehicle },
          ]}
          value={draft.of}
          onChange={(next) => change({ of: next === 'vehicle' ? 'vehicle' : 'reservist' })}
          allowDeselect={false}
        />
      );
    case 'graded':
      return (
        <TextInput
          id="field-source.points"
          label={w.points}
          value={draft.points}
          onChange={({ currentTarget }) => change({ points: currentTarget.value })}
          error={draft.points !== '' && readAmount(draft.points) === null && w.noNumber}
          inputMode="decimal"
          maxLength={6}
          required
        />
      );
    default:
      return null;
  }
};

const Target = ({
  column,
  draft,
  onChange,
}: {
  readonly column: string;
  readonly draft: IndicatorDraft;
  readonly onChange: (typed: TargetTyped) => void;
}): ReactNode => {
  const w = useWords(acts);
  const { wholeTerm } = useWords(said);
  const typed = draft.targets[column] ?? NO_TARGET;
  const name = column === 'term' ? wholeTerm : column;
  const isRange = draft.comparator === 'range';
  const error = isTargetWrong(typed, draft) && w.noNumber;
  const field = (end: 'low' | 'high', label: string): ReactNode => (
    <TextInput
      id={end === 'low' ? `field-targets.${column}` : `field-targets.${column}.max`}
      label={label}
      value={typed[end]}
      onChange={({ currentTarget }) => onChange({ ...typed, [end]: currentTarget.value })}
      error={end === 'low' && error}
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      w="7rem"
    />
  );
  return isRange ? (
    <Group gap={4} align="flex-start" wrap="nowrap">
      {field('low', `${name} ${w.from}`)}
      {field('high', `${name} ${w.to}`)}
    </Group>
  ) : (
    field('low', name)
  );
};

export const TargetFields = ({ columns, draft, change }: Part & { readonly columns: readonly string[] }): ReactNode => {
  const w = useWords(acts);
  const [first, ...others] = columns.filter((column) => column !== 'term');
  const model = first === undefined ? undefined : draft.targets[first];
  const spread = (): void => {
    if (!model) return;
    change({ targets: { ...draft.targets, ...Object.fromEntries(others.map((column) => [column, model])) } });
  };
  return (
    <Fieldset legend={`${w.targets}${draft.unit.trim() === '' ? '' : ` (${draft.unit.trim()})`}`}>
      <Text size="sm" c="dimmed" mb="xs">
        {w.targetsWhat}
      </Text>
      <Group gap="sm" align="flex-start">
        {columns.map((column) => (
          <Target
            key={column}
            column={column}
            draft={draft}
            onChange={(typed) => change({ targets: { ...draft.targets, [column]: typed } })}
          />
        ))}
      </Group>
      {others.length > 0 && (
        <Button variant="default" size="compact-sm" mt="sm" onClick={spread} disabled={!model || model.low === ''}>
          {w.same}
        </Button>
      )}
    </Fieldset>
  );
};
