/** When a message may go out to a body: quiet hours, days off and quiet days hold it, what the ladder demands excepted. */
import { z } from 'zod';
import { type Calendar, isWorkingDay } from '../calendar/index.ts';
import { withinTables } from '../ladder/index.ts';
import { text } from '../text.ts';
import { addDays, atHour, dayOf, type Instant, LocalDate } from '../time.ts';

export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: 'On the clock of Vietnam', example: '07:15' });

/** How a body is reached. */
export const BodySetting = z
  .strictObject({
    quietFrom: ClockTime.default('20:00'),
    quietTo: ClockTime.default('06:30'),
    quietDaysOff: z.boolean().default(true).meta({ description: 'Nothing on days that are no working days' }),
    quietDays: z
      .array(z.strictObject({ from: LocalDate, to: LocalDate, reason: text(120) }))
      .max(50)
      .readonly()
      .default([]),
    digest: z
      .boolean()
      .default(true)
      .meta({ description: 'One paper on each working morning on which something waits' }),
    digestAt: ClockTime.default('07:15'),
    onlyDigest: z
      .boolean()
      .default(false)
      .meta({ description: 'Reminders and assignments come by that paper alone; escalations never do' }),
  })
  .readonly()
  .meta({ id: 'BodySetting' });
export type BodySetting = z.infer<typeof BodySetting>;
export const USUAL_SETTING: BodySetting = BodySetting.parse({});

const atClock = (day: LocalDate, clock: string): Instant =>
  atHour(day, Number(clock.slice(0, 2)), Number(clock.slice(3)));

/** Far beyond any holiday; a year without a table is taken as one of working days. */
const MOST_DAYS = 400;

const isQuietDay = ({ quietDaysOff, quietDays }: BodySetting, calendar: Calendar, day: LocalDate): boolean =>
  quietDays.some(({ from, to }) => from <= day && day <= to) ||
  (quietDaysOff && withinTables(() => isWorkingDay(calendar, day)) === false);

const isQuietAt = (setting: BodySetting, calendar: Calendar, at: Instant): boolean => {
  const { quietFrom, quietTo } = setting;
  const day = dayOf(at);
  const [from, to] = [atClock(day, quietFrom), atClock(day, quietTo)];
  const byHour = from <= to ? from <= at && at < to : at >= from || at < to;
  return byHour || isQuietDay(setting, calendar, day);
};

/** Null: it may go now. Else the next instant at which it may. */
export const heldUntil = (setting: BodySetting, calendar: Calendar, now: Instant): Instant | null => {
  if (!isQuietAt(setting, calendar, now)) return null;
  let day = dayOf(now);
  for (let n = 0; n < MOST_DAYS; n++, day = addDays(day, 1)) {
    const at = atClock(day, setting.quietTo);
    if (at > now && !isQuietAt(setting, calendar, at)) return at;
  }
  return null;
};

/** The first instant after `after` at which a body's paper of the day goes out; null where it wants none. */
export const nextDigest = (setting: BodySetting, calendar: Calendar, after: Instant): Instant | null => {
  if (!setting.digest) return null;
  let day = dayOf(after);
  for (let n = 0; n < MOST_DAYS; n++, day = addDays(day, 1)) {
    const at = atClock(day, setting.digestAt);
    const isWorking = withinTables(() => isWorkingDay(calendar, day)) ?? false;
    if (at > after && isWorking && !setting.quietDays.some(({ from, to }) => from <= day && day <= to)) return at;
  }
  return null;
};
