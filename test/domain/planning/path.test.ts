/** Small plans by hand: who drives whom, how much room each task has, and which chain is the longest. */
import { describe, expect, test } from '@jest/globals';
import { addWorkingDays, CALENDAR } from '../../../domain/calendar/index.ts';
import { type ExerciseState, exercise, type Task } from '../../../domain/exercise/index.ts';
import { roomOf } from '../../../domain/planning/critical-path.ts';
import { localDate } from '../../../domain/time.ts';
import { at, given } from '../../support/domain.ts';
import { CITY, plannedCity } from '../exercise/season.ts';

const TODAY = localDate('2027-03-01');
/** Its code, its deadline in working days from today, what it waits for, and whatever else is not usual. */
type Row = readonly [code: string, due: number, after?: string, more?: Partial<Task>];
const DONE_TODAY: Partial<Task> = { status: 'verified', verifiedAt: at('2027-03-01') };

const planOf = (rows: readonly Row[], more: Partial<ExerciseState> = {}): ExerciseState => {
  const city = given(exercise, CITY, plannedCity).state;
  const [usual] = Object.values(city.tasks);
  if (!usual) throw new Error('the plan has tasks');
  const tasks = rows.map(([code, due, after = '', changed = {}]): Task => {
    const waits = after.split(' ').filter(Boolean);
    return { ...usual, code, after: waits, due: addWorkingDays(CALENDAR, TODAY, due), gate: 'G3', ...changed };
  });
  return { ...city, gates: [], tasks: Object.fromEntries(tasks.map((task) => [task.code, task])), ...more };
};
const room = (...rows: Row[]) => roomOf(planOf(rows), CALENDAR, TODAY);
/** Code, duration, earliest and latest finish of each open task, in working order. */
const figures = (...rows: Row[]) =>
  room(...rows).tasks.map(({ code, duration, earliest, latest, slack }) => {
    expect(slack).toBe(latest - earliest);
    return [code, duration, earliest, latest];
  });
const paths = (...rows: Row[]) => room(...rows).criticalPaths.map((path) => path.join(' '));

describe('working order', () => {
  test('puts what a task waits for before it, else follows the codes, each task once', () => {
    const order = (...rows: Row[]) => room(...rows).tasks.map(({ code }) => code);
    expect(order(['C', 1], ['A', 1], ['B', 1])).toEqual(['A', 'B', 'C']);
    expect(order(['A', 3, 'C D'], ['D', 1], ['C', 2, 'D'], ['B', 3, 'C'])).toEqual(['D', 'C', 'A', 'B']);
    expect(order(['A', 3, 'C gone'], ['C', 1, '', DONE_TODAY])).toEqual(['A']);
  });
});

describe('how long a task takes', () => {
  test('is from the latest deadline it waits for to its own, nothing without one or once submitted', () => {
    const first: Row[] = [
      ['A', 1],
      ['B', 3],
    ];
    const durationOf = (...last: Row) => room(...first, last).tasks.find(({ code }) => code === 'C')?.duration;
    expect(durationOf('C', 5)).toBe(0);
    expect(durationOf('C', 5, 'A')).toBe(4);
    expect(durationOf('C', 5, 'A B')).toBe(2);
    expect(durationOf('C', 5, 'B A')).toBe(2);
    expect(durationOf('C', 2, 'B')).toBe(0);
    expect(durationOf('C', 5, 'A', { status: 'submitted' })).toBe(0);
  });

  test('is counted anew behind a done task, from where the plan puts that deadline now, with the days granted to it', () => {
    // 30 working days before the opening is 8 March, five working days from today; its old deadline was today
    const offset = { anchor: 'T', days: -30 } as const;
    const last: Row = ['B', 30, 'A'];
    const durationOf = (more: Partial<Task>, ofFile: Partial<ExerciseState> = {}) =>
      roomOf(planOf([['A', 0, '', { offset, ...more }], last], ofFile), CALENDAR, TODAY).tasks.at(-1)?.duration;
    expect(durationOf({})).toBe(30);
    expect(durationOf(DONE_TODAY)).toBe(25);
    expect(durationOf({ ...DONE_TODAY, extendedBy: 2 })).toBe(23);
    expect(durationOf(DONE_TODAY, { startDate: null })).toBe(30);
    expect(durationOf(DONE_TODAY, { endDate: null })).toBe(30);
    expect(durationOf({ ...DONE_TODAY, offset: { anchor: 'T', days: 40_000 } })).toBe(30);
  });
});

