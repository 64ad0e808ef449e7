/** A day as people type it. */
import { isDay } from '../words/format.ts';

/** `5/9/2026`, `05-09-2026`, `05092026` → `2026-09-05`; null for what is no day. */
export const readDate = (typed: string): string | null => {
  const [, day, month, year] =
    /^\s*(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})\s*$/.exec(typed) ??
    /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(typed) ??
    [];
  if (!day || !month || !year) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(date) ? date : null;
};
