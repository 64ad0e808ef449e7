/**
 * What time alone does to an exercise: the rungs of the ladder that have come due are recorded, each once. While a request
 * for more time is undecided its task is not reminded of; instead the steering board is reminded of the request.
 */
import type { Calendar } from '../calendar/index.ts';
import type { CommandMeta, Context, Fact } from '../decider.ts';
import { type Audience, climbed, type Ladder, UNDECIDED, undecidedLadder } from '../ladder/index.ts';
import { type Deadline, daysLeftAt, nextRung, type RungToTell, rungsToTell, type ToldRung } from '../ladder/tell.ts';
import type { BodyId, Post } from '../people.ts';
import { systemOnly } from '../rights.ts';
import { dayOf, earlier, type Instant, later } from '../time.ts';
import { WORKED_ON } from './gate-phase.ts';
import { bodyIn, holderOf, standingAgency } from './rights.ts';
import { type ExerciseState, openTasks, type Task, waitsOn, withTask } from './state.ts';

/** Sent by the workflow's alarm; `due` is the instant it was armed for. Never refused. */
export interface ObserveTime {
  readonly type: 'ObserveTime';
  readonly due: Instant;
}

interface Told extends ToldRung {
  readonly task: string;
  readonly waitsOn: readonly string[];
}

export type ClockEvent = ({ readonly type: 'TaskReminded' } & Told) | ({ readonly type: 'TaskEscalated' } & Told);

/** Deadlines sound only while the file is being worked on. */
const isTicking = (state: ExerciseState): boolean => state.postponed === null && WORKED_ON.includes(state.phase);

/** The deadlines that sound on the exercise's own ladder. */
const deadlines = (state: ExerciseState): Deadline[] =>
  openTasks(state)
    .filter((task) => !task.extension)
    .map(({ code, due, ladder }) => ({ id: code, due, ladder }));

/** The requests for more time that wait for the steering board, counted from the day they were made on. */
const requests = (state: ExerciseState): Deadline[] =>
  openTasks(state).flatMap(({ code, extension, ladder }) =>
    extension
      ? [
          {
            id: code,
            due: dayOf(extension.askedAt),
            ladder: { observed: later(ladder.observed, extension.askedAt), sounded: [], silentUntil: null },
          },
        ]
      : [],
  );

/** What sounds, each list with the ladder it climbs. */
export const sounding = (state: ExerciseState): readonly (readonly [Ladder, readonly Deadline[]])[] => {
  if (!isTicking(state)) return [];
  const board = undecidedLadder(state.ladder);
  return [[state.ladder, deadlines(state)], ...(board ? [[board, requests(state)] as const] : [])];
};

/** The instant of the next rung of any task; later than everything observed. */
export const nextDueOf = (state: ExerciseState, calendar: Calendar): Instant | null => {
  let next: Instant | null = null;
  for (const [ladder, items] of sounding(state)) {
    const at = nextRung(calendar, ladder, items);
    if (at !== null) next = next === null ? at : earlier(next, at);
  }
  return next;
};

const addressee = (state: ExerciseState, task: Task, audience: Audience): { to: BodyId; post: Post } => {
  switch (audience) {
    case 'owner':
      return { to: holderOf(state, task), post: 'member' };
    case 'head':
      return { to: holderOf(state, task), post: 'head' };
    case 'agency':
      return { to: standingAgency(state), post: 'member' };
    case 'board':
      return { to: bodyIn(state, 'SB'), post: 'head' };
    case 'superior':
      return { to: bodyIn(state, 'SC'), post: 'head' };
    default:
      return audience satisfies never;
  }
};

const tellOne = (
  state: ExerciseState,
  calendar: Calendar,
  now: Instant,
  { id, rung, at, lateMinutes }: RungToTell,
): ClockEvent[] => {
  const task = state.tasks[id];
  if (!task) return [];
  return [
    {
      type: rung.audience === 'owner' ? 'TaskReminded' : 'TaskEscalated',
      task: id,
      rung: rung.id,
      audience: rung.audience,
      ...addressee(state, task, rung.audience),
      deadline: task.due,
      daysLeft: daysLeftAt(calendar, task.due, now, at),
      rungAt: at,
      lateMinutes,
      waitsOn: task.status === 'waiting' ? waitsOn(state, task) : [],
    },
  ];
};

/** What has come due by `now` and was not told, earliest first. */
export const tellDue = (state: ExerciseState, calendar: Calendar, now: Instant): ClockEvent[] =>
  sounding(state)
    .flatMap(([ladder, items]) => rungsToTell(calendar, ladder, items, now))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .flatMap((told) => tellOne(state, calendar, now, told));

export const decideClock = (
  command: ObserveTime,
  state: ExerciseState,
  meta: CommandMeta,
  { calendar }: Context,
): ClockEvent[] => {
  systemOnly(meta.by, command.type);
  return tellDue(state, calendar, meta.at);
};

export const evolveClock = (state: ExerciseState, fact: Fact<ClockEvent>): ExerciseState => {
  const task = state.tasks[fact.task];
  const ladder = fact.rung === UNDECIDED ? undecidedLadder(state.ladder) : state.ladder;
  const rung = ladder?.rungs.find((each) => each.id === fact.rung);
  return task && rung ? withTask(state, { ...task, ladder: climbed(task.ladder, rung, fact.at) }) : state;
};
