/**
 * How much room an exercise has: earliest and latest finish of every open task, slack, critical paths, and the day each
 * gate can be passed at the present pace. All distances are working days from today.
 *
 * A task takes as long as the plan gives it: the working days from its latest predecessor's deadline to its own; none
 * where it has no predecessor, is done, or lies submitted. It starts when its last predecessor is finished: on the day
 * that one was verified or, while it is open, on its earliest finish. Its latest finish is what its successors need; a
 * gate task, and a task that nothing waits for, has its own deadline. So a deadline inside a gate may be missed while
 * there is still room. The tasks must be without a cycle.
 */
import { addWorkingDays, type Calendar, dueDate, workingDaysBetween } from '../calendar/index.ts';
import { type ExerciseState, isDone, type Task } from '../exercise/state.ts';
import { daysLeft, withinTables } from '../ladder/index.ts';
import { AFTER_OPENING, type GateCode } from '../template/index.ts';
import { dayOf, earlier, type LocalDate } from '../time.ts';

export interface TaskRoom {
  readonly code: string;
  /** Working days that the plan gives it. */
  readonly duration: number;
  /** Finish, in working days from today; `latest` is negative when it lies back. */
  readonly earliest: number;
  readonly latest: number;
  /** Room to `latest`; negative: a gate or the opening day cannot be kept any more at this pace. */
  readonly slack: number;
  /** On a chain with the least slack. */
  readonly critical: boolean;
}

export interface GateForecast {
  readonly gate: GateCode;
  /** Working days from today to the earliest day at the present pace; null once passed. */
  readonly earliest: number | null;
}

export interface Room {
  readonly today: LocalDate;
  /** Open tasks in working order. */
  readonly tasks: readonly TaskRoom[];
  /** Least slack of all open tasks; null when none is open. */
  readonly leastSlack: number | null;
  /** Chains of codes in working order, each task as late as the one before it makes it; the longest first. */
  readonly criticalPaths: readonly (readonly string[])[];
  readonly gates: readonly GateForecast[];
}

/** Predecessors that the checklist still has. */
const beforeOf = (state: ExerciseState, task: Task): Task[] => task.after.flatMap((code) => state.tasks[code] ?? []);

/** Where the plan as it stands puts a deadline: a done task keeps its own, so after a move it is counted anew. */
const deadlineOf = (state: ExerciseState, task: Task, calendar: Calendar): LocalDate => {
  const { startDate, endDate } = state;
  if (!isDone(task) || !startDate || !endDate) return task.due;
  const planned = withinTables(() => dueDate(calendar, task.offset, { startDate, endDate }));
  return planned === null ? task.due : addWorkingDays(calendar, planned, task.extendedBy);
};

const durationOf = (state: ExerciseState, task: Task, calendar: Calendar): number => {
  if (task.status === 'submitted') return 0;
  const deadlines = beforeOf(state, task)
    .map((before) => deadlineOf(state, before, calendar))
    .sort();
  const from = deadlines.at(-1);
  return from === undefined ? 0 : Math.max(0, workingDaysBetween(calendar, from, task.due));
};

/** Open tasks with their predecessors before them. */
const workingOrder = (state: ExerciseState): Task[] => {
  const open = Object.values(state.tasks).filter((task) => !isDone(task));
  const placed = new Set<string>();
  const order: Task[] = [];
  const place = (task: Task): void => {
    if (placed.has(task.code)) return;
    placed.add(task.code);
    for (const before of beforeOf(state, task)) if (!isDone(before)) place(before);
    order.push(task);
  };
  for (const task of open.sort((a, b) => (a.code < b.code ? -1 : 1))) place(task);
  return order;
};

