/** Narrows the list by exercise and by text; what is chosen stands in the address. */
import { Group, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useView } from '../../parts/view.ts';
import { useWords } from '../../words/language.tsx';
import type { BodyTasks } from './groups.ts';
import { useThemes } from './use-themes.ts';
import { said } from './words.ts';

/** A list this short needs no search. */
const SHORT = 8;

export const Filters = ({ data }: { readonly data: BodyTasks }): ReactNode => {
  const w = useWords(said);
  const [view, setView] = useView();
  const { ids, nameOf } = useThemes(data);
  return (
    <Group gap="sm">
      {ids.length > 1 && (
        <Select
          aria-label={w.exercise}
          placeholder={w.allExercises}
          data={ids.map((id) => ({ value: id, label: nameOf(id) }))}
          value={view.dt ?? null}
          onChange={(dt) => setView({ dt: dt ?? undefined })}
          clearable
          searchable
          w={240}
        />
      )}
      {data.tasks.length > SHORT && (
        <TextInput
          aria-label={w.find}
          placeholder={w.find}
          value={view.tim ?? ''}
          onChange={({ currentTarget }) => setView({ tim: currentTarget.value || undefined })}
          w={220}
        />
      )}
    </Group>
  );
};
