/** The after-action review: scores to a grade, findings, corrective actions until each is verified or carried on. */
import { z } from 'zod';
import type { CommandMeta, Context, Decider, Fact, FollowUp } from '../decider.ts';
import type { OrgUnitId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { systemOnly } from '../rights.ts';
import { type EntityId, entityOf, type StreamId, streamId } from '../streams.ts';
import type { Instant } from '../time.ts';
import { decideFindings, evolveFindings, FindingsCommand, type FindingsEvent } from './findings.ts';
import { decideGrading, evolveGrading, GradingCommand, type GradingEvent } from './grading.ts';
import { INITIAL, type ReviewState } from './state.ts';

export const ReviewCommand = z.discriminatedUnion('type', [...GradingCommand.options, ...FindingsCommand.options]);
export type ReviewCommand = z.infer<typeof ReviewCommand>;

interface Opening {
  readonly exercise: EntityId;
  readonly orgUnit: OrgUnitId;
  readonly superiorUnit: OrgUnitId;
}
/** Sent by the closed run. */
export type OpenReview = { readonly type: 'OpenReview' } & Opening;
interface ObserveTime {
  readonly type: 'ObserveTime';
  readonly due: Instant;
}

export type ReviewEvent = ({ readonly type: 'ReviewOpened' } & Opening) | GradingEvent | FindingsEvent;

const decide = (
  command: ReviewCommand | OpenReview | ObserveTime,
  state: ReviewState,
  meta: CommandMeta,
  context: Context,
): readonly ReviewEvent[] => {
  switch (command.type) {
    case 'ObserveTime':
      systemOnly(meta.by, command.type);
      return [];
    case 'OpenReview': {
      systemOnly(meta.by, command.type);
      const { exercise, orgUnit, superiorUnit } = command;
      return state.phase === 'none' ? [{ type: 'ReviewOpened', exercise, orgUnit, superiorUnit }] : [];
    }
    case 'RecordScore':
    case 'SettleScore':
    case 'RecordIncident':
    case 'DecideGrade':
      return decideGrading(command, state, meta);
    case 'RecordFinding':
    case 'PlanAction':
    case 'CompleteAction':
    case 'VerifyAction':
    case 'CarryAction':
    case 'FinishReview':
      return decideFindings(command, state, meta, context);
    default:
      command satisfies never;
      throw new Rejection('command-unknown', { type: String((command as { type: unknown }).type) });
  }
};

const evolveSubject = (state: ReviewState, fact: Fact<ReviewEvent>): ReviewState => {
  switch (fact.type) {
    case 'ReviewOpened': {
      const { exercise, orgUnit, superiorUnit } = fact;
      return { ...state, phase: 'open', exercise, orgUnit, superiorUnit };
    }
    case 'ScoreRecorded':
    case 'ScoreSettled':
    case 'IncidentRecorded':
    case 'GradeDecided':
      return evolveGrading(state, fact);
    case 'FindingRecorded':
    case 'ActionPlanned':
    case 'ActionCompleted':
    case 'ActionVerified':
    case 'ActionCarried':
    case 'ReviewFinished':
      return evolveFindings(state, fact);
    default:
      return fact satisfies never;
  }
};

/** A finished review closes by itself with its last open action. */
const settle = (state: ReviewState): ReviewState =>
  state.phase === 'finished' &&
  Object.values(state.actions).every((action) => action.status === 'verified' || action.status === 'carried')
    ? { ...state, phase: 'closed' }
    : state;

const evolve = (state: ReviewState, fact: Fact<ReviewEvent>): ReviewState => ({
  ...settle(evolveSubject(state, fact)),
  version: fact.version,
  lastAt: fact.at,
});

/** The grade goes back to the exercise; a carried action goes to the head of the next exercise's file. */
const react = (fact: Fact<ReviewEvent>, state: ReviewState, stream: StreamId): readonly FollowUp[] => {
  if (fact.type === 'GradeDecided' && state.exercise)
    return [
      {
        stream: streamId('exercise', state.exercise),
        command: { type: 'NoteReviewResult', points: fact.points, grade: fact.grade },
      },
    ];
  if (fact.type === 'ActionCarried')
    return [
      {
        stream: streamId('exercise', fact.into),
        command: {
          type: 'ReceiveFinding',
          finding: { fromReview: entityOf(stream), action: fact.action, text: fact.text },
        },
      },
    ];
  return [];
};

export const review: Decider<ReviewCommand | OpenReview | ObserveTime, ReviewEvent, ReviewState> = {
  kind: 'review',
  initial: INITIAL,
  decide,
  evolve,
  react,
  nextDue: () => null,
  refersTo: (command) => (command.type === 'CarryAction' ? [streamId('exercise', command.into)] : []),
  summary: (state) => ({
    phase: state.phase,
    orgUnit: state.orgUnit ?? '',
    details: state.result ? `${state.result.points} · ${state.result.grade}` : state.phase,
    closed: state.phase === 'closed',
  }),
};

export {
  type DomainScore,
  GRADES,
  type Grade,
  gapOf,
  gradeOf,
  SCORE_DOMAINS,
  SCORE_SHEET,
  type ScoreDomain,
} from './scoring.ts';
export type { Action, Finding, ReviewState } from './state.ts';
