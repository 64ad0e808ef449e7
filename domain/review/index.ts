/** The after-action review: scores to a grade, findings, corrective actions until each is retested or waived. */
import { z } from 'zod';
import type { CommandMeta, Context, Decider, Fact } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { streamId } from '../streams.ts';
import { ActionCommand, decideAction, evolveAction } from './actions.ts';
import { AwardCommand, decideAward, evolveAward } from './awards.ts';
import { decideClock, evolveClock, nextDueOf, type ObserveTime } from './clock.ts';
import { DebriefCommand, decideDebrief, evolveDebrief } from './debrief.ts';
import type { ReviewEvent } from './events.ts';
import { decideFindings, evolveFindings, FindingsCommand } from './findings.ts';
import { decideGrading, evolveGrading, GradingCommand } from './grading.ts';
import { decideIncident, evolveIncident, IncidentCommand, type NoteIncident } from './incidents.ts';
import { decideLesson, evolveLesson, LessonCommand } from './lessons.ts';
import { decideObservation, evolveObservation, type NoteObservation } from './observations.ts';
import { decideOpening, evolveOpening, type OpenReview } from './opening.ts';
import { react } from './policies.ts';
import { decideRehome, evolveRehome, type Rehome } from './rehome.ts';
import { decideRetest, evolveRetest, type RetestFollowUp } from './retest.ts';
import { INITIAL, isSettled, type ReviewState } from './state.ts';

/** What people may ask of a review; the API accepts exactly these. */
export const ReviewCommand = z.discriminatedUnion('type', [
  ...GradingCommand.options,
  IncidentCommand,
  ...DebriefCommand.options,
  ...FindingsCommand.options,
  ...LessonCommand.options,
  ...ActionCommand.options,
  AwardCommand,
]);
export type ReviewCommand = z.infer<typeof ReviewCommand>;

/** What the clock and the policies ask. */
export type ReviewSystemCommand = OpenReview | ObserveTime | NoteIncident | NoteObservation | RetestFollowUp | Rehome;

const decide = (
  command: ReviewCommand | ReviewSystemCommand,
  state: ReviewState,
  meta: CommandMeta,
  context: Context,
): readonly ReviewEvent[] => {
  switch (command.type) {
    case 'ObserveTime':
      return decideClock(command, state, meta, context);
    case 'OpenReview':
      return decideOpening(command, state, meta, context);
    case 'AssignScorers':
    case 'SetScoredBodies':
    case 'RecordScore':
    case 'SettleScore':
    case 'DecideGrade':
      return decideGrading(command, state, meta, context);
    case 'RecordIncident':
    case 'NoteIncident':
      return decideIncident(command, state, meta);
    case 'NoteObservation':
      return decideObservation(command, state, meta);
    case 'RecordDebrief':
    case 'HoldReview':
      return decideDebrief(command, state, meta);
    case 'RecordFinding':
    case 'AmendFinding':
    case 'WithdrawFinding':
    case 'FinishReview':
      return decideFindings(command, state, meta);
    case 'RecordLesson':
    case 'RecordProposal':
      return decideLesson(command, state, meta, context);
    case 'PlanAction':
    case 'CompleteAction':
    case 'VerifyAction':
    case 'ReturnAction':
    case 'MoveActionDue':
    case 'WaiveAction':
    case 'CarryAction':
      return decideAction(command, state, meta, context);
    case 'NoteCarried':
    case 'NoteRetest':
      return decideRetest(command, state, meta);
    case 'RecordAward':
      return decideAward(command, state, meta);
    case 'Rehome':
      return decideRehome(command, state, meta);
    default:
      command satisfies never;
      throw new Rejection('command-unknown', { type: String((command as { type: unknown }).type) });
  }
};

const evolveSubject = (state: ReviewState, fact: Fact<ReviewEvent>): ReviewState => {
  switch (fact.type) {
    case 'ReviewOpened':
      return evolveOpening(state, fact);
    case 'ScorersAssigned':
    case 'ScoredBodiesSet':
    case 'ScoreRecorded':
    case 'ScoreSettled':
    case 'GradeDecided':
      return evolveGrading(state, fact);
    case 'IncidentRecorded':
    case 'IncidentNoted':
      return evolveIncident(state, fact);
    case 'ObservationNoted':
      return evolveObservation(state, fact);
    case 'DebriefRecorded':
    case 'ReviewHeld':
      return evolveDebrief(state, fact);
    case 'FindingRecorded':
    case 'FindingAmended':
    case 'FindingWithdrawn':
    case 'ReviewFinished':
      return evolveFindings(state, fact);
    case 'LessonRecorded':
    case 'ProposalRecorded':
      return evolveLesson(state, fact);
    case 'ActionPlanned':
    case 'ActionCompleted':
    case 'ActionVerified':
    case 'ActionReturned':
    case 'ActionMoved':
    case 'ActionWaived':
    case 'ActionCarried':
      return evolveAction(state, fact);
    case 'CarryNoted':
    case 'ActionRetested':
      return evolveRetest(state, fact);
    case 'AwardRecorded':
      return evolveAward(state, fact);
    case 'ActionReminded':
    case 'ActionEscalated':
      return evolveClock(state, fact);
    case 'ReviewRehomed':
      return evolveRehome(state, fact);
    default:
      return fact satisfies never;
  }
};

/** A finished review closes by itself with its last open action. */
const settle = (state: ReviewState): ReviewState =>
  state.phase === 'finished' && Object.values(state.actions).every(isSettled) ? { ...state, phase: 'closed' } : state;

const evolve = (state: ReviewState, fact: Fact<ReviewEvent>): ReviewState => ({
  ...settle(evolveSubject(state, fact)),
  version: fact.version,
  lastAt: fact.at,
});

export const review: Decider<ReviewCommand | ReviewSystemCommand, ReviewEvent, ReviewState> = {
  kind: 'review',
  initial: INITIAL,
  decide,
  evolve,
  react,
  nextDue: (state, context) => nextDueOf(state, context.calendar),
  refersTo: (command) =>
    command.type === 'CarryAction'
      ? { streams: [streamId('exercise', command.into)] }
      : command.type === 'OpenReview'
        ? { streams: [streamId('exercise', command.exercise)] }
        : null,
  summary: (state) => ({
    phase: state.phase,
    orgUnit: state.orgUnit ?? '',
    details: state.result ? `${state.result.points} · ${state.result.grade}` : state.phase,
    closed: state.phase === 'closed',
  }),
};

export type { ClockEvent as ReviewClockEvent } from './clock.ts';
export { type Coverage, coverageOf } from './coverage.ts';
export type { ReviewEvent } from './events.ts';
export type { OpenReview } from './opening.ts';
export { recurrence, recurringFindings, standingActions } from './recurring.ts';
export {
  type DomainScore,
  type Grade,
  gapOf,
  gradeOf,
  SCORE_DOMAINS,
  SCORE_SHEET,
  type ScoreDomain,
} from './scoring.ts';
export { type Action, type ActionStatus, type Finding, isSettled, openActions, type ReviewState } from './state.ts';
