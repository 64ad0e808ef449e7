/**
 * Dates, instants, numbers and rates as offices write them (ux §4). Dates stay `yyyy-MM-dd` strings and instants are
 * shown in Asia/Ho_Chi_Minh, whatever the zone of the browser.
 */
import type { Language } from './language.tsx';

const DAYS = {
  vi: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

/** `2026-11-22` → `22/11/2026`; an empty dash for none. */
export const dateText = (date: string | null | undefined): string =>
  date ? `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}` : '–';
/** `2026-11-22` → `22/11`. */
export const shortDate = (date: string): string => `${date.slice(8, 10)}/${date.slice(5, 7)}`;
export const weekday = (date: string, language: Language): string =>
  DAYS[language][new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
/** `Thứ Hai 23/11/2026`. */
export const longDate = (date: string, language: Language): string => `${weekday(date, language)} ${dateText(date)}`;

const VIETNAM_MS = 7 * 3_600_000;
/** The Vietnam day of an instant. */
export const dayOf = (instant: string): string => new Date(Date.parse(instant) + VIETNAM_MS).toISOString().slice(0, 10);
/** `07:30`. */
export const timeText = (instant: string): string =>
  new Date(Date.parse(instant) + VIETNAM_MS).toISOString().slice(11, 16);
/** `07:30 22/11/2026`. */
export const instantText = (instant: string | null | undefined): string =>
  instant ? `${timeText(instant)} ${dateText(dayOf(instant))}` : '–';

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Whether a text of an address is a day there is: `2022-02-30` is none. */
export const isDay = (text: string): boolean => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
};
/** Saturday and Sunday; which of them are worked is the calendar's to say. */
export const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
/** Monday of the week of a day. */
export const mondayOf = (date: string): string => addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));

/** `1.234.567,89` in Vietnamese, `1,234,567.89` in English. */
export const numberText = (value: number, language: Language, digits = 0): string =>
  new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);

/** `97,14% (34/35)`; a denominator of zero is "no data", never 0 or 100 %. */
export const rateText = (part: number, whole: number, language: Language): string =>
  whole === 0
    ? { vi: 'Chưa có dữ liệu', en: 'No data' }[language]
    : `${numberText((100 * part) / whole, language, 2)}% (${numberText(part, language)}/${numberText(whole, language)})`;

/** `còn 3 ngày làm việc`, `hôm nay`, `quá hạn 4 ngày làm việc`; empty where no distance is known. */
export const distanceText = (days: number | null, language: Language): string => {
  if (days === null) return '';
  if (days === 0) return { vi: 'hôm nay', en: 'today' }[language];
  const n = Math.abs(days);
  if (language === 'vi') return days > 0 ? `còn ${n} ngày làm việc` : `quá hạn ${n} ngày làm việc`;
  return `${n} working day${n === 1 ? '' : 's'} ${days > 0 ? 'left' : 'late'}`;
};

const collator = new Intl.Collator('vi');
export const byName = (a: string, b: string): number => collator.compare(a, b);

/** For search: without accents, đ = d, lower case. */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
