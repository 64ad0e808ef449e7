/** An exercise follows the calendar: when a year's table is entered, open deadlines are counted anew. */
import type { CommandMeta, Context } from '../decider.ts';
import { withinTables } from '../ladder/index.ts';
import { systemOnly } from '../rights.ts';
import { movedDeadlines } from './deadlines.ts';
import { WORKED_ON } from './gate-phase.ts';
import type { ScheduleEvent } from './schedule.ts';
import type { ExerciseState } from './state.ts';

/** Sent by the calendar to the files that its event names; by then the calendar in force is the new one. Never refused. */
export interface FollowCalendar {
  readonly type: 'FollowCalendar';
  readonly version: string;
  readonly reason: string;
}

/**
 * Nothing for a file that has ended meanwhile, stands on this calendar already, or is postponed: its deadlines are counted
 * when it resumes. A file whose days no table reaches keeps its deadlines.
 */
export const decideFollowCalendar = (
  command: FollowCalendar,
  state: ExerciseState,
  meta: CommandMeta,
  { calendar }: Context,
): ScheduleEvent[] => {
  systemOnly(meta.by, command.type);
  const { startDate, endDate } = state;
  if (!WORKED_ON.includes(state.phase) || state.postponed || !startDate || !endDate) return [];
  if (state.calendarVersion === calendar.version) return [];
  const deadlines = withinTables(() => movedDeadlines(state, calendar, { startDate, endDate }));
  if (deadlines === null) return [];
  return [{ type: 'CalendarAdopted', calendarVersion: calendar.version, reason: command.reason, deadlines }];
};
