/** The orders in which lists are answered. */
import type { TaskShown } from '../contract/index.ts';

/** By a text of each; what stands first in it weighs most. */
export const byText =
  <T>(textOf: (each: T) => string) =>
  (a: T, b: T): number => {
    const [x, y] = [textOf(a), textOf(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  };

/** Tasks by deadline, then by exercise and code. */
export const byDeadline = byText<Pick<TaskShown, 'due' | 'exercise' | 'code'>>(
  ({ due, exercise, code }) => `${due} ${exercise} ${code}`,
);
