/** Moving an exercise: reschedule, postpone, resume, cancel; a new calendar is adopted. What a city asks: `city.ts`. */
import { z } from 'zod';
import type { Calendar } from '../calendar/index.ts';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { freshLadder } from '../ladder/index.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { Reason } from '../text.ts';
import { dayOf, daysBetween, type Instant, LocalDate } from '../time.ts';
import { requireActive } from './checklist.ts';
import { type Days, daysOf, type MovedDeadline, movedDeadlines, withDue } from './deadlines.ts';
import { checkDays } from './opening.ts';
import { allowOpening, bodyIn, standingAgency } from './rights.ts';
import { shiftedPlan } from './stages.ts';
import { type CityAsk, type ExerciseState, openTasks } from './state.ts';

export const ScheduleCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('RescheduleExercise'), startDate: LocalDate, endDate: LocalDate, reason: Reason }),
  z.strictObject({ type: z.literal('PostponeExercise'), reason: Reason }),
  z.strictObject({ type: z.literal('ResumeExercise'), startDate: LocalDate, endDate: LocalDate, reason: Reason }),
  z.strictObject({ type: z.literal('CancelExercise'), reason: Reason }),
  z.strictObject({ type: z.literal('AdoptCalendar'), reason: Reason }),
]);
export type ScheduleCommand = z.infer<typeof ScheduleCommand>;

interface Moved {
  readonly from: Days;
  readonly to: Days;
  readonly reason: string;
  readonly calendarVersion: string;
  readonly deadlines: readonly MovedDeadline[];
  /** True when a commune moved because its city did. */
  readonly followsCity: boolean;
}

export type ScheduleEvent =
  | ({ readonly type: 'ExerciseRescheduled' } & Moved)
  | { readonly type: 'ExercisePostponed'; readonly reason: string; readonly followsCity: boolean }
  | ({ readonly type: 'ExerciseResumed' } & Moved)
  | { readonly type: 'ExerciseCancelled'; readonly reason: string }
  | {
      readonly type: 'CalendarAdopted';
      readonly calendarVersion: string;
      readonly reason: string;
      readonly deadlines: readonly MovedDeadline[];
    };

const requireNotOpened = (state: ExerciseState): void => {
  if (state.phase === 'running' || state.phase === 'reviewing')
    throw new Rejection('run-opened', { phase: state.phase });
};

export const decideSchedule = (
  command: ScheduleCommand,
  state: ExerciseState,
  meta: CommandMeta,
  { calendar }: Context,
): ScheduleEvent[] => {
  if (command.type === 'ResumeExercise') {
    if (state.phase === 'none') throw new Rejection('exercise-unknown', {});
    if (!state.postponed) throw new Rejection('exercise-not-postponed', {});
  } else if (command.type === 'CancelExercise' && state.phase === 'draft') {
    return cancelDraft(command.reason, state, meta);
  } else if (command.type !== 'CancelExercise' || !state.postponed) requireActive(state);
  const leaders = [bodyIn(state, 'SB'), bodyIn(state, 'MPC')];
  switch (command.type) {
    case 'RescheduleExercise':
    case 'ResumeExercise': {
      allow(meta.by, [...leaders, standingAgency(state), bodyIn(state, 'SA')]);
      requireNotOpened(state);
      checkDays(calendar, command.startDate, command.endDate);
      const today = dayOf(meta.at);
      if (command.startDate < today) throw new Rejection('opening-day-passed', { startDate: command.startDate, today });
      const to = { startDate: command.startDate, endDate: command.endDate };
      return [
        move(
          command.type === 'ResumeExercise' ? 'ExerciseResumed' : 'ExerciseRescheduled',
          state,
          to,
          command.reason,
          false,
          calendar,
        ),
      ];
    }
    case 'PostponeExercise':
      allow(meta.by, leaders);
      requireNotOpened(state);
      return [{ type: 'ExercisePostponed', reason: command.reason, followsCity: false }];
    case 'CancelExercise':
      allow(meta.by, leaders, 'head');
      requireNotOpened(state);
      return [{ type: 'ExerciseCancelled', reason: command.reason }];
    case 'AdoptCalendar': {
      allow(meta.by, [...leaders, standingAgency(state), bodyIn(state, 'SA')]);
      const deadlines = movedDeadlines(state, calendar, daysOf(state));
      if (deadlines.length === 0 && state.calendarVersion === calendar.version) return [];
      return [{ type: 'CalendarAdopted', calendarVersion: calendar.version, reason: command.reason, deadlines }];
    }
    default:
      return command satisfies never;
  }
};

/** A draft was opened by mistake: whoever may open one may take it back. */
const cancelDraft = (reason: string, state: ExerciseState, { by }: CommandMeta): ScheduleEvent[] => {
  if (!state.type || !state.orgUnit) throw new Rejection('exercise-unknown', {});
  allowOpening(by, state.type, state.orgUnit, state.superiorUnit ?? state.orgUnit);
  return [{ type: 'ExerciseCancelled', reason }];
};

/** The one event of a move, with every deadline that moves. Throws `calendar-year-missing`. */
export const move = (
  type: 'ExerciseRescheduled' | 'ExerciseResumed',
  state: ExerciseState,
  to: Days,
  reason: string,
  followsCity: boolean,
  calendar: Calendar,
): ScheduleEvent => ({
  type,
  from: daysOf(state),
  to,
  reason,
  calendarVersion: calendar.version,
  deadlines: movedDeadlines(state, calendar, to),
  followsCity,
});

export const evolveSchedule = (state: ExerciseState, fact: Fact<ScheduleEvent>): ExerciseState => {
  switch (fact.type) {
    case 'ExerciseRescheduled':
    case 'ExerciseResumed':
      return {
        ...withDue(fact.type === 'ExerciseResumed' ? withFreshLadders(state, fact.at) : state, fact.deadlines),
        startDate: fact.to.startDate,
        endDate: fact.to.endDate,
        calendarVersion: fact.calendarVersion,
        postponed: null,
        run: { ...state.run, plan: shiftedPlan(state.run.plan, daysBetween(fact.from.startDate, fact.to.startDate)) },
        cityAsks: fact.followsCity ? [] : state.cityAsks,
      };
    case 'ExercisePostponed':
      return {
        ...state,
        postponed: { since: fact.at, reason: fact.reason },
        cityAsks: fact.followsCity ? withRest(state.cityAsks, fact) : state.cityAsks,
      };
    case 'ExerciseCancelled':
      return { ...state, phase: 'cancelled', postponed: null, cityAsks: [] };
    case 'CalendarAdopted':
      return { ...withDue(state, fact.deadlines), calendarVersion: fact.calendarVersion };
    default:
      return fact satisfies never;
  }
};

/** A move of the city that is still unanswered stays so while both rest; the last thing it did was to rest. */
const withRest = (asks: readonly CityAsk[], { at, reason }: Fact<{ reason: string }>): readonly CityAsk[] =>
  asks.length === 0 ? asks : [...asks, { change: 'postponed', reason, because: 'followed', at, from: null, to: null }];

/** After a pause the ladders of all open tasks start anew at that moment. */
const withFreshLadders = (state: ExerciseState, at: Instant): ExerciseState => ({
  ...state,
  tasks: {
    ...state.tasks,
    ...Object.fromEntries(openTasks(state).map((task) => [task.code, { ...task, ladder: freshLadder(at) }])),
  },
});
