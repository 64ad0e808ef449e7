/** Deadlines of an exercise's tasks counted from its days: those that a change moves, and the state with them. */
import { addWorkingDays, type Calendar, dueDate } from '../calendar/index.ts';
import { withinTables } from '../ladder/index.ts';
import { Rejection } from '../rejection.ts';
import type { LocalDate } from '../time.ts';
import { type ExerciseState, openTasks, type Task } from './state.ts';

export interface Days {
  readonly startDate: LocalDate;
  readonly endDate: LocalDate;
}

/** A deadline that moved, with the day it had. */
export interface MovedDeadline {
  readonly task: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export const daysOf = (state: ExerciseState): Days => {
  if (!state.startDate || !state.endDate) throw new Rejection('exercise-not-active', { phase: state.phase });
  return { startDate: state.startDate, endDate: state.endDate };
};

/** Deadlines of open tasks under new days; extensions granted keep their working days. Unchanged ones are left out. */
export const movedDeadlines = (state: ExerciseState, calendar: Calendar, days: Days): MovedDeadline[] =>
  countedAnew(openTasks(state), calendar, days);

const countedAnew = (tasks: readonly Task[], calendar: Calendar, days: Days): MovedDeadline[] =>
  tasks.flatMap((task) => {
    const to = addWorkingDays(calendar, dueDate(calendar, task.offset, days), task.extendedBy);
    return to === task.due ? [] : [{ task: task.code, from: task.due, to }];
  });

/**
 * Deadlines of done tasks that are opened again, by the days and the calendar of now: a move passed them over while they were
 * done. Unchanged ones are left out, and those that the calendar's tables do not reach.
 */
export const deadlinesOfReopened = (
  state: ExerciseState,
  codes: readonly string[],
  calendar: Calendar,
): MovedDeadline[] =>
  codes.flatMap((code) => {
    const task = state.tasks[code];
    return (task && withinTables(() => countedAnew([task], calendar, daysOf(state)))) ?? [];
  });

/** The state with these deadlines in place of the old ones. */
export const withDue = (state: ExerciseState, moved: readonly MovedDeadline[]): ExerciseState => {
  const tasks = { ...state.tasks };
  for (const { task: code, to } of moved) {
    const task = tasks[code];
    if (task) tasks[code] = { ...task, due: to };
  }
  return { ...state, tasks };
};
