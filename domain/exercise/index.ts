/** The exercise stream: one file per exercise, from draft to archive. Each subject's rules live in the file of its name. */
import { z } from 'zod';
import type { CommandMeta, Context, Decider, Fact, FollowUp, Refers } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { type EntityId, entityOf, type StreamId, streamId } from '../streams.ts';
import { dayOf } from '../time.ts';
import { AcknowledgeCommand, type AcknowledgeEvent, decideAcknowledge, evolveAcknowledge } from './acknowledge.ts';
import { AdoptCommand, adoptedStream, decideAdopt, evolveAdopt, type TemplateAdopted } from './adopt.ts';
import { ChecklistCommand, type ChecklistEvent, decideChecklist, evolveChecklist } from './checklist.ts';
import { CityCommand, type CityEvent, decideAnswer, decideFollowCity, evolveCity, type FollowCity } from './city.ts';
import { type Classified, ClassifyCommand, decideClassify, evolveClassify, refuseSecretText } from './classify.ts';
import { type ClockEvent, decideClock, evolveClock, nextDueOf, type ObserveTime } from './clock.ts';
import { CommentCommand, decideComment, evolveComment, type TaskCommented } from './comments.ts';
import { decideExtension, ExtensionCommand, type ExtensionEvent, evolveExtension } from './extension.ts';
import {
  decideFinding,
  evolveFinding,
  FindingCommand,
  type FindingEvent,
  type FindingFollowUp,
  findingsAtPlanning,
} from './findings.ts';
import { decideFollowCalendar, type FollowCalendar } from './follow-calendar.ts';
import { decideGateRule, evolveGateRule, GateRuleCommand, type GateRuleEvent } from './gate-rules.ts';
import { decideGate, evolveGate, GateCommand, type GateEvent, nextGate } from './gates.ts';
import { decideHandOver, evolveHandOver, HandOverCommand, type TaskHandedOver } from './handover.ts';
import { inForce } from './in-force.ts';
import { templateStream } from './layout.ts';
import { decideOpening, evolveOpening, OpeningCommand, type OpeningEvent, type OpeningFollowUp } from './opening.ts';
import { requirePapers } from './paper-kinds.ts';
import { decidePaper, evolvePaper, PaperCommand, type PaperEvent } from './papers.ts';
import {
  decideProposal,
  evolveProposal,
  ProposalCommand,
  type ProposalEvent,
  type ProposalFollowUp,
} from './proposals.ts';
import { shownState } from './redaction.ts';
import { decideRehearsal, evolveRehearsal, RehearsalCommand, type RehearsalEvent } from './rehearsals.ts';
import { decideRehome, type ExerciseRehomed, evolveRehome, type Rehome } from './rehome.ts';
import { decideResources, evolveResources, ResourceCommand, type ResourceEvent } from './resources.ts';
import { restartLadders } from './restart-ladders.ts';
import { openReviewOf } from './review-opening.ts';
import { decideRevocation, evolveRevocation, RevocationCommand, type RevocationEvent } from './revocation.ts';
import { bodyIn, standingAgency } from './rights.ts';
import { decideRun, evolveRun, RunCommand, type RunEvent, type RunFollowUp } from './run.ts';
import { decideSchedule, evolveSchedule, ScheduleCommand, type ScheduleEvent } from './schedule.ts';
import { decideSetLadder, evolveSetLadder, type LadderEvent, SetLadderCommand } from './set-ladder.ts';
import { type ExerciseState, INITIAL, isDone } from './state.ts';
import { decideTailoring, evolveTailoring, TailoringCommand, type TailoringEvent } from './tailoring.ts';

