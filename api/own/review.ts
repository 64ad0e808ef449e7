/** A review as a body reads it that owes corrective actions or scores a domain of it. */
import type { z } from 'zod';
import type { BodyId } from '../../domain/people.ts';
import type { ReviewShown } from '../contract/index.ts';

type Review = z.output<typeof ReviewShown>;
type Domain = Review['scores'][number];

/** The sheet of a domain that it scores, with its own points only. */
const ownDomain = (domain: Domain, bodies: readonly BodyId[]): Domain[] => {
  const mine = domain.scorers.filter(({ body }) => bodies.includes(body));
  if (mine.length === 0) return [];
  const persons: readonly string[] = mine.map(({ person }) => person);
  return [
    {
      ...domain,
      scores: domain.scores.filter(({ scorer }) => persons.includes(scorer)),
      lines: domain.lines.filter(({ scorer }) => persons.includes(scorer)),
      scorers: mine,
      missing: 0,
      gap: 0,
      gapTooLarge: false,
      settled: null,
      points: null,
      coverage: { numerator: 0, denominator: 0, percent: null },
      criteria: domain.criteria.map((criterion) => ({
        ...criterion,
        points: null,
        coverage: { numerator: 0, denominator: 0, percent: null },
      })),
    },
  ];
};

export const ownReview = (review: Review, bodies: readonly BodyId[]): Review => {
  const actions = review.actions.filter(({ owner, holder }) => bodies.includes(owner) || bodies.includes(holder));
  const shown = new Set(actions.map(({ id }) => id));
  return {
    ...review,
    debrief: null,
    held: null,
    scores: review.scores.flatMap((domain) => ownDomain(domain, bodies)),
    points: null,
    coverage: { numerator: 0, denominator: 0, percent: null },
    result: null,
    seriousIncidents: 0,
    failedTasks: [],
    incidents: [],
    observations: 0,
    findings: review.findings
      .map((finding) => ({ ...finding, actions: finding.actions.filter((id) => shown.has(id)) }))
      .filter((finding) => finding.actions.length > 0),
    lessons: [],
    proposals: review.proposals.filter(({ owner }) => bodies.includes(owner)),
    awards: [],
    actions,
  };
};
