/** The exercise stream: one file per exercise, from draft to archive. Each subject's rules live in the file of its name. */
import { z } from 'zod';
import type { CommandMeta, Context, Decider, Fact, FollowUp } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { type EntityId, entityOf, type StreamId, streamId } from '../streams.ts';
import { dayOf } from '../time.ts';
import { ChecklistCommand, type ChecklistEvent, decideChecklist, evolveChecklist } from './checklist.ts';
import { type ClockEvent, decideClock, evolveClock, nextDueOf, type ObserveTime } from './clock.ts';
import { decideExtension, ExtensionCommand, type ExtensionEvent, evolveExtension } from './extension.ts';
import { decideGate, evolveGate, GateCommand, type GateEvent, nextGate } from './gates.ts';
import { decideOpening, evolveOpening, OpeningCommand, type OpeningEvent, type OpeningFollowUp } from './opening.ts';
import { decidePaper, evolvePaper, PaperCommand, type PaperEvent } from './papers.ts';
import { decideRun, evolveRun, RunCommand, type RunEvent, type RunFollowUp } from './run.ts';
import { decideSchedule, evolveSchedule, type FollowCity, ScheduleCommand, type ScheduleEvent } from './schedule.ts';
import { type ExerciseState, INITIAL, isDone } from './state.ts';

/** What people may ask of an exercise; the API accepts exactly these. */
export const ExerciseCommand = z.discriminatedUnion('type', [
  ...OpeningCommand.options,
  ...PaperCommand.options,
  ...ChecklistCommand.options,
  ...ExtensionCommand.options,
  GateCommand,
  ...ScheduleCommand.options,
  ...RunCommand.options,
]);
export type ExerciseCommand = z.infer<typeof ExerciseCommand>;

/** What the clock and the policies ask. */
export type ExerciseSystemCommand = ObserveTime | OpeningFollowUp | RunFollowUp | FollowCity;

export type ExerciseEvent =
  | OpeningEvent
  | PaperEvent
  | ChecklistEvent
  | ExtensionEvent
  | GateEvent
  | ScheduleEvent
  | RunEvent
  | ClockEvent;

const decide = (
  command: ExerciseCommand | ExerciseSystemCommand,
  state: ExerciseState,
  meta: CommandMeta,
  context: Context,
): readonly ExerciseEvent[] => {
  switch (command.type) {
    case 'DraftExercise':
    case 'PlanExercise':
    case 'AttachCommune':
    case 'ReceiveFinding':
      return decideOpening(command, state, meta, context);
    case 'IssueResolution':
    case 'EstablishBoard':
    case 'DecideFrame':
      return decidePaper(command, state, meta);
    case 'AssignTask':
    case 'StartTask':
    case 'SubmitTask':
    case 'VerifyTask':
    case 'ReturnTask':
    case 'WaiveTask':
      return decideChecklist(command, state, meta);
    case 'RequestExtension':
    case 'DecideExtension':
      return decideExtension(command, state, meta, context);
    case 'PassGate':
      return decideGate(command, state, meta);
    case 'RescheduleExercise':
    case 'PostponeExercise':
    case 'ResumeExercise':
    case 'CancelExercise':
    case 'AdoptCalendar':
    case 'FollowCity':
      return decideSchedule(command, state, meta, context);
    case 'OpenRun':
    case 'StartStage':
    case 'CloseRun':
    case 'NoteDrillResult':
    case 'NoteReviewResult':
      return decideRun(command, state, meta);
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
    case 'FindingReceived':
      return evolveOpening(state, fact);
    case 'ResolutionIssued':
    case 'BoardEstablished':
    case 'FrameDecided':
      return evolvePaper(state, fact);
    case 'TaskAssigned':
    case 'TaskStarted':
    case 'TaskSubmitted':
    case 'TaskVerified':
    case 'TaskReturned':
    case 'TaskWaived':
      return evolveChecklist(state, fact);
    case 'ExtensionRequested':
    case 'ExtensionGranted':
    case 'ExtensionRefused':
      return evolveExtension(state, fact);
    case 'GatePassed':
      return evolveGate(state, fact);
    case 'ExerciseRescheduled':
    case 'ExercisePostponed':
    case 'ExerciseResumed':
    case 'ExerciseCancelled':
    case 'CalendarAdopted':
    case 'CityChangeNoted':
      return evolveSchedule(state, fact);
    case 'RunOpened':
    case 'StageStarted':
    case 'RunClosed':
    case 'DrillResultNoted':
    case 'ReviewResultNoted':
      return evolveRun(state, fact);
    case 'TaskReminded':
    case 'TaskEscalated':
      return evolveClock(state, fact);
    default:
      return fact satisfies never;
  }
};

const evolve = (state: ExerciseState, fact: Fact<ExerciseEvent>): ExerciseState => ({
  ...evolveSubject(state, fact),
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
      return state.withDrill
        ? [{ stream: streamId('drill', id), command: { type: 'OpenDrill', exercise: id, orgUnit: state.orgUnit } }]
        : [];
    case 'RunClosed':
      return [
        {
          stream: streamId('review', id),
          command: { type: 'OpenReview', exercise: id, orgUnit: state.orgUnit, superiorUnit: state.superiorUnit },
        },
      ];
    default:
      return [];
  }
};

const details = (state: ExerciseState): string => {
  const tasks = Object.values(state.tasks);
  const gate = nextGate(state);
  return [
    state.theme,
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
  decide,
  evolve,
  react,
  nextDue: (state, context) => nextDueOf(state, context.calendar),
  refersTo: (command) =>
    command.type === 'DraftExercise' && command.parentId ? [streamId('exercise', command.parentId)] : [],
  summary: (state) => ({
    phase: state.postponed ? 'postponed' : state.phase,
    orgUnit: state.orgUnit ?? '',
    details: details(state),
    closed: state.phase === 'closed' || state.phase === 'cancelled',
  }),
};

export type { ClockEvent } from './clock.ts';
export { Evidence } from './evidence.ts';
export { type Blocker, blockerCode, blockersOf, nextGate } from './gates.ts';
export { daysLeft, LADDER, type Rung } from './ladder.ts';
export {
  NO_READINESS,
  READINESS_RULE,
  type Readiness,
  type ReadinessReason,
  readinessOf,
  type Verdict,
} from './readiness.ts';
export { bodyIn, holderOf, standingAgency, verifiersOf } from './rights.ts';
export { BOARDS, type ExerciseState, isDone, openTasks, type Task, type TaskStatus, waitsOn } from './state.ts';