describe('room', () => {
  test('runs forward from today and back from what is needed', () => {
    expect(figures(['A', 2], ['B', 5, 'A'], ['C', 4, 'A'], ['D', 9, 'B C'])).toEqual([
      ['A', 0, 0, 2],
      ['B', 3, 3, 5],
      ['C', 2, 2, 5],
      ['D', 4, 7, 9],
    ]);
  });

  test('is what the neediest of its successors leaves', () => {
    const patient: Row[] = [
      ['A', 2],
      ['X', 10],
      ['C', 12, 'A X'],
    ];
    expect(figures(...patient)[0]).toEqual(['A', 0, 0, 10]);
    for (const code of ['B', 'D']) expect(figures(...patient, [code, 5, 'A'])[0]).toEqual(['A', 0, 0, 2]);
  });

  test('of a gate task ends at its own deadline, however late its successors are needed', () => {
    const [gate] = given(exercise, CITY, plannedCity).state.gates;
    if (!gate) throw new Error('a plan has gates');
    const latest = (gateTask: string, due: number) => {
      const last: Row = ['B', 20, 'A', { status: 'submitted' }];
      const state = planOf([['A', due], last], { gates: [{ ...gate, gateTask }] });
      return roomOf(state, CALENDAR, TODAY).tasks[0]?.latest;
    };
    expect(latest('B', 2)).toBe(20);
    expect(latest('A', 2)).toBe(2);
    expect(latest('A', 25)).toBe(20);
  });

  test('grows with every working day a done task was early, but nothing is finished before today', () => {
    const finish = (verified: string) => {
      const done: Partial<Task> = { status: 'verified', verifiedAt: at(verified) };
      const state = planOf(
        [
          ['A', -1, '', done],
          ['B', 3, 'A'],
        ],
        { endDate: null },
      );
      return roomOf(state, CALENDAR, TODAY).tasks[0]?.earliest;
    };
    expect(['2027-03-01', '2027-02-26', '2027-02-25', '2027-02-18'].map(finish)).toEqual([4, 3, 2, 0]);
    const two: Row[] = [
      ['A', -1, '', { status: 'verified', verifiedAt: at('2027-02-26') }],
      ['B', -1, '', { status: 'verified', verifiedAt: at('2027-02-18') }],
    ];
    for (const after of ['A B', 'B A']) {
      const state = planOf([...two, ['C', 3, after]], { endDate: null });
      expect(roomOf(state, CALENDAR, TODAY).tasks[0]?.earliest).toBe(3);
    }
  });
});

describe('the critical paths', () => {
  test('are chains of what made each task as late as it is, the longest first', () => {
    expect(paths(['A', 2], ['B', 5, 'A'], ['C', 5, 'A'], ['D', 8, 'B C'])).toEqual(['A B D', 'A C']);
    expect(paths(['A', 2], ['B', 2], ['C', 5, 'B'], ['D', 7, 'C'])).toEqual(['B C D', 'A']);
  });

  test('leave out what has more room, and are none when nothing is open', () => {
    expect(paths(['A', 2], ['B', 9])).toEqual(['A']);
    expect(paths(['A', 2, '', DONE_TODAY])).toEqual([]);
    expect(room(['A', 2], ['B', 9]).tasks.map(({ code, critical }) => [code, critical])).toEqual([
      ['A', true],
      ['B', false],
    ]);
  });

  test('go through the open task where a done one was finished on the same day', () => {
    const done: Row = ['P', 0, '', DONE_TODAY];
    const open: Row = ['Q', 0];
    expect(paths(done, open, ['R', 3, 'P Q'])).toEqual(['Q R']);
    expect(paths(done, open, ['R', 3, 'Q P'])).toEqual(['Q R']);
    const early: Row = ['O', 0, '', { status: 'verified', verifiedAt: at('2027-02-18') }];
    for (const after of ['O P Q', 'P O Q', 'Q P O', 'Q O P'])
      expect(paths(early, done, open, ['R', 3, after])).toEqual(['Q R']);
    expect(paths(open, ['S', 0], ['T', 3, 'Q S'])).toEqual(['Q T', 'S']);
    expect(paths(open, ['S', 0], ['T', 3, 'S Q'])).toEqual(['S T', 'Q']);
  });
});

describe('the forecast of gates', () => {
  test('is the latest of its own tasks and of the gates before it', () => {
    const [first, second, third] = given(exercise, CITY, plannedCity).state.gates;
    if (!first || !second || !third) throw new Error('a plan has gates');
    const rows: Row[] = [
      ['A', 1, '', { gate: first.code }],
      ['B', 6, 'A', { gate: first.code }],
      ['C', 4, 'A', { gate: second.code }],
      ['D', 9, 'B', { gate: third.code }],
    ];
    const gatesOf = (gates: ExerciseState['gates']) =>
      roomOf(planOf(rows, { gates }), CALENDAR, TODAY).gates.map(({ gate, earliest }) => [gate, earliest]);
    expect(gatesOf([first, second, third])).toEqual([
      ['G0', 5],
      ['G1', 5],
      ['G2', 8],
    ]);
    expect(gatesOf([second])).toEqual([['G1', 3]]);
  });
});
