/** What a commune finds here: its own year and month of the plans in force. */
import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRead } from '../../client/read.ts';
import { Section } from '../../parts/section.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useSay, useWords } from '../../words/language.tsx';
import { said } from './words.ts';

const One = ({ id }: { readonly id: string }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const plan = useRead('/api/v1/rollouts/{id}', { path: { id } });
  return (
    <Shown read={plan} lines={2}>
      {({ unit, firstYear, lastYear, cells, communes }) => (
        <Section title={`${say(unit.name)} ${firstYear}–${lastYear}`} what={w.own}>
          {cells.length === 0 && <Text>{w.none}</Text>}
          {cells.map(({ commune, year, month }) => (
            <Text key={commune} size="lg" className="figures">
              {communes.filter((each) => each.id === commune).map(({ name }) => say(name))}: {w.month(month)} / {year}
            </Text>
          ))}
        </Section>
      )}
    </Shown>
  );
};

export const OwnPlace = ({ none }: { readonly none: ReactNode }): ReactNode => {
  const plans = useRead('/api/v1/rollouts', {});
  return (
    <Shown read={plans} lines={4}>
      {(list) =>
        list.plans.length === 0 ? (
          none
        ) : (
          <Stack>
            {list.plans.map(({ id }) => (
              <One key={id} id={id} />
            ))}
          </Stack>
        )
      }
    </Shown>
  );
};
