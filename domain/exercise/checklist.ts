/** The checklist: assign, start, submit with evidence, verify, return, waive. Only verified evidence counts as done. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { type Actor, BodyId, PersonRef } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { Reason } from '../text.ts';
import { dayOf, type Instant } from '../time.ts';
import { Evidence } from './evidence.ts';
import { bodyIn, standingAgency, verifiersOf } from './rights.ts';
import { type ExerciseState, type Task, waitsOn, withTask } from './state.ts';

export const TaskCode = z
  .string()
  .regex(/^[A-Z]\d{2,3}$/)
  .meta({ description: 'Code of a task of the checklist', example: 'C17' });

export const ChecklistCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('AssignTask'), task: TaskCode, owner: BodyId, person: PersonRef.optional() }),
  z.strictObject({ type: z.literal('StartTask'), task: TaskCode }),
  z.strictObject({ type: z.literal('SubmitTask'), task: TaskCode, evidence: Evidence }),
  z.strictObject({ type: z.literal('VerifyTask'), task: TaskCode }),
  z.strictObject({ type: z.literal('ReturnTask'), task: TaskCode, reason: Reason }),
  z.strictObject({ type: z.literal('WaiveTask'), task: TaskCode, reason: Reason }),
]);
export type ChecklistCommand = z.infer<typeof ChecklistCommand>;

export type ChecklistEvent =
  | { readonly type: 'TaskAssigned'; readonly task: string; readonly owner: BodyId; readonly person: string | null }
  | { readonly type: 'TaskStarted'; readonly task: string }
  | { readonly type: 'TaskSubmitted'; readonly task: string; readonly evidence: Evidence }
  | { readonly type: 'TaskVerified'; readonly task: string }
  | { readonly type: 'TaskReturned'; readonly task: string; readonly reason: string }
  | { readonly type: 'TaskWaived'; readonly task: string; readonly reason: string };

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

const requireStatus = (task: Task, allowed: readonly Task['status'][], action: string): void => {
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
      requireStatus(task, ['waiting', 'open', 'started', 'returned'], 'assign');
      return [{ type: 'TaskAssigned', task: task.code, owner: command.owner, person: command.person ?? null }];
    case 'StartTask':
      allow(by, [task.owner]);
      requireStatus(task, ['waiting', 'open'], 'start');
      requireTurn(state, task);
      return [{ type: 'TaskStarted', task: task.code }];
    case 'SubmitTask':
      allow(by, [task.owner]);
      requireStatus(task, ['waiting', 'open', 'started', 'returned'], 'submit');
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
      requireStatus(task, ['waiting', 'open', 'started', 'returned'], 'waive');
      return [{ type: 'TaskWaived', task: task.code, reason: command.reason }];
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
  if (!task) return state;
  switch (fact.type) {
    case 'TaskAssigned':
      return withTask(state, { ...leftBehind(task, fact.owner), owner: fact.owner });
    case 'TaskStarted':
      return withTask(state, { ...task, status: 'started', startedBy: fact.by });
    case 'TaskSubmitted':
      return withTask(state, {
        ...task,
        status: 'submitted',
        submission: { evidence: fact.evidence, at: fact.at, by: fact.by },
      });
    case 'TaskReturned':
      return withTask(state, {
        ...task,
        status: 'returned',
        returned: { times: (task.returned?.times ?? 0) + 1, reason: fact.reason },
      });
    case 'TaskVerified':
      return openSuccessors(
        withTask(state, { ...task, status: 'verified', verifiedAt: fact.at, extension: null }),
        task.code,
      );
    case 'TaskWaived':
      return openSuccessors(
        withTask(state, { ...task, status: 'waived', waivedReason: fact.reason, extension: null }),
        task.code,
      );
    default:
      return fact satisfies never;
  }
};

/** What another body had taken is to be taken anew. */
const leftBehind = (task: Task, owner: BodyId): Task =>
  task.status === 'started' && task.owner !== owner ? { ...task, status: 'open', startedBy: null } : task;

/** When a task is done, those that waited on it alone may start. */
const openSuccessors = (state: ExerciseState, done: string): ExerciseState => {
  let next = state;
  for (const task of Object.values(state.tasks)) {
    if (task.status === 'waiting' && task.after.includes(done) && waitsOn(next, task).length === 0)
      next = withTask(next, { ...task, status: 'open' });
  }
  return next;
};
