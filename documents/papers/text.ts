/** Short ways to blocks, and how figures and dates stand in a paper. */
import { formatDate, formatNumber, formatShare } from '../../domain/labels/format.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Block, Column, Inline } from '../model/paper.ts';

export const heading = (text: string, level: 1 | 2 = 1): Block => ({ kind: 'heading', level, text });
export const text = (content: Inline): Block => ({ kind: 'text', text: content });
export const item = (content: string): Block => ({ kind: 'text', text: `- ${content}` });
export const centred = (content: string): Block => ({ kind: 'centred', text: content });

/** `Điều 1.` in bold, then its text. */
export const article = (number: number, content: string): Block => ({
  kind: 'text',
  text: [{ text: `Điều ${number}. `, bold: true }, { text: content }],
});

export const column = (head: string, width: number, align: Column['align'] = 'left'): Column => ({
  head,
  width,
  align,
});
export const ORDER = column('TT', 6, 'centre');

export const table = (
  columns: readonly Column[],
  rows: readonly (readonly Inline[])[],
  more: { readonly total?: readonly Inline[]; readonly empty?: string } = {},
): Block => ({
  kind: 'table',
  columns,
  rows,
  empty: more.empty ?? 'Chưa có dữ liệu',
  ...(more.total ? { total: more.total } : {}),
});

/** Rows with their number in front. */
export const numbered = (rows: readonly (readonly Inline[])[]): Inline[][] =>
  rows.map((row, index) => [String(index + 1), ...row]);

export const count = (value: number): string => formatNumber(value, 'vi');
export const points = (value: number | null): string => (value === null ? '–' : formatNumber(value, 'vi'));
export const share = (numerator: number, denominator: number): string => formatShare(numerator, denominator, 'vi');
export const date = (day: LocalDate | null): string => (day ? formatDate(day) : '–');

/** `từ ngày 07/7/2022 đến ngày 08/7/2022`, or one day. */
export const days = (from: LocalDate | null, to: LocalDate | null): string => {
  if (!from || !to) return '(chưa xác định thời gian)';
  return from === to ? `ngày ${date(from)}` : `từ ngày ${date(from)} đến ngày ${date(to)}`;
};

/** Ends a sentence that people wrote, whatever mark they put. */
export const sentence = (content: string): string => `${content.trim().replace(/[\s.;,]+$/u, '')}.`;

/** A sentence of its own: first letter large. */
export const opening = (content: string): string => content.charAt(0).toLocaleUpperCase('vi') + content.slice(1);
/** Within a sentence: first letter small. */
export const within = (content: string): string => content.charAt(0).toLocaleLowerCase('vi') + content.slice(1);