/** What people may ask of an exercise; the API accepts exactly these. */
export const ExerciseCommand = z.discriminatedUnion('type', [
  ...OpeningCommand.options,
  ...PaperCommand.options,
  ...RevocationCommand.options,
  ...ChecklistCommand.options,
  HandOverCommand,
  CommentCommand,
  ...TailoringCommand.options,
  AdoptCommand,
  ...RehearsalCommand.options,
  ProposalCommand,
  ...ExtensionCommand.options,
  GateCommand,
  ...GateRuleCommand.options,
  ClassifyCommand,
  ...ScheduleCommand.options,
  CityCommand,
  ...ResourceCommand.options,
  AcknowledgeCommand,
  SetLadderCommand,
  ...RunCommand.options,
  FindingCommand,
]);
export type ExerciseCommand = z.infer<typeof ExerciseCommand>;

/** What the clock and the policies ask. */
export type ExerciseSystemCommand =
  | ObserveTime
  | OpeningFollowUp
  | FindingFollowUp
  | RunFollowUp
  | FollowCity
  | FollowCalendar
  | Rehome
  | ProposalFollowUp;

export type ExerciseEvent =
  | OpeningEvent
  | FindingEvent
  | PaperEvent
  | RevocationEvent
  | ChecklistEvent
  | TaskHandedOver
  | TaskCommented
  | TailoringEvent
  | TemplateAdopted
  | RehearsalEvent
  | ProposalEvent
  | ExtensionEvent
  | GateEvent
  | GateRuleEvent
  | Classified
  | ScheduleEvent
  | CityEvent
  | ResourceEvent
  | RunEvent
  | AcknowledgeEvent
  | LadderEvent
  | ExerciseRehomed
  | ClockEvent;

/** What the checklist decided, unless the task hangs on a paper that is not there. */
const withPapers = (
  command: ChecklistCommand,
  state: ExerciseState,
  events: readonly ChecklistEvent[],
): readonly ChecklistEvent[] => {
  if (command.type === 'StartTask' || command.type === 'SubmitTask') requirePapers(state, command.task);
  return events;
};

const decide = (
  command: ExerciseCommand | ExerciseSystemCommand,
  state: ExerciseState,
  meta: CommandMeta,
  context: Context,
): readonly ExerciseEvent[] => {
  refuseSecretText({ ...command }, state, meta);
  switch (command.type) {
    case 'DraftExercise':
    case 'AttachCommune':
      return decideOpening(command, state, meta, context);
    case 'PlanExercise':
      return [...decideOpening(command, state, meta, context), ...findingsAtPlanning(state, meta, context)];
    case 'ReceiveFinding':
    case 'NoteFindingEnded':
    case 'RecordRetest':
      return decideFinding(command, state, meta);
    case 'RegisterDirective':
    case 'IssueResolution':
    case 'IssueDirective':
    case 'EstablishBoard':
    case 'DecideFrame':
    case 'ApproveIntent':
    case 'IssuePlan':
    case 'IssuePreparationCalendar':
    case 'ApproveBudget':
      return decidePaper(command, state, meta);
    case 'AmendPaper':
    case 'RevokePaper':
      return decideRevocation(command, state, meta);
    case 'AssignTask':
    case 'AcceptTask':
    case 'ReviseEvidence':
    case 'StartTask':
    case 'SubmitTask':
    case 'VerifyTask':
    case 'ReturnTask':
    case 'WaiveTask':
      return withPapers(command, state, decideChecklist(command, state, meta));
    case 'HandOverTask':
      return decideHandOver(command, state, meta);
    case 'CommentTask':
      return decideComment(command, state, meta);
    case 'AddTask':
    case 'DropTask':
    case 'RetimeTask':
    case 'RelinkTask':
      return decideTailoring(command, state, meta, context);
    case 'AdoptTemplate':
      return decideAdopt(command, state, meta, context);
    case 'HoldRehearsal':
    case 'RaiseIssue':
    case 'CloseIssue':
    case 'ConfirmIssue':
    case 'ReturnIssue':
    case 'CarryIssue':
      return decideRehearsal(command, state, meta);
    case 'SpreadLessons':
    case 'ReceiveProposal':
    case 'DecideProposal':
      return decideProposal(command, state, meta, context);
    case 'RequestExtension':
    case 'WithdrawExtension':
    case 'DecideExtension':
      return decideExtension(command, state, meta, context);
    case 'PassGate':
      return decideGate(command, state, meta, context);
    case 'SetGateRule':
    case 'ReopenGate':
      return decideGateRule(command, state, meta);
    case 'Classify':
      return decideClassify(command, state, meta);
    case 'RescheduleExercise':
    case 'PostponeExercise':
    case 'ResumeExercise':
    case 'CancelExercise':
    case 'AdoptCalendar':
      return decideSchedule(command, state, meta, context);
    case 'FollowCity':
      return decideFollowCity(command, state, meta, context);
    case 'AnswerCity':
      return decideAnswer(command, state, meta, context);
    case 'ReserveResources':
    case 'SetVehicleStock':
    case 'SetBodyCapacity':
    case 'AcceptClash':
      return decideResources(command, state, meta, context);
    case 'OpenRun':
    case 'PauseRun':
    case 'ResumeRun':
    case 'CloseRun':
    case 'PlanStages':
    case 'StartStage':
    case 'EndStage':
    case 'StartItem':
    case 'EndItem':
    case 'RecordObservation':
    case 'AmendObservation':
    case 'NoteDrillResult':
    case 'NoteReviewResult':
      return decideRun(command, state, meta);
    case 'AcknowledgeReminder':
      return decideAcknowledge(command, state, meta);
    case 'SetLadder':
      return decideSetLadder(command, state, meta, context);
    case 'FollowCalendar':
      return decideFollowCalendar(command, state, meta, context);
    case 'Rehome':
      return decideRehome(command, state, meta);
    case 'ObserveTime':
      return decideClock(command, state, meta, context);
    default:
      command satisfies never;
      throw new Rejection('command-unknown', { type: String((command as { type: unknown }).type) });
  }
};

