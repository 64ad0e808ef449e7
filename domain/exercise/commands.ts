/** Every command of an exercise, and the rules that decide it, by subject. */
import { z } from 'zod';
import type { CommandMeta, Context } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { AcknowledgeCommand, decideAcknowledge } from './acknowledge.ts';
import { AdoptCommand, decideAdopt } from './adopt.ts';
import { ChecklistCommand, type ChecklistEvent, decideChecklist } from './checklist.ts';
import { CityCommand, decideAnswer, decideFollowCity, type FollowCity } from './city.ts';
import { ClassifyCommand, decideClassify, refuseSecretText } from './classify.ts';
import { decideClock, type ObserveTime } from './clock.ts';
import { CommentCommand, decideComment } from './comments.ts';
import type { ExerciseEvent } from './events.ts';
import { decideExtension, ExtensionCommand } from './extension.ts';
import { decideFinding, FindingCommand, type FindingFollowUp, findingsAtPlanning } from './findings.ts';
import { decideFollowCalendar, type FollowCalendar } from './follow-calendar.ts';
import { decideGateRule, GateRuleCommand } from './gate-rules.ts';
import { decideGate, GateCommand } from './gates.ts';
import { decideHandOver, HandOverCommand } from './handover.ts';
import { decideOpening, OpeningCommand, type OpeningFollowUp } from './opening.ts';
import { requirePapers } from './paper-kinds.ts';
import { decidePaper, PaperCommand } from './papers.ts';
import { decideProposal, ProposalCommand, type ProposalFollowUp } from './proposals.ts';
import { decideRehearsal, RehearsalCommand } from './rehearsals.ts';
import { decideRehome, type Rehome } from './rehome.ts';
import { decideResources, ResourceCommand } from './resources.ts';
import { decideRevocation, RevocationCommand } from './revocation.ts';
import { decideRun, RunCommand, type RunFollowUp } from './run.ts';
import { decideSchedule, ScheduleCommand } from './schedule.ts';
import { decideSetLadder, SetLadderCommand } from './set-ladder.ts';
import type { ExerciseState } from './state.ts';
import { decideTailoring, TailoringCommand } from './tailoring.ts';
import { decideUrge, UrgeCommand } from './urge.ts';

/** What people may ask of an exercise; the API accepts exactly these. */
export const ExerciseCommand = z.discriminatedUnion('type', [
  ...OpeningCommand.options,
  ...PaperCommand.options,
  ...RevocationCommand.options,
  ...ChecklistCommand.options,
  HandOverCommand,
  CommentCommand,
  UrgeCommand,
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

/** What the checklist decided, unless the task hangs on a paper that is not there. */
const withPapers = (
  command: ChecklistCommand,
  state: ExerciseState,
  events: readonly ChecklistEvent[],
): readonly ChecklistEvent[] => {
  if (command.type === 'StartTask' || command.type === 'SubmitTask') requirePapers(state, command.task);
  return events;
};

/** The rules of a command by its subject. */
export const decide = (
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
      return decidePaper(command, state, meta, context);
    case 'AmendPaper':
    case 'RevokePaper':
      return decideRevocation(command, state, meta, context);
    case 'AssignTask':
    case 'AcceptTask':
    case 'ReviseEvidence':
    case 'StartTask':
    case 'SubmitTask':
    case 'VerifyTask':
    case 'ReturnTask':
    case 'WaiveTask':
      return withPapers(command, state, decideChecklist(command, state, meta, context));
    case 'HandOverTask':
      return decideHandOver(command, state, meta);
    case 'CommentTask':
      return decideComment(command, state, meta);
    case 'UrgeTask':
      return decideUrge(command, state, meta, context);
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
