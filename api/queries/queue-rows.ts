/** One task as a queue of the staff's desk shows it, and who holds most of what is late. */
import { type Calendar, workingDaysBetween } from '../../domain/calendar/index.ts';
import {
  type ExerciseState,
  extensionDecidersOf,
  mayUrge,
  type Task,
  verifiersOf,
} from '../../domain/exercise/index.ts';
import { withinTables } from '../../domain/ladder/index.ts';
import type { Actor, BodyId } from '../../domain/people.ts';
import { dayOf, type Instant, type LocalDate } from '../../domain/time.ts';
import type { QueueAct, QueueTask, Words } from '../contract/index.ts';
import { taskView } from './checklist.ts';
import type { FiledExercise } from './sources.ts';

export interface Desk {
  readonly calendar: Calendar;
  readonly today: LocalDate;
  readonly by: Actor;
}

/** What he may do about a task now, by the rules of the domain. */
const actsOn = (state: ExerciseState, task: Task, { by, today }: Desk): QueueAct[] => {
  const isHisProof = task.submission?.by.person === by.person;
  const askedIt = task.extension?.askedBy.person === by.person;
  const verifies = task.status === 'submitted' && verifiersOf(state, task).includes(by.body) && !isHisProof;
  const decides = task.extension !== null && extensionDecidersOf(state, task).includes(by.body) && !askedIt;
  return [
    ...(verifies ? (['verify'] as const) : []),
    ...(decides ? (['decideExtension'] as const) : []),
    ...(mayUrge(state, task, by, today) ? (['urge'] as const) : []),
  ];
};

const heldSince = (calendar: Calendar, since: Instant, today: LocalDate): number | null =>
  withinTables(() => Math.max(0, workingDaysBetween(calendar, dayOf(since), today)));

export const queueRow = (desk: Desk, { id, state }: FiledExercise, task: Task): QueueTask => {
  const view = taskView(desk.calendar, id, state, task, desk.today);
  const { exercise, code, title, gate, isGateTask, owner, ownerName, holder, holderName, status, statusLabel } = view;
  const { offset, due, firstDue, workingDaysLeft, mark, markText, extendedBy, extension, since, urged } = view;
  return {
    ...{ exercise, code, title, gate, isGateTask, owner, ownerName, holder, holderName, status, statusLabel },
    ...{ offset, due, firstDue, workingDaysLeft, mark, markText, extendedBy, extension, since, urged },
    heldDays: heldSince(desk.calendar, task.extension?.askedAt ?? since, desk.today),
    acts: actsOn(state, task, desk),
  };
};

const SLOWEST = 3;

/** Bodies that hold most of what is overdue, then what is latest. `overdue` is in order of deadline. */
export const slowestOf = (overdue: readonly QueueTask[], nameOf: (body: BodyId) => Words) => {
  const held = new Map<BodyId, QueueTask[]>();
  for (const task of overdue) held.set(task.holder, [...(held.get(task.holder) ?? []), task]);
  return [...held]
    .map(([body, tasks]) => ({
      body,
      name: nameOf(body),
      overdue: tasks.length,
      workingDaysLate: Math.max(...tasks.map(({ workingDaysLeft }) => 0 - (workingDaysLeft ?? 0))),
      tasks: tasks.slice(0, SLOWEST).map(({ exercise, code, title }) => ({ exercise, code, title })),
    }))
    .sort((a, b) => b.overdue - a.overdue || b.workingDaysLate - a.workingDaysLate || (a.body < b.body ? -1 : 1))
    .slice(0, SLOWEST);
};
