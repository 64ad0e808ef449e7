/** How dates and numbers are written for people: `14/03/2022`, `99,17%`, `1.234,5`. */
import { type Instant, instant, type LocalDate, toMs, weekday } from '../time.ts';

export type Language = 'vi' | 'en';

export const formatDate = (date: LocalDate): string => `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;

/** A text with the days in it as people write them: `10/02/2027–14/02/2027`. */
export const withDays = (text: string): string =>
  text.replace(/\b(\d{4})-(\d{2})-(\d{2})\b/g, (_, year, month, day) => `${day}/${month}/${year}`);

/** `HH:mm` on the clock of Vietnam. */
export const formatTime = (at: Instant): string => instant(toMs(at) + 7 * 3_600_000).slice(11, 16);

const WEEKDAYS = {
  vi: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;
export const formatWeekday = (date: LocalDate, language: Language): string =>
  WEEKDAYS[language][weekday(date) - 1] ?? '';

/** At most two decimals; Vietnamese writes the comma for decimals and the point for thousands. */
export const formatNumber = (value: number, language: Language, decimals?: number): string => {
  const rounded = decimals === undefined ? String(Math.round(value * 100) / 100) : value.toFixed(decimals);
  const [whole = '0', fraction] = rounded.split('.');
  const [thousands, point] = language === 'vi' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
};

/** `1 task`, `1,200 tasks`. English only: Vietnamese has no plural. */
export const many = (count: number, one: string): string =>
  `${formatNumber(count, 'en')} ${one}${count === 1 ? '' : 's'}`;

/** A label as it stands within a sentence: `chưa có dữ liệu`. */
export const inText = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

/** `119/120 – 99,17%`; without a denominator "no data". Rounded half up to two decimals, as domain guide §6 asks. */
export const formatShare = (numerator: number, denominator: number, language: Language): string => {
  if (denominator === 0) return language === 'vi' ? 'Chưa có dữ liệu' : 'no data';
  const percent = Math.floor((numerator * 20_000 + denominator) / (2 * denominator)) / 100;
  return `${numerator}/${denominator} – ${formatNumber(percent, language, 2)}%`;
};
