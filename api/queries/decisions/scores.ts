/** Scorers of a review that are too far apart: the head of the steering board settles the points. */
import { formatNumber } from '../../../domain/labels/format.ts';
import type { Actor } from '../../../domain/people.ts';
import { gapOf } from '../../../domain/review/index.ts';
import { bodiesOf, type ReviewState } from '../../../domain/review/state.ts';
import { words } from '../../words.ts';
import { decider, type Waiting } from './waiting.ts';

/** Members of a body that the domain judges do not settle its points. */
const isJudged = (state: ReviewState, domain: string, { body, person }: Actor): boolean =>
  (state.scoredBodies[domain] ?? []).some((each) => each === body || state.members[each]?.includes(person));

export const scoreDecisions = (state: ReviewState, actor: Actor): Waiting[] => {
  const bodies = bodiesOf(state);
  if (!bodies || state.phase !== 'open') return [];
  const { largestGap, scorers } = state.sheet;
  return state.sheet.domains.flatMap(({ code, nameVi, nameEn, points: of }): Waiting[] => {
    const score = state.scores[code];
    if (!score || score.settled || score.scores.length < scorers || gapOf(score) <= largestGap) return [];
    const gap = gapOf(score);
    const points = score.scores.map((each) => each.points);
    const given = (language: 'vi' | 'en'): string => points.map((each) => formatNumber(each, language)).join(' · ');
    return [
      {
        kind: 'score',
        subject: code,
        version: state.version,
        title: words(`Chốt điểm: ${nameVi}`, `Settle the points: ${nameEn}`),
        text: words(
          `Điểm chấm ${given('vi')}: lệch ${formatNumber(gap, 'vi')}, quá ${formatNumber(largestGap, 'vi')}.`,
          `Given ${given('en')}: ${formatNumber(gap, 'en')} apart, more than ${formatNumber(largestGap, 'en')}.`,
        ),
        since: state.lastAt,
        due: null,
        ...decider(actor, [bodies.steering], 'head', !isJudged(state, code, actor)),
        score: { name: words(nameVi, nameEn), gap, largest: largestGap, of, points },
      },
    ];
  });
};
