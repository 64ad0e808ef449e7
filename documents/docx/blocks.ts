/** Body blocks as the word processor gets them. */
import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import { twips } from '../model/measures.ts';
import type { Block, Column, Inline } from '../model/paper.ts';
import type { Profile } from '../model/profile.ts';

interface Face {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underlined?: boolean;
  /** Points. */
  readonly size?: number;
}

export const runs = (text: Inline, { bold = false, italic = false, underlined = false, size }: Face = {}): TextRun[] =>
  (typeof text === 'string' ? [{ text }] : text).map(
    (run: { text: string; bold?: true; italic?: true }) =>
      new TextRun({
        text: run.text,
        ...(bold || run.bold ? { bold: true } : {}),
        ...(italic || run.italic ? { italics: true } : {}),
        ...(underlined ? { underline: {} } : {}),
        ...(size ? { size: size * 2 } : {}),
      }),
  );

export const centred = (
  text: Inline,
  size: number,
  { before = 0, after = 0, ...face }: Face & { before?: number; after?: number } = {},
): Paragraph =>
  new Paragraph({
    alignment: 'center',
    spacing: { before: before * 20, after: after * 20, line: 252, lineRule: 'auto' },
    children: runs(text, { ...face, size }),
  });

const ALIGN = { left: 'left', centre: 'center', right: 'right' } as const;
const MARGINS = { top: 40, bottom: 40, left: 80, right: 80 };

const cell = (text: Inline, width: number, align: Column['align'], size: number, face: Face = {}): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: MARGINS,
    children: [
      new Paragraph({
        alignment: ALIGN[align ?? 'left'],
        spacing: { line: 252, lineRule: 'auto' },
        children: runs(text, { ...face, size }),
      }),
    ],
  });

const table = (
  { columns, rows, total, empty }: Extract<Block, { kind: 'table' }>,
  { tableSize }: Profile,
  wide: number,
): Table => {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((twips(wide) * width) / all));
  const row = (cells: readonly Inline[], face: Face = {}): TableRow =>
    new TableRow({
      cantSplit: true,
      children: columns.map(({ align }, n) => cell(cells[n] ?? '', widths[n] ?? 0, align, tableSize, face)),
    });
  const none = new TableRow({
    children: [
      new TableCell({
        columnSpan: columns.length,
        margins: MARGINS,
        children: [centred(empty, tableSize, { italic: true })],
      }),
    ],
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ head }, n) => cell(head, widths[n] ?? 0, 'centre', tableSize, { bold: true })),
      }),
      ...(rows.length > 0 ? rows.map((each) => row(each)) : [none]),
      ...(total && rows.length > 0 ? [row(total, { bold: true })] : []),
    ],
  });
};

/** A little room beside a table, which has no margin of its own. */
const beside = (keepNext: boolean): Paragraph =>
  new Paragraph({ keepNext, spacing: { line: 120, lineRule: 'exact' }, children: [] });

const block = (each: Block, profile: Profile, wide: number, keepNext: boolean): (Paragraph | Table)[] => {
  const { before, indent } = profile;
  const spacing = { before: before * 20 };
  switch (each.kind) {
    case 'heading':
      return [
        new Paragraph({
          alignment: 'both',
          indent: { firstLine: twips(indent) },
          spacing,
          keepNext: true,
          outlineLevel: each.level - 1,
          children: runs(each.text, { bold: true }),
        }),
      ];
    case 'text':
      return [
        new Paragraph({
          alignment: 'both',
          indent: { firstLine: twips(indent) },
          spacing,
          keepNext,
          children: runs(each.text),
        }),
      ];
    case 'centred':
      return [
        new Paragraph({
          alignment: 'center',
          spacing: { before: before * 40, after: before * 20 },
          keepNext: true,
          children: runs(each.text, { bold: true }),
        }),
      ];
    case 'table':
      return [beside(true), table(each, profile, wide), beside(false)];
    default:
      return each satisfies never;
  }
};

/** `wide`: millimetres between the margins. `glued`: the last paragraph goes with what follows to the next page. */
export const blocks = (list: readonly Block[], profile: Profile, wide: number, glued = false): (Paragraph | Table)[] =>
  list.flatMap((each, index) => block(each, profile, wide, glued && index === list.length - 1));

export const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
export const NO_BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
} as const;
