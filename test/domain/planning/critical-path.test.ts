import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addWorkingDays, CALENDAR } from '../../../domain/calendar/index.ts';
import { type ExerciseState, exercise, isDone, type Task } from '../../../domain/exercise/index.ts';
import { dayAfter, roomOf } from '../../../domain/planning/critical-path.ts';
import { instant, type LocalDate, localDate, toMs } from '../../../domain/time.ts';
import { at, frozen, given, step } from '../../support/domain.ts';
import { CITY, cityThrough, done, OPENING, plannedCity, SA } from '../exercise/season.ts';

const day = (text: string): LocalDate => localDate(text);
const room = (state: ExerciseState, today: string) => roomOf(state, CALENDAR, day(today));
const of = (state: ExerciseState, today: string, code: string) =>
  room(state, today).tasks.find((task) => task.code === code);
const planned = given(exercise, CITY, plannedCity).state;

describe('slack over working days', () => {
  test('a plan begun ten working days before its first deadline has ten days of room everywhere on its path', () => {
    const today = addWorkingDays(CALENDAR, planned.tasks.C01?.due ?? day('2026-12-04'), -10);
    const { leastSlack, tasks, criticalPaths } = room(planned, today);
    expect(leastSlack).toBe(10);
    expect(of(planned, today, 'C01')).toMatchObject({
      duration: 0,
      earliest: 0,
      latest: 10,
      slack: 10,
      critical: true,
    });
    expect(of(planned, today, 'C03')).toMatchObject({ duration: 7, earliest: 10, latest: 20, slack: 10 });
    expect(criticalPaths.some((path) => path[0] === 'C01' && path.includes('C34'))).toBe(true);
    expect(tasks.every(({ slack }) => slack >= 10)).toBe(true);
  });

  test('a task that waits for an early predecessor beside a late one has more room', () => {
    // C16 waits for C08 (T-68) and C14 (T-50): C08 could be 18 working days later
    const today = '2026-11-02';
    const [c08, c14] = [of(planned, today, 'C08'), of(planned, today, 'C14')];
    expect(c14?.critical).toBe(true);
    expect(c08?.critical).toBe(false);
    expect((c08?.slack ?? 0) - (c14?.slack ?? 0)).toBe(18);
  });

  test('what is done on its day leaves the rest where it was; what is done late takes the room of what follows', () => {
    const onTime = given(exercise, CITY, [...plannedCity, ...done('C01', at('2026-12-04'))]).state;
    const late = given(exercise, CITY, [...plannedCity, ...done('C01', at('2026-12-08'))]).state;
    expect(of(onTime, '2026-12-08', 'C02')).toMatchObject({ duration: 3, earliest: 1, latest: 1, slack: 0 });
    expect(of(late, '2026-12-08', 'C02')).toMatchObject({ duration: 3, earliest: 3, latest: 1, slack: -2 });
    expect(room(late, '2026-12-08').leastSlack).toBe(-2);
  });

  test('a submitted task needs nothing more, a verified or waived one is no longer in the plan', () => {
    const submitted = given(exercise, CITY, [...plannedCity, ...done('C01').slice(0, 1)]).state;
    expect(of(submitted, '2026-12-04', 'C01')).toMatchObject({ duration: 0, earliest: 0, slack: 0 });
    expect(of(given(exercise, CITY, [...plannedCity, ...done('C01')]).state, '2026-12-04', 'C01')).toBeUndefined();
  });

  test('the run is not before the opening day, however early the preparation is done', () => {
    const { state } = given(exercise, CITY, cityThrough('G6'));
    expect(of(state, '2027-04-12', 'C35')).toMatchObject({ earliest: 5 });
    expect(dayAfter(CALENDAR, day('2027-04-12'), 5)).toBe('2027-04-20');
  });

  test('when nothing is open there is no critical path', () => {
    const waived = Object.fromEntries(
      Object.values(planned.tasks).map((task): [string, Task] => [task.code, { ...task, status: 'waived' }]),
    );
    expect(room({ ...planned, tasks: waived }, '2027-01-04')).toMatchObject({
      tasks: [],
      leastSlack: null,
      criticalPaths: [],
    });
  });
});

describe('a moved exercise', () => {
  test('gives the work as many days as before, also behind what is done', () => {
    const begun = [...plannedCity, ...done('C01', at('2026-12-04'))];
    const move = { type: 'RescheduleExercise', startDate: '2027-04-27', endDate: '2027-04-29', reason: 'bão' };
    const { state } = given(exercise, CITY, [...begun, step(SA, at('2026-12-04'), move)]);
    expect(of(state, '2026-12-04', 'C02')).toMatchObject({ duration: 3, earliest: 3, latest: 8, slack: 5 });
    expect(room(state, '2026-12-04').leastSlack).toBe(5);
  });
});