const evolveSubject = (state: ExerciseState, fact: Fact<ExerciseEvent>): ExerciseState => {
  switch (fact.type) {
    case 'ExerciseDrafted':
    case 'ExercisePlanned':
    case 'CommuneAttached':
      return evolveOpening(state, fact);
    case 'FindingReceived':
    case 'FindingEnded':
    case 'RetestRecorded':
      return evolveFinding(state, fact);
    case 'ResolutionIssued':
    case 'BoardEstablished':
    case 'FrameDecided':
    case 'PaperEntered':
      return evolvePaper(state, fact);
    case 'PaperAmended':
    case 'PaperRevoked':
      return evolveRevocation(state, fact);
    case 'TaskAssigned':
    case 'TaskAccepted':
    case 'EvidenceRevised':
    case 'TaskStarted':
    case 'TaskSubmitted':
    case 'TaskVerified':
    case 'TaskReturned':
    case 'TaskWaived':
      return evolveChecklist(state, fact);
    case 'TaskHandedOver':
      return evolveHandOver(state, fact);
    case 'TaskCommented':
      return evolveComment(state, fact);
    case 'TaskAdded':
    case 'TaskDropped':
    case 'TaskRetimed':
    case 'TaskRelinked':
      return evolveTailoring(state, fact);
    case 'TemplateAdopted':
      return evolveAdopt(state, fact);
    case 'RehearsalHeld':
    case 'IssueRaised':
    case 'IssueClosed':
    case 'IssueConfirmed':
    case 'IssueReturned':
    case 'IssueCarried':
      return evolveRehearsal(state, fact);
    case 'LessonsSpread':
    case 'ProposalReceived':
    case 'ProposalAccepted':
    case 'ProposalRefused':
      return evolveProposal(state, fact);
    case 'ExtensionRequested':
    case 'ExtensionGranted':
    case 'ExtensionRefused':
    case 'ExtensionWithdrawn':
      return evolveExtension(state, fact);
    case 'GatePassed':
    case 'GateApproved':
      return evolveGate(state, fact);
    case 'GateRuleSet':
    case 'GateReopened':
      return evolveGateRule(state, fact);
    case 'Classified':
      return evolveClassify(state, fact);
    case 'ExerciseRescheduled':
    case 'ExercisePostponed':
    case 'ExerciseResumed':
    case 'ExerciseCancelled':
    case 'CalendarAdopted':
      return evolveSchedule(state, fact);
    case 'CityChangeNoted':
    case 'CityAnswered':
      return evolveCity(state, fact);
    case 'ResourcesReserved':
    case 'VehicleStockSet':
    case 'BodyCapacitySet':
    case 'ClashAccepted':
      return evolveResources(state, fact);
    case 'RunOpened':
    case 'RunPaused':
    case 'RunResumed':
    case 'RunClosed':
    case 'StagesPlanned':
    case 'StageStarted':
    case 'StageEnded':
    case 'ItemStarted':
    case 'ItemEnded':
    case 'ObservationRecorded':
    case 'ObservationAmended':
    case 'DrillResultNoted':
    case 'ReviewResultNoted':
      return evolveRun(state, fact);
    case 'ReminderAcknowledged':
      return evolveAcknowledge(state, fact);
    case 'LadderSet':
      return evolveSetLadder(state, fact);
    case 'ExerciseRehomed':
      return evolveRehome(state, fact);
    case 'TaskReminded':
    case 'TaskEscalated':
      return evolveClock(state, fact);
    default:
      return fact satisfies never;
  }
};

