/** The paper as DOCX, in Times New Roman, to be gone on with in a word processor. */
import {
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { withinLimits } from '../model/limits.ts';
import { A4, twips } from '../model/measures.ts';
import type { Appendix, PaperDocument } from '../model/paper.ts';
import { type Profile, profileOf } from '../model/profile.ts';
import { DRAFT, isRemark } from '../model/words.ts';
import { blocks, centred } from './blocks.ts';
import { ending } from './ending.ts';
import { head } from './head.ts';
import { settled } from './settled.ts';

const page = (
  { margins }: Profile,
  landscape: boolean,
): NonNullable<NonNullable<ISectionOptions['properties']>['page']> => ({
  size: {
    width: twips(A4.width),
    height: twips(A4.height),
    orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
  },
  margin: {
    top: twips(margins.top),
    bottom: twips(margins.bottom),
    left: twips(margins.left),
    right: twips(margins.right),
    header: twips(10),
    footer: twips(10),
  },
});

/** Number of the page, in the middle; on a draft that it is one. */
const pageHead = ({ draft }: PaperDocument, { pageNumberSize }: Profile): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: 'center',
        children: [
          new TextRun({ children: [PageNumber.CURRENT], size: pageNumberSize * 2 }),
          ...(draft ? [new TextRun({ text: `   ${DRAFT}`, size: 20 })] : []),
        ],
      }),
    ],
  });

const NOTHING = new Paragraph({ children: [] });

const section = (
  paper: PaperDocument,
  profile: Profile,
  landscape: boolean,
  children: ISectionOptions['children'],
  first: boolean,
): ISectionOptions => ({
  properties: { type: SectionType.NEXT_PAGE, titlePage: first, page: page(profile, landscape) },
  headers: {
    default: pageHead(paper, profile),
    ...(first ? { first: new Header({ children: [NOTHING] }) } : {}),
  },
  ...(first ? { footers: { first: new Footer({ children: [NOTHING] }) } } : {}),
  children,
});

const width = ({ margins }: Profile, landscape: boolean): number =>
  (landscape ? A4.height : A4.width) - margins.left - margins.right;

const appendix = (paper: PaperDocument, part: Appendix, profile: Profile): ISectionOptions =>
  section(
    paper,
    profile,
    part.landscape,
    [
      centred(part.title, profile.typeSize, { bold: true }),
      centred(part.subject, profile.subjectSize, { [isRemark(part.subject) ? 'italic' : 'bold']: true, after: 8 }),
      ...blocks(part.body, profile, width(profile, part.landscape)),
    ],
    false,
  );

const documentOf = (paper: PaperDocument, profile: Profile): Document => {
  const { bodySize, line } = profile;
  const wide = width(profile, paper.landscape);
  return new Document({
    title: paper.made.title,
    creator: paper.issuer.join(' '),
    lastModifiedBy: paper.issuer.join(' '),
    description: paper.made.source,
    styles: {
      default: {
        document: {
          run: { font: 'Times New Roman', size: bodySize * 2, language: { value: 'vi-VN' } },
          paragraph: { spacing: { line: Math.round(240 * line), lineRule: 'auto' } },
        },
      },
    },
    sections: [
      section(
        paper,
        profile,
        paper.landscape,
        [...head(paper, profile, wide), ...blocks(paper.body, profile, wide, true), ...ending(paper, profile, wide)],
        true,
      ),
      ...paper.appendices.map((each) => appendix(paper, each, profile)),
    ],
  });
};

/** The same paper gives the same bytes, on any day and in any process. Throws `Refused`. */
export const writeDocx = async (paper: PaperDocument): Promise<Buffer> => {
  const within = withinLimits(paper);
  const made = await Packer.toBuffer(documentOf(within, profileOf(within.profile)));
  return settled(made, within.made.at);
};
