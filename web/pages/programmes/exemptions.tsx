/** Units that targets are not held against: which, for which years, on what ground; and the end of an exemption. */
import { Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { type Programme, useRights } from './rights.ts';
import { said } from './words.ts';
import { acts } from './words-acts.ts';

type Row = Programme['exemptions'][number];

const End = ({ file, row }: { readonly file: Programme; readonly row: Row }): ReactNode => {
  const w = useWords(acts);
  const { approves } = useRights(file);
  const [reason, setReason] = useState('');
  const act = useAct('programmes', file.id, w.ended);
  if (row.ended !== null) return <Text size="sm">{w.endedWhy(row.ended)}</Text>;
  if (!approves) return '–';
  return (
    <>
      <Button size="compact-sm" variant="default" aria-label={w.endOf(row.id)} onClick={act.open}>
        {w.endExemption}
      </Button>
      <ActDialog
        opened={act.opened}
        onClose={act.close}
        onSend={() => act.send({ type: 'EndExemption', exemption: row.id, reason: reason.trim() })}
        title={w.endOf(row.id)}
        button={w.endExemption}
        effect={row.units.map(({ name }) => name).join(', ')}
        error={act.error}
        sending={act.sending}
        disabled={reason.trim() === ''}
        dirty={reason !== ''}
      >
        <ReasonField value={reason} onChange={setReason} />
      </ActDialog>
    </>
  );
};

const Years = ({ row: { from, to } }: { readonly row: Row }): ReactNode => {
  const w = useWords(acts);
  if (from !== null && to !== null) return from === to ? from : `${from}–${to}`;
  return from !== null ? w.since(from) : to !== null ? w.until(to) : w.always;
};

export const Exemptions = ({ file }: { readonly file: Programme }): ReactNode => {
  const w = useWords(acts);
  const shared = useWords(said);
  const say = useSay();
  if (file.exemptions.length === 0) return null;
  return (
    <Section title={w.exemptions} what={w.exemptionsWhat}>
      <Rows
        rows={file.exemptions}
        rowKey={({ id }) => id}
        caption={w.exemptions}
        columns={[
          {
            key: 'units',
            head: w.units,
            isTitle: true,
            cell: ({ id, units }) => `${id}. ${units.map(({ name }) => name).join(', ')}`,
          },
          { key: 'indicator', head: shared.indicator, cell: ({ indicator }) => indicator },
          { key: 'years', head: w.years, cell: (row) => <Years row={row} /> },
          {
            key: 'ground',
            head: shared.ground,
            cell: ({ groundName, reason }) => `${say(groundName)}: ${reason}`,
          },
          { key: 'act', head: w.act, cell: (row) => <End file={file} row={row} /> },
        ]}
      />
    </Section>
  );
};
