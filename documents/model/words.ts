/** How dates, places and closing marks are written in a paper (Decree 30/2020/NĐ-CP, Annex I). */
import type { LocalDate } from '../../domain/time.ts';
import type { PaperDocument } from './paper.ts';
import type { Profile } from './profile.ts';

/** Days under 10 and the months 1 and 2 get a zero; others none: `05 tháng 01`, `29 tháng 6`. */
const padded = (value: number, below: number): string => (value < below ? `0${value}` : String(value));

/** `ngày 05 tháng 01 năm 2022` */
export const dayInWords = (date: LocalDate): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `ngày ${padded(day ?? 0, 10)} tháng ${padded(month ?? 0, 3)} năm ${year}`;
};

const ROOM = '\u00a0'.repeat(6);

/** `Tam Kỳ, ngày 14 tháng 3 năm 2022`, with room for day and month while the paper is not dated. */
export const placeAndDate = ({ place, date, year }: Pick<PaperDocument, 'place' | 'date' | 'year'>): string =>
  `${place}, ${date ? dayInWords(date) : `ngày ${ROOM} tháng ${ROOM} năm ${year}`}`;

/** `Số: 05/QĐ-UBND`; null where the kind bears none. */
export const numberLine = ({ number }: Pick<PaperDocument, 'number'>, { numberLead }: Profile): string | null => {
  if (number.value !== null) return `${numberLead}${number.value}`;
  return number.symbol === null ? null : `${numberLead}${ROOM}${number.symbol}`;
};

export const DRAFT = 'DỰ THẢO';

/** Every part ends in ";", the last in ".". A mark that is there already is not doubled. */
export const withMarks = (parts: readonly string[]): string[] =>
  parts.map((part, index) => `${part.replace(/[\s.;,]+$/u, '')}${index === parts.length - 1 ? '.' : ';'}`);

/** The name of a locality as it stands before the date: without its tier, unless what is left is only a number. */
export const placeOf = (unitName: string): string => {
  const short = unitName.replace(/^(thành phố|thị xã|thị trấn|quận|huyện|tỉnh|phường|xã|đặc khu)\s+/iu, '');
  return /^[\p{L}]/u.test(short) ? short : unitName.charAt(0).toUpperCase() + unitName.slice(1);
};

export const capitals = (text: string): string => text.toLocaleUpperCase('vi');

/** `(Kèm theo Quyết định số …)` under the title of an appendix is set in italics, its subject in bold. */
export const isRemark = (subject: string): boolean => subject.startsWith('(');
