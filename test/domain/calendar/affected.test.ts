/** Which exercises are told of a new table: those with a day in its year, the year before or the year after. */
import { expect, test } from '@jest/globals';
import { filesAround } from '../../../domain/calendar/affected.ts';
import { type ExerciseState, exercise } from '../../../domain/exercise/index.ts';
import { PHASES } from '../../../domain/labels/words.ts';
import { localDate } from '../../../domain/time.ts';
import { given, knowing } from '../../support/domain.ts';
import { CITY, plannedCity } from '../exercise/season.ts';

const planned = given(exercise, CITY, plannedCity).state;
const task = planned.tasks.C40;
if (!task) throw new Error('the checklist ends with C40');
const file = (startDate: string, endDate: string, ...due: string[]): ExerciseState => ({
  ...planned,
  startDate: localDate(startDate),
  endDate: localDate(endDate),
  tasks: Object.fromEntries(due.map((date, n) => [`C${50 + n}`, { ...task, due: localDate(date) }])),
});
const toldOf = (state: ExerciseState): number[] =>
  [2023, 2024, 2025, 2026, 2027, 2028, 2029].filter((year) => filesAround(knowing([CITY, state]), year).length > 0);

test.each<[which: string, state: ExerciseState, years: number[]]>([
  ['within one year', file('2026-04-20', '2026-04-22', '2026-03-01', '2026-06-01'), [2025, 2026, 2027]],
  ['over New Year', file('2025-12-30', '2026-01-02'), [2024, 2025, 2026, 2027]],
  ['with all its tasks done', file('2026-04-20', '2026-04-22'), [2025, 2026, 2027]],
  ['prepared from the year before', file('2026-01-20', '2026-01-22', '2025-09-01'), [2024, 2025, 2026, 2027]],
  ['settled in the year after', file('2026-12-20', '2026-12-22', '2027-01-15'), [2025, 2026, 2027, 2028]],
  [
    'with deadlines on both sides',
    file('2026-04-20', '2026-04-22', '2025-12-01', '2027-01-04'),
    [2024, 2025, 2026, 2027, 2028],
  ],
])('an exercise %s', (_, state, years) => {
  expect(toldOf(state)).toEqual(years);
});

test('only while it is under way', () => {
  const told = Object.keys(PHASES).filter(
    (phase) => toldOf({ ...planned, phase: phase as ExerciseState['phase'] }).length > 0,
  );
  expect(told).toEqual(['planned', 'preparing', 'ready', 'running', 'reviewing']);
});
