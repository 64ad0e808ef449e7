/**
 * Limits of earlier exercises at the head of this one's file (article: "overcome shortcomings of earlier exercises"): they
 * come by themselves when it is planned, or are carried in by a review, and are retested during the run or its review.
 */
import { z } from 'zod';
import { statesIn } from '../context.ts';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { standingActions } from '../review/recurring.ts';
import { allow, systemOnly } from '../rights.ts';
import { EntityId, entityOf } from '../streams.ts';
import { text } from '../text.ts';
import { bodyIn } from './rights.ts';
import type { CarriedFinding, ExerciseState } from './state.ts';

export const FindingCommand = z.strictObject({
  type: z.literal('RecordRetest'),
  fromReview: EntityId,
  action: z.string().regex(/^[A-Z]\d{1,3}$/),
  passed: z.boolean(),
  note: text(500),
  evidence: text(300).optional(),
});
export type FindingCommand = z.infer<typeof FindingCommand>;

/** A limit as a review hands it over; events of old hold its first three fields. */
export type ReceivedFinding = Pick<CarriedFinding, 'fromReview' | 'action' | 'text'> &
  Partial<Pick<CarriedFinding, 'measure' | 'owner' | 'needsRetest' | 'times'>>;

/** Sent by reviews: a limit to overcome here, and that it need not be retested any more. */
export type FindingFollowUp =
  | { readonly type: 'ReceiveFinding'; readonly finding: ReceivedFinding }
  | {
      readonly type: 'NoteFindingEnded';
      readonly fromReview: EntityId;
      readonly action: string;
      readonly how: 'waived' | 'closed';
    };

export type FindingEvent =
  | { readonly type: 'FindingReceived'; readonly finding: ReceivedFinding }
  | {
      readonly type: 'FindingEnded';
      readonly fromReview: EntityId;
      readonly action: string;
      readonly how: 'waived' | 'closed';
    }
  | {
      readonly type: 'RetestRecorded';
      readonly fromReview: EntityId;
      readonly action: string;
      readonly passed: boolean;
      readonly note: string;
      readonly evidence: string | null;
    };

const carriedIn = (state: ExerciseState, { fromReview, action }: { fromReview: EntityId; action: string }) =>
  state.carried.find((finding) => finding.fromReview === fromReview && finding.action === action);

/** What still needs a retest here, or word that its action has ended. */
export const untested = (state: ExerciseState): CarriedFinding[] =>
  state.carried.filter(({ needsRetest, retest, ended }) => needsRetest && retest === null && ended === null);

/** Actions of earlier reviews of this locality that have not ended, as the plan of a new exercise receives them. */
export const findingsAtPlanning = (state: ExerciseState, meta: CommandMeta, context: Context): FindingEvent[] => {
  const { orgUnit } = state;
  if (!orgUnit) return [];
  const earlier = statesIn(context, 'review')
    .map(([, review]) => review)
    .filter(({ exercise }) => exercise !== null && exercise !== entityOf(meta.stream));
  return standingActions(earlier, orgUnit).flatMap(({ review, action, times }): FindingEvent[] => {
    if (!review.exercise) return [];
    const { id, text: what, measure, owner, needsRetest } = action;
    const finding = { fromReview: review.exercise, action: id, text: what, measure, owner, needsRetest, times };
    return carriedIn(state, finding) ? [] : [{ type: 'FindingReceived', finding }];
  });
};

export const decideFinding = (
  command: FindingCommand | FindingFollowUp,
  state: ExerciseState,
  meta: CommandMeta,
): FindingEvent[] => {
  switch (command.type) {
    case 'ReceiveFinding':
      systemOnly(meta.by, command.type);
      if (state.phase === 'closed' || state.phase === 'cancelled')
        throw new Rejection('exercise-not-active', { phase: state.phase });
      return carriedIn(state, command.finding) ? [] : [{ type: 'FindingReceived', finding: command.finding }];
    case 'NoteFindingEnded': {
      systemOnly(meta.by, command.type);
      const { fromReview, action, how } = command;
      const known = carriedIn(state, command);
      return known && known.ended === null ? [{ type: 'FindingEnded', fromReview, action, how }] : [];
    }
    case 'RecordRetest': {
      allow(meta.by, [bodyIn(state, 'DB'), bodyIn(state, 'SB')]);
      if (state.phase !== 'running' && state.phase !== 'reviewing')
        throw new Rejection('exercise-phase', {
          phase: state.phase,
          needs: ['running', 'reviewing'],
          action: command.type,
        });
      const { fromReview, action, passed, note, evidence = null } = command;
      const finding = carriedIn(state, command);
      if (!finding) throw new Rejection('carried-unknown', { fromReview, action });
      if (finding.owner === meta.by.body) throw new Rejection('own-work', { task: action, body: meta.by.body });
      if (finding.ended !== null || finding.retest?.passed)
        throw new Rejection('carried-ended', { fromReview, action });
      return [{ type: 'RetestRecorded', fromReview, action, passed, note, evidence }];
    }
    default:
      return command satisfies never;
  }
};

export const evolveFinding = (state: ExerciseState, fact: Fact<FindingEvent>): ExerciseState => {
  if (fact.type === 'FindingReceived') {
    const fresh = { measure: null, owner: null, needsRetest: false, times: 1, retest: null, ended: null };
    return { ...state, carried: [...state.carried, { ...fresh, ...fact.finding }] };
  }
  const change = (finding: CarriedFinding): CarriedFinding =>
    fact.type === 'FindingEnded'
      ? { ...finding, ended: fact.how }
      : { ...finding, retest: { passed: fact.passed, at: fact.at, note: fact.note, evidence: fact.evidence } };
  return {
    ...state,
    carried: state.carried.map((finding) =>
      finding.fromReview === fact.fromReview && finding.action === fact.action ? change(finding) : finding,
    ),
  };
};
