import { Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Sign } from '../../parts/marks.tsx';
import { type Column, Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { type Me, useMe } from '../../session/session.tsx';
import { dateText } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { said } from './words.ts';

type Duty = Me['duties'][number];

export const Duties = (): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { duties, acting, isAdmin } = useMe();
  const columns: readonly Column<Duty>[] = [
    {
      key: 'body',
      head: w.body,
      isTitle: true,
      cell: ({ name, unitName }) => (
        <>
          {say(name)}
          <Text size="sm" c="dimmed" component="div">
            {say(unitName)}
          </Text>
        </>
      ),
    },
    {
      key: 'post',
      head: w.post,
      cell: ({ post, actingFor }) => (actingFor ? `${w[post]} (${w.standIn})` : w[post]),
    },
    { key: 'until', head: w.until, cell: ({ until }) => (until ? dateText(until) : w.noEnd) },
    {
      key: 'acting',
      head: w.acting,
      cell: ({ body, post }) =>
        acting?.body === body && acting.post === post ? (
          <Sign icon={IconCheck} hue="plain">
            {w.acting}
          </Sign>
        ) : (
          '–'
        ),
    },
  ];
  return (
    <Section title={w.duties}>
      {isAdmin && <Text>{w.isAdmin}</Text>}
      {duties.length > 0 ? (
        <Rows
          rows={duties}
          columns={columns}
          rowKey={({ body, post, actingFor }) => `${body} ${post} ${actingFor}`}
          caption={w.duties}
          minWidth={440}
        />
      ) : (
        !isAdmin && <Text c="dimmed">{w.noDuty}</Text>
      )}
    </Section>
  );
};
