/** Which exercises a table of a year can change: those under way with a day or a deadline in the year or next to it. */
import { statesIn } from '../context.ts';
import type { Context } from '../decider.ts';
import { WORKED_ON } from '../exercise/gate-phase.ts';
import { type ExerciseState, openTasks } from '../exercise/state.ts';
import type { StreamId } from '../streams.ts';
import { type LocalDate, yearOf } from '../time.ts';

const daysIn = (state: ExerciseState): LocalDate[] =>
  [state.startDate, state.endDate, ...openTasks(state).map((task) => task.due)].filter((day) => day !== null);

/**
 * Ids in their order. A deadline is counted from an opening or closing day, so it can change only when the year lies
 * between its first and last day; one year more on each side holds the rungs before and after.
 */
export const filesAround = (context: Context, year: number): StreamId[] =>
  statesIn(context, 'exercise')
    .filter(([, state]) => {
      if (!WORKED_ON.includes(state.phase)) return false;
      const years = daysIn(state).map(yearOf);
      return Math.min(...years) - 1 <= year && year <= Math.max(...years) + 1;
    })
    .map(([stream]) => stream);
