/** Body blocks as pdfmake draws them. */
import type { Content, Piece, TableLayout } from 'pdfmake';
import { points } from '../model/measures.ts';
import type { Block, Column, Inline } from '../model/paper.ts';
import type { Profile } from '../model/profile.ts';

/** A number or date with its marks, which is not torn at them nor drawn apart in a justified line: `812/QĐ-UBND `. */
const WHOLE = /((?<!\S)[^\s/-]*[/-]\S{0,18}(?=\s|$)\s?)/u;

const piecesOf = (text: string, face: Omit<Piece, 'text'> = {}): Piece[] =>
  text
    .split(WHOLE)
    .map((part, index): Piece => ({ text: part, ...face, ...(index % 2 === 1 ? { noWrap: true } : {}) }))
    .filter((piece) => piece.text !== '');

export const inline = (text: Inline): { text: string | Piece[] } => {
  if (typeof text === 'string') return { text: WHOLE.test(text) ? piecesOf(text) : text };
  return {
    text: text.flatMap((run) =>
      piecesOf(run.text, { ...(run.bold ? { bold: true } : {}), ...(run.italic ? { italics: true } : {}) }),
    ),
  };
};

const ALIGN = { left: 'left', centre: 'center', right: 'right' } as const;

const cell = (text: Inline, column: Column | undefined, bold = false): Content => ({
  ...inline(text),
  alignment: ALIGN[column?.align ?? 'left'],
  ...(bold ? { bold: true } : {}),
});

export const THIN: TableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 2,
  paddingBottom: () => 2,
};

const table = (block: Extract<Block, { kind: 'table' }>, { tableSize, before }: Profile): Content => {
  const { columns, rows, total, empty } = block;
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const none: Content[] = [
    { text: empty, italics: true, colSpan: columns.length, alignment: 'center' },
    ...columns.slice(1).map(() => ({ text: '' })),
  ];
  return {
    margin: [0, before, 0, before],
    fontSize: tableSize,
    lineHeight: 1.05,
    layout: THIN,
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      // padding and rules take their part of each column: shares are of what is left
      widths: columns.map(({ width }) => `${(width / all) * 100}%`),
      body: [
        columns.map((column) => ({ text: column.head, bold: true, alignment: 'center' as const })),
        ...(rows.length > 0 ? rows.map((row) => row.map((text, n) => cell(text, columns[n]))) : [none]),
        ...(total && rows.length > 0 ? [total.map((text, n) => cell(text, columns[n], true))] : []),
      ],
    },
  };
};

const block = (each: Block, profile: Profile): Content => {
  const { before, indent } = profile;
  switch (each.kind) {
    case 'heading':
      return {
        text: each.text,
        bold: true,
        leadingIndent: points(indent),
        margin: [0, before, 0, 0],
        headlineLevel: each.level,
        alignment: 'justify',
      };
    case 'text':
      return { ...inline(each.text), leadingIndent: points(indent), alignment: 'justify', margin: [0, before, 0, 0] };
    case 'centred':
      return {
        ...inline(each.text),
        bold: true,
        alignment: 'center',
        headlineLevel: 2,
        margin: [0, before * 2, 0, before],
      };
    case 'table':
      return table(each, profile);
    default:
      return each satisfies never;
  }
};

export const blocks = (list: readonly Block[], profile: Profile): Content[] => list.map((each) => block(each, profile));
