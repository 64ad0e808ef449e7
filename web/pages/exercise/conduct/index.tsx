/** "Thực hành": the clock of the run, its stages, its log, incidents, and earlier limits tried again. */
import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRead } from '../../../client/read.ts';
import { Shown } from '../../../parts/shown.tsx';
import type { File } from '../tabs.ts';
import { useMomentQuery } from '../use-file.ts';
import { CarriedLimits } from './carried.tsx';
import { RunClock } from './clock.tsx';
import './conduct.css';
import { Incidents } from './incidents.tsx';
import { Issues } from './issues.tsx';
import { Rehearsals } from './rehearsals.tsx';
import { RunLog } from './run-log.tsx';
import { Stages } from './stages.tsx';

export const Tab = ({ file }: { readonly file: File }): ReactNode => {
  const read = useRead(
    '/api/v1/exercises/{id}/run',
    { path: { id: file.id }, query: useMomentQuery() },
    { keepLast: true },
  );
  return (
    <Shown read={read}>
      {(run) => (
        <Stack gap="xl">
          <RunClock file={file} run={run} />
          <div className="run-columns">
            <Stages file={file} run={run} />
            <RunLog file={file} run={run} />
          </div>
          <Incidents file={file} />
          <CarriedLimits file={file} />
          <Rehearsals file={file} />
          <Issues file={file} />
        </Stack>
      )}
    </Shown>
  );
};
