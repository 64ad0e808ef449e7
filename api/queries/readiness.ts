/** Is each exercise ready; if not, why and whose turn is it? Pure views over a state and a day. */
import type { z } from 'zod';
import type { Calendar } from '../../domain/calendar/index.ts';
import { daysLeft, type ExerciseState, nextGate, type Readiness } from '../../domain/exercise/index.ts';
import { EXERCISE_TYPE_NAMES, PHASES, VERDICTS } from '../../domain/labels/words.ts';
import { withinTables } from '../../domain/ladder/index.ts';
import { Rejection } from '../../domain/rejection.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { ExerciseSummary, ReadinessShown } from '../contract/index.ts';
import { bodyName, reasonText, verdictSentence, words } from '../words.ts';
import { isWorkedOnIn, judgeOutline, outlineOf, phaseOf } from './board/outline.ts';
import type { FiledExercise } from './sources.ts';

export { phaseOf } from './board/outline.ts';

/** Working days from today, null where the calendar does not reach. */
export const workingDaysTo = (calendar: Calendar, date: LocalDate | null, today: LocalDate): number | null =>
  date === null ? null : withinTables(() => daysLeft(calendar, date, today));

/** Planned, and neither over nor interrupted. */
export const isWorkedOn = (state: ExerciseState): boolean => isWorkedOnIn(phaseOf(state));

export const judge = (calendar: Calendar, state: ExerciseState, today: LocalDate): Readiness =>
  judgeOutline(calendar, outlineOf(state), today);

export const readinessView = (readiness: Readiness): z.output<typeof ReadinessShown> => ({
  verdict: readiness.verdict,
  label: VERDICTS[readiness.verdict],
  sentence: verdictSentence(readiness),
  reasons: readiness.reasons.map((reason) => ({
    kind: reason.kind,
    gate: reason.kind === 'task-late' ? null : reason.gate,
    task: reason.task,
    bodies: reason.kind === 'gate-near' ? reason.bodies : [reason.body],
    date: reason.kind === 'gate-near' ? reason.date : reason.since,
    days: reason.days,
    open: reason.kind === 'gate-near' ? reason.open : [],
    text: reasonText(reason),
  })),
  ratio: readiness.ratio && {
    ...readiness.ratio,
    percent: Math.round((readiness.ratio.verified / readiness.ratio.due) * 10_000) / 100,
  },
  bodies: readiness.bodies.map((row) => ({ ...row, name: bodyName(row.body) })),
});

const firstDueOf = ({ tasks }: ExerciseState): LocalDate | null =>
  Object.values(tasks).reduce<LocalDate | null>(
    (first, { due }) => (first === null || due < first ? due : first),
    null,
  );

/** What every list shows of an exercise. The state must hold at least its first event. */
export const summaryView = (calendar: Calendar, { id, state }: FiledExercise, today: LocalDate) => {
  const { type, orgUnit } = state;
  if (type === null || orgUnit === null) throw new Rejection('exercise-unknown', { id });
  const gate = nextGate(state);
  const phase = phaseOf(state);
  return {
    id,
    version: state.version,
    type,
    typeLabel: EXERCISE_TYPE_NAMES[type],
    orgUnit,
    parentId: state.parentId,
    theme: state.theme,
    codeName: state.codeName,
    isPilot: state.isPilot,
    phase,
    phaseLabel: PHASES[phase],
    startDate: state.startDate,
    endDate: state.endDate,
    firstDue: firstDueOf(state),
    workingDaysLeft: workingDaysTo(calendar, state.startDate, today),
    nextGate: gate && { code: gate.code, name: words(gate.nameVi, gate.nameEn) },
  };
};

export const verdictRow = (
  calendar: Calendar,
  filed: FiledExercise,
  today: LocalDate,
): z.output<typeof ExerciseSummary> => {
  const { verdict } = judge(calendar, filed.state, today);
  return { ...summaryView(calendar, filed, today), verdict, verdictLabel: VERDICTS[verdict] };
};
