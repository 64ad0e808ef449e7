/** How many stood how on each of the last working days, and who got better since. */
import type { z } from 'zod';
import { addWorkingDays, type Calendar } from '../../../domain/calendar/index.ts';
import type { Verdict } from '../../../domain/exercise/index.ts';
import { withinTables } from '../../../domain/ladder/index.ts';
import { endOfDay, type Instant, type LocalDate } from '../../../domain/time.ts';
import type { ReadinessTrend } from '../../contract/index.ts';
import type { ApiDeps } from '../../deps.ts';
import type { Seer } from '../access.ts';
import type { Moment } from '../sources.ts';
import { calendarsOf } from './calendars.ts';
import { listed } from './listed.ts';
import { judgeOutline } from './outline.ts';
import { outlineAt, type Timeline, timelinesOf } from './timelines.ts';

const LETTERS: Readonly<Record<Verdict, string>> = { green: 'g', amber: 'a', red: 'r', none: 'n' };
const BADNESS: Readonly<Record<Verdict, number>> = { green: 0, amber: 1, red: 2, none: -1 };

/** The last `count` working days, ascending; the last one is today, a day off or not. Fewer where the tables do not reach. */
export const lastWorkingDays = (calendar: Calendar, today: LocalDate, count: number): LocalDate[] => {
  const days = [today];
  for (let day: LocalDate | null = today; day && days.length < count; ) {
    const from: LocalDate = day;
    day = withinTables(() => addWorkingDays(calendar, from, -1));
    if (day) days.push(day);
  }
  return days.reverse();
};

/** The verdict at the end of a day that lies behind, or at the moment itself. */
const verdictOn = (timeline: Timeline, day: LocalDate, at: Instant, calendar: Calendar): Verdict => {
  const before = timeline.judged.get(day);
  if (before?.by === calendar && before.at === at) return before.verdict;
  const outline = outlineAt(timeline, at);
  const verdict = outline ? judgeOutline(calendar, outline, day).verdict : 'none';
  timeline.judged.set(day, { by: calendar, at, verdict });
  return verdict;
};

/** Of every exercise that somebody sees; one that did not exist yet counts as `none`. */
export const readinessTrend = async (
  deps: Pick<ApiDeps, 'db' | 'store'>,
  moment: Moment,
  seer: Seer,
  count: number,
): Promise<z.output<typeof ReadinessTrend>> => {
  const { asOf, today } = moment;
  const [calendarAt, rows] = await Promise.all([calendarsOf(deps), listed(deps, seer)]);
  const timelines = await timelinesOf(deps, rows);
  const ends = (day: LocalDate): Instant => (day === today && asOf ? asOf : endOfDay(day));
  const days = lastWorkingDays(calendarAt(ends(today)), today, count);
  const exercises = rows.map(({ id }) => {
    const timeline = timelines.get(id);
    return {
      id,
      verdicts: days.map((day): Verdict => {
        const at = ends(day);
        return timeline ? verdictOn(timeline, day, at, calendarAt(at)) : 'none';
      }),
    };
  });
  const counts = days.map((day, n) => {
    const on = { green: 0, amber: 0, red: 0, none: 0 };
    for (const { verdicts } of exercises) on[verdicts[n] ?? 'none'] += 1;
    return { day, ...on };
  });
  const change = ({ verdicts }: { readonly verdicts: readonly Verdict[] }): number => {
    const [first, last] = [verdicts[0] ?? 'none', verdicts.at(-1) ?? 'none'];
    return first === 'none' || last === 'none' ? 0 : BADNESS[last] - BADNESS[first];
  };
  return {
    ...moment,
    days: counts,
    better: exercises.filter((each) => change(each) < 0).length,
    worse: exercises.filter((each) => change(each) > 0).length,
    exercises: exercises.map(({ id, verdicts }) => ({ id, verdicts: verdicts.map((each) => LETTERS[each]).join('') })),
  };
};
