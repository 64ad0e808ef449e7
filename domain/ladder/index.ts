/**
 * A ladder of reminders and escalations is data (domain guide §3, TDE): rungs at working days before and after a deadline,
 * each with whom it tells. Every rung stands at the ladder's hour in Vietnam.
 * - A reminder that lay in the past when a deadline was set is not made up for; an escalation is due again the next
 *   morning on which the ladder sounds, as long as the deadline is missed.
 * - On a quiet day nothing sounds. A reminder moves to the next working day that is not quiet, but never past its deadline:
 *   then it is dropped. An escalation moves as far as it must.
 * - While a deadline is acknowledged its reminders are dropped; what stands after the deadline always sounds.
 */
import { addWorkingDays, type Calendar, isWorkingDay, workingDaysBetween } from '../calendar/index.ts';
import { Rejection } from '../rejection.ts';
import { addDays, atHour, dayOf, earlier, type Instant, type LocalDate, later } from '../time.ts';
import type { Ladder, Rung } from './data.ts';

export { checkLadder, type LadderFault } from './check.ts';
export { AUDIENCES, Audience, DEFAULT_LADDER, Ladder, Rung, UNDECIDED, URGED, undecidedLadder } from './data.ts';

/** What a ladder needs to know of one deadline. */
export interface LadderState {
  /** Rungs at or before this instant were observed, or lay in the past when the deadline was set. */
  readonly observed: Instant;
  /** Ids of the rungs that sound once and have sounded for this deadline. */
  readonly sounded: readonly string[];
  /** Acknowledged: reminders up to and on this day are dropped. Never later than the deadline. */
  readonly silentUntil: LocalDate | null;
}

/** One rung that falls due: `at` is when it should sound. */
export interface DueRung {
  readonly rung: Rung;
  readonly at: Instant;
}

/** The ladder of a deadline that is set now. */
export const freshLadder = (at: Instant): LadderState => ({ observed: at, sounded: [], silentUntil: null });

/**
 * The ladder of a deadline that stays while another body takes its turn: silence ends, and the new holder climbs from
 * here; what was told to agency, board and superior is not told again.
 */
export const handedOn = (ladder: Ladder, state: LadderState, at: Instant): LadderState => {
  const ofHolder = ladder.rungs.filter(({ audience }) => audience === 'owner' || audience === 'head');
  return {
    observed: later(state.observed, at),
    sounded: state.sounded.filter((id) => !ofHolder.some((rung) => rung.id === id)),
    silentUntil: null,
  };
};

/** The ladder of a deadline that stays after a pause: what was missed is not made up for, escalations excepted. */
export const resumed = (state: LadderState, at: Instant): LadderState => ({
  observed: later(state.observed, at),
  sounded: state.sounded,
  silentUntil: null,
});

/** The ladder after a rung has sounded. */
export const climbed = (state: LadderState, rung: Rung, at: Instant): LadderState => ({
  ...state,
  observed: later(state.observed, at),
  sounded: rung.daily ? state.sounded : [...state.sounded, rung.id],
});

/** What the calendar's tables reach, else null: in a year without a table nothing is guessed. */
export const withinTables = <T>(find: () => T): T | null => {
  try {
    return find();
  } catch (error) {
    if (error instanceof Rejection && error.code === 'calendar-year-missing') return null;
    throw error;
  }
};

const isQuiet = (ladder: Ladder, date: LocalDate): boolean =>
  ladder.quiet.some(({ from, to }) => from <= date && date <= to);

/** The first day from `date` on which the ladder sounds: a working day that is not quiet. */
const soundingFrom = (calendar: Calendar, ladder: Ladder, date: LocalDate): LocalDate => {
  let day = date;
  while (isQuiet(ladder, day) || !isWorkingDay(calendar, day)) day = addDays(day, 1);
  return day;
};

/**
 * The day of the next sounding of a rung, not before `open`; null when it sounds no more. A rung on the deadline itself
 * sounds there even when that is a day off.
 */
const dayOfRung = (
  calendar: Calendar,
  ladder: Ladder,
  due: LocalDate,
  { days, daily }: Rung,
  open: LocalDate,
  silentUntil: LocalDate | null,
): LocalDate | null => {
  const standing = addWorkingDays(calendar, due, days);
  if (days > 0 || daily) {
    const spoken = silentUntil ? later(open, addDays(silentUntil, 1)) : open;
    return soundingFrom(calendar, ladder, later(standing, days > 0 ? open : spoken));
  }
  const day = isQuiet(ladder, standing) ? soundingFrom(calendar, ladder, standing) : standing;
  return day < open || day > due || (silentUntil && day <= silentUntil) ? null : day;
};

interface RungDay {
  readonly rung: Rung;
  readonly day: LocalDate;
}

/** Rungs ahead in the order of the ladder, each with the day of its next sounding. */
const daysAhead = (calendar: Calendar, ladder: Ladder, due: LocalDate, state: LadderState): RungDay[] => {
  const today = dayOf(state.observed);
  const open = atHour(today, ladder.hour) > state.observed ? today : addDays(today, 1);
  const ahead: RungDay[] = [];
  for (const rung of ladder.rungs) {
    if (!rung.daily && state.sounded.includes(rung.id)) continue;
    const day = withinTables(() => dayOfRung(calendar, ladder, due, rung, open, state.silentUntil));
    if (day !== null) ahead.push({ rung, day });
  }
  return ahead;
};

/**
 * Rungs of one deadline that fall due after what was last observed, each with its next instant, earliest first.
 * A rung in a year without a calendar table is left out; the others stand.
 */
export const rungsAhead = (calendar: Calendar, ladder: Ladder, due: LocalDate, state: LadderState): DueRung[] =>
  daysAhead(calendar, ladder, due, state)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ rung, day }) => ({ rung, at: atHour(day, ladder.hour) }));

/** The first day on which one of the rungs sounds; null when none is ahead. */
export const nextDay = (calendar: Calendar, ladder: Ladder, due: LocalDate, state: LadderState): LocalDate | null =>
  daysAhead(calendar, ladder, due, state).reduce<LocalDate | null>(
    (next, { day }) => (next === null ? day : earlier(next, day)),
    null,
  );

/** The rungs that have come due by `now`; those missed during an outage each appear once. */
export const rungsDue = (
  calendar: Calendar,
  ladder: Ladder,
  due: LocalDate,
  state: LadderState,
  now: Instant,
): DueRung[] => rungsAhead(calendar, ladder, due, state).filter((rung) => rung.at <= now);

/**
 * Working days from today to the deadline; negative: how many the deadline lies back, counted as the ladder counts them.
 * Days off after a deadline add nothing to its lateness.
 */
export const daysLeft = (calendar: Calendar, due: LocalDate, today: LocalDate): number =>
  due < today ? 0 - workingDaysBetween(calendar, due, today) : workingDaysBetween(calendar, today, due);
