/** The table of a year while it is being written, and as it is sent. */
import type { Answer, Schemas } from '../../../client/http.ts';

export type Table = Answer<'/api/v1/calendars/{year}'>;
export type Status = Table['status'];
export const STATUSES = ['official', 'reported', 'estimated'] as const satisfies readonly Status[];
export type DayKind = Table['days'][number]['kind'];

export interface Draft {
  readonly year: number;
  readonly status: Status;
  readonly source: string;
  readonly madeUpKnown: boolean;
  /** By date; a status of its own differs from that of the year. */
  readonly days: readonly { readonly date: string; readonly kind: DayKind; readonly status: Status | null }[];
}

export const emptyDraft = (year: number): Draft => ({
  ...{ year, status: 'estimated', source: '', madeUpKnown: false },
  days: [],
});
export const draftOf = ({ year, status, source, madeUpKnown, days }: Table): Draft => ({
  ...{ year, status, source, madeUpKnown },
  days: days.map(({ date, kind, status: own }) => ({ date, kind, status: own === status ? null : own })),
});

export type DayFault = 'notIn' | 'isWeekend' | 'notSaturday' | 'twice';
const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** Why a day cannot be added; null when it can. */
export const dayFault = ({ year, days }: Draft, kind: DayKind, date: string): DayFault | null => {
  if (Number(date.slice(0, 4)) !== year) return 'notIn';
  if (days.some((each) => each.date === date)) return 'twice';
  if (kind === 'madeUp') return weekdayOf(date) === 6 ? null : 'notSaturday';
  return [0, 6].includes(weekdayOf(date)) ? 'isWeekend' : null;
};
export const withDay = (draft: Draft, kind: DayKind, date: string): Draft => ({
  ...draft,
  madeUpKnown: draft.madeUpKnown || kind === 'madeUp',
  days: [...draft.days, { date, kind, status: null }].sort((a, b) => (a.date < b.date ? -1 : 1)),
});

export const tableSent = ({ year, status, source, madeUpKnown, days }: Draft): Schemas['CalendarYear'] => ({
  ...{ year, status, source: source.trim() },
  off: days.filter(({ kind }) => kind === 'off').map(({ date }) => date),
  madeUp: madeUpKnown ? days.filter(({ kind }) => kind === 'madeUp').map(({ date }) => date) : 'unknown',
  days: Object.fromEntries(days.flatMap((each) => (each.status ? [[each.date, each.status] as const] : []))),
});

/** Weeks of a month from Monday; days outside of it are null. */
export const weeksOf = (year: number, month: number): (string | null)[][] => {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const name = `${year}-${String(month).padStart(2, '0')}`;
  const before = (weekdayOf(`${name}-01`) + 6) % 7;
  const days = [
    ...Array.from({ length: before }, () => null),
    ...Array.from({ length }, (_, n) => `${name}-${String(n + 1).padStart(2, '0')}`),
  ];
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, n) =>
    Array.from({ length: 7 }, (__, d) => days[n * 7 + d] ?? null),
  );
};

/** What shipped tables cite, in both languages; what people entered stands as they wrote it. */
const SHIPPED: Readonly<Record<string, string>> = {
  'Historical table; the source lists no make-up Saturdays': 'Bảng các năm trước; nguồn không ghi ngày làm bù',
  'Yearly decision on public holidays': 'Quyết định nghỉ lễ, Tết hằng năm',
  'Yearly decision on public holidays; 24/11 (Vietnam Culture Day) decided by the Party, statute not verified':
    'Quyết định nghỉ lễ, Tết hằng năm; ngày 24/11 (Ngày Văn hóa Việt Nam) theo chủ trương của Đảng, chưa kiểm chứng văn bản luật',
  'Labour Code art. 112; Tết, 3/9 and 24/11 await decisions':
    'Bộ luật Lao động, Điều 112; Tết, ngày 3/9 và 24/11 còn chờ quyết định',
};
export const sourceText = (source: string, language: 'vi' | 'en'): string =>
  language === 'vi' ? (SHIPPED[source] ?? source) : source;
