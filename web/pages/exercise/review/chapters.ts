/** The parts of the report and how far each is filled. Pure. */
import type { Schemas } from '../../../client/http.ts';

type Report = Schemas['ReviewReport'];

export const CHAPTERS = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', 'c10'] as const;
export const PARTS = [...CHAPTERS, 'diem', 'hanh-dong', 'phu-luc'] as const;
export type Part = (typeof PARTS)[number];
export const isPart = (name: string | undefined): name is Part => PARTS.some((part) => part === name);

/** `auto`: taken from the history; else how many entries were written. */
export type Fill = 'auto' | number;

export const fillOf = (report: Report, part: Part): Fill => {
  switch (part) {
    case 'c1':
    case 'c2':
    case 'c4':
    case 'phu-luc':
      return 'auto';
    case 'c3':
      return report.stages.length > 0 ? 'auto' : 0;
    case 'c5':
      return report.strengths.length;
    case 'c6':
      return report.limits.length;
    case 'c7':
      return report.causes.length;
    case 'c8':
      return report.lessons.length;
    case 'c9':
      return report.proposals.length;
    case 'c10':
      return report.awards.length;
    case 'diem':
      return report.score.domains.filter(({ points }) => points !== null).length;
    case 'hanh-dong':
      return report.improvementPlan.length;
    default:
      return part satisfies never;
  }
};

/** The next free number of a letter: `F3` after `F1` and `F2`. */
export const nextId = (letter: string, used: readonly { readonly id: string }[]): string => {
  const numbers = used.map(({ id }) => Number(id.slice(1))).filter((number) => !Number.isNaN(number));
  return `${letter}${Math.max(0, ...numbers) + 1}`;
};

/** What stands on each line, without empty ones. */
export const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** `82,5` or `82.5` → 82.5; null for what is no number. */
export const readPoints = (typed: string): number | null => {
  const text = typed.trim().replace(',', '.');
  return /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : null;
};
