/** When each task is handed in: on the deadline or the day before, unless the plan says otherwise. */
import { addWorkingDays } from '../domain/calendar/index.ts';
import type { Task } from '../domain/exercise/index.ts';
import { codeOf } from '../domain/people.ts';
import type { EntityId } from '../domain/streams.ts';
import { type LocalDate, later } from '../domain/time.ts';
import { paperDate } from './papers.ts';
import type { Behaviours, Late } from './plan.ts';
import type { Play } from './play.ts';

/** A task is taken at the earliest this many working days before its deadline. */
const TAKEN_BEFORE = 10;
/** A task that will be returned, and a request for more time, come this many working days before the deadline. */
const EARLY = 2;

export const taskKey = (id: EntityId, task: Task): string => `${id}/${task.code}`;

/** Work of the preparation; its deadlines are moved when the opening is. */
const isPreparation = (task: Task): boolean => !['G7', 'G8', 'G9'].includes(task.gate);
const isExcused = (play: Play, id: EntityId, task: Task): boolean => play.chased.has(id) && isPreparation(task);

/** What the plan says last of a task; a task chased to its new day is not delayed again. */
const said = <K extends 'returned' | 'held' | 'extensions'>(
  play: Play,
  list: K,
  id: EntityId,
  task: Task,
): Behaviours[K][number] | undefined =>
  isExcused(play, id, task)
    ? undefined
    : play.plan.behaviours[list].findLast((each) => each.exercise === id && each.task === task.code);

export const heldDays = (play: Play, id: EntityId, task: Task): number => said(play, 'held', id, task)?.days ?? 0;
export const returning = (play: Play, id: EntityId, task: Task): Behaviours['returned'][number] | undefined =>
  task.returned ? undefined : said(play, 'returned', id, task);
export const extensionOf = (play: Play, id: EntityId, task: Task): Behaviours['extensions'][number] | undefined =>
  said(play, 'extensions', id, task);

/** A rule for one exercise outweighs one for all, and within that one for a task outweighs one for a body; the last wins. */
const weight = (late: Late): number => (late.exercise ? 2 : 0) + (late.task ? 1 : 0);

export const lateDays = (play: Play, id: EntityId, task: Task): number => {
  if (isExcused(play, id, task)) return 0;
  let chosen: Late | null = null;
  for (const late of play.plan.behaviours.late) {
    const speaks = late.task ? late.task === task.code : late.body === codeOf(task.owner);
    if (!speaks || (late.exercise && late.exercise !== id)) continue;
    if (!chosen || weight(late) >= weight(chosen)) chosen = late;
  }
  return chosen?.days ?? 0;
};

export const startDay = (play: Play, task: Task): LocalDate => addWorkingDays(play.calendar, task.due, -TAKEN_BEFORE);
export const askDay = (play: Play, task: Task): LocalDate => addWorkingDays(play.calendar, task.due, -EARLY);

/** The day a task is handed in under its deadline in force; null while an answer about that deadline is awaited. */
export const handInDay = (play: Play, id: EntityId, task: Task): LocalDate | null => {
  if (task.extension) return null;
  const returnedOn = play.returnedOn.get(taskKey(id, task));
  if (task.status === 'returned' && returnedOn) {
    const days = said(play, 'returned', id, task)?.days ?? 1;
    return addWorkingDays(play.calendar, returnedOn, days);
  }
  const day = addWorkingDays(play.calendar, task.due, shift(play, id, task));
  const paper = paperDate(play, id, task);
  return paper ? later(day, paper) : day;
};

/** Working days from the deadline to the day it is met. What follows the closing is done on its day. */
const shift = (play: Play, id: EntityId, task: Task): number => {
  const late = lateDays(play, id, task);
  if (late > 0) return late;
  if (task.offset.anchor === 'E') return 0;
  if (returning(play, id, task)) return -EARLY;
  return Number(task.code.slice(1)) % 2 === 0 ? -1 : 0;
};
