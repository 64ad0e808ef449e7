/** "Số đã cấp": the register of the reader's office for a year, series by series; its clerk voids a number given by mistake. */
import { Badge, Button, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Answer } from '../../client/http.ts';
import { useRead } from '../../client/read.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { PageLink } from '../../parts/link.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { type Column, Rows } from '../../parts/rows.tsx';
import { Empty, Shown } from '../../parts/shown.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useView } from '../../parts/view.ts';
import { YearChoice } from '../../parts/year-choice.tsx';
import { useMe } from '../../session/session.tsx';
import { dateText } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { said } from './words.ts';

type Numbers = Answer<'/api/v1/registers/{id}'>;
type Entry = Numbers['entries'][number];

const Void = ({
  register,
  entry: { symbol, number, secret, written },
  onClose,
}: {
  readonly register: string;
  readonly entry: Entry;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const [reason, setReason] = useState('');
  const act = useAct('registers', register, w.voidDone(written), onClose);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => act.send({ type: 'VoidNumber', symbol, number, secret, reason: reason.trim() })}
      title={w.voidTitle(written)}
      button={w.voidThis(written)}
      error={act.error}
      sending={act.sending}
      disabled={reason.trim() === ''}
      dirty={reason !== ''}
    >
      <Text size="sm">{w.voidWhat}</Text>
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};

const Subject = ({ entry: { paper, subject, voided, origin } }: { readonly entry: Entry }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  return (
    <>
      {paper ? (
        <PageLink to="/dien-tap/$id/$tab" params={{ id: paper.exercise, tab: 'van-ban' }}>
          {say(paper.name)}
        </PageLink>
      ) : (
        (subject ?? w.noSubject)
      )}
      {origin === 'imported' && <div className="quiet">{w.imported}</div>}
      {voided !== null && <div className="quiet">{w.voidedBecause(voided)}</div>}
    </>
  );
};

const Series = ({ series }: Pick<Numbers, 'series'>): ReactNode => {
  const w = useWords(said);
  return (
    <Group gap="md" mb="sm" component="ul" className="register-series" aria-label={w.series}>
      {series.map(({ symbol, secret, next }) => (
        <Text key={`${secret} ${symbol}`} size="sm" component="li">
          {w.next} <strong className="figures">{next}</strong>
          {secret && ` (${w.secret})`}
        </Text>
      ))}
    </Group>
  );
};

const Listed = ({ register, isClerk }: { readonly register: Numbers; readonly isClerk: boolean }): ReactNode => {
  const w = useWords(said);
  const [voiding, setVoiding] = useState<Entry | null>(null);
  const columns: readonly Column<Entry>[] = [
    {
      key: 'number',
      head: w.number,
      isTitle: true,
      cell: ({ written, voided, secret }) => (
        <>
          <strong className="figures paper-number">{voided === null ? written : <s>{written}</s>}</strong>{' '}
          {secret && <Badge variant="default">{w.secret}</Badge>}
        </>
      ),
    },
    { key: 'date', head: w.date, cell: ({ date }) => <span className="figures">{dateText(date)}</span> },
    { key: 'subject', head: w.subject, cell: (entry) => <Subject entry={entry} /> },
    ...(isClerk
      ? [
          {
            key: 'act',
            head: w.act,
            cell: (entry: Entry) =>
              entry.voided === null && (
                <Button size="compact-sm" variant="default" onClick={() => setVoiding(entry)}>
                  {w.void}
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <>
      <Series series={register.series} />
      <Rows
        rows={register.entries}
        columns={columns}
        rowKey={({ symbol, number, secret }) => `${secret} ${symbol} ${number}`}
        caption={w.numbers}
      />
      {voiding && <Void register={register.id} entry={voiding} onClose={() => setVoiding(null)} />}
    </>
  );
};

export const GivenNumbers = (): ReactNode => {
  const w = useWords(said);
  const { acting, today } = useMe();
  const [{ nam }] = useView();
  const year = nam !== undefined && /^\d{4}$/.test(nam) ? nam : today.slice(0, 4);
  const [unit = '', code] = (acting?.body ?? '').split('.');
  const read = useRead('/api/v1/registers/{id}', { path: { id: `${unit}-${year}` } }, { keepLast: true });
  return (
    <>
      <Group mb="sm">
        <YearChoice year={year} />
      </Group>
      <Shown read={read} isEmpty={({ entries }) => entries.length === 0} empty={<Empty>{w.noNumbers(year)}</Empty>}>
        {(register) => <Listed register={register} isClerk={code === 'CLERK'} />}
      </Shown>
    </>
  );
};
