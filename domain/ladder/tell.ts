/**
 * What a ladder has to tell at a moment, whatever the deadlines belong to: the tasks of an exercise, the corrective actions
 * of a review. Pure; a caller records each told rung as one event and folds it by `climbed`.
 */
import type { Calendar } from '../calendar/index.ts';
import type { BodyId, Post } from '../people.ts';
import { atHour, dayOf, earlier, type Instant, type LocalDate, toMs } from '../time.ts';
import {
  type Audience,
  daysLeft,
  type Ladder,
  type LadderState,
  nextDay,
  type Rung,
  rungsDue,
  withinTables,
} from './index.ts';

/** A deadline and how far up its ladder it is; `id` is the caller's own name for it. */
export interface Deadline {
  readonly id: string;
  readonly due: LocalDate;
  readonly ladder: LadderState;
}

/** One rung to be told now. */
export interface RungToTell {
  readonly id: string;
  readonly rung: Rung;
  /** When the rung stood; later observation means an outage of `lateMinutes`. */
  readonly at: Instant;
  /** Working days from now, or beyond the calendar from the day of the rung, to the deadline; negative when late. */
  readonly daysLeft: number;
  readonly lateMinutes: number;
}

/** What an event records of a rung that was told, whatever its deadline belongs to. */
export interface ToldRung {
  /** Id of the rung on the ladder; `undecided` for a request for more time. */
  readonly rung: string;
  readonly audience: Audience;
  /** The body told, and whether its head. */
  readonly to: BodyId;
  readonly post: Post;
  readonly deadline: LocalDate;
  /** Working days from today, or beyond the calendar from the day of the rung, to the deadline; negative when late. */
  readonly daysLeft: number;
  /** When the rung stood; later observation means an outage of `lateMinutes`. */
  readonly rungAt: Instant;
  readonly lateMinutes: number;
}

/** Working days from `now`, or beyond the calendar from the day `at` of a rung, to a deadline. */
export const daysLeftAt = (calendar: Calendar, due: LocalDate, now: Instant, at: Instant): number =>
  withinTables(() => daysLeft(calendar, due, dayOf(now))) ?? daysLeft(calendar, due, dayOf(at));

/**
 * Every rung that has come due by `now` and has not sounded, earliest first and otherwise in the order of `items`.
 * What an outage held up appears once per rung. The caller leaves out what is done, paused, or not to be reminded of.
 */
export const rungsToTell = (
  calendar: Calendar,
  ladder: Ladder,
  items: readonly Deadline[],
  now: Instant,
): readonly RungToTell[] =>
  items
    .flatMap(({ id, due, ladder: state }) =>
      rungsDue(calendar, ladder, due, state, now).map(({ rung, at }) => ({
        id,
        rung,
        at,
        daysLeft: daysLeftAt(calendar, due, now, at),
        lateMinutes: Math.floor((toMs(now) - toMs(at)) / 60_000),
      })),
    )
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

/** The instant of the next rung of any of them; null when none is ahead. Always later than what each has observed. */
export const nextRung = (calendar: Calendar, ladder: Ladder, items: readonly Deadline[]): Instant | null => {
  let next: LocalDate | null = null;
  for (const { due, ladder: state } of items) {
    const day = nextDay(calendar, ladder, due, state);
    if (day !== null) next = next === null ? day : earlier(next, day);
  }
  return next && atHour(next, ladder.hour);
};
