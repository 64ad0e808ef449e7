/**
 * The ladder of reminders and escalations (domain guide §3, TDE): 7, 3 and 1 working days before a deadline, every
 * working day after it, to the body's head one working day late, to the steering board's head three working days late.
 * Each rung stands at 08:00 in Vietnam. What lay in the past when a deadline was set is not made up for, except an
 * escalation, which is due again the next working morning as long as the deadline is missed.
 */
import { addWorkingDays, type Calendar, isWorkingDay, workingDaysBetween } from '../calendar/index.ts';
import { Rejection } from '../rejection.ts';
import { addDays, atHour, dayOf, type Instant, type LocalDate, later } from '../time.ts';
import type { LadderState } from './state.ts';

export const LADDER = {
  hour: 8,
  before: [7, 3, 1],
  escalate: [
    { to: 'head', after: 1 },
    { to: 'board', after: 3 },
  ],
} as const;

export type Rung = 'before7' | 'before3' | 'before1' | 'overdue' | 'head' | 'board';

/** One rung that falls due: `at` is when it should sound; `daysLeft` counts working days, negative when late. */
export interface DueRung {
  readonly rung: Rung;
  readonly at: Instant;
}

export const freshLadder = (at: Instant): LadderState => ({ observed: at, escalated: [] });

const morning = (date: LocalDate): Instant => atHour(date, LADDER.hour);

/** The first working morning strictly after an instant. */
const nextMorning = (calendar: Calendar, after: Instant): Instant => {
  let date = dayOf(after);
  while (!isWorkingDay(calendar, date) || morning(date) <= after) date = addDays(date, 1);
  return morning(date);
};

/** What the calendar's tables reach, else null: in a year without a table nothing is guessed. */
export const withinTables = <T>(find: () => T): T | null => {
  try {
    return find();
  } catch (error) {
    if (error instanceof Rejection && error.code === 'calendar-year-missing') return null;
    throw error;
  }
};

/**
 * Rungs of one deadline that fall due after what was last observed, each with its next instant, earliest first.
 * A rung in a year without a calendar table is left out; the others stand.
 */
export const rungsAhead = (calendar: Calendar, due: LocalDate, ladder: LadderState): DueRung[] => {
  const standing = (days: number): Instant => morning(addWorkingDays(calendar, due, days));
  const orNextMorning = (at: Instant): Instant => (at > ladder.observed ? at : nextMorning(calendar, ladder.observed));
  const rungs: DueRung[] = [];
  const add = (rung: Rung, find: () => Instant): void => {
    const at = withinTables(find);
    if (at !== null && at > ladder.observed) rungs.push({ rung, at });
  };
  for (const days of LADDER.before) add(`before${days}`, () => standing(-days));
  add('overdue', () => orNextMorning(standing(1)));
  for (const { to, after } of LADDER.escalate) {
    if (!ladder.escalated.includes(to)) add(to, () => orNextMorning(standing(after)));
  }
  return rungs.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
};

/** The rungs that have come due by `now`; those missed during an outage each appear once. */
export const rungsDue = (calendar: Calendar, due: LocalDate, ladder: LadderState, now: Instant): DueRung[] =>
  rungsAhead(calendar, due, ladder).filter((rung) => rung.at <= now);

/** The ladder after a rung has sounded. */
export const climbed = (ladder: LadderState, rung: Rung, at: Instant): LadderState => ({
  observed: later(ladder.observed, at),
  escalated: rung === 'head' || rung === 'board' ? [...ladder.escalated, rung] : ladder.escalated,
});

/**
 * Working days from today to the deadline; negative: how many the deadline lies back, counted as the ladder counts them.
 * Days off after a deadline add nothing to its lateness.
 */
export const daysLeft = (calendar: Calendar, due: LocalDate, today: LocalDate): number =>
  due < today ? 0 - workingDaysBetween(calendar, due, today) : workingDaysBetween(calendar, today, due);
