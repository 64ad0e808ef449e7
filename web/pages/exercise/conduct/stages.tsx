/** The stages with their content items, planned and played; the one being played stands out. */
import { Button, Group, Title } from '@mantine/core';
import { IconCheck, IconCircle, IconPlayerPlay } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { STAGE_NAMES } from '../../../../domain/labels/stage-names.ts';
import type { Schemas } from '../../../client/http.ts';
import { Sign } from '../../../parts/marks.tsx';
import { useAsOf } from '../../../parts/view.ts';
import { dayOf, shortDate, timeText } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { mayStage } from './rights.ts';
import { ItemAct, StageAct } from './stage-acts.tsx';
import { said } from './words.ts';

type Run = Schemas['RunShown'];
type Stage = Run['stages'][number];
type Times = Pick<Stage, 'plannedStart' | 'plannedEnd' | 'startedAt' | 'endedAt' | 'startDelay' | 'endDelay'>;

const PlanStages = lazy(() => import('./plan-stages.tsx').then(({ PlanStages: Plan }) => ({ default: Plan })));

export const useStageName = (): ((stage: Pick<Stage, 'stage' | 'name'>) => string) => {
  const { language } = useLanguage();
  return ({ stage, name }) => name ?? STAGE_NAMES[stage - 1]?.[language === 'vi' ? 0 : 1] ?? '';
};

/** `07:30–09:00`, with the day where it is not the one of the opening. */
const spanText = (from: string | null, until: string | null, day: string | null): string => {
  if (from === null) return '–';
  const start = dayOf(from) === day ? timeText(from) : `${timeText(from)} ${shortDate(dayOf(from))}`;
  return `${start}–${until === null ? '…' : timeText(until)}`;
};

const Delay = ({ times }: { readonly times: Times }): ReactNode => {
  const w = useWords(said);
  const delay = times.endDelay ?? times.startDelay;
  if (delay === null) return null;
  return <span className="quiet"> · {delay === 0 ? w.onPlan : delay > 0 ? w.late(delay) : w.early(-delay)}</span>;
};

const When = ({ times, day }: { readonly times: Times; readonly day: string | null }): ReactNode => {
  const w = useWords(said);
  return (
    <dl className="run-times figures">
      <div>
        <dt>{w.planned}</dt>
        <dd>{times.plannedStart ? spanText(times.plannedStart, times.plannedEnd, day) : w.noPlan}</dd>
      </div>
      <div>
        <dt>{w.actual}</dt>
        <dd>
          {spanText(times.startedAt, times.endedAt, day)}
          <Delay times={times} />
        </dd>
      </div>
    </dl>
  );
};

const Mark = ({ times }: { readonly times: Times }): ReactNode => {
  const w = useWords(said);
  if (times.endedAt)
    return (
      <Sign icon={IconCheck} hue="green">
        {w.ended}
      </Sign>
    );
  if (times.startedAt)
    return (
      <Sign icon={IconPlayerPlay} hue="blue">
        {w.current}
      </Sign>
    );
  return (
    <Sign icon={IconCircle} hue="grey">
      {w.ahead}
    </Sign>
  );
};

const OneStage = ({
  file,
  run,
  stage,
  may,
}: {
  readonly file: File;
  readonly run: Run;
  readonly stage: Stage;
  readonly may: boolean;
}): ReactNode => {
  const w = useWords(said);
  const nameOf = useStageName();
  const day = file.startDate;
  const isCurrent = run.current === stage.stage;
  const isNext = !stage.startedAt && run.stages.find(({ startedAt }) => !startedAt)?.stage === stage.stage;
  const isPlaying = may && file.phase === 'running' && run.pausedBecause === null;
  return (
    <li className="run-stage" data-current={isCurrent || undefined} aria-current={isCurrent ? 'step' : undefined}>
      <div className="step-head">
        <h3>
          {w.stage(stage.stage)}: {nameOf(stage)}
        </h3>
        <Mark times={stage} />
      </div>
      <When times={stage} day={day} />
      {stage.note && <p>{stage.note}</p>}
      {stage.items.length === 0 ? (
        <p className="quiet">{w.noItems}</p>
      ) : (
        <ul className="run-items">
          {stage.items.map((item) => (
            <li key={item.item} data-current={(item.startedAt && !item.endedAt) || undefined}>
              <span>
                <b className="figures">{item.item}</b> {item.label}{' '}
                <span className="quiet">
                  {w[item.part]}
                  {item.problem !== null && `, ${w.problem(item.problem)}`}
                </span>
              </span>
              <span className="figures">
                {spanText(item.startedAt ?? item.plannedStart, item.endedAt ?? item.plannedEnd, day)}
                <Delay times={item} />
              </span>
              <Mark times={item} />
              {isPlaying && isCurrent && !item.endedAt && (
                <ItemAct file={file} item={item} isEnd={item.startedAt !== null} />
              )}
            </li>
          ))}
        </ul>
      )}
      {isPlaying && (isNext || isCurrent) && (
        <Group gap="sm" mt="xs" className="no-print">
          <StageAct file={file} stage={stage} isEnd={isCurrent} current={run.current} />
        </Group>
      )}
    </li>
  );
};

export const Stages = ({ file, run }: { readonly file: File; readonly run: Run }): ReactNode => {
  const w = useWords(said);
  const asOf = useAsOf();
  const [planning, setPlanning] = useState(false);
  const may = asOf === undefined && mayStage(file);
  const isPlanned = run.stages.some(({ plannedStart }) => plannedStart !== null);
  const mayPlan = may && run.openedAt === null && !['closed', 'cancelled', 'draft'].includes(file.phase);
  return (
    <section aria-labelledby="stages-title">
      <div className="step-head">
        <Title order={2} className="section-title" id="stages-title">
          {w.stages}
        </Title>
        {mayPlan && (
          <Button variant="default" onClick={() => setPlanning(true)} className="no-print">
            {isPlanned ? w.planChange : w.plan}
          </Button>
        )}
      </div>
      <ol className="run-stages">
        {run.stages.map((stage) => (
          <OneStage key={stage.stage} file={file} run={run} stage={stage} may={may} />
        ))}
      </ol>
      {planning && (
        <Suspense>
          <PlanStages file={file} run={run} onClose={() => setPlanning(false)} />
        </Suspense>
      )}
    </section>
  );
};
