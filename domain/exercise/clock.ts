/** What time alone does to an exercise: the rungs of the ladder that have come due are recorded, each once. */
import type { Calendar } from '../calendar/index.ts';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import type { BodyId, Post } from '../people.ts';
import { systemOnly } from '../rights.ts';
import { dayOf, type Instant, type LocalDate, toMs } from '../time.ts';
import { climbed, daysLeft, type Rung, rungsAhead, rungsDue, withinTables } from './ladder.ts';
import { bodyIn, holderOf } from './rights.ts';
import { type ExerciseState, openTasks, type Task, waitsOn, withTask } from './state.ts';

/** Sent by the workflow's alarm; `due` is the instant it was armed for. Never refused. */
export interface ObserveTime {
  readonly type: 'ObserveTime';
  readonly due: Instant;
}

interface Told {
  readonly task: string;
  readonly rung: Rung;
  /** The body told, and whether its head. */
  readonly to: BodyId;
  readonly post: Post;
  readonly deadline: LocalDate;
  /** Working days from today, or beyond the calendar from the day of the rung, to the deadline; negative when late. */
  readonly daysLeft: number;
  /** When the rung stood; later observation means an outage of `lateMinutes`. */
  readonly rungAt: Instant;
  readonly lateMinutes: number;
  readonly waitsOn: readonly string[];
}

export type ClockEvent = ({ readonly type: 'TaskReminded' } & Told) | ({ readonly type: 'TaskEscalated' } & Told);

/** Deadlines sound only while the file is being worked on. */
const isTicking = (state: ExerciseState): boolean =>
  state.postponed === null && ['planned', 'preparing', 'ready', 'running', 'reviewing'].includes(state.phase);

export const nextDueOf = (state: ExerciseState, calendar: Calendar): Instant | null => {
  if (!isTicking(state)) return null;
  let next: Instant | null = null;
  for (const task of openTasks(state)) {
    const rung = rungsAhead(calendar, task.due, task.ladder)[0];
    if (rung && (next === null || rung.at < next)) next = rung.at;
  }
  return next;
};

const addressee = (state: ExerciseState, task: Task, rung: Rung): { to: BodyId; post: Post } => {
  if (rung === 'board') return { to: bodyIn(state, 'SB'), post: 'head' };
  return { to: holderOf(state, task), post: rung === 'head' ? 'head' : 'member' };
};

const daysLeftAt = (calendar: Calendar, due: LocalDate, now: Instant): number | null =>
  withinTables(() => daysLeft(calendar, due, dayOf(now)));

export const decideClock = (
  command: ObserveTime,
  state: ExerciseState,
  meta: CommandMeta,
  { calendar }: Context,
): ClockEvent[] => {
  systemOnly(meta.by, command.type);
  if (!isTicking(state)) return [];
  const due = openTasks(state).flatMap((task) =>
    rungsDue(calendar, task.due, task.ladder, meta.at).map((rung) => ({ task, rung })),
  );
  due.sort((a, b) => (a.rung.at < b.rung.at ? -1 : a.rung.at > b.rung.at ? 1 : 0));
  return due.map(
    ({ task, rung }): ClockEvent => ({
      type: rung.rung === 'head' || rung.rung === 'board' ? 'TaskEscalated' : 'TaskReminded',
      task: task.code,
      rung: rung.rung,
      ...addressee(state, task, rung.rung),
      deadline: task.due,
      daysLeft: daysLeftAt(calendar, task.due, meta.at) ?? daysLeft(calendar, task.due, dayOf(rung.at)),
      rungAt: rung.at,
      lateMinutes: Math.floor((toMs(meta.at) - toMs(rung.at)) / 60_000),
      waitsOn: task.status === 'waiting' ? waitsOn(state, task) : [],
    }),
  );
};

export const evolveClock = (state: ExerciseState, fact: Fact<ClockEvent>): ExerciseState => {
  const task = state.tasks[fact.task];
  return task ? withTask(state, { ...task, ladder: climbed(task.ladder, fact.rung, fact.at) }) : state;
};
