/** Deadlines and undecided requests sound side by side, on two ladders with one alarm. */
import { describe, expect, test } from '@jest/globals';
import type { Fact } from '../../../domain/decider.ts';
import { type ClockEvent, type ExerciseState, exercise } from '../../../domain/exercise/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { at, given, knowing, type Step, send, step } from '../../support/domain.ts';
import { CITY, cityThrough, EARLY, plannedCity, reviewingCity, runningCity, SA, SB } from './season.ts';

const city = (...past: Step[]): ExerciseState => given(exercise, CITY, [...plannedCity, ...past]).state;
const ask = (when = EARLY): Step =>
  step(SA, when, { type: 'RequestExtension', task: 'C01', until: '2026-12-15', reason: 'chờ' });
const told = (state: ExerciseState, due: ReturnType<typeof at>): Fact<ClockEvent>[] =>
  send(CITY, state, step(SYSTEM, due, { type: 'ObserveTime', due })).facts as unknown as Fact<ClockEvent>[]; // of this command

describe('the alarm', () => {
  test('stands at whichever comes first, a request or a deadline', () => {
    expect(exercise.nextDue(city(ask()), knowing())).toBe(at('2026-10-08', 8));
    const observed = step(SYSTEM, at('2026-11-24', 8), { type: 'ObserveTime', due: at('2026-11-24', 8) });
    expect(exercise.nextDue(city(observed, ask(at('2026-11-27', 15))), knowing())).toBe(at('2026-11-30', 8));
    const others = city(
      step(SYSTEM, at('2026-12-10', 8), { type: 'ObserveTime', due: EARLY }),
      ask(at('2026-12-10', 9)),
    );
    expect(exercise.nextDue(others, knowing())).toBe(at('2026-12-11', 8));
  });

  test.each<[string, readonly Step[]]>([
    ['planned', plannedCity],
    ['preparing', cityThrough('G0')],
    ['ready', cityThrough('G6')],
    ['running', runningCity],
    ['reviewing', reviewingCity],
  ])('is armed while the file is %s', (phase, past) => {
    const { state } = given(exercise, CITY, past);
    expect([state.phase, exercise.nextDue(state, knowing()) !== null]).toEqual([phase, true]);
  });
});

test('after an outage both ladders are told in the order in which their rungs stood', () => {
  const facts = told(city(ask(at('2026-11-30'))), at('2026-12-10', 9));
  const order = facts.map(({ rungAt }) => rungAt);
  expect(order).toEqual([...order].sort());
  expect(facts.findIndex(({ rung }) => rung === 'undecided')).toBeLessThan(facts.length - 1);
  expect(facts.filter(({ task }) => task === 'C01').map(({ rung, waitsOn }) => [rung, waitsOn])).toEqual([
    ['undecided', []],
  ]);
});

describe('a move of the days', () => {
  const known = step(SA, EARLY, { type: 'AcknowledgeReminder', task: 'C01' });
  const to = (endDate: string, startDate = '2027-04-20'): Step =>
    step(SA, at('2026-10-07'), { type: 'RescheduleExercise', startDate, endDate, reason: 'bão' });

  test('leaves the ladder of a deadline that stays, and begins that of one that moves anew', () => {
    const { C01, C36 } = city(known, to('2027-04-23')).tasks;
    expect(C01?.ladder).toEqual({ observed: plannedCity[1]?.at, sounded: [], silentUntil: '2026-12-04' });
    expect(C36?.ladder).toEqual({ observed: at('2026-10-07'), sounded: [], silentUntil: null });
    expect(city(known, to('2027-05-20', '2027-05-18')).tasks.C01?.ladder.silentUntil).toBeNull();
  });

  test('after a pause begins every open one anew', () => {
    const pause = step(SB, EARLY, { type: 'PostponeExercise', reason: 'bão' });
    const resume = { ...to('2027-04-22').command, type: 'ResumeExercise' };
    const { C01 } = city(known, pause, step(SA, at('2026-10-07'), resume)).tasks;
    expect(C01).toMatchObject({ due: '2026-12-04', ladder: { observed: at('2026-10-07'), silentUntil: null } });
  });
});

test('the steering board does not decide on its own task, asked or not', () => {
  given(exercise, CITY, cityThrough('G1'))
    .when(SB, EARLY, { type: 'DecideExtension', task: 'C07', granted: true, reason: 'được' })
    .thenRefused('own-extension', { task: 'C07', body: 'tam-ky.SB' });
});
