/** The run of one exercise: stages and items as planned and as played, pauses, observations. */
import type { z } from 'zod';
import type { ExerciseState } from '../../domain/exercise/index.ts';
import { pausedSince, playedMinutes, type RunState, stageCount } from '../../domain/exercise/run-state.ts';
import { currentStage } from '../../domain/exercise/stages.ts';
import { OBSERVATION_KIND_NAMES } from '../../domain/labels/events-run.ts';
import { type Instant, toMs } from '../../domain/time.ts';
import type { RunShown } from '../contract/index.ts';
import { words } from '../words.ts';
import type { FiledExercise, Moment } from './sources.ts';

interface Span {
  readonly start: Instant | null;
  readonly end: Instant | null;
}

const delay = (planned: Instant | null, actual: Instant | null): number | null =>
  planned && actual ? Math.round((toMs(actual) - toMs(planned)) / 60_000) : null;

const times = (run: RunState, planned: Span, actual: Span, now: Instant) => ({
  plannedStart: planned.start,
  plannedEnd: planned.end,
  startedAt: actual.start,
  endedAt: actual.end,
  startDelay: delay(planned.start, actual.start),
  endDelay: delay(planned.end, actual.end),
  minutes: actual.start && playedMinutes(run, actual.start, actual.end ?? now),
});

type Stage = z.output<typeof RunShown>['stages'][number];

const stageViews = (state: ExerciseState, now: Instant): Stage[] => {
  const { run, stages } = state;
  return Array.from({ length: Math.max(stageCount(run), stages.length) }, (_, index): Stage => {
    const stage = index + 1;
    const plan = run.plan.find((each) => each.stage === stage);
    const played = stages.find((each) => each.stage === stage);
    const planned = { start: plan?.plannedStart ?? null, end: plan?.plannedEnd ?? null };
    const actual = { start: played?.at ?? null, end: run.stageEnds[stage] ?? null };
    return {
      stage,
      name: plan?.name ?? null,
      note: played?.note ?? null,
      ...times(run, planned, actual, now),
      items: (plan?.items ?? []).map(({ item, label, part, problem, plannedStart, plannedEnd }) => {
        const own = run.items[item];
        const span = { start: own?.startedAt ?? null, end: own?.endedAt ?? null };
        return { item, label, part, problem, ...times(run, { start: plannedStart, end: plannedEnd }, span, now) };
      }),
    };
  });
};

/** `now` ends what still goes on. */
export const runView = ({ id, state }: FiledExercise, moment: Moment, now: Instant): z.output<typeof RunShown> => {
  const { run } = state;
  return {
    id,
    version: state.version,
    ...moment,
    openedAt: run.openedAt,
    closedAt: run.closedAt,
    pausedBecause: pausedSince(run)?.reason ?? null,
    minutes: run.openedAt && playedMinutes(run, run.openedAt, run.closedAt ?? now),
    current: currentStage(state),
    stages: stageViews(state, now),
    pauses: run.pauses,
    observations: state.observations
      .map((seen) => ({ ...seen, kindLabel: words(...OBSERVATION_KIND_NAMES[seen.kind]) }))
      .sort((a, b) => (a.seenAt !== b.seenAt ? (a.seenAt < b.seenAt ? -1 : 1) : a.id < b.id ? -1 : 1)),
    criteria: state.scoreSheet.domains.flatMap(({ code, nameVi, nameEn, criteria }) =>
      criteria.map((criterion) => ({
        criterion: `${code}/${criterion.code}`,
        domain: words(nameVi, nameEn),
        name: words(criterion.nameVi, criterion.nameEn),
      })),
    ),
  };
};
