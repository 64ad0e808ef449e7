/** Localities of a programme as choices: the communes under the one that leads it, or all that stand under it. */
import { useMemo } from 'react';
import type { Answer } from '../../client/http.ts';
import { useRead } from '../../client/read.ts';
import { byName } from '../../words/format.ts';
import { useSay } from '../../words/language.tsx';

type Unit = Answer<'/api/v1/organisation'>['units'][number];
interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Whether a unit stands under another one. */
const isUnder = (units: ReadonlyMap<string, Unit>, { parent }: Unit, upper: string): boolean => {
  const above = parent === null ? undefined : units.get(parent);
  return parent !== null && (parent === upper || (above !== undefined && isUnder(units, above, upper)));
};

const useUnits = (upper: string, fits: (unit: Unit) => boolean): readonly Choice[] => {
  const say = useSay();
  const { data } = useRead('/api/v1/organisation', {});
  return useMemo(() => {
    const units = new Map((data?.units ?? []).map((unit) => [unit.id, unit]));
    return [...units.values()]
      .filter((unit) => fits(unit) && (unit.id === upper || isUnder(units, unit, upper)))
      .map(({ id, name }) => ({ value: id, label: say(name) }))
      .sort((a, b) => byName(a.label, b.label));
  }, [data, say, upper, fits]);
};

const isCommune = ({ level }: Unit): boolean => level.code === 'commune';
const isAny = (): boolean => true;

export const useCommunes = (upper: string): readonly Choice[] => useUnits(upper, isCommune);
/** With the locality itself. */
export const useLocalities = (upper: string): readonly Choice[] => useUnits(upper, isAny);
