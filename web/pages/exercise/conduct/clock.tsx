/** How the run stands: its clock, its pauses, and the acts over the whole of it. */
import { Button, Group, Title } from '@mantine/core';
import { IconFlag, IconHourglass, IconLock, IconPlayerPause } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { Sign } from '../../../parts/marks.tsx';
import { useNow } from '../../../parts/now.ts';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useAsOf } from '../../../parts/view.ts';
import { instantText, timeText } from '../../../words/format.ts';
import { useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { playedMinutes } from './log.ts';
import { mayRun } from './rights.ts';
import { said } from './words.ts';

type Run = Schemas['RunShown'];
type ActCode = 'open' | 'pause' | 'resume' | 'close';
const TYPES = { open: 'OpenRun', resume: 'ResumeRun', close: 'CloseRun' } as const;

const RunAct = ({
  file,
  act: code,
  onClose,
  effect,
}: {
  readonly file: File;
  readonly act: ActCode;
  readonly onClose: () => void;
  readonly effect?: ReactNode;
}): ReactNode => {
  const w = useWords(said);
  const [reason, setReason] = useState('');
  const act = useAct('exercises', file.id, w[`${code}Done`], onClose);
  const send = (): void =>
    act.send(code === 'pause' ? { type: 'PauseRun', reason: reason.trim() } : { type: TYPES[code] }, {
      expectedVersion: file.version,
    });
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={w[code]}
      button={code === 'pause' ? w.pauseThis : w[code]}
      effect={effect}
      error={act.error}
      sending={act.sending}
      danger={code === 'close'}
      disabled={code === 'pause' && reason.trim() === ''}
      dirty={reason !== ''}
    >
      {code === 'pause' && <ReasonField value={reason} onChange={setReason} />}
    </ActDialog>
  );
};

const useActs = (file: File, run: Run): ActCode[] => {
  const asOf = useAsOf();
  if (asOf !== undefined || !mayRun(file)) return [];
  if (file.phase === 'ready') return ['open'];
  if (file.phase !== 'running') return [];
  return [
    run.pausedBecause === null ? 'pause' : 'resume',
    ...(run.stages.every(({ startedAt }) => startedAt) ? ['close' as const] : []),
  ];
};

export const RunClock = ({ file, run }: { readonly file: File; readonly run: Run }): ReactNode => {
  const w = useWords(said);
  const now = useNow();
  const asOf = useAsOf();
  const acts = useActs(file, run);
  const [opened, setOpened] = useState<ActCode | null>(null);
  const played = asOf === undefined ? playedMinutes(run, now) : run.minutes;
  const left = run.stages.filter(({ startedAt }) => !startedAt).length;
  const [icon, hue, word] =
    run.openedAt === null
      ? ([IconHourglass, 'grey', w.notOpen] as const)
      : run.closedAt !== null
        ? ([IconLock, 'grey', w.closed] as const)
        : run.pausedBecause !== null
          ? ([IconPlayerPause, 'orange', w.paused] as const)
          : ([IconFlag, 'blue', w.playing] as const);
  const effect = opened === 'open' ? w.openWhat : opened === 'close' ? w.closeWhat : undefined;
  return (
    <section aria-labelledby="run-title" className="status-card">
      <Title order={2} className="only-heard" id="run-title">
        {w.state}
      </Title>
      <div>
        <p className="run-state">
          <Sign icon={icon} hue={hue}>
            {word}
          </Sign>
          {played !== null && <b className="figures">{w.played(played)}</b>}
        </p>
        <p className="quiet figures">
          {[
            ...(run.openedAt ? [w.openedAt(instantText(run.openedAt))] : [w.notYetWhy]),
            ...(run.closedAt ? [w.closedAt(instantText(run.closedAt))] : []),
            ...(run.pausedBecause ? [w.pausedBecause(run.pausedBecause)] : []),
            ...(run.pauses.length > 0 ? [w.withoutPauses] : []),
          ].join(' · ')}
        </p>
        {run.pauses.length > 0 && (
          <details>
            <summary>
              {w.pauses} ({run.pauses.length})
            </summary>
            <ul className="figures">
              {run.pauses.map(({ from, until, reason }) => (
                <li key={from}>
                  {timeText(from)}–{until ? timeText(until) : '…'}: {reason}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <Group gap="sm" className="no-print">
        {file.phase === 'running' && acts.length > 0 && left > 0 && <span className="quiet">{w.stagesLeft(left)}</span>}
        {acts.map((act) => (
          <Button
            key={act}
            variant={act === 'open' || act === 'resume' ? 'filled' : 'default'}
            onClick={() => setOpened(act)}
            className={act === 'open' ? 'primary-act' : undefined}
          >
            {w[act]}
          </Button>
        ))}
      </Group>
      {opened && <RunAct file={file} act={opened} onClose={() => setOpened(null)} effect={effect} />}
    </section>
  );
};
