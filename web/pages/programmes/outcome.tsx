/** What came of reviews: work with its owner and deadline, and how it was cleared by quarter. */
import { Button, Group, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { BodyField } from '../../parts/body-field.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { Rows } from '../../parts/rows.tsx';
import { useAct } from '../../parts/use-act.ts';
import { addDays, dateText, distanceText } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import { nextNumber } from './dialogs.tsx';
import type { Programme } from './rights.ts';
import { said } from './words.ts';
import { acts } from './words-acts.ts';
import { type Of, WorkActs } from './work-acts.tsx';

type Row = Of['row'];

/** Its state, with the evidence that was given, or why it came back. */
const State = ({ row: { statusLabel, status, evidence, returned } }: Pick<Of, 'row'>): ReactNode => {
  const w = useWords(acts);
  const say = useSay();
  const told = status === 'open' ? returned && w.workReturnedWhy(returned) : evidence && w.proved(evidence);
  return (
    <>
      {say(statusLabel)}
      {told && (
        <Text size="sm" c="dimmed">
          {told}
        </Text>
      )}
    </>
  );
};

export const Work = ({ file, rows }: { readonly file: Programme; readonly rows: readonly Row[] }): ReactNode => {
  const w = useWords(said);
  const a = useWords(acts);
  const say = useSay();
  const { language } = useLanguage();
  if (rows.length === 0) return <Text>{w.nothing}</Text>;
  return (
    <Rows
      rows={rows}
      rowKey={({ id }) => id}
      caption={w.recommendations}
      columns={[
        { key: 'text', head: w.text, isTitle: true, cell: ({ id, text }) => `${id}. ${text}` },
        { key: 'owner', head: w.owner, cell: ({ ownerName }) => say(ownerName) },
        {
          key: 'due',
          head: w.deadline,
          cell: ({ due, status, workingDaysLeft }) =>
            status === 'open' ? `${dateText(due)} · ${distanceText(workingDaysLeft, language)}` : dateText(due),
        },
        { key: 'state', head: w.state, cell: (row) => <State row={row} /> },
        { key: 'acts', head: a.act, cell: (row) => <WorkActs file={file} row={row} /> },
      ]}
    />
  );
};

export const Quarters = ({ quarters }: Pick<Programme, 'quarters'>): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  if (quarters.length === 0) return <Text>{w.nothing}</Text>;
  return (
    <ul className="field-errors">
      {quarters.map(({ quarter, name, due, cleared, late, open }) => (
        <li key={quarter}>{w.quarterLine(say(name), due, cleared, late, open.join(', '))}</li>
      ))}
    </ul>
  );
};

export const AddRecommendation = ({
  file,
  review,
}: {
  readonly file: Programme;
  readonly review: string;
}): ReactNode => {
  const w = useWords(said);
  const [text, setText] = useState('');
  const [owner, setOwner] = useState<string | null>(null);
  const [due, setDue] = useState<string | null>(null);
  const act = useAct('programmes', file.id, w.recorded, () => setText(''));
  const recommendation = nextNumber(
    'K',
    file.recommendations.map(({ id }) => id),
  );
  const send = (): void => {
    if (owner && due) act.send({ type: 'RecordRecommendation', review, recommendation, text: text.trim(), owner, due });
  };
  return (
    <Group>
      <Button variant="default" size="compact-md" onClick={act.open}>
        {w.addRecommendation}
      </Button>
      <ActDialog
        opened={act.opened}
        onClose={act.close}
        onSend={send}
        title={w.addRecommendation}
        button={w.addRecommendation}
        error={act.error}
        sending={act.sending}
        disabled={text.trim() === '' || !owner || !due}
        dirty={text !== ''}
      >
        <Textarea
          id="field-text"
          label={w.text}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          maxLength={1000}
          autosize
          minRows={2}
          required
        />
        <BodyField id="field-owner" label={w.owner} value={owner} onChange={setOwner} />
        <DateField
          id="field-due"
          label={w.deadline}
          value={due}
          onChange={setDue}
          min={addDays(file.today, 1)}
          required
        />
      </ActDialog>
    </Group>
  );
};