const evolve = (state: ExerciseState, fact: Fact<ExerciseEvent>): ExerciseState => ({
  ...restartLadders(state, evolveSubject(state, fact), fact.at),
  version: fact.version,
  lastAt: fact.at,
});

const toChildren = (state: ExerciseState, follow: Omit<FollowCity, 'type'>): FollowUp[] =>
  state.children.map((child) => ({ stream: streamId('exercise', child), command: { type: 'FollowCity', ...follow } }));

/** The city carries its communes; the run opens the drill; the close opens the review. `state` is the one after the event. */
const react = (fact: Fact<ExerciseEvent>, state: ExerciseState, stream: StreamId): readonly FollowUp[] => {
  const id: EntityId = entityOf(stream);
  switch (fact.type) {
    case 'ExerciseDrafted':
      return fact.parentId
        ? [{ stream: streamId('exercise', fact.parentId), command: { type: 'AttachCommune', exercise: id } }]
        : [];
    case 'ExerciseRescheduled':
      return toChildren(state, { change: 'rescheduled', from: fact.from, to: fact.to, reason: fact.reason });
    case 'ExerciseResumed':
      return toChildren(state, { change: 'resumed', from: fact.from, to: fact.to, reason: fact.reason });
    case 'ExercisePostponed':
      return toChildren(state, { change: 'postponed', from: null, to: null, reason: fact.reason });
    case 'ExerciseCancelled':
      return toChildren(state, { change: 'cancelled', from: null, to: null, reason: fact.reason });
    case 'RunOpened':
      return state.withDrill ? [{ stream: streamId('drill', id), command: openDrill(id, state) }] : [];
    case 'ObservationRecorded':
    case 'ObservationAmended': {
      const observation = state.observations.find((each) => each.id === fact.observation);
      return state.phase === 'reviewing' && observation
        ? [{ stream: streamId('review', id), command: { type: 'NoteObservation', observation } }]
        : [];
    }
    case 'RunClosed': {
      const opening = openReviewOf(id, state);
      return opening ? [{ stream: streamId('review', id), command: { ...opening } }] : [];
    }
    case 'FindingReceived': {
      const { fromReview, action } = fact.finding;
      return [{ stream: streamId('review', fromReview), command: { type: 'NoteCarried', action, into: id } }];
    }
    case 'RetestRecorded': {
      const { fromReview, action, passed, at, note } = fact;
      const command = { type: 'NoteRetest', action, exercise: id, passed, at, note };
      return [{ stream: streamId('review', fromReview), command }];
    }
    case 'LessonsSpread': {
      const { from, lessons } = fact;
      const proposal = `${from}-${fact.version}`;
      return state.children
        .filter((child) => child !== from)
        .map((child) => ({
          stream: streamId('exercise', child),
          command: { type: 'ReceiveProposal', proposal, from, lessons },
        }));
    }
    default:
      return [];
  }
};

