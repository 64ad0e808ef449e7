/** What comes of a review: work with an owner and a deadline, confirmed by another body, and commendations. */
import { z } from 'zod';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { freshLadder } from '../ladder/index.ts';
import { ownerMustBeInForce } from '../organisation/authority.ts';
import { BodyId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { Paper, Reason, text } from '../text.ts';
import { dayOf, LocalDate } from '../time.ts';
import { ItemId, ReviewId } from './codes.ts';
import { reviewOf } from './reviews.ts';
import { checkersOf, requireOther, requirePast } from './rights.ts';
import { type Commendation, type ProgrammeState, type Recommendation, requirePhase } from './state.ts';

export const OutcomeCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('RecordRecommendation'),
    review: ReviewId,
    recommendation: ItemId,
    text: text(1000),
    owner: BodyId,
    due: LocalDate,
  }),
  z.strictObject({ type: z.literal('CompleteRecommendation'), recommendation: ItemId, evidence: text(300) }),
  z.strictObject({ type: z.literal('ConfirmRecommendation'), recommendation: ItemId }),
  z.strictObject({ type: z.literal('ReturnRecommendation'), recommendation: ItemId, reason: Reason }),
  z.strictObject({
    type: z.literal('RecordCommendation'),
    commendation: ItemId,
    kind: z.enum(['collective', 'individual']),
    form: text(80).meta({ example: 'Giấy khen' }),
    authority: text(120),
    paper: Paper,
    count: z.int().min(1).max(1000),
    review: ReviewId.optional(),
  }),
]);
export type OutcomeCommand = z.infer<typeof OutcomeCommand>;

export type OutcomeEvent =
  | {
      readonly type: 'RecommendationRecorded';
      readonly review: string;
      readonly recommendation: string;
      readonly text: string;
      readonly owner: BodyId;
      readonly due: LocalDate;
    }
  | { readonly type: 'RecommendationCompleted'; readonly recommendation: string; readonly evidence: string }
  | { readonly type: 'RecommendationConfirmed'; readonly recommendation: string }
  | { readonly type: 'RecommendationReturned'; readonly recommendation: string; readonly reason: string }
  | ({ readonly type: 'CommendationRecorded'; readonly commendation: string } & Omit<Commendation, 'id'>);

const recommendationOf = ({ recommendations }: ProgrammeState, id: string): Recommendation => {
  const found = recommendations[id];
  if (!found) throw new Rejection('recommendation-unknown', { recommendation: id });
  return found;
};

const decideWork = (
  command: Exclude<OutcomeCommand, { type: 'RecordRecommendation' | 'RecordCommendation' }>,
  state: ProgrammeState,
  { by }: CommandMeta,
): OutcomeEvent[] => {
  const { id, owner, status, completedBy } = recommendationOf(state, command.recommendation);
  const requireStatus = (needed: Recommendation['status']): void => {
    if (status !== needed)
      throw new Rejection('recommendation-status', { recommendation: id, recommendationStatus: status });
  };
  if (command.type === 'CompleteRecommendation') {
    allow(by, [owner]);
    requireStatus('open');
    return [{ type: 'RecommendationCompleted', recommendation: id, evidence: command.evidence }];
  }
  allow(by, checkersOf(state));
  requireStatus('completed');
  requireOther(by, { body: owner, person: completedBy?.person ?? by.person }, id);
  return command.type === 'ConfirmRecommendation'
    ? [{ type: 'RecommendationConfirmed', recommendation: id }]
    : [{ type: 'RecommendationReturned', recommendation: id, reason: command.reason }];
};

export const decideOutcome = (
  command: OutcomeCommand,
  state: ProgrammeState,
  meta: CommandMeta,
  context: Context,
): OutcomeEvent[] => {
  requirePhase(state, ['inForce'], meta, command.type);
  switch (command.type) {
    case 'RecordRecommendation': {
      allow(meta.by, state.keepers);
      const { review: id, recommendation, text: what, owner, due } = command;
      const { status } = reviewOf(state, id);
      if (status !== 'open' && status !== 'held')
        throw new Rejection('programme-review-status', { review: id, reviewStatus: status, what: command.type });
      if (state.recommendations[recommendation]) throw new Rejection('number-taken', { number: recommendation });
      const today = dayOf(meta.at);
      if (due <= today) throw new Rejection('due-passed', { due, today });
      ownerMustBeInForce(context.organisation, owner, today);
      return [{ type: 'RecommendationRecorded', review: id, recommendation, text: what, owner, due }];
    }
    case 'RecordCommendation': {
      allow(meta.by, state.keepers);
      const { type: _, review = null, ...given } = command;
      if (state.commendations.some(({ id }) => id === given.commendation))
        throw new Rejection('number-taken', { number: given.commendation });
      requirePast(given.paper.date, meta.at);
      if (review !== null) reviewOf(state, review);
      return [{ type: 'CommendationRecorded', ...given, review }];
    }
    default:
      return decideWork(command, state, meta);
  }
};

export const withRecommendation = (
  state: ProgrammeState,
  id: string,
  change: Partial<Recommendation>,
): ProgrammeState => {
  const found = state.recommendations[id];
  return found ? { ...state, recommendations: { ...state.recommendations, [id]: { ...found, ...change } } } : state;
};

export const evolveOutcome = (state: ProgrammeState, fact: Fact<OutcomeEvent>): ProgrammeState => {
  const ladder = freshLadder(fact.at);
  switch (fact.type) {
    case 'RecommendationRecorded': {
      const { recommendation: id, review, text: what, owner, due } = fact;
      const fresh = {
        status: 'open',
        evidence: null,
        completedBy: null,
        returned: null,
        clearedOn: null,
        ladder,
      } as const;
      return {
        ...state,
        recommendations: { ...state.recommendations, [id]: { id, review, text: what, owner, due, ...fresh } },
      };
    }
    case 'RecommendationCompleted':
      return withRecommendation(state, fact.recommendation, {
        status: 'completed',
        evidence: fact.evidence,
        completedBy: fact.by,
      });
    case 'RecommendationConfirmed':
      return withRecommendation(state, fact.recommendation, { status: 'confirmed', clearedOn: dayOf(fact.at) });
    case 'RecommendationReturned':
      return withRecommendation(state, fact.recommendation, { status: 'open', returned: fact.reason, ladder });
    case 'CommendationRecorded': {
      const { commendation: id, kind, form, authority, paper, count, review } = fact;
      return { ...state, commendations: [...state.commendations, { id, kind, form, authority, paper, count, review }] };
    }
    default:
      return fact satisfies never;
  }
};
