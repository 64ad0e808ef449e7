/** Every event of an exercise, and the state it leads to, by subject. */
import type { Fact } from '../decider.ts';
import { type AcknowledgeEvent, evolveAcknowledge } from './acknowledge.ts';
import { evolveAdopt, type TemplateAdopted } from './adopt.ts';
import { type ChecklistEvent, evolveChecklist } from './checklist.ts';
import { type CityEvent, evolveCity } from './city.ts';
import { type Classified, evolveClassify } from './classify.ts';
import { type ClockEvent, evolveClock } from './clock.ts';
import { evolveComment, type TaskCommented } from './comments.ts';
import { type ExtensionEvent, evolveExtension } from './extension.ts';
import { evolveFinding, type FindingEvent } from './findings.ts';
import { evolveGateRule, type GateRuleEvent } from './gate-rules.ts';
import { evolveGate, type GateEvent } from './gates.ts';
import { evolveHandOver, type TaskHandedOver } from './handover.ts';
import { evolveOpening, type OpeningEvent } from './opening.ts';
import { evolvePaper, type PaperEvent } from './papers.ts';
import { evolveProposal, type ProposalEvent } from './proposals.ts';
import { evolveRehearsal, type RehearsalEvent } from './rehearsals.ts';
import { type ExerciseRehomed, evolveRehome } from './rehome.ts';
import { evolveResources, type ResourceEvent } from './resources.ts';
import { restartLadders } from './restart-ladders.ts';
import { evolveRevocation, type RevocationEvent } from './revocation.ts';
import { evolveRun, type RunEvent } from './run.ts';
import { evolveSchedule, type ScheduleEvent } from './schedule.ts';
import { evolveSetLadder, type LadderEvent } from './set-ladder.ts';
import type { ExerciseState } from './state.ts';
import { evolveTailoring, type TailoringEvent } from './tailoring.ts';
import { evolveUrge, type TaskUrged } from './urge.ts';

export type ExerciseEvent =
  | OpeningEvent
  | FindingEvent
  | PaperEvent
  | RevocationEvent
  | ChecklistEvent
  | TaskHandedOver
  | TaskCommented
  | TaskUrged
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
    case 'TaskUrged':
      return evolveUrge(state, fact);
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

export const evolve = (state: ExerciseState, fact: Fact<ExerciseEvent>): ExerciseState => ({
  ...restartLadders(state, evolveSubject(state, fact), fact.at),
  version: fact.version,
  lastAt: fact.at,
});
