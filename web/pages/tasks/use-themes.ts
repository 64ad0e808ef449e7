/** How the exercises of a list are called. */
import { useRead } from '../../client/read.ts';
import type { BodyTasks } from './groups.ts';

/** Themes of exercises, named only where the list holds several. */
export const useThemes = (data: BodyTasks) => {
  const { data: known } = useRead('/api/v1/exercises');
  const ids = [...new Set([...data.tasks, ...data.toVerify, ...data.waitsOnMe].map(({ exercise }) => exercise))];
  const nameOf = (id: string): string => {
    const found = known?.exercises.find((each) => each.id === id);
    return found ? (found.codeName ?? found.theme) : id;
  };
  return { ids, nameOf, themeOf: (id: string) => (ids.length > 1 ? nameOf(id) : undefined) };
};
