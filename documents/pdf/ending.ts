/** Recipients at the left, signature at the right; of two who sign, the first at the left. */
import type { Content } from 'pdfmake';
import type { PaperDocument, Signature } from '../model/paper.ts';
import type { Profile } from '../model/profile.ts';
import { capitals, withMarks } from '../model/words.ts';

/** Points left free for hand and seal. */
const ROOM_TO_SIGN = 52;

const signature = ({ lines }: Signature, { signSize }: Profile): Content[] => [
  ...lines.map(
    (line): Content => ({
      text: capitals(line),
      bold: true,
      alignment: 'center',
      fontSize: signSize,
      lineHeight: 1.05,
    }),
  ),
  { text: ' ', margin: [0, ROOM_TO_SIGN, 0, 0] },
];

const recipients = (paper: PaperDocument, { recipientsHead: top, recipientsSize }: Profile): Content[] =>
  paper.recipients.length === 0
    ? []
    : [
        {
          text: 'Nơi nhận:',
          fontSize: top.size,
          lineHeight: 1.05,
          ...(top.bold ? { bold: true, italics: true } : {}),
          ...(top.underlined ? { decoration: 'underline' as const } : {}),
        },
        ...withMarks(paper.recipients).map(
          (each): Content => ({ text: `- ${each}`, fontSize: recipientsSize, lineHeight: 1.05 }),
        ),
      ];

export const ending = (paper: PaperDocument, profile: Profile): Content => {
  const [first, second] = paper.signatures;
  if (!first) return { text: '' };
  const left = second ? signature(first, profile) : recipients(paper, profile);
  const rows: Content = {
    margin: [0, 16, 0, 0],
    columns: [
      { width: '45%', stack: left },
      { width: '55%', stack: signature(second ?? first, profile) },
    ],
  };
  return second ? { stack: [rows, ...recipients(paper, profile)] } : rows;
};
