/** What this exercise needs at the same time as others; the head of the steering board may accept a clash with a reason. */
import { Button, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { Sign } from '../../../parts/marks.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { instantText } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { useMay, useMomentQuery } from '../use-file.ts';
import { useExerciseNames } from '../use-names.ts';
import { said } from './words.ts';

type Clash = Schemas['Clash'];

const AcceptClash = ({
  file,
  clash,
  onClose,
}: {
  readonly file: File;
  readonly clash: Clash;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [reason, setReason] = useState('');
  const act = useAct('exercises', file.id, w.accepted, onClose);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => act.send({ type: 'AcceptClash', key: clash.key, reason: reason.trim() })}
      title={w.acceptThis}
      button={w.acceptThis}
      effect={
        <>
          <p>{say(clash.text)}</p>
          <Text size="sm">{w.acceptWhat}</Text>
        </>
      }
      error={act.error}
      sending={act.sending}
      disabled={reason.trim() === ''}
      dirty={reason !== ''}
    >
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};

const signOf = (clash: Clash, isAccepted: boolean) => {
  if (isAccepted) return { icon: IconCheck, hue: 'grey' } as const;
  return clash.severity === 'clash'
    ? ({ icon: IconAlertTriangle, hue: 'amber' } as const)
    : ({ icon: IconInfoCircle, hue: 'grey' } as const);
};

export const Clashes = ({ file }: { readonly file: File }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const may = useMay(file);
  const nameOf = useExerciseNames();
  const query = useMomentQuery();
  const { data } = useRead('/api/v1/exercises/{id}/clashes', { path: { id: file.id }, query }, { keepLast: true });
  const [accepting, setAccepting] = useState<Clash | null>(null);
  if (!data || data.clashes.length === 0) return null;
  return (
    <section aria-labelledby="clashes">
      <Title order={2} className="section-title" id="clashes" tabIndex={-1}>
        {w.clashes} ({data.clashes.length})
      </Title>
      <ul className="blockers">
        {data.clashes.map((clash) => {
          const own = clash.accepted.find(({ exercise }) => exercise === file.id);
          return (
            <li key={clash.key}>
              <div>
                <Sign {...signOf(clash, own !== undefined)}>{say(clash.severityLabel)}</Sign> {say(clash.text)}
                {clash.accepted.map(({ exercise, reason, at }) => (
                  <Text key={exercise} size="sm" c="dimmed">
                    {nameOf(exercise)}: {w.acceptedBy(reason, instantText(at))}
                  </Text>
                ))}
              </div>
              {!own && clash.severity === 'clash' && may('acceptClash') && (
                <Button size="compact-sm" variant="default" onClick={() => setAccepting(clash)} flex="none">
                  {w.accept}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {accepting && <AcceptClash file={file} clash={accepting} onClose={() => setAccepting(null)} />}
    </section>
  );
};
