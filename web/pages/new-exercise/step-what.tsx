/** Step 1: what kind of exercise, where, and what it is called. */
import { Anchor, Checkbox, Select, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Answer } from '../../client/http.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { type Draft, isLocal, TYPES } from './draft.ts';
import type { Errors } from './errors.ts';
import { type Unit, useUnitChoices } from './units.ts';
import { said } from './words.ts';

type Exercises = Answer<'/api/v1/exercises'>['exercises'];
export interface StepProps {
  readonly draft: Draft;
  readonly change: (parts: Partial<Draft>) => void;
  readonly errors: Errors;
}

/** City exercises that a commune can still join. */
export const openCities = (exercises: Exercises, superior: string | null): Exercises =>
  exercises.filter(
    ({ type, orgUnit, phase }) =>
      !isLocal(type) && (superior === null || orgUnit === superior) && !['closed', 'cancelled'].includes(phase),
  );

export const StepWhat = ({
  draft,
  change,
  errors,
  units,
  exercises,
  today,
  locked,
}: StepProps & {
  readonly units: readonly Unit[];
  readonly exercises: Exercises;
  readonly today: string;
  /** The file is open as a draft: what stands here cannot be changed any more. */
  readonly locked: boolean;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const choices = useUnitChoices(units, draft.type);
  const local = draft.type !== null && isLocal(draft.type);
  const unit = units.find(({ id }) => id === draft.unit);
  const cities = openCities(exercises, draft.superior);
  const year = (draft.start ?? today).slice(0, 4);
  const suggestion = draft.type && unit ? w.themeOf(w[`${draft.type}Of`], say(unit.name), year) : null;
  return (
    <Stack gap="md" maw="44rem">
      <Select
        id="field-exerciseType"
        label={w.type}
        required
        disabled={locked}
        value={draft.type}
        onChange={(value) => {
          const type = TYPES.find((each) => each === value) ?? null;
          const stays = type !== null && draft.type !== null && isLocal(type) === isLocal(draft.type);
          change({ type, template: null, owners: {}, ...(stays ? {} : { unit: null, superior: null, parent: null }) });
        }}
        data={TYPES.map((value) => ({ value, label: w[value] }))}
        error={errors.exerciseType}
      />
      <Select
        id="field-orgUnit"
        label={w.unit}
        description={w.unitHint}
        required
        searchable
        disabled={locked || draft.type === null}
        value={draft.unit}
        onChange={(value) => {
          const chosen = units.find(({ id }) => id === value);
          const superior = local ? (chosen?.parent ?? null) : null;
          change({ unit: value, superior, parent: null, owners: {} });
        }}
        data={choices}
        error={errors.orgUnit}
      />
      {local && cities.length > 0 && (
        <Select
          label={w.parent}
          description={w.parentHint}
          clearable
          disabled={locked}
          value={draft.parent}
          onChange={(parent) => change({ parent })}
          data={cities.map(({ id, theme }) => ({ value: id, label: theme }))}
        />
      )}
      <div>
        <TextInput
          id="field-theme"
          label={w.theme}
          description={w.themeHint}
          required
          disabled={locked}
          maxLength={300}
          value={draft.theme}
          onChange={({ currentTarget }) => change({ theme: currentTarget.value })}
          error={errors.theme}
        />
        {suggestion && draft.theme.trim() === '' && !locked && (
          <Anchor component="button" type="button" size="sm" mt={4} onClick={() => change({ theme: suggestion })}>
            {w.suggest(suggestion)}
          </Anchor>
        )}
      </div>
      <TextInput
        id="field-codeName"
        label={w.codeName}
        description={w.codeNameHint}
        disabled={locked}
        maxLength={40}
        maw="16rem"
        value={draft.codeName}
        onChange={({ currentTarget }) => change({ codeName: currentTarget.value })}
        error={errors.codeName}
      />
      {local && (
        <Checkbox
          size="md"
          label={w.pilot}
          description={w.pilotHint}
          disabled={locked}
          checked={draft.isPilot}
          onChange={({ currentTarget }) => change({ isPilot: currentTarget.checked })}
        />
      )}
      <Checkbox
        size="md"
        label={w.drill}
        disabled={locked || draft.type === null}
        checked={draft.withDrill ?? (draft.type !== null && !local)}
        onChange={({ currentTarget }) => change({ withDrill: currentTarget.checked })}
      />
    </Stack>
  );
};
