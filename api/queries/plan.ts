/** The plan of one exercise as bars on the working calendar: deadlines, earliest and latest finish, slack, critical path. */
import type { z } from 'zod';
import { type Calendar, dueDate, formatOffset, type Offset } from '../../domain/calendar/index.ts';
import type { ExerciseState, Task } from '../../domain/exercise/index.ts';
import { daysLeft, withinTables } from '../../domain/ladder/index.ts';
import { dayAfter, type Room, roomOf } from '../../domain/planning/critical-path.ts';
import { dayOf, type LocalDate } from '../../domain/time.ts';
import type { Plan } from '../contract/index.ts';
import { words } from '../words.ts';
import type { FiledExercise, Moment } from './sources.ts';

type View = z.output<typeof Plan>;

/** Deadline of the latest predecessor. */
const startOf = (state: ExerciseState, task: Task): LocalDate | null =>
  task.after
    .flatMap((code) => state.tasks[code]?.due ?? [])
    .sort()
    .at(-1) ?? null;

const taskView = (state: ExerciseState, task: Task, room: Room | null, calendar: Calendar): View['tasks'][number] => {
  const own = room?.tasks.find(({ code }) => code === task.code);
  const on = (days: number | undefined): LocalDate | null =>
    room && days !== undefined ? dayAfter(calendar, room.today, days) : null;
  return {
    code: task.code,
    title: words(task.titleVi, task.titleEn),
    gate: task.gate,
    owner: task.owner,
    status: task.status,
    offset: formatOffset(task.offset),
    after: task.after,
    start: startOf(state, task),
    due: task.due,
    firstDue: task.firstDue,
    duration: own?.duration ?? null,
    earliest: on(own?.earliest),
    latest: on(own?.latest),
    slack: own?.slack ?? null,
    critical: own?.critical ?? false,
  };
};

const gateViews = (state: ExerciseState, room: Room | null, calendar: Calendar): View['gates'] => {
  const { startDate, endDate } = state;
  const on = (offset: Offset | null | undefined): LocalDate | null =>
    offset && startDate && endDate ? withinTables(() => dueDate(calendar, offset, { startDate, endDate })) : null;
  return state.gates.map((gate) => {
    const days = room?.gates.find((each) => each.gate === gate.code)?.earliest ?? null;
    const own = Object.values(state.tasks).filter((task) => task.gate === gate.code);
    const due =
      state.tasks[gate.gateTask]?.due ??
      own
        .map((task) => task.due)
        .sort()
        .at(-1) ??
      null;
    const earliest = room && days !== null ? dayAfter(calendar, room.today, days) : null;
    const left = room && due ? withinTables(() => daysLeft(calendar, due, room.today)) : null;
    return {
      code: gate.code,
      name: words(gate.nameVi, gate.nameEn),
      passedOn: gate.passed ? dayOf(gate.passed.at) : null,
      windowFrom: on(gate.window?.from),
      windowTo: on(gate.window?.to),
      due,
      earliest,
      late: left === null || days === null ? null : Math.max(0, days - left),
    };
  });
};

export const planView = ({ id, state }: FiledExercise, moment: Moment, calendar: Calendar): View => {
  const room = withinTables(() => roomOf(state, calendar, moment.today));
  const tasks = Object.values(state.tasks).sort((a, b) => (a.code < b.code ? -1 : 1));
  return {
    id,
    version: state.version,
    ...moment,
    startDate: state.startDate,
    endDate: state.endDate,
    leastSlack: room?.leastSlack ?? null,
    tasks: tasks.map((task) => taskView(state, task, room, calendar)),
    criticalPaths: room?.criticalPaths ?? [],
    gates: gateViews(state, room, calendar),
  };
};
