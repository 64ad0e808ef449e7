/** Names of localities by their ids; the id itself until they are read, or where it is unknown. */
import { useRead } from '../../../client/read.ts';
import { useSay } from '../../../words/language.tsx';

export const useUnitNames = (): ((unit: string) => string) => {
  const say = useSay();
  const { data } = useRead('/api/v1/organisation');
  return (unit) => {
    const found = data?.units.find(({ id }) => id === unit);
    return found ? say(found.name) : unit;
  };
};
