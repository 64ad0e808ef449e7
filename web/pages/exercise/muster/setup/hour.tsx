/** The hour H, from which arrivals are counted. */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ActDialog } from '../../../../parts/act-dialog.tsx';
import { InstantField } from '../../../../parts/instant-field.tsx';
import { ReasonField } from '../../../../parts/reason-field.tsx';
import { useAct } from '../../../../parts/use-act.ts';
import { instantText } from '../../../../words/format.ts';
import { useWords } from '../../../../words/language.tsx';
import type { DialogProps, StepProps } from './fields.tsx';
import { Step } from './step.tsx';
import { said } from './words.ts';

const SetHour = ({ file, muster: { drill }, onClose }: DialogProps): ReactNode => {
  const w = useWords(said);
  const [at, setAt] = useState<string | null>(
    drill.start ?? (file.startDate ? `${file.startDate}T00:30:00.000Z` : null),
  );
  const [reason, setReason] = useState('');
  const act = useAct('drills', drill.id, w.hourDone, onClose);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() =>
        at && act.send({ type: 'SetStartHour', at, reason: reason.trim() }, { expectedVersion: drill.version })
      }
      title={w.hourSet}
      button={w.hourSet}
      error={act.error}
      sending={act.sending}
      disabled={at === null || at === drill.start || reason.trim() === ''}
      dirty={reason !== ''}
    >
      <InstantField id="field-at" label={w.hour} value={at} onChange={setAt} required />
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};

export const HourStep = ({ isOffered, ...props }: StepProps & { readonly isOffered: boolean }): ReactNode => {
  const w = useWords(said);
  const [opened, setOpened] = useState(false);
  const { start } = props.muster.drill;
  return (
    <Step
      title={w.hour}
      isDone={start !== null}
      acts={
        isOffered && (
          <Button size="compact-md" variant="default" onClick={() => setOpened(true)}>
            {w.hourSet}
          </Button>
        )
      }
    >
      {start ? w.hourText(instantText(start)) : <span className="quiet">{w.hourNone}</span>}
      {opened && <SetHour {...props} onClose={() => setOpened(false)} />}
    </Step>
  );
};
