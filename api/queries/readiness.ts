/** Is each exercise ready; if not, why and whose turn is it? Pure views over a state and a day, and the board of all. */
import type { z } from 'zod';
import type { Calendar } from '../../domain/calendar/index.ts';
import {
  daysLeft,
  type ExerciseState,
  holderOf,
  isDone,
  NO_READINESS,
  nextGate,
  type Readiness,
  readinessOf,
} from '../../domain/exercise/index.ts';
import { PHASES, VERDICTS } from '../../domain/labels/words.ts';
import { Rejection } from '../../domain/rejection.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { ExerciseSummary, PhaseShown, ReadinessBoard, ReadinessShown } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { bodyName, reasonText, verdictSentence, words } from '../words.ts';
import { calendarNow } from './calendar.ts';
import { allExercises, type FiledExercise, type Moment } from './sources.ts';

/** Null instead of a refusal where a year has no calendar table: what is on file can always be read. */
const orNull = <T>(count: () => T): T | null => {
  try {
    return count();
  } catch (error) {
    if (error instanceof Rejection && error.code === 'calendar-year-missing') return null;
    throw error;
  }
};

/** Working days from today, null where the calendar does not reach. */
export const workingDaysTo = (calendar: Calendar, date: LocalDate | null, today: LocalDate): number | null =>
  date === null ? null : orNull(() => daysLeft(calendar, date, today));

/** The phase people read: `postponed` stands over the phase it interrupts. A state with an event is never `none`. */
export const phaseOf = (state: ExerciseState): PhaseShown =>
  state.postponed ? 'postponed' : state.phase === 'none' ? 'draft' : state.phase;

const WORKED_ON = ['planned', 'preparing', 'ready', 'running', 'reviewing'];

export const judge = (calendar: Calendar, state: ExerciseState, today: LocalDate): Readiness => {
  const tasks = Object.values(state.tasks).map((task) => ({
    code: task.code,
    owner: task.owner,
    holder: holderOf(state, task),
    after: task.after,
    due: task.due,
    done: isDone(task),
    waived: task.status === 'waived',
  }));
  const gates = state.gates.map((gate) => ({ code: gate.code, gateTask: gate.gateTask, passed: gate.passed !== null }));
  const active = WORKED_ON.includes(phaseOf(state));
  return orNull(() => readinessOf({ active, tasks, gates }, today, calendar)) ?? NO_READINESS;
};

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
    orgUnit,
    parentId: state.parentId,
    theme: state.theme,
    codeName: state.codeName,
    isPilot: state.isPilot,
    phase,
    phaseLabel: PHASES[phase],
    startDate: state.startDate,
    endDate: state.endDate,
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

/** All exercises with verdict and reasons, by id. */
export const readinessBoard = async (deps: ApiDeps, moment: Moment): Promise<z.output<typeof ReadinessBoard>> => {
  const counts = { green: 0, amber: 0, red: 0, none: 0 };
  const [calendar, filed] = await Promise.all([calendarNow(deps, moment.asOf), allExercises(deps, moment.asOf)]);
  const exercises = filed.map((each) => {
    const readiness = judge(calendar, each.state, moment.today);
    counts[readiness.verdict] += 1;
    return { ...summaryView(calendar, each, moment.today), readiness: readinessView(readiness) };
  });
  return { ...moment, counts, exercises };
};
