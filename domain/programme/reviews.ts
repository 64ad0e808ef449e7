/**
 * The reviews of a programme: the workflow opens each on its day, every party then owes its report; the meeting freezes the
 * figures; recommendations, changed targets and commendations are its outcome; a finished review asks nothing more.
 */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { freshLadder } from '../ladder/index.ts';
import type { BodyId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { Paper, Reason, text } from '../text.ts';
import { dayOf, LocalDate } from '../time.ts';
import { ReviewId } from './codes.ts';
import { draftOf } from './draft.ts';
import { frozen } from './figures.ts';
import { plannedReview } from './opening.ts';
import { requirePast } from './rights.ts';
import {
  type Duty,
  type FrozenFigure,
  type PlannedReview,
  type ProgrammeReview,
  type ProgrammeState,
  REVIEW_KINDS,
  requirePhase,
} from './state.ts';

export const ReviewCommand = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('ScheduleReview'),
      review: ReviewId,
      kind: z.enum(REVIEW_KINDS),
      from: LocalDate,
      to: LocalDate,
      opensOn: LocalDate.meta({ description: 'The workflow opens it on this day' }),
      due: LocalDate.meta({ description: 'Day of the meeting; the reports of the parties are due then' }),
      reason: Reason,
    })
    .meta({ description: 'Adds a review, or moves one that has not been opened' }),
  z
    .strictObject({ type: z.literal('SubmitContribution'), review: ReviewId, text: text(4000) })
    .meta({ description: "A party's report to an open review" }),
  z
    .strictObject({
      type: z.literal('HoldProgrammeReview'),
      review: ReviewId,
      date: LocalDate,
      minutes: Paper,
      conclusion: text(4000),
    })
    .meta({ description: 'The review meeting was held; the figures are frozen as they stand' }),
  z.strictObject({ type: z.literal('FinishProgrammeReview'), review: ReviewId }),
]);
export type ReviewCommand = z.infer<typeof ReviewCommand>;

export type ReviewEvent =
  | ({ readonly type: 'ReviewScheduled'; readonly reason: string } & PlannedReview)
  | {
      readonly type: 'ProgrammeReviewOpened';
      readonly review: string;
      readonly kind: PlannedReview['kind'];
      readonly parties: readonly BodyId[];
      readonly due: LocalDate;
    }
  | { readonly type: 'ContributionSubmitted'; readonly review: string; readonly text: string }
  | {
      readonly type: 'ProgrammeReviewHeld';
      readonly review: string;
      readonly kind: PlannedReview['kind'];
      readonly date: LocalDate;
      readonly minutes: Paper;
      readonly conclusion: string;
      readonly figures: readonly FrozenFigure[];
      readonly missing: readonly BodyId[];
    }
  | { readonly type: 'ProgrammeReviewFinished'; readonly review: string; readonly kind: PlannedReview['kind'] };

export const reviewOf = ({ reviews }: ProgrammeState, id: string): ProgrammeReview => {
  const review = reviews[id];
  if (!review) throw new Rejection('programme-review-unknown', { review: id });
  return review;
};

const requireStatus = ({ review, status }: ProgrammeReview, allowed: ProgrammeReview['status'], what: string): void => {
  if (status !== allowed) throw new Rejection('programme-review-status', { review, reviewStatus: status, what });
};

const decideSchedule = (
  command: Extract<ReviewCommand, { type: 'ScheduleReview' }>,
  state: ProgrammeState,
  meta: CommandMeta,
): ReviewEvent[] => {
  allow(meta.by, state.approvers, 'head');
  const known = state.reviews[command.review];
  if (known) requireStatus(known, 'planned', command.type);
  const today = dayOf(meta.at);
  if (command.opensOn <= today) throw new Rejection('due-passed', { due: command.opensOn, today });
  if (command.due < command.opensOn || command.to < command.from)
    throw new Rejection('review-days', { since: command.opensOn, due: command.due });
  return [{ ...command, type: 'ReviewScheduled' }];
};

export const decideReview = (command: ReviewCommand, state: ProgrammeState, meta: CommandMeta): ReviewEvent[] => {
  const opened = requirePhase(state, ['inForce'], meta, command.type);
  if (command.type === 'ScheduleReview') return decideSchedule(command, state, meta);
  const review = reviewOf(state, command.review);
  const { review: id, kind } = review;
  switch (command.type) {
    case 'SubmitContribution':
      allow(
        meta.by,
        Object.values(review.duties).length > 0 ? Object.values(review.duties).map(({ body }) => body) : state.parties,
      );
      requireStatus(review, 'open', command.type);
      return [{ type: 'ContributionSubmitted', review: id, text: command.text }];
    case 'HoldProgrammeReview': {
      allow(meta.by, state.keepers);
      requireStatus(review, 'open', command.type);
      requirePast(command.date, meta.at);
      requirePast(command.minutes.date, meta.at);
      const missing = Object.values(review.duties).flatMap(({ body, contribution }) => (contribution ? [] : [body]));
      const figures = draftOf(opened, review).lines.map(({ figure }) => frozen(figure));
      const { date, minutes, conclusion } = command;
      return [{ type: 'ProgrammeReviewHeld', review: id, kind, date, minutes, conclusion, figures, missing }];
    }
    case 'FinishProgrammeReview':
      allow(meta.by, state.keepers);
      requireStatus(review, 'held', command.type);
      return [{ type: 'ProgrammeReviewFinished', review: id, kind }];
    default:
      return command satisfies never;
  }
};

export const withReview = (state: ProgrammeState, id: string, change: Partial<ProgrammeReview>): ProgrammeState => {
  const review = state.reviews[id];
  return review ? { ...state, reviews: { ...state.reviews, [id]: { ...review, ...change } } } : state;
};

export const evolveReview = (state: ProgrammeState, fact: Fact<ReviewEvent>): ProgrammeState => {
  const { review: id } = fact;
  switch (fact.type) {
    case 'ReviewScheduled': {
      const { kind, from, to, opensOn, due } = fact;
      return {
        ...state,
        reviews: { ...state.reviews, [id]: plannedReview({ review: id, kind, from, to, opensOn, due }) },
      };
    }
    case 'ProgrammeReviewOpened': {
      const ladder = freshLadder(fact.at);
      const duties = fact.parties.map((body): [string, Duty] => [
        body,
        { body, due: fact.due, contribution: null, ladder },
      ]);
      return withReview(state, id, { status: 'open', openedAt: fact.at, duties: Object.fromEntries(duties) });
    }
    case 'ContributionSubmitted': {
      const duties = state.reviews[id]?.duties ?? {};
      const duty = duties[fact.by.body];
      if (!duty) return state;
      const contribution = { text: fact.text, at: fact.at, by: fact.by };
      return withReview(state, id, { duties: { ...duties, [duty.body]: { ...duty, contribution } } });
    }
    case 'ProgrammeReviewHeld': {
      const { date, minutes, conclusion, figures, missing } = fact;
      const held = { date, minutes, conclusion, figures, missing, event: fact.version };
      return withReview(state, id, { status: 'held', held });
    }
    case 'ProgrammeReviewFinished':
      return withReview(state, id, { status: 'finished' });
    default:
      return fact satisfies never;
  }
};
