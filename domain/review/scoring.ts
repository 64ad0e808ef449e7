/** Points and grades, by the sheet of the review: the mean of the scorers, or what the board's head settled. */
import { Rejection } from '../rejection.ts';
import { DEFAULT_SHEET } from './default-sheet.ts';
import { domainIn, type ScoreSheet } from './sheet.ts';

/** Domains of the shipped sheet and their points. */
export const SCORE_SHEET: Readonly<Record<string, number>> = Object.fromEntries(
  DEFAULT_SHEET.domains.map(({ code, points }) => [code, points]),
);
export const SCORE_DOMAINS = Object.keys(SCORE_SHEET) as [string, ...string[]]; // a sheet has at least one domain

/** Codes of the sheet in force. */
export type ScoreDomain = string;
export type Grade = string;

/** What supports points: an event of any stream by its place, or words. */
export type EvidenceRef = { readonly event: string } | string;

/** Points as one scorer gave them: for a whole domain (`criterion` null) or for one of its criteria. */
export interface ScoreEntry {
  readonly domain: ScoreDomain;
  readonly criterion: string | null;
  readonly scorer: string;
  readonly body: string;
  readonly points: number;
  readonly evidence: readonly EvidenceRef[];
  /** Version of the event in the review's stream. */
  readonly version: number;
}

/** One domain: the points of every scorer who has given all of it, and what the head settled. */
export interface DomainScore {
  readonly scores: readonly { readonly scorer: string; readonly points: number }[];
  readonly settled: { readonly points: number; readonly reason: string } | null;
}
export const NO_SCORE: DomainScore = { scores: [], settled: null };

export const round2 = (value: number): number => Math.round(value * 100) / 100;

/** The entries after one more: a scorer gives a domain whole or by criteria, and what he gives last replaces the other. */
export const withEntry = (entries: readonly ScoreEntry[], entry: ScoreEntry): ScoreEntry[] => [
  ...entries.filter(
    ({ domain, scorer, criterion }) =>
      domain !== entry.domain ||
      scorer !== entry.scorer ||
      (criterion !== entry.criterion && criterion !== null && entry.criterion !== null),
  ),
  entry,
];

/** Points of a domain by scorer, in the order in which they were last given; one who lacks a criterion does not count yet. */
export const scoresOf = (
  sheet: ScoreSheet,
  entries: readonly ScoreEntry[],
  code: ScoreDomain,
): DomainScore['scores'] => {
  const given = entries.filter(({ domain }) => domain === code);
  const criteria = domainIn(sheet, code)?.criteria.length ?? 0;
  const scorers = [...new Set(given.map(({ scorer }) => scorer).reverse())].reverse();
  return scorers.flatMap((scorer) => {
    const own = given.filter((entry) => entry.scorer === scorer);
    const whole = own.some(({ criterion }) => criterion === null);
    const points = round2(own.reduce((sum, entry) => sum + entry.points, 0));
    return whole || own.length === criteria ? [{ scorer, points }] : [];
  });
};

/** From the lowest scorer to the highest, to the hundredth as points are: 16.1 and 1.1 are 15 apart. */
export const gapOf = (score: DomainScore): number => {
  const points = score.scores.map((each) => each.points);
  return points.length === 0 ? 0 : round2(Math.max(...points) - Math.min(...points));
};

/** Points of one domain: what the head settled, else the mean. Throws when scorers are missing or a gap is unsettled. */
export const pointsOf = (domain: ScoreDomain, score: DomainScore, sheet: ScoreSheet = DEFAULT_SHEET): number => {
  if (score.settled) return score.settled.points;
  requireScorers(domain, score, sheet, 'scorers-missing');
  if (gapOf(score) > sheet.largestGap)
    throw new Rejection('score-gap', { domain, gap: gapOf(score), largest: sheet.largestGap });
  return score.scores.reduce((sum, each) => sum + each.points, 0) / score.scores.length;
};

export const requireScorers = (
  domain: ScoreDomain,
  { scores }: DomainScore,
  { scorers: need }: ScoreSheet,
  code: 'scorers-missing' | 'settle-without-scores',
): void => {
  if (scores.length < need) throw new Rejection(code, { domain, have: scores.length, need });
};

/** The same, null while it is not complete. */
export const pointsOrNull = (domain: ScoreDomain, score: DomainScore, sheet: ScoreSheet): number | null => {
  try {
    return pointsOf(domain, score, sheet);
  } catch (error) {
    if (error instanceof Rejection) return null;
    throw error;
  }
};

/** Critical criteria whose scorers all gave 0, as `domain/criterion`; a domain given 0 as a whole fails all of its own. */
export const failedTasks = (sheet: ScoreSheet, entries: readonly ScoreEntry[]): string[] =>
  sheet.domains.flatMap(({ code, criteria }) =>
    criteria
      .filter(({ code: criterion, critical }) => {
        const given = entries.filter(
          (entry) => entry.domain === code && (entry.criterion === criterion || entry.criterion === null),
        );
        const own = given.filter((entry) => entry.criterion !== null);
        const judged = own.length > 0 ? own : given;
        return critical && judged.length > 0 && judged.every(({ points }) => points === 0);
      })
      .map((criterion) => `${code}/${criterion.code}`),
  );

/** The better of two grades is not given: what is capped gets at most the sheet's cap. */
export const capped = (sheet: ScoreSheet, grade: Grade): Grade => {
  const rank = (wanted: Grade): number => sheet.grades.findIndex(({ code }) => code === wanted);
  return rank(grade) < rank(sheet.cap) ? sheet.cap : grade;
};

/** The grade of all domains; any serious safety incident or failed critical task (`caps` counts them) caps it. */
export const gradeOf = (
  scores: Readonly<Record<ScoreDomain, DomainScore>>,
  caps: number,
  sheet: ScoreSheet = DEFAULT_SHEET,
): { points: number; grade: Grade } => {
  const points = round2(
    sheet.domains.reduce((sum, { code }) => sum + pointsOf(code, scores[code] ?? NO_SCORE, sheet), 0),
  );
  const earned = sheet.grades.find(({ atLeast }) => points >= atLeast) ?? sheet.grades.at(-1);
  const grade = earned?.code ?? sheet.cap;
  return { points, grade: caps > 0 ? capped(sheet, grade) : grade };
};
