/**
 * Scores and grades (domain guide §7; no official sheet is public, so this is a template default).
 * Two scorers a domain, the mean counts; a gap over 15 points is settled by the steering board's head.
 */
import { Rejection } from '../rejection.ts';

/** Domains of the sheet and their points; 100 in all. */
export const SCORE_SHEET = {
  leadership: 25,
  documents: 20,
  livePart: 20,
  mobilisation: 15,
  support: 10,
  safety: 10,
} as const;
export type ScoreDomain = keyof typeof SCORE_SHEET;
export const SCORE_DOMAINS = Object.keys(SCORE_SHEET) as [ScoreDomain, ...ScoreDomain[]]; // keys of a literal object

export const GRADES = ['excellent', 'good', 'pass', 'fail'] as const;
export type Grade = (typeof GRADES)[number];
const BOUNDS: readonly (readonly [number, Grade])[] = [
  [85, 'excellent'],
  [70, 'good'],
  [50, 'pass'],
];
export const LARGEST_GAP = 15;
export const SCORERS = 2;

export interface DomainScore {
  readonly scores: readonly { readonly scorer: string; readonly points: number }[];
  readonly settled: { readonly points: number; readonly reason: string } | null;
}
export const NO_SCORE: DomainScore = { scores: [], settled: null };

export const gapOf = (score: DomainScore): number => {
  const points = score.scores.map((each) => each.points);
  return points.length === 0 ? 0 : Math.max(...points) - Math.min(...points);
};

const round2 = (value: number): number => Math.round(value * 100) / 100;

/** Points of one domain: what the head settled, else the mean. Throws when scorers are missing or a gap is unsettled. */
export const pointsOf = (domain: ScoreDomain, score: DomainScore): number => {
  if (score.settled) return score.settled.points;
  if (score.scores.length < SCORERS)
    throw new Rejection('scorers-missing', { domain, have: score.scores.length, need: SCORERS });
  if (gapOf(score) > LARGEST_GAP) throw new Rejection('score-gap', { domain, gap: gapOf(score), largest: LARGEST_GAP });
  return score.scores.reduce((sum, each) => sum + each.points, 0) / score.scores.length;
};

/** The grade of all domains; any serious safety incident caps it at a pass. */
export const gradeOf = (
  scores: Readonly<Record<ScoreDomain, DomainScore>>,
  seriousIncidents: number,
): { points: number; grade: Grade } => {
  const points = round2(SCORE_DOMAINS.reduce((sum, domain) => sum + pointsOf(domain, scores[domain]), 0));
  const earned = BOUNDS.find(([bound]) => points >= bound)?.[1] ?? 'fail';
  const grade = seriousIncidents > 0 && (earned === 'excellent' || earned === 'good') ? 'pass' : earned;
  return { points, grade };
};
