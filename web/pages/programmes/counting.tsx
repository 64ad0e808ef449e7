/** Exercises that count in a programme: read from their files, or entered by their report and confirmed by another body. */
import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { PageLink } from '../../parts/link.tsx';
import { Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { Broken } from '../../parts/shown.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useMe } from '../../session/session.tsx';
import { dateText } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { CountExercise, EnterHeldExercise } from './counting-dialogs.tsx';
import { type Programme, useRights } from './rights.ts';
import { acts } from './words-acts.ts';

type Row = Programme['exercises'][number];

/** Offered to another body than the one that entered it. */
const Confirm = ({ file, row }: { readonly file: Programme; readonly row: Row }): ReactNode => {
  const w = useWords(acts);
  const say = useSay();
  const { checks, body } = useRights(file);
  const act = useAct('programmes', file.id, w.confirmed);
  if (row.confirmed) return w.countsNow;
  if (!checks || row.enteredBy?.body === body) return w.toConfirm;
  return (
    <>
      <Button
        size="compact-sm"
        loading={act.sending}
        aria-label={w.confirmOf(say(row.unitName))}
        onClick={() => act.send({ type: 'ConfirmHeldExercise', exercise: row.exercise })}
      >
        {w.confirmHeld}
      </Button>
      {act.error && <Broken error={act.error} />}
    </>
  );
};

const Exercises = ({ file }: { readonly file: Programme }): ReactNode => {
  const w = useWords(acts);
  const say = useSay();
  return (
    <Rows
      rows={file.exercises}
      rowKey={({ exercise }) => exercise}
      caption={w.counting}
      columns={[
        {
          key: 'held',
          head: w.exercise,
          isTitle: true,
          cell: ({ typeName, unitName }) => `${say(typeName)} · ${say(unitName)}`,
        },
        { key: 'day', head: w.heldOn, cell: ({ heldOn }) => dateText(heldOn) },
        {
          key: 'proof',
          head: w.proof,
          cell: ({ exercise, report }) =>
            report ? (
              `${report.number}, ${dateText(report.date)}`
            ) : (
              <PageLink to="/dien-tap/$id" params={{ id: exercise }}>
                {w.itsFile}
              </PageLink>
            ),
        },
        { key: 'state', head: w.state, cell: (row) => <Confirm file={file} row={row} /> },
      ]}
    />
  );
};

/** Shown where an indicator is made of exercises, or one was entered. */
export const Counting = ({ file }: { readonly file: Programme }): ReactNode => {
  const w = useWords(acts);
  const { group } = useMe();
  const { keeps, enters } = useRights(file);
  const [dialog, setDialog] = useState<'count' | 'enter' | null>(null);
  const close = (): void => setDialog(null);
  const isMade = file.indicators.some(({ source }) => source !== 'reported');
  if (!isMade && file.exercises.length === 0) return null;
  return (
    <Section title={w.counting} what={w.countingWhat}>
      {(keeps || enters) && (
        <Group gap="sm" className="no-print">
          {keeps && group === 'staff' && (
            <Button size="compact-md" variant="default" onClick={() => setDialog('count')}>
              {w.countExercise}
            </Button>
          )}
          {enters && (
            <Button size="compact-md" variant="default" onClick={() => setDialog('enter')}>
              {w.enterHeld}
            </Button>
          )}
        </Group>
      )}
      {file.exercises.length === 0 ? <Text>{w.noExercises}</Text> : <Exercises file={file} />}
      {dialog === 'count' && <CountExercise file={file} onClose={close} />}
      {dialog === 'enter' && <EnterHeldExercise file={file} onClose={close} />}
    </Section>
  );
};
