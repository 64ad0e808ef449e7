/** Papers that tasks handed in as their proof. */
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { PageLink } from '../../../parts/link.tsx';
import { TaskMark } from '../../../parts/marks.tsx';
import { type Column, Rows } from '../../../parts/rows.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { dateText, instantText } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { useMomentQuery } from '../use-file.ts';
import { said } from './words.ts';

type Task = Schemas['Task'];

export const Proofs = ({ file }: { readonly file: File }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const query = useMomentQuery();
  const read = useRead('/api/v1/exercises/{id}/checklist', { path: { id: file.id }, query }, { keepLast: true });
  const columns: readonly Column<Task>[] = [
    {
      key: 'task',
      head: w.task,
      isTitle: true,
      width: '34%',
      cell: (task) => (
        <PageLink to="/viec/$exercise/$code" params={{ exercise: file.id, code: task.code }}>
          <b className="figures">{task.code}</b> {say(task.title)}
        </PageLink>
      ),
    },
    {
      key: 'number',
      head: w.number,
      cell: ({ evidenceGiven: given }) => <span className="figures">{given?.number}</span>,
    },
    {
      key: 'date',
      head: w.date,
      cell: ({ evidenceGiven: given }) => <span className="figures">{dateText(given?.date)}</span>,
    },
    { key: 'holder', head: w.holder, cell: ({ evidenceGiven: given }) => given?.holder },
    {
      key: 'at',
      head: w.handedIn,
      cell: ({ evidenceGiven: given }) => <span className="figures">{instantText(given?.at)}</span>,
    },
    { key: 'state', head: w.state, cell: ({ status }) => <TaskMark status={status} /> },
  ];
  return (
    <section aria-labelledby="proofs-title">
      <Title order={2} className="section-title" id="proofs-title">
        {w.proofs}
      </Title>
      <Shown
        read={read}
        isEmpty={({ tasks }) => !tasks.some(({ evidenceGiven }) => evidenceGiven)}
        empty={<p className="quiet">{w.proofsNone}</p>}
      >
        {({ tasks }) => (
          <Rows
            rows={tasks.filter(({ evidenceGiven }) => evidenceGiven)}
            columns={columns}
            rowKey={({ code }) => code}
            caption={w.proofsTable}
          />
        )}
      </Shown>
    </section>
  );
};
