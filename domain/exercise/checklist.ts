/**
 * The checklist: assign, accept, start, submit with evidence, verify or return, revise, waive. Only verified evidence counts
 * as done.
 */
import { z } from 'zod';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { type Actor, BodyId, PersonRef } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { AFTER_OPENING, TaskCode } from '../template/index.ts';
import { Reason } from '../text.ts';
import { dayOf, type Instant } from '../time.ts';
import { deadlinesOfReopened, type MovedDeadline, withDue } from './deadlines.ts';
import { Evidence, holdsContent } from './evidence.ts';
import { passedOn } from './passing-on.ts';
import { assignersOf, verifiersOf, waiversOf } from './rights.ts';
import { type ExerciseState, type Task, waitsOn, withTask } from './state.ts';
import { handedIn, judged } from './submissions.ts';
import { withTurns } from './turns.ts';

export { TaskCode };

export const ChecklistCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('AssignTask'), task: TaskCode, owner: BodyId, person: PersonRef.optional() }),
  z.strictObject({ type: z.literal('AcceptTask'), task: TaskCode }),
  z.strictObject({ type: z.literal('StartTask'), task: TaskCode }),
  z.strictObject({ type: z.literal('SubmitTask'), task: TaskCode, evidence: Evidence }),
  z.strictObject({ type: z.literal('VerifyTask'), task: TaskCode }),
  z.strictObject({ type: z.literal('ReturnTask'), task: TaskCode, reason: Reason }),
  z.strictObject({ type: z.literal('WaiveTask'), task: TaskCode, reason: Reason }),
  z.strictObject({ type: z.literal('ReviseEvidence'), task: TaskCode, evidence: Evidence, reason: Reason }),
]);
export type ChecklistCommand = z.infer<typeof ChecklistCommand>;

export type ChecklistEvent =
  | { readonly type: 'TaskAssigned'; readonly task: string; readonly owner: BodyId; readonly person: PersonRef | null }
  | { readonly type: 'TaskAccepted'; readonly task: string }
  | { readonly type: 'TaskStarted'; readonly task: string }
  | { readonly type: 'TaskSubmitted'; readonly task: string; readonly evidence: Evidence }
  | { readonly type: 'TaskVerified'; readonly task: string }
  | { readonly type: 'TaskReturned'; readonly task: string; readonly reason: string }
  | { readonly type: 'TaskWaived'; readonly task: string; readonly reason: string }
  | {
      readonly type: 'EvidenceRevised';
      readonly task: string;
      readonly evidence: Evidence;
      readonly reason: string;
      /** True when it had been verified: the verification falls, and what waits for the task waits again. */
      readonly voided: boolean;
      /** Its deadline by the days of now, where a move passed it over while it was done; events of old kept the former one. */
      readonly deadlines?: readonly MovedDeadline[];
    };

/** The task, or `task-unknown`. */
export const taskOf = (state: ExerciseState, code: string): Task => {
  const task = state.tasks[code];
  if (!task) throw new Rejection('task-unknown', { task: code });
  return task;
};

/** Refuses work on a file that is not being worked on: a draft, a postponed, cancelled or closed exercise. */
export const requireActive = (state: ExerciseState): void => {
  if (state.phase === 'none') throw new Rejection('exercise-unknown', {});
  if (state.postponed) throw new Rejection('exercise-postponed', { reason: state.postponed.reason });
  if (state.phase === 'draft' || state.phase === 'closed' || state.phase === 'cancelled')
    throw new Rejection('exercise-not-active', { phase: state.phase });
};

/** Not handed in, or handed back. */
export const UNDONE: readonly Task['status'][] = ['waiting', 'open', 'started', 'returned'];

export const requireStatus = (task: Task, allowed: readonly Task['status'][], action: string): void => {
  if (!allowed.includes(task.status))
    throw new Rejection('task-status', { task: task.code, status: task.status, action });
};

const requireTurn = (state: ExerciseState, task: Task): void => {
  const open = waitsOn(state, task);
  if (open.length > 0) throw new Rejection('task-waiting', { task: task.code, waitsOn: open });
  if (AFTER_OPENING.includes(task.gate) && state.phase !== 'running' && state.phase !== 'reviewing')
    throw new Rejection('run-not-opened', { task: task.code });
};

const checkEvidence = (task: Task, evidence: Evidence, at: Instant): void => {
  if (evidence.date > dayOf(at))
    throw new Rejection('paper-from-the-future', { date: evidence.date, today: dayOf(at) });
  if (task.referenceOnly && holdsContent(evidence)) throw new Rejection('reference-only', { task: task.code });
};

