/** Hours as people type them, and the instants they mean in Vietnam. */

/** `7:30`, `07h30`, `730` → `07:30`; null for what is no hour of the day. */
export const readTime = (typed: string): string | null => {
  const [, hour, minute = '00'] =
    /^\s*(\d{1,2})(?:\s*[:hg.]\s*(\d{2})?)?\s*$/i.exec(typed) ?? /^\s*(\d{1,2})(\d{2})\s*$/.exec(typed) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
};

/** The instant of a day and an hour in Vietnam. */
export const instantAt = (date: string, time: string): string =>
  new Date(Date.parse(`${date}T${time}:00.000+07:00`)).toISOString();
