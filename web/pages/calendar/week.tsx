/** The week as offices post it: a row for each day. Also the form of the month on a phone. */
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../words/language.tsx';
import type { DayShown } from './days.ts';
import { DayName, Entries } from './entries.tsx';
import { said } from './words.ts';

export const Week = ({
  days,
  today,
  caption,
}: {
  readonly days: readonly DayShown[];
  readonly today: string;
  readonly caption: string;
}): ReactNode => {
  const w = useWords(said);
  return (
    <Table className="week" verticalSpacing="sm" withTableBorder>
      <caption className="only-heard">{caption}</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" w="15rem">
            {w.day}
          </Table.Th>
          <Table.Th scope="col">{w.what}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {days.map((day) => (
          <Table.Tr key={day.date} data-kind={day.kind ?? undefined} data-today={day.date === today || undefined}>
            <Table.Th scope="row">
              <DayName day={day} today={today} />
            </Table.Th>
            <Table.Td>
              {day.lines.length + day.exercises.length === 0 ? (
                <span className="quiet">{w.nothing}</span>
              ) : (
                <Entries day={day} full />
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};
