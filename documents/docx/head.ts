/** The head of the first page: issuer and emblem, number and date, type and subject, who decides on what grounds. */
import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { points, twips } from '../model/measures.ts';
import type { PaperDocument } from '../model/paper.ts';
import type { Profile } from '../model/profile.ts';
import { capitals, DRAFT, numberLine, placeAndDate, withMarks } from '../model/words.ts';
import { centred, NO_BORDERS, runs } from './blocks.ts';

/** A line of `long` points in the middle of a column of `wide` points. */
const rule = (long: number, wide: number): Paragraph => {
  const side = Math.max(0, Math.round(((wide - long) / 2) * 20));
  return new Paragraph({
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    spacing: { line: 80, lineRule: 'exact', before: 20 },
    children: [],
  });
};

/** Words in a box, in the middle of a column of `wide` points. */
const boxed = (text: string, wide: number): Paragraph => {
  const edge = { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } as const;
  const side = Math.max(0, Math.round(((wide - text.length * 10 - 16) / 2) * 20));
  return new Paragraph({
    alignment: 'center',
    indent: { left: side, right: side },
    border: { top: edge, bottom: edge, left: edge, right: edge },
    spacing: { before: 120, line: 252, lineRule: 'auto' },
    children: runs(text, { bold: true, size: 13 }),
  });
};

type Side = readonly Paragraph[];

const names = (
  paper: PaperDocument,
  profile: Profile,
  [left = 0, right = 0]: readonly number[],
): readonly [Side, Side] => [
  [
    ...paper.parent.map((each) => centred(capitals(each), profile.parentSize)),
    ...paper.issuer.map((each) => centred(capitals(each), profile.issuerSize, { bold: true })),
    profile.underIssuer === 'rule' ? rule(64, left) : centred('*', profile.issuerSize, { bold: true }),
  ],
  [...profile.emblem.map(({ text, size }) => centred(text, size, { bold: true })), rule(profile.emblemRule, right)],
];

const numberAndDate = (
  paper: PaperDocument,
  profile: Profile,
  [left = 0]: readonly number[],
): readonly [Side, Side] => {
  const number = numberLine(paper, profile);
  const first = [
    ...(number ? [centred(number, profile.numberSize)] : []),
    ...(paper.type === null ? [centred(`V/v ${paper.subject}`, 12)] : []),
    ...(paper.draft ? [boxed(DRAFT, left)] : []),
    ...(paper.marking ? [boxed(paper.marking, left)] : []),
  ];
  return [
    first.length > 0 ? first : [centred('', profile.numberSize)],
    [centred(placeAndDate(paper), profile.dateSize, { italic: true })],
  ];
};

const columns = (paper: PaperDocument, profile: Profile, wide: number): Table => {
  const widths = [profile.headLeft, 1 - profile.headLeft].map((share) => Math.floor(twips(wide) * share));
  const inner = widths.map((width) => width / 20 - 10.8);
  const row = (sides: readonly Side[]): TableRow =>
    new TableRow({
      children: sides.map(
        (children, n) => new TableCell({ width: { size: widths[n] ?? 0, type: WidthType.DXA }, children }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(wide), type: WidthType.DXA },
    columnWidths: widths,
    borders: NO_BORDERS,
    rows: [row(names(paper, profile, inner)), row(numberAndDate(paper, profile, inner))],
  });
};

const titles = (paper: PaperDocument, { typeSize, subjectSize, underSubject }: Profile, wide: number): Paragraph[] =>
  paper.type === null
    ? []
    : [
        centred(capitals(paper.type), typeSize, { bold: true, before: 14 }),
        centred(paper.subject, subjectSize, { bold: true }),
        underSubject === 'rule' ? rule(80, points(wide)) : centred('-----', subjectSize),
      ];

const addressees = ({ addressees: all }: PaperDocument, { before, bodySize }: Profile): Paragraph[] => {
  if (all.length === 0) return [];
  if (all.length === 1) return [centred(`Kính gửi: ${all[0]}`, bodySize, { before: before * 2, after: before })];
  return [
    new Paragraph({ indent: { left: twips(25) }, spacing: { before: before * 40 }, children: runs('Kính gửi:') }),
    ...withMarks(all).map((each) => new Paragraph({ indent: { left: twips(40) }, children: runs(`- ${each}`) })),
  ];
};

const bases = (paper: PaperDocument, { before, indent }: Profile): Paragraph[] =>
  withMarks(paper.bases).map(
    (text) =>
      new Paragraph({
        alignment: 'both',
        indent: { firstLine: twips(indent) },
        spacing: { before: before * 20 },
        children: runs(text, { italic: true }),
      }),
  );

/** `wide`: millimetres between the margins. */
export const head = (paper: PaperDocument, profile: Profile, wide: number): (Paragraph | Table)[] => [
  columns(paper, profile, wide),
  ...titles(paper, profile, wide),
  ...addressees(paper, profile),
  ...(paper.decidedBy
    ? [centred(capitals(paper.decidedBy), profile.bodySize, { bold: true, before: 10, after: 4 })]
    : []),
  ...bases(paper, profile),
];
