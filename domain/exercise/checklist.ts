/**
 * The checklist: assign, accept, start, submit with evidence, verify or return, revise, waive. Only verified evidence counts
 * as done.
 */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { type Actor, BodyId, PersonRef } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { TaskCode } from '../template/index.ts';
import { Reason } from '../text.ts';
import { dayOf, type Instant } from '../time.ts';
import { Evidence } from './evidence.ts';
import { bodyIn, standingAgency, verifiersOf } from './rights.ts';
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
  const afterOpening = task.gate === 'G7' || task.gate === 'G8' || task.gate === 'G9';
  if (afterOpening && state.phase !== 'running' && state.phase !== 'reviewing')
    throw new Rejection('run-not-opened', { task: task.code });
};

const checkEvidence = (task: Task, evidence: Evidence, at: Instant): void => {
  if (evidence.date > dayOf(at))
    throw new Rejection('paper-from-the-future', { date: evidence.date, today: dayOf(at) });
  if (task.referenceOnly && (evidence.note !== undefined || evidence.counts !== undefined))
    throw new Rejection('reference-only', { task: task.code });
};

export const decideChecklist = (
  command: ChecklistCommand,
  state: ExerciseState,
  meta: CommandMeta,
): ChecklistEvent[] => {
  requireActive(state);
  const task = taskOf(state, command.task);
  const { by, at } = meta;
  switch (command.type) {
    case 'AssignTask':
      allow(by, [standingAgency(state), bodyIn(state, 'SA')]);
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
      allow(by, [bodyIn(state, 'SB')], 'head');
      requireStatus(task, UNDONE, 'waive');
      return [{ type: 'TaskWaived', task: task.code, reason: command.reason }];
    case 'ReviseEvidence': {
      allow(by, [task.owner]);
      requireStatus(task, ['submitted', 'verified'], 'revise');
      if (state.gates.some((gate) => gate.code === task.gate && gate.passed))
        throw new Rejection('gate-passed-evidence', { task: task.code, gate: task.gate });
      checkEvidence(task, command.evidence, at);
      const { evidence, reason } = command;
      return [{ type: 'EvidenceRevised', task: task.code, evidence, reason, voided: task.status === 'verified' }];
    }
    default:
      return command satisfies never;
  }
};

const requireVerifier = (state: ExerciseState, task: Task, by: Actor): void => {
  if (by.body === task.owner || by.person === task.submission?.by.person)
    throw new Rejection('own-work', { task: task.code, body: by.body });
  allow(by, verifiersOf(state, task));
};

export const evolveChecklist = (state: ExerciseState, fact: Fact<ChecklistEvent>): ExerciseState => {
  const task = state.tasks[fact.task];
  return task ? withTurns(withTask(state, changed(task, fact)), fact.at) : state;
};

const changed = (task: Task, fact: Fact<ChecklistEvent>): Task => {
  const { at, by } = fact;
  switch (fact.type) {
    case 'TaskAssigned':
      return { ...leftBehind(task, fact), owner: fact.owner, person: fact.person };
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

/** What another body had accepted or taken is to be accepted and taken anew. */
const leftBehind = (task: Task, { owner, at }: { readonly owner: BodyId; readonly at: Instant }): Task =>
  task.owner === owner
    ? task
    : {
        ...task,
        status: task.status === 'started' ? 'open' : task.status,
        startedBy: task.status === 'started' ? null : task.startedBy,
        accepted: null,
        since: at,
      };
