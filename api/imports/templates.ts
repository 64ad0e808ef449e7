/** The file to be filled in: headings, an example row, and a sheet that explains every column. */
import { CSV_MARK, csvLine, type OutCell, xlsxOf } from '../../sheets/index.ts';
import type { Language } from '../problems/index.ts';
import type { Column } from './columns.ts';
import type { Kind } from './kind.ts';

const HEADS = {
  vi: ['Cột', 'Bắt buộc', 'Nhận', 'Ghi chú', 'Ví dụ'],
  en: ['Column', 'Required', 'Takes', 'Note', 'Example'],
} as const;

const TYPES: Readonly<Record<Column['type'], Readonly<Record<Language, string>>>> = {
  text: { vi: 'chữ', en: 'text' },
  code: { vi: 'mã', en: 'code' },
  whole: { vi: 'số nguyên', en: 'whole number' },
  decimal: { vi: 'số, dấu phẩy thập phân', en: 'number' },
  date: { vi: 'ngày dd/mm/yyyy', en: 'date as dd/mm/yyyy' },
  time: { vi: 'giờ ngày, ví dụ 07:30 20/04/2027', en: 'time as 07:30 20/04/2027' },
  choice: { vi: '', en: '' },
  yes: { vi: '“x” hoặc để trống', en: '"x" or empty' },
};

const takes = ({ type, choices = {} }: Column, language: Language): string =>
  type === 'choice'
    ? Object.values(choices)
        .map(([first]) => first)
        .join(' · ')
    : TYPES[type][language];

/** Cells by field. */
export type Prepared = Readonly<Record<string, OutCell>>;

const cellsOf = ({ columns }: Kind, rows: readonly Prepared[]): OutCell[][] =>
  rows.map((row) => columns.map(({ field }) => row[field] ?? null));

const exampleOf = ({ columns }: Kind): readonly Prepared[] => [
  Object.fromEntries(columns.map(({ field, example }) => [field, example])),
];

/** `rows`: what stands in it already; left out: the example. */
export const templateXlsx = (kind: Kind, language: Language, rows = exampleOf(kind)): Promise<Buffer> => {
  const titles = kind.columns.map(({ title, required }) => `${title[language]}${required ? ' *' : ''}`);
  const notes = kind.columns.map((column) => [
    column.title[language],
    column.required ? 'x' : '',
    takes(column, language),
    column.note?.[language] ?? '',
    String(column.example),
  ]);
  return xlsxOf([
    { name: kind.title[language], titles, rows: cellsOf(kind, rows) },
    {
      name: language === 'vi' ? 'Hướng dẫn' : 'Notes',
      titles: HEADS[language],
      widths: [26, 10, 34, 50, 26],
      rows: notes,
    },
  ]);
};

export const templateCsv = (kind: Kind, language: Language, rows = exampleOf(kind)): string =>
  [CSV_MARK, csvLine(kind.columns.map(({ title }) => title[language])), ...cellsOf(kind, rows).map(csvLine)].join('');
