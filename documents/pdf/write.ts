/** The paper as PDF: searchable text in embedded Tinos, whose letters are as wide as those of Times New Roman. */
import { createRequire } from 'node:module';
import pdfmake, { type Content, type Definition } from 'pdfmake';
import { withinLimits } from '../model/limits.ts';
import { points } from '../model/measures.ts';
import type { Appendix, PaperDocument } from '../model/paper.ts';
import { type Profile, profileOf } from '../model/profile.ts';
import { DRAFT, isRemark } from '../model/words.ts';
import { blocks } from './blocks.ts';
import { ending } from './ending.ts';
import { head } from './head.ts';

const locate = createRequire(import.meta.url).resolve;
const face = (name: string): string => locate(`@expo-google-fonts/tinos/${name}/Tinos_${name}.ttf`);
const FACES = {
  normal: face('400Regular'),
  bold: face('700Bold'),
  italics: face('400Regular_Italic'),
  bolditalics: face('700Bold_Italic'),
};

pdfmake.setFonts({ Tinos: FACES });
// nothing is fetched, and no file is read but the four faces
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values(FACES).includes(path));

/** Number of the page from the second on, and on each of them that the paper is a draft. */
const pageHead =
  (paper: PaperDocument, { pageNumberSize, margins }: Profile): Definition['header'] =>
  (page) =>
    page === 1
      ? null
      : {
          margin: [points(margins.left), points(margins.top) - pageNumberSize * 2, points(margins.right), 0],
          columns: [
            { width: '*', text: '' },
            { width: 'auto', text: String(page), fontSize: pageNumberSize, alignment: 'center' },
            { width: '*', text: paper.draft ? DRAFT : '', alignment: 'right', fontSize: 10 },
          ],
        };

const appendix = (part: Appendix, profile: Profile): Content[] => [
  {
    text: part.title,
    bold: true,
    fontSize: profile.typeSize,
    alignment: 'center',
    pageBreak: 'before',
    pageOrientation: part.landscape ? 'landscape' : 'portrait',
  },
  {
    text: part.subject,
    ...(isRemark(part.subject) ? { italics: true } : { bold: true }),
    fontSize: profile.subjectSize,
    alignment: 'center',
    margin: [0, 0, 0, 8],
  },
  ...blocks(part.body, profile),
];

/** The signature never stands alone: the last paragraph goes with it to the next page. */
const bodyAndEnding = (paper: PaperDocument, profile: Profile): Content[] => {
  const last = paper.body.at(-1);
  const [before, together] = last?.kind === 'text' ? [paper.body.slice(0, -1), [last]] : [paper.body, []];
  return [
    ...blocks(before, profile),
    { unbreakable: true, stack: [...blocks(together, profile), ending(paper, profile)] },
  ];
};

const definition = (paper: PaperDocument, profile: Profile): Definition => {
  const { margins, bodySize, line } = profile;
  const at = new Date(paper.made.at);
  return {
    pageSize: 'A4',
    pageOrientation: paper.landscape ? 'landscape' : 'portrait',
    pageMargins: [points(margins.left), points(margins.top), points(margins.right), points(margins.bottom)],
    info: {
      title: paper.made.title,
      author: paper.issuer.join(' '),
      creator: 'Sẵn Sàng',
      producer: 'Sẵn Sàng',
      keywords: paper.made.source,
      creationDate: at,
      modDate: at,
    },
    language: 'vi',
    tagged: true,
    displayTitle: true,
    version: '1.7',
    defaultStyle: { font: 'Tinos', fontSize: bodySize, lineHeight: line },
    header: pageHead(paper, profile),
    // no heading is the last on its page; a table whose rows begin on the next one has no text on this
    pageBreakBefore: (part, around) =>
      part.headlineLevel !== undefined && around.getFollowingNodesOnPage().every(({ text }) => text === undefined),
    content: [
      ...head(paper, profile),
      ...bodyAndEnding(paper, profile),
      ...paper.appendices.flatMap((each) => appendix(each, profile)),
    ],
  };
};

/** The same paper gives the same bytes, on any day and in any process. Throws `Refused`. */
export const writePdf = (paper: PaperDocument): Promise<Buffer> => {
  const within = withinLimits(paper);
  return pdfmake.createPdf(definition(within, profileOf(within.profile))).getBuffer();
};
