/** Where a day stands on the axis. Days are `yyyy-MM-dd` strings counted in UTC: no zone of a browser moves a bar. */
import { addDays } from '../../../words/format.ts';

export type Zoom = 'ngay' | 'tuan' | 'thang';
export const ZOOMS: readonly Zoom[] = ['ngay', 'tuan', 'thang'];
/** Pixels of one day. */
export const PX: Readonly<Record<Zoom, number>> = { ngay: 26, tuan: 9, thang: 3.4 };

export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

export interface Scale {
  readonly from: string;
  readonly to: string;
  readonly px: number;
  readonly width: number;
}

export const scaleOf = (from: string, to: string, px: number): Scale => ({
  from,
  to,
  px,
  width: Math.ceil((dayNumber(to) - dayNumber(from) + 1) * px),
});
/** Left edge of a day. */
export const leftOf = ({ from, px }: Scale, date: string): number => (dayNumber(date) - dayNumber(from)) * px;
/** Right edge of a day. */
export const rightOf = (scale: Scale, date: string): number => leftOf(scale, date) + scale.px;

export const daysIn = ({ from, to }: Pick<Scale, 'from' | 'to'>): string[] =>
  Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, i) => addDays(from, i));

/** First and last day among those given; null when there is none. */
export const rangeOf = (dates: readonly (string | null | undefined)[]): { from: string; to: string } | null => {
  const sorted = dates.filter((date): date is string => typeof date === 'string').sort();
  const [from] = sorted;
  const to = sorted.at(-1);
  return from && to ? { from, to } : null;
};

export interface Tick {
  readonly date: string;
  readonly label: string;
}
/** The lower line of the axis: each day, each Monday, or the 1st and 15th. */
export const ticksOf = (scale: Scale, zoom: Zoom): Tick[] =>
  daysIn(scale).flatMap((date): Tick[] => {
    const day = date.slice(8, 10);
    if (zoom === 'ngay') return [{ date, label: day }];
    if (zoom === 'tuan') return dayNumber(date) % 7 === 4 ? [{ date, label: `${day}/${date.slice(5, 7)}` }] : [];
    return day === '01' || day === '15' ? [{ date, label: day }] : [];
  });

const MONTH_NAME = 88;
/** Whether the name of a month would run into the next one. */
const crowds = (scale: Scale, date: string, next: string | undefined): boolean =>
  next !== undefined && leftOf(scale, next) - leftOf(scale, date) < MONTH_NAME;

/** Months that the axis touches, each with its first day on it; one with no room for its name is left out. */
export const monthsOf = (scale: Scale): { readonly date: string; readonly month: number; readonly year: number }[] =>
  daysIn(scale)
    .filter((date, index) => index === 0 || date.endsWith('-01'))
    .filter((date, index, all) => !crowds(scale, date, all[index + 1]))
    .map((date) => ({ date, month: Number(date.slice(5, 7)), year: Number(date.slice(0, 4)) }));