/** Throws `calendar-year-missing` where a deadline or today lies in a year without a table. */
export const roomOf = (state: ExerciseState, calendar: Calendar, today: LocalDate): Room => {
  const order = workingOrder(state);
  const durations = new Map(order.map((task) => [task.code, durationOf(state, task, calendar)]));
  const duration = (code: string): number => durations.get(code) ?? 0;
  const opening = state.startDate ? Math.max(0, workingDaysBetween(calendar, today, state.startDate)) : 0;
  const doneOn = (task: Task): number => {
    const day = earlier(task.verifiedAt ? dayOf(task.verifiedAt) : task.due, today);
    return 0 - workingDaysBetween(calendar, day, today);
  };

  /** Earliest finishes with what follows the opening not before `floor`, and the open predecessor that made each. */
  const finishes = (floor: number) => {
    const earliest = new Map<string, number>();
    const driver = new Map<string, string>();
    for (const task of order) {
      let start: number | null = null;
      let driving: string | null = null;
      for (const before of beforeOf(state, task)) {
        const finish = isDone(before) ? doneOn(before) : (earliest.get(before.code) ?? 0);
        if (start === null || finish > start || (driving === null && !isDone(before))) {
          start = finish;
          driving = isDone(before) ? null : before.code;
        }
      }
      const worked = (start ?? 0) + duration(task.code);
      const end = Math.max(AFTER_OPENING.includes(task.gate) ? floor : 0, worked);
      earliest.set(task.code, end);
      if (driving !== null) driver.set(task.code, driving);
    }
    return { earliest, driver };
  };
  // that the run waits for its day is no want of room: slack counts work, days count the opening too
  const { earliest: worked, driver } = finishes(0);
  const { earliest } = finishes(opening);

  const gateTasks = new Set(state.gates.map(({ gateTask }) => gateTask));
  const latest = new Map<string, number>();
  for (const task of [...order].reverse()) {
    const needed = latest.get(task.code);
    const own = needed === undefined || gateTasks.has(task.code) ? daysLeft(calendar, task.due, today) : needed;
    const end = Math.min(own, needed ?? own);
    latest.set(task.code, end);
    const start = end - duration(task.code);
    for (const before of beforeOf(state, task))
      if (!isDone(before)) latest.set(before.code, Math.min(latest.get(before.code) ?? start, start));
  }

  const slackOf = (code: string): number => (latest.get(code) ?? 0) - (worked.get(code) ?? 0);
  const leastSlack = order.length > 0 ? Math.min(...order.map(({ code }) => slackOf(code))) : null;
  const critical = order.map(({ code }) => code).filter((code) => slackOf(code) === leastSlack);
  return {
    today,
    tasks: order.map(({ code }) => ({
      code,
      duration: duration(code),
      earliest: earliest.get(code) ?? 0,
      latest: latest.get(code) ?? 0,
      slack: slackOf(code),
      critical: critical.includes(code),
    })),
    leastSlack,
    criticalPaths: pathsTo(critical, driver),
    gates: forecasts(state, earliest),
  };
};

/** From every critical task that drives no other critical one, back along what drives it. */
const pathsTo = (critical: readonly string[], driver: ReadonlyMap<string, string>): string[][] => {
  const driving = new Set(critical.map((code) => driver.get(code)));
  return critical
    .filter((code) => !driving.has(code))
    .map((last) => {
      const path = [last];
      for (let before = driver.get(last); before !== undefined; before = driver.get(before)) path.unshift(before);
      return path;
    })
    .sort((a, b) => b.length - a.length);
};

/** A gate can be passed when its tasks and the gates before it are done. */
const forecasts = (state: ExerciseState, earliest: ReadonlyMap<string, number>): GateForecast[] => {
  let soonest = 0;
  return state.gates.map(({ code, passed }) => {
    for (const task of Object.values(state.tasks))
      if (task.gate === code) soonest = Math.max(soonest, earliest.get(task.code) ?? 0);
    return { gate: code, earliest: passed ? null : soonest };
  });
};

/** The day that lies so many working days after today, null where the tables do not reach; days off count as the day before. */
export const dayAfter = (calendar: Calendar, today: LocalDate, days: number): LocalDate | null =>
  withinTables(() => addWorkingDays(calendar, today, days));
