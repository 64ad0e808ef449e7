import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { dateText } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import { alone } from './tree.ts';
import { said } from './words.ts';

type Life = Schemas['UnitLife'];

/** Former names, what it was formed from, what it became; nothing for a locality that never changed. */
export const Life = ({ life }: { readonly life: Life }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const joined = (links: Life['predecessors']): string =>
    links.map(({ name, from }) => `${alone(say(name))} (${w.fromDay(dateText(from))})`).join('; ');
  const lines = [
    life.names.length > 1 && [
      w.names,
      life.names.map(({ name, from }) => `${alone(say(name))} (${w.fromDay(dateText(from))})`).join('; '),
    ],
    life.predecessors.length > 0 && [w.predecessors, joined(life.predecessors)],
    life.successors.length > 0 && [w.successors, joined(life.successors)],
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return (
    <div>
      {lines.map(([label, text]) => (
        <Text key={label} size="sm">
          <strong>{label}:</strong> {text}
        </Text>
      ))}
    </div>
  );
};
