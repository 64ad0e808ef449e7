/** The head of the first page: issuer and emblem, number and date, type and subject, who decides on what grounds. */
import type { Content, Margins } from 'pdfmake';
import { A4, points } from '../model/measures.ts';
import type { PaperDocument } from '../model/paper.ts';
import type { Profile } from '../model/profile.ts';
import { capitals, DRAFT, numberLine, placeAndDate, withMarks } from '../model/words.ts';
import { inline, THIN } from './blocks.ts';

const rule = (width: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.75 }],
  alignment: 'center',
  margin: [0, 1, 0, 2],
});

const centred = (
  text: string,
  fontSize: number,
  more: { bold?: boolean; italics?: boolean; margin?: Margins } = {},
): Content => ({
  text,
  fontSize,
  alignment: 'center',
  lineHeight: 1.05,
  ...more,
});

/** Words in a box, in the middle of the column. */
const boxed = (text: string): Content => ({
  margin: [0, 6, 0, 0],
  columns: [
    { width: '*', text: '' },
    {
      width: 'auto',
      layout: THIN,
      table: { body: [[{ text, bold: true, fontSize: 13, margin: [6, 1, 6, 0], lineHeight: 1.05 }]] },
    },
    { width: '*', text: '' },
  ],
});

/** Two columns of the head; what stands side by side begins on one line. */
const beside = (
  paper: PaperDocument,
  { margins, headLeft }: Profile,
  sides: readonly [Content[], Content[]],
): Content => ({
  columns: [
    {
      width: points((paper.landscape ? A4.height : A4.width) - margins.left - margins.right) * headLeft,
      stack: sides[0],
    },
    { width: '*', stack: sides[1] },
  ],
  columnGap: 6,
});

const names = (paper: PaperDocument, profile: Profile): [Content[], Content[]] => [
  [
    ...paper.parent.map((each) => centred(capitals(each), profile.parentSize)),
    ...paper.issuer.map((each) => centred(capitals(each), profile.issuerSize, { bold: true })),
    profile.underIssuer === 'rule' ? rule(64) : centred('*', profile.issuerSize, { bold: true }),
  ],
  [...profile.emblem.map(({ text, size }) => centred(text, size, { bold: true })), rule(profile.emblemRule)],
];

const numberAndDate = (paper: PaperDocument, profile: Profile): [Content[], Content[]] => {
  const number = numberLine(paper, profile);
  return [
    [
      ...(number ? [centred(number, profile.numberSize)] : []),
      ...(paper.type === null ? [centred(`V/v ${paper.subject}`, 12)] : []),
      ...(paper.draft ? [boxed(DRAFT)] : []),
      ...(paper.marking ? [boxed(paper.marking)] : []),
    ],
    [centred(placeAndDate(paper), profile.dateSize, { italics: true })],
  ];
};

const bases = (paper: PaperDocument, { before, indent }: Profile): Content[] =>
  withMarks(paper.bases).map((text) => ({
    ...inline(text),
    italics: true,
    alignment: 'justify',
    leadingIndent: points(indent),
    margin: [0, before, 0, 0],
  }));

const titles = (paper: PaperDocument, { typeSize, subjectSize, underSubject }: Profile): Content[] =>
  paper.type === null
    ? []
    : [
        centred(capitals(paper.type), typeSize, { bold: true, margin: [0, 14, 0, 0] }),
        centred(paper.subject, subjectSize, { bold: true }),
        underSubject === 'rule' ? rule(80) : centred('-----', subjectSize),
      ];

const addressees = ({ addressees: all }: PaperDocument, { before, bodySize }: Profile): Content[] => {
  if (all.length === 0) return [];
  if (all.length === 1)
    return [
      { text: `Kính gửi: ${all[0]}`, fontSize: bodySize, alignment: 'center', margin: [0, before * 2, 0, before] },
    ];
  return [
    { text: 'Kính gửi:', margin: [points(25), before * 2, 0, before] },
    ...withMarks(all).map((each): Content => ({ text: `- ${each}`, margin: [points(40), 0, 0, 0] })),
  ];
};

export const head = (paper: PaperDocument, profile: Profile): Content[] => [
  beside(paper, profile, names(paper, profile)),
  beside(paper, profile, numberAndDate(paper, profile)),
  ...titles(paper, profile),
  ...addressees(paper, profile),
  ...(paper.decidedBy
    ? [centred(capitals(paper.decidedBy), profile.bodySize, { bold: true, margin: [0, 10, 0, 4] })]
    : []),
  ...bases(paper, profile),
];
