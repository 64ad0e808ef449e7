/** "Chuẩn bị, bàn giao": the work of a drill in its order, from its file to its end. */
import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ImportLink } from '../../../../parts/import-link.tsx';
import { useAsOf } from '../../../../parts/view.ts';
import { useWords } from '../../../../words/language.tsx';
import { CloseStep } from './close.tsx';
import type { StepProps } from './fields.tsx';
import { HandoverStep } from './handover.tsx';
import { HourStep } from './hour.tsx';
import { OrderStep } from './orders.tsx';
import { QuotaStep } from './quotas.tsx';
import { RegisterStep } from './registers.tsx';
import { RosterStep } from './roster.tsx';
import { RuleStep } from './rule.tsx';
import { StationStep } from './stations.tsx';
import { Step } from './step.tsx';
import { said } from './words.ts';

export const Setup = (props: StepProps): ReactNode => {
  const w = useWords(said);
  const asOf = useAsOf();
  const { drill } = props.muster;
  const isLive = asOf === undefined && drill.phase !== 'closed';
  const isOffered = isLive && drill.may.keep;
  return (
    <Stack gap="md">
      <ol className="steps" aria-label={w.steps}>
        <Step title={w.file} isDone>
          {w.fileDone}
        </Step>
        <RuleStep {...props} isOffered={isLive} />
        <QuotaStep {...props} isOffered={isOffered} />
        <RegisterStep {...props} isLive={isLive} />
        <StationStep {...props} isOffered={isOffered} />
        <OrderStep {...props} isOffered={isOffered} isLive={isLive} />
        <RosterStep {...props} isLive={isLive} />
        <HourStep {...props} isOffered={isOffered} />
        <HandoverStep {...props} isLive={isLive} />
        <CloseStep {...props} isLive={isLive} />
      </ol>
      <p className="quiet">{w.rosters}</p>
      {isOffered && (
        <div>
          <ImportLink kind="quotas" drill={props.file.id} />
        </div>
      )}
    </Stack>
  );
};