describe('the day of each gate at the present pace', () => {
  test('a plan on time reaches each gate on the deadline of its last task', () => {
    const onTime = given(exercise, CITY, [...plannedCity, ...done('C01', at('2026-12-04'))]).state;
    const { gates, today } = room(onTime, '2026-12-04');
    const days = gates.map(({ gate, earliest }) => [gate, dayAfter(CALENDAR, today, earliest ?? 0)]);
    expect(days.slice(0, 3)).toEqual([
      ['G0', onTime.tasks.C02?.due],
      ['G1', onTime.tasks.C04?.due],
      ['G2', onTime.tasks.C09?.due],
    ]);
    expect(days.at(-1)).toEqual(['G9', onTime.tasks.C40?.due]);
  });

  test('a late start moves every gate by as many working days; a passed gate has no forecast', () => {
    const { state } = given(exercise, CITY, cityThrough('G0'));
    const [g0, g1] = room(state, '2026-12-20').gates;
    expect(g0).toEqual({ gate: 'G0', earliest: null });
    expect(g1?.earliest).toBeGreaterThanOrEqual(0);
    const ahead = room(planned, '2026-12-04').gates.map(({ earliest }) => earliest ?? 0);
    const behind = room(planned, '2026-12-09').gates.map(({ earliest }) => earliest ?? 0);
    expect(behind.slice(0, 7)).toEqual(ahead.slice(0, 7));
  });
});

/** A checklist without cycles: each task waits for some of those before it, deadlines anywhere in half a year. */
const plans = fc
  .array(
    fc.record({
      after: fc.array(fc.nat(30), { maxLength: 3 }),
      due: fc.integer({ min: -30, max: 90 }),
      status: fc.constantFrom('waiting', 'open', 'started', 'submitted', 'returned', 'verified', 'waived'),
      doneBefore: fc.nat(40),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((rows): ExerciseState => {
    const base = Object.values(planned.tasks)[0];
    if (!base) throw new Error('the plan has tasks');
    const code = (index: number): string => `C${String(index + 10)}`;
    const tasks = rows.map(
      ({ after, due, status, doneBefore }, index): Task => ({
        ...base,
        code: code(index),
        after: index === 0 ? [] : [...new Set(after.map((n) => code(n % index)))],
        offset: { anchor: 'T', days: due - 61 },
        due: addWorkingDays(CALENDAR, day(OPENING), due - 61),
        status: status as Task['status'],
        gate: index > 20 ? 'G7' : 'G3',
        verifiedAt: status === 'verified' ? instant(toMs(at('2027-01-18')) - doneBefore * 86_400_000) : null,
      }),
    );
    return frozen({ ...planned, tasks: Object.fromEntries(tasks.map((task) => [task.code, task])) });
  });

describe('any plan', () => {
  const TODAY = '2027-01-18';

  test('the slack of every task on a critical path is the least of all', () => {
    fc.assert(
      fc.property(plans, (state) => {
        const { tasks, leastSlack, criticalPaths } = room(state, TODAY);
        const slack = new Map(tasks.map((task) => [task.code, task.slack]));
        for (const task of tasks) {
          expect(task.slack).toBeGreaterThanOrEqual(leastSlack ?? 0);
          expect(task.critical).toBe(task.slack === leastSlack);
        }
        for (const path of criticalPaths) {
          expect(path.map((code) => slack.get(code))).toEqual(path.map(() => leastSlack));
          path.slice(1).forEach((code, index) => {
            expect(state.tasks[code]?.after).toContain(path[index]);
          });
        }
        expect(new Set(criticalPaths.flat())).toEqual(
          new Set(tasks.filter((task) => task.critical).map((t) => t.code)),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('finishing a task today never takes room from another', () => {
    fc.assert(
      fc.property(plans, fc.nat(100), (state, pick) => {
        const { tasks } = room(state, TODAY);
        const ready = tasks.filter(({ code }) =>
          state.tasks[code]?.after.every((before) => {
            const task = state.tasks[before];
            return !task || isDone(task);
          }),
        );
        const finished = ready[pick % Math.max(1, ready.length)];
        const task = finished && state.tasks[finished.code];
        if (!task) return;
        const after = room(
          {
            ...state,
            tasks: { ...state.tasks, [task.code]: { ...task, status: 'verified', verifiedAt: at(TODAY) } },
          },
          TODAY,
        );
        for (const { code, slack } of after.tasks)
          expect(slack).toBeGreaterThanOrEqual(tasks.find((each) => each.code === code)?.slack ?? slack);
      }),
      { numRuns: 1000 },
    );
  });

  test('no task ends before what it waits for, and no gate before its tasks', () => {
    fc.assert(
      fc.property(plans, (state) => {
        const { tasks, gates } = room(state, TODAY);
        const earliest = new Map(tasks.map((task) => [task.code, task.earliest]));
        for (const { code } of tasks) {
          for (const before of state.tasks[code]?.after ?? [])
            expect(earliest.get(code)).toBeGreaterThanOrEqual(earliest.get(before) ?? 0);
          const gate = gates.find((each) => each.gate === state.tasks[code]?.gate);
          expect(gate?.earliest).toBeGreaterThanOrEqual(earliest.get(code) ?? 0);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('more days of waiting leave less room', () => {
    const states = given(exercise, CITY, [
      ...plannedCity,
      step(SA, at('2026-10-06'), { type: 'StartTask', task: 'C01' }),
    ]);
    const [now, later] = [room(states.state, '2026-12-07'), room(states.state, '2026-12-10')];
    expect((now.leastSlack ?? 0) - (later.leastSlack ?? 0)).toBe(3);
  });
});
