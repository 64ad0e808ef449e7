/** How often the dates of an exercise and of its tasks were moved, and when last: what a calendar program asks to know. */
import type { Instant, LocalDate } from '../../../domain/time.ts';
import type { Timeline } from './timelines.ts';

export interface Moved {
  readonly times: number;
  /** When the date in force was set. */
  readonly at: Instant;
}

export interface Moves {
  readonly exercise: Moved | null;
  /** By code. */
  readonly tasks: ReadonlyMap<string, Moved>;
}

interface Dated extends Moved {
  readonly on: LocalDate | null;
}

const next = (before: Dated | undefined, on: LocalDate | null, at: Instant): Dated => {
  if (!before) return { on, times: 0, at };
  return before.on === on ? before : { on, times: before.times + 1, at };
};

export const movesOf = ({ marks }: Timeline): Moves => {
  const tasks = new Map<string, Dated>();
  let exercise: Dated | undefined;
  for (const { at, file, changed } of marks) {
    if (exercise || file.startDate) exercise = next(exercise, file.startDate, at);
    for (const { code, due } of changed) tasks.set(code, next(tasks.get(code), due, at));
  }
  return { exercise: exercise ?? null, tasks };
};
