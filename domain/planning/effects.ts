/** What a change does to one exercise: everything that is otherwise there after it, or no longer there. Pure. */
import { type Calendar, workingDaysBetween } from '../calendar/index.ts';
import { sounding } from '../exercise/clock.ts';
import { type ExerciseState, isDone, type Task } from '../exercise/state.ts';
import { type Audience, daysLeft, rungsAhead, withinTables } from '../ladder/index.ts';
import type { EntityId } from '../streams.ts';
import type { GateCode, PaperSlot } from '../template/index.ts';
import { dayOf, type Instant, type LocalDate } from '../time.ts';
import type { Clash, FiledExercise } from './clash.ts';
import { clashesWith } from './clashes.ts';
import { roomOf } from './critical-path.ts';

export interface TaskName {
  readonly task: string;
  readonly titleVi: string;
  readonly titleEn: string;
}

/** A rung of a ladder that will sound, if nothing else happens. */
export interface UpcomingRung {
  readonly task: string;
  readonly rung: string;
  readonly audience: Audience;
  readonly at: Instant;
}

export interface Effects {
  /** `days`: working days from the old deadline to the new one; null beyond the calendar's tables. */
  readonly deadlines: readonly (TaskName & {
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly days: number | null;
  })[];
  readonly added: readonly (TaskName & { readonly due: LocalDate })[];
  readonly dropped: readonly TaskName[];
  /** Done before, to be done again. */
  readonly voided: readonly TaskName[];
  readonly papersVoided: readonly PaperSlot[];
  readonly gatesReopened: readonly GateCode[];
  /** Reminders that would no longer sound, and those that would sound instead or besides, each earliest first. */
  readonly silenced: readonly UpcomingRung[];
  readonly sounding: readonly UpcomingRung[];
  /** Deadlines that lie in the past only because of the change. */
  readonly overdue: readonly (TaskName & { readonly due: LocalDate; readonly days: number | null })[];
  readonly clashesNew: readonly Clash[];
  readonly clashesResolved: readonly Clash[];
  /** Tasks whose room changes, in working days; null where a task is done or not there. */
  readonly slack: readonly (TaskName & { readonly from: number | null; readonly to: number | null })[];
}

const nameOf = ({ code, titleVi, titleEn }: Task): TaskName => ({ task: code, titleVi, titleEn });
const inOrder = (state: ExerciseState): Task[] => Object.values(state.tasks).sort((a, b) => (a.code < b.code ? -1 : 1));

/** Every rung ahead of the exercise with its next instant, earliest first. */
export const upcomingRungs = (state: ExerciseState, calendar: Calendar): UpcomingRung[] =>
  sounding(state)
    .flatMap(([ladder, items]) =>
      items.flatMap(({ id, due, ladder: climbed }) =>
        rungsAhead(calendar, ladder, due, climbed).map(({ rung, at }) => ({
          task: id,
          rung: rung.id,
          audience: rung.audience,
          at,
        })),
      ),
    )
    .sort((a, b) => (a.at !== b.at ? (a.at < b.at ? -1 : 1) : a.task < b.task ? -1 : 1));

const without = <T>(list: readonly T[], others: readonly T[], keyOf: (item: T) => string): T[] => {
  const keys = new Set(others.map(keyOf));
  return list.filter((item) => !keys.has(keyOf(item)));
};
const rungKey = ({ task, rung, at }: UpcomingRung): string => `${task}/${rung}/${at}`;

const slackChanges = (before: ExerciseState, after: ExerciseState, calendar: Calendar, today: LocalDate) => {
  const slackOf = (state: ExerciseState): ReadonlyMap<string, number> =>
    new Map(withinTables(() => roomOf(state, calendar, today))?.tasks.map((task) => [task.code, task.slack]));
  const [was, is] = [slackOf(before), slackOf(after)];
  return inOrder(after).flatMap((task) => {
    const [from, to] = [was.get(task.code) ?? null, is.get(task.code) ?? null];
    return from === to ? [] : [{ ...nameOf(task), from, to }];
  });
};

/**
 * The difference between two states of one exercise at a moment. `others` are the exercises as they stand after the
 * change, those that follow it included, and `othersBefore` as they stand now.
 */
export const effectsOf = (
  id: EntityId,
  before: ExerciseState,
  after: ExerciseState,
  world: {
    readonly others: readonly FiledExercise[];
    readonly othersBefore: readonly FiledExercise[];
    readonly calendar: Calendar;
    readonly now: Instant;
  },
): Effects => {
  const { calendar, now } = world;
  const today = dayOf(now);
  const tasks = inOrder(after);
  const late = (task: Task | undefined): boolean => task !== undefined && !isDone(task) && task.due < today;
  const clashesBefore = clashesWith({ id, state: before }, world.othersBefore);
  const clashesAfter = clashesWith({ id, state: after }, world.others);
  const [rungsBefore, rungsAfter] = [upcomingRungs(before, calendar), upcomingRungs(after, calendar)];
  return {
    deadlines: tasks.flatMap((task) => {
      const from = before.tasks[task.code]?.due;
      if (from === undefined || from === task.due) return [];
      const days = withinTables(() => workingDaysBetween(calendar, from, task.due));
      return [{ ...nameOf(task), from, to: task.due, days }];
    }),
    added: tasks.filter(({ code }) => !before.tasks[code]).map((task) => ({ ...nameOf(task), due: task.due })),
    dropped: inOrder(before)
      .filter(({ code }) => !after.tasks[code])
      .map(nameOf),
    voided: tasks
      .filter((task) => {
        const was = before.tasks[task.code];
        return was !== undefined && isDone(was) && !isDone(task);
      })
      .map(nameOf),
    papersVoided: after.revoked.slice(before.revoked.length).map(({ slot }) => slot),
    gatesReopened: after.gates
      .filter((gate) => !gate.passed && before.gates.some((was) => was.code === gate.code && was.passed))
      .map(({ code }) => code),
    silenced: without(rungsBefore, rungsAfter, rungKey),
    sounding: without(rungsAfter, rungsBefore, rungKey),
    overdue: tasks
      .filter((task) => late(task) && !late(before.tasks[task.code]))
      .map((task) => ({
        ...nameOf(task),
        due: task.due,
        days: withinTables(() => 0 - daysLeft(calendar, task.due, today)),
      })),
    clashesNew: without(clashesAfter, clashesBefore, ({ key }) => key),
    clashesResolved: without(clashesBefore, clashesAfter, ({ key }) => key),
    slack: slackChanges(before, after, calendar, today),
  };
};