export const decideChecklist = (
  command: ChecklistCommand,
  state: ExerciseState,
  meta: CommandMeta,
  { calendar }: Context,
): ChecklistEvent[] => {
  requireActive(state);
  const task = taskOf(state, command.task);
  const { by, at } = meta;
  switch (command.type) {
    case 'AssignTask':
      allow(by, assignersOf(state));
      requireStatus(task, UNDONE, 'assign');
      return [{ type: 'TaskAssigned', task: task.code, owner: command.owner, person: command.person ?? null }];
    case 'AcceptTask':
      allow(by, [task.owner]);
      requireStatus(task, UNDONE, 'accept');
      if (task.accepted) throw new Rejection('task-accepted', { task: task.code, person: task.accepted.person });
      return [{ type: 'TaskAccepted', task: task.code }];
    case 'StartTask':
      allow(by, [task.owner]);
      requireStatus(task, ['waiting', 'open'], 'start');
      requireTurn(state, task);
      return [{ type: 'TaskStarted', task: task.code }];
    case 'SubmitTask':
      allow(by, [task.owner]);
      requireStatus(task, UNDONE, 'submit');
      requireTurn(state, task);
      checkEvidence(task, command.evidence, at);
      return [{ type: 'TaskSubmitted', task: task.code, evidence: command.evidence }];
    case 'VerifyTask':
      requireVerifier(state, task, by);
      requireStatus(task, ['submitted'], 'verify');
      return [{ type: 'TaskVerified', task: task.code }];
    case 'ReturnTask':
      requireVerifier(state, task, by);
      requireStatus(task, ['submitted'], 'return');
      return [{ type: 'TaskReturned', task: task.code, reason: command.reason }];
    case 'WaiveTask':
      requireWaiver(state, task, by);
      requireStatus(task, UNDONE, 'waive');
      return [{ type: 'TaskWaived', task: task.code, reason: command.reason }];
    case 'ReviseEvidence': {
      allow(by, [task.owner]);
      requireStatus(task, ['submitted', 'verified'], 'revise');
      if (state.gates.some((gate) => gate.code === task.gate && gate.passed))
        throw new Rejection('gate-passed-evidence', { task: task.code, gate: task.gate });
      checkEvidence(task, command.evidence, at);
      const { evidence, reason } = command;
      const voided = task.status === 'verified';
      const deadlines = voided ? deadlinesOfReopened(state, [task.code], calendar) : [];
      const moved = deadlines.length > 0 ? { deadlines } : {};
      return [{ type: 'EvidenceRevised', task: task.code, evidence, reason, voided, ...moved }];
    }
    default:
      return command satisfies never;
  }
};

const requireVerifier = (state: ExerciseState, task: Task, by: Actor): void => {
  if (by.body === task.owner || hasPart(task, by)) throw new Rejection('own-work', { task: task.code, body: by.body });
  allow(by, verifiersOf(state, task));
};

/** The steering board's head waives; what the board itself owes is waived by those above it, and by nobody his own work. */
const requireWaiver = (state: ExerciseState, task: Task, by: Actor): void => {
  allow(by, waiversOf(state, task), 'head');
  if (hasPart(task, by)) throw new Rejection('own-waiver', { task: task.code, body: by.body });
};

/** Whether the person holds the task, accepted or took it, or handed in its proof, in whatever chair he sits now. */
const hasPart = (task: Task, { person }: Actor): boolean =>
  [task.person, task.accepted?.person, task.startedBy?.person, task.submission?.by.person].includes(person);

export const evolveChecklist = (state: ExerciseState, fact: Fact<ChecklistEvent>): ExerciseState => {
  const task = state.tasks[fact.task];
  if (!task) return state;
  const next = withTask(state, changed(task, fact));
  return withTurns(fact.type === 'EvidenceRevised' ? withDue(next, fact.deadlines ?? []) : next, fact.at);
};

const changed = (task: Task, fact: Fact<ChecklistEvent>): Task => {
  const { at, by } = fact;
  switch (fact.type) {
    case 'TaskAssigned':
      return assigned(task, fact);
    case 'TaskAccepted':
      return { ...task, accepted: by };
    case 'TaskStarted':
      return { ...task, status: 'started', startedBy: by, accepted: task.accepted ?? by, since: at };
    case 'TaskSubmitted':
      return { ...task, ...handedIn(task, fact.evidence, fact), accepted: task.accepted ?? by };
    case 'TaskReturned':
      return {
        ...task,
        status: 'returned',
        since: at,
        returned: { times: (task.returned?.times ?? 0) + 1, reason: fact.reason },
        submissions: judged(task.submissions, 'returned', fact.reason),
      };
    case 'TaskVerified':
      return {
        ...task,
        status: 'verified',
        since: at,
        verifiedAt: at,
        extension: null,
        submissions: judged(task.submissions, 'verified'),
      };
    case 'TaskWaived':
      return { ...task, status: 'waived', since: at, waivedReason: fact.reason, extension: null };
    case 'EvidenceRevised': {
      const submissions = judged(task.submissions, fact.voided ? 'voided' : 'revised', fact.reason);
      return { ...task, ...handedIn({ submissions }, fact.evidence, fact), verifiedAt: null };
    }
    default:
      return fact satisfies never;
  }
};

/** Within its body the task stays as it is, but another person than the one who accepted it accepts it anew. */
const assigned = (task: Task, { owner, person, at }: Fact<Extract<ChecklistEvent, { type: 'TaskAssigned' }>>): Task => {
  if (task.owner !== owner) return { ...passedOn(task, owner, at), person };
  const accepted = person === null || task.accepted?.person === person ? task.accepted : null;
  return { ...task, person, accepted };
};
