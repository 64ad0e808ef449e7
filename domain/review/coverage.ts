/** How much of the points given stands on evidence: the second figure beside every score. */
import type { Observation } from '../exercise/run-state.ts';
import { round2, type ScoreEntry } from './scoring.ts';
import { domainIn, type ScoreSheet } from './sheet.ts';
import type { ReviewState } from './state.ts';

/** Points backed by at least one piece of evidence ÷ points given, over all scorers; `percent` null: no points given. */
export interface Coverage {
  readonly numerator: number;
  readonly denominator: number;
  readonly percent: number | null;
}

const figure = (backed: number, given: number): Coverage => {
  const [numerator, denominator] = [round2(Math.min(backed, given)), round2(given)];
  return { numerator, denominator, percent: denominator === 0 ? null : round2((numerator / denominator) * 100) };
};

/** Observations that speak to a criterion, written `domain/criterion`. */
export const observedOn = (observations: readonly Observation[], domain: string, criterion: string): Observation[] =>
  observations.filter((each) => each.criterion === `${domain}/${criterion}`);

/**
 * Points of one entry that are backed: all with evidence of its own or an observation on its criterion. Points given to a
 * whole domain without evidence count for the share of the domain whose criteria were observed.
 */
export const backedPoints = (sheet: ScoreSheet, observations: readonly Observation[], entry: ScoreEntry): number => {
  if (entry.evidence.length > 0) return entry.points;
  if (entry.criterion !== null)
    return observedOn(observations, entry.domain, entry.criterion).length > 0 ? entry.points : 0;
  const domain = domainIn(sheet, entry.domain);
  if (!domain || domain.points === 0) return 0;
  const observed = domain.criteria.filter(({ code }) => observedOn(observations, entry.domain, code).length > 0);
  return entry.points * (observed.reduce((sum, { points }) => sum + points, 0) / domain.points);
};

/** Of one domain, or of the whole sheet. */
export const coverageOf = (
  state: Pick<ReviewState, 'sheet' | 'entries' | 'observations'>,
  domain?: string,
): Coverage => {
  const entries = state.entries.filter((entry) => domain === undefined || entry.domain === domain);
  return figure(
    entries.reduce((sum, entry) => sum + backedPoints(state.sheet, state.observations, entry), 0),
    entries.reduce((sum, { points }) => sum + points, 0),
  );
};
