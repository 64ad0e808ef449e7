/** Recipients at the left, signature at the right; of two who sign, the first at the left. */
import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { twips } from '../model/measures.ts';
import type { PaperDocument, Signature } from '../model/paper.ts';
import type { Profile } from '../model/profile.ts';
import { capitals, withMarks } from '../model/words.ts';
import { centred, NO_BORDERS, runs } from './blocks.ts';

/** Empty lines left for hand and seal. */
const LINES_TO_SIGN = 4;

const signature = ({ lines }: Signature, { signSize }: Profile): Paragraph[] => [
  ...lines.map((line) => centred(capitals(line), signSize, { bold: true })),
  ...Array.from({ length: LINES_TO_SIGN }, () => centred('', signSize)),
];

const recipients = (paper: PaperDocument, { recipientsHead: top, recipientsSize }: Profile): Paragraph[] =>
  paper.recipients.length === 0
    ? [new Paragraph({ children: [] })]
    : [
        new Paragraph({
          spacing: { line: 252, lineRule: 'auto' },
          children: runs('Nơi nhận:', { bold: top.bold, italic: top.bold, size: top.size, underlined: top.underlined }),
        }),
        ...withMarks(paper.recipients).map(
          (each) =>
            new Paragraph({
              spacing: { line: 252, lineRule: 'auto' },
              children: runs(`- ${each}`, { size: recipientsSize }),
            }),
        ),
      ];

export const ending = (paper: PaperDocument, profile: Profile, wide: number): (Paragraph | Table)[] => {
  const [first, second] = paper.signatures;
  if (!first) return [];
  const widths = [0.45, 0.55].map((share) => Math.floor(twips(wide) * share));
  const sides = [second ? signature(first, profile) : recipients(paper, profile), signature(second ?? first, profile)];
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(wide), type: WidthType.DXA },
    columnWidths: widths,
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: sides.map(
          (children, n) => new TableCell({ width: { size: widths[n] ?? 0, type: WidthType.DXA }, children }),
        ),
      }),
    ],
  });
  const below = second && paper.recipients.length > 0 ? recipients(paper, profile) : [];
  return [new Paragraph({ keepNext: true, spacing: { line: 240, lineRule: 'exact' }, children: [] }), table, ...below];
};