/** What the rules of a command look at outside this file. */
const refersTo = (command: ExerciseCommand | ExerciseSystemCommand, state: ExerciseState): Refers | null => {
  switch (command.type) {
    case 'DraftExercise':
      return command.parentId ? { streams: [streamId('exercise', command.parentId)] } : null;
    case 'PlanExercise':
      return { ongoing: ['review'], streams: state.type ? [templateStream(command.template, state.type)] : [] };
    case 'AdoptTemplate': {
      const stream = adoptedStream(state);
      return stream && { streams: [stream] };
    }
    case 'AcceptClash':
      return { ongoing: ['exercise'] };
    case 'PassGate':
      return command.gate === 'G3' ? { ongoing: ['exercise'] } : null;
    default:
      return null;
  }
};

/** The drill is kept by the bodies that keep the exercise. */
const openDrill = (id: EntityId, state: ExerciseState): FollowUp['command'] => ({
  type: 'OpenDrill',
  exercise: id,
  orgUnit: state.orgUnit,
  agency: standingAgency(state),
  steering: bodyIn(state, 'SB'),
});

const details = (state: ExerciseState): string => {
  const tasks = Object.values(state.tasks);
  const gate = nextGate(state);
  return [
    shownState(state).theme,
    gate ? `${gate.code} ${gate.nameVi}` : state.phase,
    state.startDate ? `T ${state.startDate}` : '',
    tasks.length > 0 ? `${tasks.filter(isDone).length}/${tasks.length}` : '',
    state.postponed ? `postponed ${dayOf(state.postponed.since)}` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
};

export const exercise: Decider<ExerciseCommand | ExerciseSystemCommand, ExerciseEvent, ExerciseState> = {
  kind: 'exercise',
  initial: INITIAL,
  decide: (command, state, meta, context) => inForce(decide(command, state, meta, context), meta, context),
  evolve,
  react,
  nextDue: (state, context) => nextDueOf(state, context.calendar),
  refersTo,
  summary: (state) => ({
    phase: state.postponed ? 'postponed' : state.phase,
    orgUnit: state.orgUnit ?? '',
    details: details(state),
    closed: state.phase === 'closed' || state.phase === 'cancelled',
  }),
};

export { daysLeft } from '../ladder/index.ts';
export { adoptedStream, previewAdoption } from './adopt.ts';
export { type Adoption, adoptionOf } from './adoption.ts';
export { classificationOf, isReferenceOnly, isSecret, refuseUpload, type Subject } from './classify.ts';
export type { ClockEvent } from './clock.ts';
export { Evidence } from './evidence.ts';
export { untested } from './findings.ts';
export { PHASE_BEFORE } from './gate-phase.ts';
export { type Blocker, blockerCode, blockersOf, nextGate } from './gates.ts';
export { chainOf, enteredPaper, formOf, missingBefore, paperOnFile, ruleIn } from './paper-kinds.ts';
export {
  NO_READINESS,
  READINESS_RULE,
  type Readiness,
  type ReadinessReason,
  readinessOf,
  type Verdict,
} from './readiness.ts';
export { shownFact, shownState, shownTitle } from './redaction.ts';
export type { Issue, Rehearsal } from './rehearsal-state.ts';
export { issueHolder, judgesOf, openIssues } from './rehearsals.ts';
export { type Voided, voidedBy } from './revocation.ts';
export { bodyIn, holderOf, standingAgency, verifiersOf } from './rights.ts';
export { BOARDS, type ExerciseState, isDone, openTasks, type Task, type TaskStatus, waitsOn } from './state.ts';
export { type BlockedBy, blockedBy, waitsOnMe } from './turns.ts';
