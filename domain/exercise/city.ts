/**
 * A commune and the exercise of its city: it follows a move, a pause, a resumption by itself; where it cannot, and when
 * the city is cancelled, it is asked, and its own leaders answer.
 */
import { z } from 'zod';
import { addWorkingDays, type Calendar, workingDaysBetween } from '../calendar/index.ts';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { withinTables } from '../ladder/index.ts';
import type { BodyId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow, systemOnly } from '../rights.ts';
import { Reason } from '../text.ts';
import { addDays, dayOf, daysBetween, LocalDate } from '../time.ts';
import { type Days, daysOf } from './deadlines.ts';
import { PHASE_BEFORE } from './gate-phase.ts';
import { checkDays } from './opening.ts';
import { bodyIn, standingAgency } from './rights.ts';
import { move, type ScheduleEvent } from './schedule.ts';
import type { CityAsk, ExerciseState } from './state.ts';

export const CityCommand = z.strictObject({
  type: z.literal('AnswerCity'),
  answer: z.enum(['follow', 'keep']),
  startDate: LocalDate.optional().meta({ description: 'Own opening day, where it follows a move to other days' }),
  endDate: LocalDate.optional(),
  reason: Reason,
});
export type CityCommand = z.infer<typeof CityCommand>;

/** What a city's change asks of its communes. */
export interface FollowCity {
  readonly type: 'FollowCity';
  readonly change: 'rescheduled' | 'postponed' | 'resumed' | 'cancelled';
  readonly from: Days | null;
  readonly to: Days | null;
  readonly reason: string;
}

export type CityEvent =
  | {
      readonly type: 'CityChangeNoted';
      readonly change: FollowCity['change'];
      readonly reason: string;
      /** Why it did not follow by itself. */
      readonly because: string;
      /** The city's days before and after, where it moved. */
      readonly from?: Days;
      readonly to?: Days;
    }
  | {
      readonly type: 'CityAnswered';
      readonly answer: 'follow' | 'keep';
      readonly change: FollowCity['change'];
      readonly reason: string;
    };

/** The city's days beside which the commune last stood; null while it has followed everything. */
const besideCity = (state: ExerciseState): Days | null => state.cityAsks.find((ask) => ask.from)?.from ?? null;

/** The commune keeps its distance to the city's opening in working days, and its own length in days. */
const followedDays = (calendar: Calendar, own: Days, from: Days, to: Days): Days => {
  const distance = workingDaysBetween(calendar, from.startDate, own.startDate);
  const startDate = addWorkingDays(calendar, to.startDate, distance);
  return { startDate, endDate: addDays(startDate, daysBetween(own.startDate, own.endDate)) };
};

/**
 * A commune that is drafted, under way, ended, in another state than its city, or whose days would leave the calendar
 * takes note instead of moving: a follow-up is never refused.
 */
export const decideFollowCity = (
  command: FollowCity,
  state: ExerciseState,
  meta: CommandMeta,
  { calendar }: Context,
): (ScheduleEvent | CityEvent)[] => {
  systemOnly(meta.by, command.type);
  const { change, from, to, reason } = command;
  const note = (because: string): CityEvent[] => [
    { type: 'CityChangeNoted', change, reason, because, ...(from && to ? { from, to } : {}) },
  ];
  if (!PHASE_BEFORE.includes(state.phase)) return note(`phase:${state.phase}`);
  switch (change) {
    case 'rescheduled':
    case 'resumed': {
      const type = change === 'resumed' ? 'ExerciseResumed' : 'ExerciseRescheduled';
      if ((state.postponed !== null) !== (change === 'resumed'))
        return note(state.postponed ? 'postponed' : 'not-postponed');
      if (!from || !to) return note('no-days');
      const days = withinTables(() => followedDays(calendar, daysOf(state), besideCity(state) ?? from, to));
      if (days && days.startDate < dayOf(meta.at)) return note('opening-day-passed');
      const moved = days && withinTables(() => move(type, state, days, reason, true, calendar));
      return moved ? [moved] : note('calendar-year-missing');
    }
    case 'postponed':
      return state.postponed ? note('postponed') : [{ type: 'ExercisePostponed', reason, followsCity: true }];
    case 'cancelled':
      return note('asked');
    default:
      return change satisfies never;
  }
};

/** Whether something is left to decide: not for a file under way or ended, nor where both already rest. */
const asks = (state: ExerciseState, { change }: { change: FollowCity['change'] }): boolean => {
  if (state.phase === 'draft') return change === 'cancelled';
  return PHASE_BEFORE.includes(state.phase) && !(change === 'postponed' && state.postponed);
};

/** Bodies whose heads answer the city. */
export const answerersOf = (state: ExerciseState): BodyId[] => [
  ...new Set([bodyIn(state, 'COM'), standingAgency(state), bodyIn(state, 'SB'), bodyIn(state, 'MPC')]),
];

/**
 * The leaders of the commune, or of its superior, answer all that is asked with one word. To follow means what the last
 * change was: cancelled with the city, at rest with it, or moved with it from the days that the first open question began at.
 * While both rest there is nothing to follow (`city-at-rest`).
 */
export const decideAnswer = (
  command: CityCommand,
  state: ExerciseState,
  meta: CommandMeta,
  { calendar }: Context,
): (ScheduleEvent | CityEvent)[] => {
  if (state.phase === 'none') throw new Rejection('exercise-unknown', {});
  allow(meta.by, answerersOf(state), 'head');
  const last = state.cityAsks.at(-1);
  if (!last) throw new Rejection('city-asks-nothing');
  const { answer, reason } = command;
  const answered: CityEvent = { type: 'CityAnswered', answer, change: last.change, reason };
  return answer === 'keep' ? [answered] : [answered, ...following(command, last, state, meta, calendar)];
};

const following = (
  command: CityCommand,
  last: CityAsk,
  state: ExerciseState,
  meta: CommandMeta,
  calendar: Calendar,
): ScheduleEvent[] => {
  const { reason } = command;
  if (state.phase !== 'draft' && !PHASE_BEFORE.includes(state.phase))
    throw new Rejection('run-opened', { phase: state.phase });
  switch (last.change) {
    case 'cancelled':
      return [{ type: 'ExerciseCancelled', reason }];
    case 'postponed':
      if (state.postponed) throw new Rejection('city-at-rest', {});
      return [{ type: 'ExercisePostponed', reason, followsCity: true }];
    case 'rescheduled':
    case 'resumed': {
      const days = answeredDays(command, last, state, calendar);
      checkDays(calendar, days.startDate, days.endDate);
      const today = dayOf(meta.at);
      if (days.startDate < today) throw new Rejection('opening-day-passed', { startDate: days.startDate, today });
      const type = state.postponed ? 'ExerciseResumed' : 'ExerciseRescheduled';
      return [move(type, state, days, reason, true, calendar)];
    }
    default:
      return last.change satisfies never;
  }
};

const answeredDays = (command: CityCommand, last: CityAsk, state: ExerciseState, calendar: Calendar): Days => {
  const { startDate, endDate } = command;
  if (startDate) return { startDate, endDate: endDate ?? startDate };
  const from = besideCity(state);
  return from && last.to ? followedDays(calendar, daysOf(state), from, last.to) : daysOf(state);
};

export const evolveCity = (state: ExerciseState, fact: Fact<CityEvent>): ExerciseState => {
  if (fact.type === 'CityAnswered') return { ...state, cityAsks: [] };
  if (!asks(state, fact)) return state;
  const { change, reason, because, at, from = null, to = null } = fact;
  return { ...state, cityAsks: [...state.cityAsks, { change, reason, because, at, from, to }] };
};
