/** An after-action review: scores to a grade, findings, corrective actions. */
import type { z } from 'zod';
import { SCORE_DOMAIN_NAMES } from '../../domain/labels/words.ts';
import { Rejection } from '../../domain/rejection.ts';
import { type DomainScore, gapOf, type ReviewState, SCORE_DOMAINS, SCORE_SHEET } from '../../domain/review/index.ts';
import { LARGEST_GAP, pointsOf, SCORERS } from '../../domain/review/scoring.ts';
import type { EntityId } from '../../domain/streams.ts';
import type { ReviewShown } from '../contract/index.ts';
import { bodyName, gradeLabel } from '../words.ts';
import { workingDaysTo } from './readiness.ts';
import type { Moment } from './sources.ts';

const pointsOrNull = (domain: (typeof SCORE_DOMAINS)[number], score: DomainScore): number | null => {
  try {
    return pointsOf(domain, score);
  } catch (error) {
    if (error instanceof Rejection) return null;
    throw error;
  }
};

const numbered = (a: { id: string }, b: { id: string }): number => a.id.localeCompare(b.id, 'en', { numeric: true });

export const reviewView = (id: EntityId, state: ReviewState, moment: Moment): z.output<typeof ReviewShown> => {
  const { exercise, orgUnit, superiorUnit, phase } = state;
  if (!exercise || !orgUnit || !superiorUnit || phase === 'none') throw new Rejection('review-unknown', { id });
  const scores = SCORE_DOMAINS.map((domain) => {
    const score = state.scores[domain];
    const gap = gapOf(score);
    return {
      domain,
      name: SCORE_DOMAIN_NAMES[domain],
      largest: SCORE_SHEET[domain],
      scores: [...score.scores].sort((a, b) => (a.scorer < b.scorer ? -1 : 1)),
      missing: score.settled ? 0 : Math.max(0, SCORERS - score.scores.length),
      gap,
      gapTooLarge: gap > LARGEST_GAP && !score.settled,
      settled: score.settled,
      points: pointsOrNull(domain, score),
    };
  });
  const complete = scores.flatMap(({ points, largest }) => (points === null ? [] : [{ points, largest }]));
  const actions = Object.values(state.actions).sort(numbered);
  return {
    id,
    version: state.version,
    ...moment,
    exercise,
    orgUnit,
    superiorUnit,
    phase,
    scores,
    points:
      complete.length === 0
        ? null
        : {
            sum: Math.round(complete.reduce((sum, { points }) => sum + points, 0) * 100) / 100,
            of: complete.reduce((sum, { largest }) => sum + largest, 0),
          },
    result: state.result && {
      points: state.result.points,
      grade: { code: state.result.grade, label: gradeLabel(state.result.grade) },
    },
    seriousIncidents: state.incidents.filter(({ severity }) => severity === 'serious').length,
    incidents: state.incidents,
    findings: [...state.findings].sort(numbered).map((finding) => ({
      ...finding,
      actions: actions.filter((action) => action.finding === finding.id).map((action) => action.id),
    })),
    actions: actions.map(({ completedBy: _, ...action }) => ({
      ...action,
      ownerName: bodyName(action.owner),
      workingDaysLeft: workingDaysTo(action.due, moment.today),
      overdue: action.status === 'open' && action.due < moment.today,
    })),
  };
};
