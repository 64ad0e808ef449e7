/** Whose turn it is, whatever put the checklist in order. */
import { describe, expect, test } from '@jest/globals';
import { blockedBy, blockersOf, type ExerciseState, exercise, waitsOnMe } from '../../../domain/exercise/index.ts';
import { withTurns } from '../../../domain/exercise/turns.ts';
import { CITY_TEMPLATE } from '../../../domain/template/index.ts';
import { at, given, head, member, type Step, step } from '../../support/domain.ts';
import { CITY, cityThrough, done, EARLY, plannedCity, SA, SB, submit } from '../exercise/season.ts';
import { relink } from './support.ts';

const LATER = at('2026-10-07');
const city = (...steps: Step[]): ExerciseState => given(exercise, CITY, [...plannedCity, ...steps]).state;
const ofBoard = (task: string) => CITY_TEMPLATE.tasks.find(({ code }) => code === task)?.owner === 'SB';
const waive = (task: string) =>
  step(ofBoard(task) ? head('tam-ky.SC') : SB, EARLY, { type: 'WaiveTask', task, reason: 'không tổ chức' });

describe('turns', () => {
  test('that are right are left alone', () => {
    const state = city();
    expect(withTurns(state, LATER)).toBe(state);
  });

  test('that change are counted from that moment; work in hand is not put back', () => {
    const verified = city(step(SA, EARLY, submit('C01')), step(SB, LATER, { type: 'VerifyTask', task: 'C01' }));
    expect(verified.tasks.C02).toMatchObject({ status: 'open', since: LATER });
    expect(verified.tasks.C03).toMatchObject({ status: 'waiting', since: plannedCity[1]?.at });
    const begun = [...done('C01'), step(member('tam-ky.SA'), EARLY, { type: 'StartTask', task: 'C02' })];
    expect(city(...begun, step(SA, LATER, relink('C02', 'C01'))).tasks.C02?.status).toBe('started');
  });
});

describe('who waits', () => {
  test('predecessors are told in the order of their codes, however they were linked', () => {
    const { tasks } = city(step(SA, EARLY, relink('C18', 'C16', 'C08', 'C14')));
    const state = city(step(SA, EARLY, relink('C18', 'C16', 'C08', 'C14')));
    if (!tasks.C18) throw new Error('the template has C18');
    expect(tasks.C18.after).toEqual(['C16', 'C08', 'C14']);
    expect(blockedBy(state, tasks.C18).map(({ task }) => task.code)).toEqual(['C08', 'C14', 'C16']);
  });

  test('a body does not wait for itself, and nobody waits for what is not applicable', () => {
    const mine = (state: ExerciseState, body: string) =>
      waitsOnMe(state, member(body).body).map(({ task }) => task.code);
    expect(mine(city(), 'tam-ky.SA').filter((code) => city().tasks[code]?.owner === 'tam-ky.SA')).toEqual([]);
    expect(mine(city(), 'tam-ky.MPC')).toEqual(['C04']);
    expect(mine(city(waive('C04')), 'tam-ky.MPC')).toEqual([]);
  });
});

describe('work after the opening', () => {
  test.each(['C35', 'C37', 'C39', 'C40'])('%s waits for the run, even when nothing else is before it', (task) => {
    const ready = given(exercise, CITY, cityThrough('G6'));
    const codes = Object.keys(ready.state.tasks).sort();
    const before = codes.filter((code) => code > 'C34' && code < task).map(waive);
    const file = given(exercise, CITY, [...cityThrough('G6'), ...before]);
    expect(file.state.tasks[task]?.status).toBe('open');
    file
      .when(member(String(file.state.tasks[task]?.owner)), LATER, submit(task))
      .thenRefused('run-not-opened', { task });
  });
});

test('what a passed gate once waited for blocks it no more', () => {
  const { state } = given(exercise, CITY, cityThrough('G2'));
  expect(['G0', 'G1', 'G2'].map((gate) => blockersOf(state, gate as 'G0'))).toEqual([[], [], []]);
});
