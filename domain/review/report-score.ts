/** The score in the report: every figure beside its coverage, every point down to the events that show it. */
import type { Observation } from '../exercise/run-state.ts';
import { type StreamId, streamId } from '../streams.ts';
import { type Coverage, coverageOf, observedOn } from './coverage.ts';
import { type EvidenceRef, failedTasks, gapOf, NO_SCORE, pointsOrNull, round2, type ScoreEntry } from './scoring.ts';
import type { SheetDomain } from './sheet.ts';
import type { ReviewState } from './state.ts';

interface Named {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

/** Points of one scorer, with the place of its event, `<stream>/<version>`, and what it stands on. */
export interface ScoreLine {
  readonly criterion: string | null;
  readonly scorer: string;
  readonly body: string;
  readonly points: number;
  readonly event: string;
  readonly evidence: readonly EvidenceRef[];
  /** Observations of the run on the same criterion. */
  readonly observations: readonly string[];
}

export interface DomainReport extends Named {
  readonly largest: number;
  /** Null until it is complete and settled. */
  readonly points: number | null;
  readonly coverage: Coverage;
  readonly missing: number;
  readonly gap: number;
  readonly gapTooLarge: boolean;
  readonly settled: { readonly points: number; readonly reason: string } | null;
  readonly criteria: readonly (Named & {
    readonly largest: number;
    readonly critical: boolean;
    /** Mean of those who scored it; null when nobody did. */
    readonly points: number | null;
    readonly coverage: Coverage;
  })[];
  readonly lines: readonly ScoreLine[];
}

export interface ScoreReport {
  /** Of the domains that are complete; `of` is what they could give; null while none is. */
  readonly points: { readonly sum: number; readonly of: number } | null;
  readonly coverage: Coverage;
  readonly result: { readonly points: number; readonly grade: Named } | null;
  readonly seriousIncidents: number;
  readonly failedTasks: readonly string[];
  readonly domains: readonly DomainReport[];
}

const line = (stream: StreamId, entry: ScoreEntry, sheet: SheetDomain, seen: readonly Observation[]): ScoreLine => {
  const criteria = entry.criterion === null ? sheet.criteria.map(({ code }) => code) : [entry.criterion];
  return {
    criterion: entry.criterion,
    scorer: entry.scorer,
    body: entry.body,
    points: entry.points,
    event: `${stream}/${entry.version}`,
    evidence: entry.evidence,
    observations: criteria.flatMap((code) => observedOn(seen, entry.domain, code).map(({ id }) => id)),
  };
};

const domainReport = (state: ReviewState, stream: StreamId, domain: SheetDomain): DomainReport => {
  const score = state.scores[domain.code] ?? NO_SCORE;
  const gap = gapOf(score);
  const points = pointsOrNull(domain.code, score, state.sheet);
  const entries = state.entries.filter((entry) => entry.domain === domain.code);
  return {
    code: domain.code,
    nameVi: domain.nameVi,
    nameEn: domain.nameEn,
    largest: domain.points,
    points: points === null ? null : round2(points),
    coverage: coverageOf(state, domain.code),
    missing: score.settled ? 0 : Math.max(0, state.sheet.scorers - score.scores.length),
    gap,
    gapTooLarge: gap > state.sheet.largestGap && !score.settled,
    settled: score.settled,
    criteria: domain.criteria.map(({ points: largest, ...criterion }) => {
      const own = entries.filter((entry) => entry.criterion === criterion.code);
      const sum = own.reduce((total, { points }) => total + points, 0);
      const coverage = coverageOf({ ...state, entries: own });
      return { ...criterion, largest, points: own.length === 0 ? null : round2(sum / own.length), coverage };
    }),
    lines: entries.map((entry) => line(stream, entry, domain, state.observations)),
  };
};

export const scoreReport = (state: ReviewState): ScoreReport => {
  const { sheet, result, exercise } = state;
  const domains = exercise ? sheet.domains.map((each) => domainReport(state, streamId('review', exercise), each)) : [];
  // as in the grade, only the sum is rounded
  const complete = sheet.domains.flatMap(({ code, points: largest }) => {
    const points = pointsOrNull(code, state.scores[code] ?? NO_SCORE, sheet);
    return points === null ? [] : [{ points, largest }];
  });
  const grade = result && sheet.grades.find(({ code }) => code === result.grade);
  const unnamed = (code: string): Named => ({ code, nameVi: code, nameEn: code });
  return {
    points:
      complete.length === 0
        ? null
        : {
            sum: round2(complete.reduce((sum, { points }) => sum + points, 0)),
            of: complete.reduce((sum, { largest }) => sum + largest, 0),
          },
    coverage: coverageOf(state),
    result: result && { points: result.points, grade: grade ?? unnamed(result.grade) },
    seriousIncidents: state.incidents.filter(({ severity }) => severity === 'serious').length,
    failedTasks: failedTasks(sheet, state.entries),
    domains,
  };
};
