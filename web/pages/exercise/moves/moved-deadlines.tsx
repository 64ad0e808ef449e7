/** Each deadline that moves: old date, new date, and by how many working days. */
import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { ScrollTable } from '../../../parts/scroll-table.tsx';
import { dateText, weekday } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { said } from './words.ts';

export const MovedDeadlines = ({ deadlines }: { readonly deadlines: Schemas['Effects']['deadlines'] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  if (deadlines.length === 0) return <Text c="dimmed">{w.noDeadline}</Text>;
  const signed = (days: number): string => `${days > 0 ? '+' : ''}${days}`;
  return (
    <div>
      <Text fw={600}>{w.deadlines(deadlines.length)}</Text>
      <ScrollTable
        label={w.deadlines(deadlines.length)}
        heads={[w.task, w.from, w.to, w.shift]}
        minWidth={460}
        maxHeight={304}
      >
        {deadlines.map(({ task, title, from, to, days }) => (
          <Table.Tr key={task}>
            <Table.Th scope="row" fw={400}>
              <b>{task}</b> {say(title)}
            </Table.Th>
            <Table.Td className="nowrap">{dateText(from)}</Table.Td>
            <Table.Td className="nowrap">
              <b>{dateText(to)}</b> {weekday(to, language)}
            </Table.Td>
            <Table.Td className="nowrap">{days === null ? '–' : w.days(signed(days))}</Table.Td>
          </Table.Tr>
        ))}
      </ScrollTable>
    </div>
  );
};
