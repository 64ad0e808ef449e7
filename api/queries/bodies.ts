/** One body's tasks across exercises, in the order a desk works through them (ux: "Việc của tôi"). */
import { sql } from 'kysely';
import type { z } from 'zod';
import { isDone, type Task, verifiersOf } from '../../domain/exercise/index.ts';
import type { BodyId } from '../../domain/people.ts';
import { addDays, type LocalDate, weekday } from '../../domain/time.ts';
import { type BodyTasks, GROUPS, type Group, type TaskShown } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { bodyName } from '../words.ts';
import { deskRows, type Seer } from './access.ts';
import { calendarNow } from './calendar.ts';
import { taskView } from './checklist.ts';
import { byDeadline } from './order.ts';
import { waitingOf } from './preparation.ts';
import { phaseOf } from './readiness.ts';
import { allExercises, type Moment } from './sources.ts';

/** Sunday of this week; weeks run from Monday. */
const endOfWeek = (today: LocalDate): LocalDate => addDays(today, 7 - weekday(today));

const groupOf = (task: Task, today: LocalDate): Group => {
  if (isDone(task)) return 'verified';
  if (task.status === 'submitted' || task.status === 'returned') return task.status;
  if (task.due < today) return 'overdue';
  if (task.status === 'waiting') return 'waiting';
  return task.due <= endOfWeek(today) ? 'dueThisWeek' : 'upcoming';
};

/** Tasks of files that are worked on and that he sees who asks; verified ones also of files that ended. */
export const bodyTasks = async (
  deps: ApiDeps,
  body: BodyId,
  moment: Moment,
  seer: Seer,
): Promise<z.output<typeof BodyTasks>> => {
  const owned = sql<boolean>`EXISTS (SELECT FROM read.task o WHERE o.exercise_id = e.id AND (o.owner = ${body} OR o.state = 'submitted'))`;
  const seen = deskRows(seer, body);
  const [calendar, exercises] = await Promise.all([
    calendarNow(deps, moment.asOf),
    allExercises(deps, moment.asOf, moment.asOf ? seen : sql<boolean>`${owned} AND ${seen}`),
  ]);
  const counts = Object.fromEntries(GROUPS.map((group) => [group, 0])) as Record<Group, number>; // one per group
  const tasks: z.output<typeof BodyTasks>['tasks'][number][] = [];
  const toVerify: TaskShown[] = [];
  const waitsOnMe: z.output<typeof BodyTasks>['waitsOnMe'][number][] = [];
  const waitsOnOthers: z.output<typeof BodyTasks>['waitsOnOthers'][number][] = [];
  for (const { id, state } of exercises) {
    const ended = ['closed', 'cancelled'].includes(phaseOf(state));
    for (const task of Object.values(state.tasks)) {
      if (task.owner === body && task.status !== 'waived' && (!ended || isDone(task))) {
        const group = groupOf(task, moment.today);
        counts[group] += 1;
        tasks.push({ ...taskView(calendar, id, state, task, moment.today), group });
      } else if (task.status === 'submitted' && !ended && verifiersOf(state, task).includes(body)) {
        toVerify.push(taskView(calendar, id, state, task, moment.today));
      }
    }
    if (ended) continue;
    const waiting = waitingOf({ id, state }, body);
    waitsOnMe.push(...waiting.me);
    waitsOnOthers.push(...waiting.others);
  }
  tasks.sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || byDeadline(a, b));
  return {
    ...moment,
    body,
    name: bodyName(body),
    counts,
    tasks,
    toVerify: toVerify.sort(byDeadline),
    waitsOnMe: waitsOnMe.sort(byDeadline),
    waitsOnOthers: waitsOnOthers.sort(byDeadline),
  };
};
