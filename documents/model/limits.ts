/**
 * What a paper may hold. Texts come from events and were checked when they were written; imported files and papers of
 * other programs may still bring more than a page bears, so every text goes through here once, before either writer.
 */
import { Refused } from '../refused.ts';
import type { Appendix, Block, Inline, PaperDocument } from './paper.ts';

/** Characters of a name or cell; what is longer is cut and ends in "…". */
export const MOST_IN_LINE = 300;
/** Characters of a paragraph; what is longer is cut and ends in "…". */
export const MOST_IN_TEXT = 4_000;
/** Rows of all tables together; more is refused with `paper-too-long`. */
export const MOST_ROWS = 5_000;
/** Characters of the whole paper; more is refused with `paper-too-long`. */
export const MOST_CHARACTERS = 2_000_000;

// everything that ends a line, steers a printer or turns the reading direction: none belongs in a line of a paper
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const HIDDEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/g;

/** One line: NFC, well formed, breaks and control characters as single spaces, at most `most` characters. */
export const line = (text: string, most = MOST_IN_LINE): string => {
  const plain = text
    .toWellFormed()
    .replace(BREAKS, ' ')
    .replace(HIDDEN, '')
    .replace(/ {2,}/g, ' ')
    .normalize('NFC')
    .trim();
  const characters = plain.length > most ? [...plain] : [];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : plain;
};

/** Keeps the spaces at the ends of a run: the next one goes on in the same line. */
const runOf = (text: string, most: number): string => {
  const [start, end] = [/^\s/.test(text) ? ' ' : '', /\s$/.test(text) ? ' ' : ''];
  const inner = line(text, most);
  return inner === '' ? start || end : `${start}${inner}${end}`;
};

const inlineOf = (inline: Inline, most: number): Inline =>
  typeof inline === 'string' ? line(inline, most) : inline.map((run) => ({ ...run, text: runOf(run.text, most) }));

const blockOf = (block: Block): Block => {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: line(block.text) };
    case 'text':
    case 'centred':
      return { ...block, text: inlineOf(block.text, MOST_IN_TEXT) };
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, head: line(column.head) })),
        rows: block.rows.map((row) => row.map((cell) => inlineOf(cell, MOST_IN_LINE * 2))),
        ...(block.total ? { total: block.total.map((cell) => inlineOf(cell, MOST_IN_LINE)) } : {}),
      };
    default:
      return block satisfies never;
  }
};

const appendixOf = (appendix: Appendix): Appendix => ({
  ...appendix,
  title: line(appendix.title),
  subject: line(appendix.subject),
  body: appendix.body.map(blockOf),
});

const charactersOf = (value: unknown): number => {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, part) => sum + charactersOf(part), 0);
};

const rowsIn = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0);

/** The paper as it may be drawn. Throws `paper-too-long`; texts are cut, see the limits above. */
export const withinLimits = (paper: PaperDocument): PaperDocument => {
  const rows = [paper, ...paper.appendices].reduce((sum, { body }) => sum + rowsIn(body), 0);
  if (rows > MOST_ROWS) throw new Refused('paper-too-long', { rows, most: MOST_ROWS });
  const characters = charactersOf(paper);
  if (characters > MOST_CHARACTERS) throw new Refused('paper-too-long', { characters, most: MOST_CHARACTERS });
  return {
    ...paper,
    parent: paper.parent.map((each) => line(each)),
    issuer: paper.issuer.map((each) => line(each)),
    place: line(paper.place, 60),
    number: { ...paper.number, value: paper.number.value === null ? null : line(paper.number.value, 60) },
    subject: line(paper.subject, 600),
    addressees: paper.addressees.map((each) => line(each)),
    decidedBy: paper.decidedBy === null ? null : line(paper.decidedBy),
    bases: paper.bases.map((each) => line(each, 600)),
    body: paper.body.map(blockOf),
    signatures: paper.signatures.map(({ lines }) => ({ lines: lines.map((each) => line(each, 120)) })),
    recipients: paper.recipients.map((each) => line(each)),
    appendices: paper.appendices.map(appendixOf),
    made: { ...paper.made, title: line(paper.made.title) },
  };
};
