/** Reminders by name and hour: the first of them, and how many more. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { instantText } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import { said } from './words.ts';

const SHOWN = 8;

export const Reminders = ({ rungs }: { readonly rungs: Schemas['UpcomingRungs'] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const first = rungs.first.slice(0, SHOWN);
  return (
    <>
      <ul className="field-errors">
        {first.map(({ task, title, rung, at }) => (
          <li key={`${task} ${rung} ${at}`}>
            {instantText(at)}: {task} {say(title)}
          </li>
        ))}
      </ul>
      {rungs.total > first.length && <Text size="sm">{w.more(rungs.total - first.length)}</Text>}
    </>
  );
};
