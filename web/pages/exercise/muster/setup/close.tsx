/** The end of the drill: nothing is entered afterwards. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ActDialog } from '../../../../parts/act-dialog.tsx';
import { useAct } from '../../../../parts/use-act.ts';
import { useWords } from '../../../../words/language.tsx';
import type { StepProps } from './fields.tsx';
import { Step } from './step.tsx';
import { said } from './words.ts';

export const CloseStep = ({ muster: { drill }, isLive }: StepProps & { readonly isLive: boolean }): ReactNode => {
  const w = useWords(said);
  const act = useAct('drills', drill.id, w.closed);
  const left = drill.totals.reduce((sum, { counts }) => sum + counts.notYetReported, 0);
  const isOffered = isLive && drill.phase === 'open' && drill.may.rule;
  return (
    <Step
      title={w.close}
      isDone={drill.phase === 'closed'}
      acts={
        isOffered && (
          <Button size="compact-md" variant="default" onClick={act.open}>
            {w.closeAct}
          </Button>
        )
      }
    >
      <span className={drill.phase === 'closed' ? undefined : 'quiet'}>
        {drill.phase === 'closed' ? w.closed : drill.phase === 'open' ? w.stillOpen(left) : w.notOpen}
      </span>
      <ActDialog
        opened={act.opened}
        onClose={act.close}
        onSend={() => act.send({ type: 'CloseDrill' }, { expectedVersion: drill.version })}
        title={w.close}
        button={w.closeThis(left)}
        effect={w.closeWhat}
        error={act.error}
        sending={act.sending}
        danger={left > 0}
      />
    </Step>
  );
};
