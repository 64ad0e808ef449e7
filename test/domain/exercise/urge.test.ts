/** "Đôn đốc": whom it reaches, who may, and how often. */
import { describe, expect, test } from '@jest/globals';
import { type ExerciseState, exercise, mayUrge } from '../../../domain/exercise/index.ts';
import type { Actor } from '../../../domain/people.ts';
import { localDate } from '../../../domain/time.ts';
import { at, type Command, given, knowing, member, type Step, send, step } from '../../support/domain.ts';
import {
  CITY,
  CMC,
  COMMUNE,
  EARLY,
  POL,
  plannedCity,
  plannedCommune,
  SA,
  SB_MEMBER,
  submit,
  verify,
} from './season.ts';

const urge = (task: string, more: object = {}): Command => ({ type: 'UrgeTask', task, ...more });
const city = () => given(exercise, CITY, plannedCity);
/** Whom an urging tells. */
const toldTo = (stream: string, past: readonly Step[], by: Actor, task: string): unknown => {
  const { facts } = send(stream, given(exercise, stream, past).state, step(by, EARLY, urge(task)));
  return facts.map((fact) => ('to' in fact ? fact.to : null));
};
const told = (more: object) => ({
  type: 'TaskUrged',
  rung: 'urged',
  audience: 'owner',
  post: 'member',
  lateMinutes: 0,
  rungAt: EARLY,
  note: null,
  ...more,
});

describe('the body whose turn it is hears it at once', () => {
  test('with the deadline, what it waits for, and what was written', () => {
    city()
      .when(SA, EARLY, urge('C03', { note: 'họp sáng mai' }))
      .thenExactly(
        told({
          task: 'C03',
          to: 'tam-ky.MPC',
          deadline: '2026-12-18',
          daysLeft: 52,
          waitsOn: ['C02'],
          note: 'họp sáng mai',
        }),
      );
  });
  test('its verifier, once the proof is handed in', () => {
    given(exercise, CITY, [...plannedCity, step(SA, EARLY, submit('C01'))])
      .when(SA, EARLY, urge('C01'))
      .thenExactly(told({ task: 'C01', to: 'tam-ky.SB', deadline: '2026-12-04', daysLeft: 42, waitsOn: [] }));
  });
  test('in a commune from its own command and from the agency above', () => {
    for (const by of [SA, CMC]) expect(toldTo(COMMUNE, plannedCommune, by, 'X02')).toEqual(['tan-thanh.COM']);
  });
});

describe('it is refused', () => {
  test('to those who do not lead the exercise', () => {
    city().when(POL, EARLY, urge('C03')).thenRefused('not-your-body');
  });
  test('for a task that is done', () => {
    const done = [step(SA, EARLY, submit('C01')), step(SB_MEMBER, EARLY, verify('C01'))];
    given(exercise, CITY, [...plannedCity, ...done])
      .when(SB_MEMBER, EARLY, urge('C01'))
      .thenRefused('task-status', { action: 'urge' });
  });
  test('to a body that holds the task itself', () => {
    city().when(SA, EARLY, urge('C01')).thenRefused('urge-own');
  });
  test('a second time on one day of Vietnam, whoever urges; the next morning it is free again', () => {
    const late = given(exercise, CITY, [...plannedCity, step(SA, at('2026-10-06', 0, 1), urge('C03'))]);
    late.when(SB_MEMBER, at('2026-10-06', 23, 59), urge('C03')).thenRefused('urged-today', { body: 'tam-ky.SA' });
    late.when(SB_MEMBER, at('2026-10-07', 0, 0), urge('C03')).thenExactly(
      told({
        task: 'C03',
        to: 'tam-ky.MPC',
        deadline: '2026-12-18',
        daysLeft: 51,
        waitsOn: ['C02'],
        rungAt: at('2026-10-07', 0, 0),
      }),
    );
  });
  test('with a note on a task of which only a reference is kept', () => {
    city()
      .when(SA, EARLY, urge('C10', { note: 'gấp' }))
      .thenRefused('reference-only');
    expect(toldTo(CITY, plannedCity, SA, 'C10')).toEqual(['tam-ky.SB']);
  });
});

test('who is offered it is who may do it', () => {
  const { state } = given(exercise, CITY, [...plannedCity, step(SA, EARLY, urge('C03'))]) as { state: ExerciseState };
  const may = (task: string, by = SA, day = '2026-10-06'): boolean => {
    const found = state.tasks[task];
    return found !== undefined && mayUrge(state, found, by, localDate(day));
  };
  expect(['C01', 'C03', 'C04'].map((task) => may(task))).toEqual([false, false, true]);
  expect([may('C03', SA, '2026-10-07'), may('C04', member('tam-ky.POL'))]).toEqual([true, false]);
});

test('the ladder of the task stays as it is, and the file says how often it was urged', () => {
  const before = city().state as ExerciseState;
  const after = given(exercise, CITY, [
    ...plannedCity,
    step(SA, EARLY, urge('C03')),
    step(SA, at('2026-10-07'), urge('C03')),
  ]).state as ExerciseState;
  expect(after.tasks.C03?.ladder).toEqual(before.tasks.C03?.ladder);
  expect(after.tasks.C03?.urged).toMatchObject({ times: 2, at: at('2026-10-07') });
  expect(exercise.nextDue(after, knowing())).toBe(exercise.nextDue(before, knowing()));
});
