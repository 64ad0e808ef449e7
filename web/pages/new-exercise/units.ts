/** Localities and bodies in force, as the choices of the forms. */
import type { Answer } from '../../client/http.ts';
import { useRead } from '../../client/read.ts';
import { byName } from '../../words/format.ts';
import { useSay } from '../../words/language.tsx';
import type { ExerciseType } from './draft.ts';

type Organisation = Answer<'/api/v1/organisation'>;
export type Unit = Organisation['units'][number];

export const useOrganisation = () => useRead('/api/v1/organisation', {});

type Level = Unit['level']['code'];
const LEVELS: Readonly<Record<ExerciseType, readonly Level[]>> = {
  defenceAreaExercise: ['district', 'province', 'region'],
  regionalDefenceExercise: ['district', 'province', 'region'],
  communeCombatExercise: ['commune'],
  selfDefenceUnit: ['workplace', 'commune'],
};

/** Localities whose level holds exercises of the type. */
export const unitsFor = (units: readonly Unit[], type: ExerciseType | null): Unit[] =>
  units.filter(({ level }) => type === null || LEVELS[type].includes(level.code));

export const useUnitChoices = (units: readonly Unit[], type: ExerciseType | null) => {
  const say = useSay();
  return unitsFor(units, type)
    .map(({ id, name }) => ({ value: id, label: say(name) }))
    .sort((a, b) => byName(a.label, b.label));
};

/** Bodies of the locality and of the one that leads it. */
export const useBodyChoices = (units: readonly Unit[], ids: readonly (string | null)[]) => {
  const say = useSay();
  return units
    .filter(({ id }) => ids.includes(id))
    .map(({ name, bodies }) => ({
      group: say(name),
      items: bodies
        .map(({ body, name: bodyName }) => ({ value: body, label: say(bodyName) }))
        .sort((a, b) => byName(a.label, b.label)),
    }))
    .filter(({ items }) => items.length > 0);
};
