/** Entries as rows: number, when it happened and when it was written down, who, what. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Column, Rows } from '../../../parts/rows.tsx';
import { instantText } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import type { Entry } from './entries.ts';
import { useWho } from './use-who.ts';
import { said } from './words.ts';

export const EntryTable = ({ entries }: { readonly entries: readonly Entry[] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const who = useWho();
  const columns: readonly Column<Entry>[] = [
    {
      key: 'what',
      head: w.what,
      isTitle: true,
      cell: (entry) => say(entry.sentence),
    },
    {
      key: 'at',
      head: w.at,
      width: '11rem',
      cell: ({ at, recordedAt }) => (
        <>
          <span className="figures">{instantText(at)}</span>
          <Text size="xs" c="dimmed" className="figures">
            {w.recorded(instantText(recordedAt))}
          </Text>
        </>
      ),
    },
    { key: 'who', head: w.who, cell: ({ by }) => who(by), width: '22%' },
    {
      key: 'number',
      head: w.number,
      align: 'right',
      width: '3.5rem',
      wideOnly: true,
      cell: ({ version, position, hash }) => (
        <span className="figures" title={`${w.place} ${position} · ${w.hash(hash.slice(0, 12))}`}>
          {version}
        </span>
      ),
    },
  ];
  return <Rows rows={entries} columns={columns} rowKey={({ version }) => String(version)} caption={w.entries} />;
};
