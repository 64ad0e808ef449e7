/** The chain of papers as a register: what is on file, in the order of the chain, and what is still missing. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { PAPERS } from '../../../../domain/labels/words.ts';
import { type Column, Rows } from '../../../parts/rows.tsx';
import { dateText, numberText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import type { OpenPaperAct } from './dialogs.tsx';
import { ActsCell, HangsCell, StateCell } from './register-cells.tsx';
import { type Papers, type Row, registerRows } from './register-rows.ts';
import { said } from './words.ts';

export const Register = ({
  file,
  papers,
  onAct,
}: {
  readonly file: File;
  readonly papers: Papers;
  /** Missing where nothing may be written. */
  readonly onAct: OpenPaperAct | null;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const columns: readonly Column<Row>[] = [
    {
      key: 'kind',
      head: w.kind,
      isTitle: true,
      width: '24%',
      cell: ({ on, missing, slot }) => (
        <>
          {say(on?.name ?? missing?.name ?? PAPERS[slot])}
          {on?.classification && (
            <Text size="sm" c="dimmed">
              {say(on.classification.levelName)}
            </Text>
          )}
          {on?.amount !== null && on?.amount !== undefined && (
            <Text size="sm" c="dimmed" className="figures">
              {w.amount(numberText(on.amount, language))}
            </Text>
          )}
        </>
      ),
    },
    { key: 'number', head: w.number, cell: ({ on }) => <span className="figures">{on?.paper.number ?? '–'}</span> },
    { key: 'date', head: w.date, cell: ({ on }) => <span className="figures">{dateText(on?.paper.date)}</span> },
    { key: 'issuer', head: w.issuer, cell: ({ on }) => on?.paper.issuer ?? '–' },
    { key: 'state', head: w.state, cell: (row) => <StateCell file={file} row={row} />, width: '24%' },
    { key: 'hangs', head: w.hangs, cell: (row) => <HangsCell row={row} /> },
    ...(onAct
      ? [
          {
            key: 'acts',
            head: <span className="only-heard">{w.acts}</span>,
            cell: (row: Row) => <ActsCell row={row} onAct={onAct} />,
          },
        ]
      : []),
  ];
  return (
    <Rows
      rows={registerRows(papers)}
      columns={columns}
      rowKey={({ slot, on }) => `${slot} ${on?.state ?? ''} ${on?.paper.number ?? ''}`}
      caption={w.chainTable}
    />
  );
};
