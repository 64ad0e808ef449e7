/**
 * "Đôn đốc": somebody of the exercise's leadership presses the body whose turn it is, now and in person. It stands among the
 * reminders on a rung of its own and leaves the ladder as it is.
 */
import { z } from 'zod';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { URGED } from '../ladder/index.ts';
import { daysLeftAt, type ToldRung } from '../ladder/tell.ts';
import type { Actor, BodyId } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { text } from '../text.ts';
import { dayOf, type LocalDate } from '../time.ts';
import { requireActive, requireStatus, TaskCode, taskOf } from './checklist.ts';
import { isReferenceOnly } from './classify.ts';
import { WORKED_ON } from './gate-phase.ts';
import { bodyIn, holderOf, standingAgency } from './rights.ts';
import { type ExerciseState, isDone, type Task, waitsOn, withTask } from './state.ts';

export const UrgeCommand = z.strictObject({ type: z.literal('UrgeTask'), task: TaskCode, note: text(500).optional() });
export type UrgeCommand = z.infer<typeof UrgeCommand>;

export interface TaskUrged extends ToldRung {
  readonly type: 'TaskUrged';
  readonly task: string;
  readonly waitsOn: readonly string[];
  readonly note: string | null;
}

/** Who urges: those that keep the file, and the steering board. */
const urgersOf = (state: ExerciseState): BodyId[] => [standingAgency(state), bodyIn(state, 'SA'), bodyIn(state, 'SB')];

const isUrgedOn = (task: Task, day: LocalDate): boolean => task.urged !== undefined && dayOf(task.urged.at) === day;

/** Whether somebody may urge about a task on this day; `decideUrge` says why not. */
export const mayUrge = (state: ExerciseState, task: Task, by: Actor, today: LocalDate): boolean =>
  WORKED_ON.includes(state.phase) &&
  state.postponed === null &&
  !isDone(task) &&
  urgersOf(state).includes(by.body) &&
  holderOf(state, task) !== by.body &&
  !isUrgedOn(task, today);

/**
 * Tells the body whose turn it is. Throws `urge-own` where that is the body that urges, `urged-today` for a second time on
 * one Vietnam day, whoever urges, and `reference-only` for a note on a task of which only a reference may be kept.
 */
export const decideUrge = (
  command: UrgeCommand,
  state: ExerciseState,
  { by, at }: CommandMeta,
  { calendar }: Context,
): TaskUrged[] => {
  requireActive(state);
  const task = taskOf(state, command.task);
  allow(by, urgersOf(state));
  requireStatus(task, ['waiting', 'open', 'started', 'submitted', 'returned'], 'urge');
  const to = holderOf(state, task);
  if (to === by.body) throw new Rejection('urge-own', { task: task.code, body: by.body });
  const today = dayOf(at);
  if (task.urged && isUrgedOn(task, today))
    throw new Rejection('urged-today', { task: task.code, body: task.urged.by.body, today });
  if (command.note !== undefined && isReferenceOnly(state, task))
    throw new Rejection('reference-only', { task: task.code });
  return [
    {
      type: 'TaskUrged',
      task: task.code,
      rung: URGED,
      audience: 'owner',
      to,
      post: 'member',
      deadline: task.due,
      daysLeft: daysLeftAt(calendar, task.due, at, at),
      rungAt: at,
      lateMinutes: 0,
      waitsOn: task.status === 'waiting' ? waitsOn(state, task) : [],
      note: command.note ?? null,
    },
  ];
};

export const evolveUrge = (state: ExerciseState, fact: Fact<TaskUrged>): ExerciseState => {
  const task = state.tasks[fact.task];
  return task
    ? withTask(state, { ...task, urged: { at: fact.at, by: fact.by, times: (task.urged?.times ?? 0) + 1 } })
    : state;
};
