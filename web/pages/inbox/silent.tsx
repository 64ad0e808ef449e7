/** Bodies that were told and did not answer: for those who lead and for the staff. */
import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Schemas } from '../../client/http.ts';
import { useRead } from '../../client/read.ts';
import { type Column, Rows } from '../../parts/rows.tsx';
import { Empty, Shown } from '../../parts/shown.tsx';
import { dateText, instantText } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { said } from './words.ts';

type Row = Schemas['UnansweredRow'];

const useColumns = (): readonly Column<Row>[] => {
  const w = useWords(said);
  const say = useSay();
  return [
    {
      key: 'task',
      head: w.task,
      isTitle: true,
      cell: ({ exercise, task, title, theme }) => (
        <>
          <Link to="/viec/$exercise/$code" params={{ exercise, code: task }} className="plain-link">
            <strong>{task}</strong> {say(title)}
          </Link>
          <div className="quiet">{theme}</div>
        </>
      ),
    },
    { key: 'body', head: w.body, cell: ({ bodyName }) => say(bodyName) },
    {
      key: 'deadline',
      head: w.deadline,
      cell: ({ deadline }) => <span className="figures">{dateText(deadline)}</span>,
    },
    {
      key: 'told',
      head: w.told,
      cell: ({ times, lastAt }) => <span className="figures">{w.toldTimes(times, instantText(lastAt))}</span>,
    },
    {
      key: 'read',
      head: w.read,
      cell: ({ lastReadAt }) => <span className="figures">{lastReadAt ? instantText(lastReadAt) : w.notRead}</span>,
    },
  ];
};

export const Silent = (): ReactNode => {
  const w = useWords(said);
  const columns = useColumns();
  const read = useRead('/api/v1/unanswered');
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {w.silentWhat}
      </Text>
      <Shown read={read} isEmpty={({ rows }) => rows.length === 0} empty={<Empty>{w.noSilent}</Empty>}>
        {({ rows }) => (
          <Rows
            rows={rows}
            columns={columns}
            rowKey={({ exercise, task, body }) => `${exercise} ${task} ${body}`}
            caption={w.silent}
          />
        )}
      </Shown>
    </>
  );
};
