/** A solve job on the page: how far it is, how to end it, what came of it. It stands in the address and survives a reload. */
import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { RuleKind } from '../../../domain/rollout/problem.ts';
import type { Answer } from '../../client/http.ts';
import { type Failure, readQuery, useRead } from '../../client/read.ts';
import { Broken } from '../../parts/shown.tsx';
import { useWrite } from '../../parts/use-write.ts';
import { numberText } from '../../words/format.ts';
import { type Language, useLanguage, useSay, useWords } from '../../words/language.tsx';
import type { JobAnswer } from './draft.ts';
import { said } from './words.ts';

export type Job = Answer<'/api/v1/planner/jobs/{job}'>;
const LOOK_EVERY = 700;
/** Orange and blue titles are too pale on their tint. */
const READABLE = { title: { color: 'var(--mantine-color-text)' } };
const isOpen = (job: Job | undefined): boolean => job?.status === 'queued' || job?.status === 'running';

/** The job of the address, asked again until it has ended; null without one. */
export const useJob = (id: string | undefined, unit: string) => {
  const path = { job: id ?? '' };
  const job = useQuery<Job, Failure>({
    ...readQuery('/api/v1/planner/jobs/{job}', { path }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (isOpen(state.data) || state.error ? LOOK_EVERY : false),
  });
  const isDone = job.data?.status === 'done';
  const answer = useRead('/api/v1/planner/jobs/{job}/answers/{unit}', { path: { ...path, unit } }, { enabled: isDone });
  return { job, answer };
};

export const percent = (share: number | null, language: Language): string =>
  share === null ? '–' : `${numberText(100 * share, language, 2)}%`;

const Running = ({ job, mayPlan }: { readonly job: Job; readonly mayPlan: boolean }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const stop = useWrite(null);
  const { progress, total, done } = job;
  const step = { moves: w.stepMoves, plan: w.stepPlan, explain: w.stepExplain }[progress?.step ?? 'plan'];
  const n = (value: number | null): string => (value === null ? '–' : numberText(value, language, 1));
  const part = progress ? Math.min(99, (100 * progress.seconds) / job.options.timeLimit) : 0;
  const value = total > 1 ? (100 * done) / total : part;
  const end = (how: 'settle' | 'cancel'): void =>
    stop.mutate({ path: `/api/v1/planner/jobs/${job.id}/stop`, body: { how } });
  return (
    <Alert
      color="blue"
      variant="light"
      styles={READABLE}
      title={job.status === 'queued' ? w.queued : w.solving}
      role="status"
    >
      <Stack gap="xs">
        <Progress value={value} aria-label={w.solving} />
        {progress && (
          <Text size="sm">
            {step} · {w.elapsed(numberText(progress.seconds, language))}
            {total > 1 && ` · ${done}/${total}`}
          </Text>
        )}
        <Text size="sm">
          {progress?.best == null
            ? w.noneYet
            : w.progress(n(progress.best), n(progress.bound), percent(progress.gap, language))}
        </Text>
        {mayPlan && (
          <Group gap="sm">
            <Button
              variant="default"
              disabled={progress?.best == null || job.wish !== null}
              loading={job.wish === 'settle'}
              onClick={() => end('settle')}
            >
              {w.settle}
            </Button>
            <Button variant="default" loading={job.wish === 'cancel'} onClick={() => end('cancel')}>
              {w.cancel}
            </Button>
          </Group>
        )}
        {stop.error && <Broken error={stop.error} />}
      </Stack>
    </Alert>
  );
};

const Contradiction = ({
  answer,
  onSoften,
}: {
  readonly answer: JobAnswer;
  readonly onSoften: ((kind: RuleKind) => void) | null;
}) => {
  const w = useWords(said);
  const say = useSay();
  const minimal = answer.answer.status === 'infeasible' && answer.answer.minimal;
  return (
    <Alert color="orange" variant="light" styles={READABLE} title={w.noFit} role="alert">
      <Stack gap="xs">
        <Text size="sm">{w.collide}</Text>
        <ul className="plan-list">
          {answer.conflict.map(({ rule, text }) => (
            <li key={rule}>{say(text)}</li>
          ))}
        </ul>
        {!minimal && <Text size="sm">{w.notMinimal}</Text>}
        {onSoften && (
          <Group gap="sm">
            {answer.remedies.map(({ kind, name, enough }) => (
              <Button
                key={kind}
                variant="default"
                onClick={() => onSoften(kind)}
                h="auto"
                py={6}
                styles={{ label: { whiteSpace: 'normal' } }}
              >
                {w.soften(say(name))}
                {!enough && ` (${w.notEnough})`}
              </Button>
            ))}
          </Group>
        )}
      </Stack>
    </Alert>
  );
};

export const JobShown = ({
  watched: { job, answer },
  mayPlan,
  onSoften,
}: {
  readonly watched: ReturnType<typeof useJob>;
  readonly mayPlan: boolean;
  readonly onSoften: ((kind: RuleKind) => void) | null;
}): ReactNode => {
  const w = useWords(said);
  if (job.error) return <Broken error={job.error} onRetry={() => void job.refetch()} />;
  if (!job.data) return null;
  if (isOpen(job.data)) return <Running job={job.data} mayPlan={mayPlan} />;
  if (job.data.status === 'cancelled') return <Alert color="gray">{w.cancelled}</Alert>;
  if (job.data.status === 'failed') return <Alert color="red">{w.failed}</Alert>;
  if (answer.error) return <Broken error={answer.error} />;
  if (!answer.data) return null;
  if (answer.data.answer.status === 'infeasible') return <Contradiction answer={answer.data} onSoften={onSoften} />;
  if (answer.data.answer.status === 'unknown') return <Alert color="orange">{w.unknown}</Alert>;
  return null;
};
