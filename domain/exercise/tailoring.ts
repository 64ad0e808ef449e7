/**
 * Tailoring: the standing agency adds, drops, re-times and re-links tasks of one exercise, each with its reason, from planning
 * until the run opens. Who owns a task is changed by assigning it.
 */
import { z } from 'zod';
import { addWorkingDays, type Calendar, dueDate, Offset } from '../calendar/index.ts';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { BodyId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { EvidenceKind, evidenceOf, GateCode, TaskCode, Title } from '../template/index.ts';
import { Reason } from '../text.ts';
import { dayOf, type LocalDate } from '../time.ts';
import { requireActive, requireStatus, taskOf, UNDONE } from './checklist.ts';
import { gateOf } from './gates.ts';
import { layoutOf, newTask, type PlannedTask } from './layout.ts';
import { bodyIn, standingAgency } from './rights.ts';
import { requireSound, without } from './soundness.ts';
import { type ExerciseState, withTask } from './state.ts';
import { withTurns } from './turns.ts';

const After = z.array(TaskCode).max(50).meta({ description: 'Predecessors: tasks that must be done before it' });

export const TailoringCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('AddTask'),
    code: TaskCode,
    titleVi: Title,
    titleEn: Title.optional(),
    owner: BodyId,
    after: After,
    gate: GateCode,
    offset: Offset,
    evidence: EvidenceKind.optional(),
    reason: Reason,
  }),
  z.strictObject({ type: z.literal('DropTask'), task: TaskCode, reason: Reason }),
  z.strictObject({ type: z.literal('RetimeTask'), task: TaskCode, offset: Offset, reason: Reason }),
  z.strictObject({ type: z.literal('RelinkTask'), task: TaskCode, after: After, reason: Reason }),
]);
export type TailoringCommand = z.infer<typeof TailoringCommand>;

export type TailoringEvent =
  | { readonly type: 'TaskAdded'; readonly added: PlannedTask; readonly reason: string }
  | { readonly type: 'TaskDropped'; readonly task: string; readonly reason: string }
  | {
      readonly type: 'TaskRetimed';
      readonly task: string;
      readonly offset: { readonly from: Offset; readonly to: Offset };
      readonly due: { readonly from: LocalDate; readonly to: LocalDate };
      readonly reason: string;
    }
  | {
      readonly type: 'TaskRelinked';
      readonly task: string;
      readonly from: readonly string[];
      readonly after: readonly string[];
      readonly reason: string;
    };

/** Refuses a change of the checklist once the run has opened. */
export const requirePreparing = (state: ExerciseState): void => {
  requireActive(state);
  if (state.phase === 'running' || state.phase === 'reviewing')
    throw new Rejection('tailoring-closed', { phase: state.phase });
};

export const decideTailoring = (
  command: TailoringCommand,
  state: ExerciseState,
  meta: CommandMeta,
  { calendar }: Context,
): TailoringEvent[] => {
  requirePreparing(state);
  allow(meta.by, [standingAgency(state), bodyIn(state, 'SA')]);
  const today = dayOf(meta.at);
  const { reason } = command;
  if (command.type === 'AddTask') {
    const added = taskToAdd(state, command, calendar, today);
    requireSound(state, withAdded(state, added, meta));
    return [{ type: 'TaskAdded', added, reason }];
  }
  const task = taskOf(state, command.task);
  requireStatus(task, UNDONE, command.type);
  switch (command.type) {
    case 'DropTask': {
      const gate = state.gates.find(({ gateTask }) => gateTask === task.code);
      if (gate) throw new Rejection('gate-task-kept', { task: task.code, gate: gate.code });
      requireSound(state, { ...state, tasks: without(state.tasks, [task.code]) });
      return [{ type: 'TaskDropped', task: task.code, reason }];
    }
    case 'RetimeTask': {
      const to = addWorkingDays(calendar, dueDate(calendar, command.offset, layoutOf(state)), task.extendedBy);
      requireAhead(to, today);
      requireSound(state, withTask(state, { ...task, offset: command.offset }));
      const offset = { from: task.offset, to: command.offset };
      return [{ type: 'TaskRetimed', task: task.code, offset, due: { from: task.due, to }, reason }];
    }
    case 'RelinkTask': {
      const after = [...new Set(command.after)];
      requireSound(state, withTask(state, { ...task, after }));
      return [{ type: 'TaskRelinked', task: task.code, from: task.after, after, reason }];
    }
    default:
      return command satisfies never;
  }
};

/** What a new task is made from, by command or from a proposal. */
export interface TaskSpec {
  readonly code: string;
  readonly titleVi: string;
  readonly titleEn?: string | undefined;
  readonly owner: BodyId;
  readonly after: readonly string[];
  readonly gate: GateCode;
  readonly offset: Offset;
  readonly evidence?: EvidenceKind | undefined;
}

/** The task as planned. Throws `task-exists`, `gate-unknown`, `gate-passed-tailoring`, `due-passed`. */
export const taskToAdd = (state: ExerciseState, spec: TaskSpec, calendar: Calendar, today: LocalDate): PlannedTask => {
  const { code, titleVi, titleEn = titleVi, owner, gate, offset, evidence } = spec;
  if (state.tasks[code] || state.dropped.some((each) => each.task === code))
    throw new Rejection('task-exists', { task: code });
  if (gateOf(state, gate).passed) throw new Rejection('gate-passed-tailoring', { gate, task: code });
  const due = dueDate(calendar, offset, layoutOf(state));
  requireAhead(due, today);
  return {
    code,
    titleVi,
    titleEn,
    owner,
    after: [...new Set(spec.after)],
    gate,
    offset,
    originalOffset: null,
    referenceOnly: evidence === 'referenceOnly',
    wanted: evidence ? evidenceOf(evidence) : null,
    rehearsal: null,
    due,
  };
};

const requireAhead = (due: LocalDate, today: LocalDate): void => {
  if (due <= today) throw new Rejection('due-passed', { due, today });
};

/** The state with a new task in it, its turn put right. */
export const withAdded = (state: ExerciseState, task: PlannedTask, { at }: Pick<CommandMeta, 'at'>): ExerciseState =>
  withTurns(withTask(state, newTask(task, at, 'added')), at);

export const evolveTailoring = (state: ExerciseState, fact: Fact<TailoringEvent>): ExerciseState => {
  if (fact.type === 'TaskAdded') return withAdded(state, fact.added, fact);
  const task = state.tasks[fact.task];
  if (!task) return state;
  switch (fact.type) {
    case 'TaskDropped': {
      const { code, titleVi, titleEn } = task;
      const note = { task: code, titleVi, titleEn, reason: fact.reason, at: fact.at };
      const left = { ...state, tasks: without(state.tasks, [code]), dropped: [...state.dropped, note] };
      return withTurns(left, fact.at);
    }
    case 'TaskRetimed':
      return withTask(state, { ...task, offset: fact.offset.to, due: fact.due.to });
    case 'TaskRelinked':
      return withTurns(withTask(state, { ...task, after: fact.after }), fact.at);
    default:
      return fact satisfies never;
  }
};
