/**
 * A second, slow way to say when a ladder sounds: it walks from day to day and counts on its fingers. What the product
 * tells is compared with it. Changes take effect on the next morning; the ladder's hour stays the same throughout.
 */
import { type Calendar, isWorkingDay } from '../../domain/calendar/index.ts';
import type { Ladder, Rung } from '../../domain/ladder/index.ts';
import { addDays, atHour, dayOf, type Instant, type LocalDate } from '../../domain/time.ts';

/** Something that befalls one deadline. */
export type Befalls =
  /** The deadline is set, or set anew: everything starts from the bottom. */
  | { readonly at: Instant; readonly what: 'due'; readonly due: LocalDate }
  | { readonly at: Instant; readonly what: 'known'; readonly until: LocalDate }
  | { readonly at: Instant; readonly what: 'asked' }
  /** The request for more time is refused. */
  | { readonly at: Instant; readonly what: 'refused' }
  /** The same deadline, another holder. */
  | { readonly at: Instant; readonly what: 'handedOn' }
  | { readonly at: Instant; readonly what: 'ladder'; readonly ladder: Ladder }
  | { readonly at: Instant; readonly what: 'done' };

export interface Sounding {
  readonly rung: string;
  readonly at: Instant;
}

const isQuiet = (ladder: Ladder, day: LocalDate): boolean =>
  ladder.quiet.some(({ from, to }) => from <= day && day <= to);
const sounds = (calendar: Calendar, ladder: Ladder, day: LocalDate): boolean =>
  isWorkingDay(calendar, day) && !isQuiet(ladder, day);

/** One day after another, `n` working days on (or back). */
export const walk = (calendar: Calendar, from: LocalDate, n: number): LocalDate => {
  let day = from;
  for (let left = Math.abs(n); left > 0; ) {
    day = addDays(day, Math.sign(n));
    if (isWorkingDay(calendar, day)) left--;
  }
  return day;
};

/** The day of a reminder that sounds once, before it is asked whether that is too late. */
const reminderDay = (calendar: Calendar, ladder: Ladder, due: LocalDate, rung: Rung): LocalDate => {
  let day = walk(calendar, due, rung.days);
  if (!isQuiet(ladder, day)) return day;
  while (!sounds(calendar, ladder, day)) day = addDays(day, 1);
  return day;
};

/** Everything one deadline tells up to an instant, morning after morning, in the order of the rungs. */
export const soundingsOf = (
  calendar: Calendar,
  first: Ladder,
  befallen: readonly Befalls[],
  until: Instant,
): Sounding[] => {
  const told: Sounding[] = [];
  const heard = new Set<string>();
  const coming = [...befallen];
  let [ladder, due, silent, asked] = [first, null, null, null] as [
    Ladder,
    LocalDate | null,
    LocalDate | null,
    LocalDate | null,
  ];
  const befall = (change: Befalls): void => {
    if (change.what === 'due') [due, silent, asked] = [change.due, null, null];
    if (change.what === 'due') heard.clear();
    if (change.what === 'known') silent = change.until;
    if (change.what === 'asked') asked = dayOf(change.at);
    if (change.what === 'refused') [asked, silent] = [null, null];
    if (change.what === 'ladder') ladder = change.ladder;
    if (change.what === 'done') due = null;
    if (change.what !== 'handedOn') return;
    silent = null;
    for (const { id, audience } of ladder.rungs) if (audience === 'owner' || audience === 'head') heard.delete(id);
  };
  const soundsOn = (day: LocalDate, end: LocalDate, rung: Rung): boolean => {
    const silenced = silent !== null && day <= silent && rung.days <= 0;
    if (silenced || (!rung.daily && heard.has(rung.id))) return false;
    if (rung.daily || rung.days > 0) return sounds(calendar, ladder, day) && day >= walk(calendar, end, rung.days);
    return day <= end && day === reminderDay(calendar, ladder, end, rung);
  };
  const start = befallen[0]?.at ?? until;
  for (let day = dayOf(start); ; day = addDays(day, 1)) {
    const morning = atHour(day, ladder.hour);
    if (morning > until) return told;
    while (coming[0] && coming[0].at < morning) befall(coming.shift() as Befalls); // it is there
    if (due === null) continue;
    if (asked !== null) {
      const after = ladder.undecidedAfter;
      if (after !== undefined && sounds(calendar, ladder, day) && day >= walk(calendar, asked, after))
        told.push({ rung: 'undecided', at: morning });
      continue;
    }
    for (const rung of ladder.rungs) {
      if (!soundsOn(day, due, rung)) continue;
      told.push({ rung: rung.id, at: morning });
      if (!rung.daily) heard.add(rung.id);
    }
  }
};
