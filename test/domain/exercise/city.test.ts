/** A commune that could not follow its city, or whose city is cancelled, is asked; its leaders answer. */
import { describe, expect, test } from '@jest/globals';
import { exercise } from '../../../domain/exercise/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { at, type Command, given, head, type Step, step } from '../../support/domain.ts';
import { CLOSING, CMC, COMMUNE, communeThrough, draftedCommune, EARLY, OPENING, plannedCommune, SB } from './season.ts';

const CHIEF = head('tan-thanh.CMC');
const from = { startDate: OPENING, endDate: CLOSING };
const to = { startDate: '2027-05-18', endDate: '2027-05-20' };
const told = (change: string, days: object = { from: null, to: null }): Step =>
  step(SYSTEM, EARLY, { type: 'FollowCity', change, reason: 'bão số 4', ...days });
const answer = (word: 'follow' | 'keep', more: object = {}): Command => ({
  type: 'AnswerCity',
  answer: word,
  reason: 'đã thống nhất',
  ...more,
});
const answered = (word: 'follow' | 'keep', change: string): Command => ({
  type: 'CityAnswered',
  answer: word,
  change,
  reason: 'đã thống nhất',
});
const commune = (...steps: Step[]) => given(exercise, COMMUNE, [...plannedCommune, ...steps]);
const event = (part: object): Command => expect.objectContaining(part) as unknown as Command;
const pause = step(SB, EARLY, { type: 'PostponeExercise', reason: 'riêng' });

describe('a commune whose city is cancelled', () => {
  test('is asked until its leaders answer, and then keeps its days or is cancelled too', () => {
    const asked = commune(told('cancelled'));
    expect(asked.state.cityAsks).toMatchObject([
      { change: 'cancelled', because: 'asked', reason: 'bão số 4', at: EARLY },
    ]);
    asked.when(CHIEF, EARLY, answer('keep')).thenExactly(answered('keep', 'cancelled'));
    asked
      .when(CHIEF, EARLY, answer('follow'))
      .thenExactly(answered('follow', 'cancelled'), { type: 'ExerciseCancelled', reason: 'đã thống nhất' });
    const kept = commune(told('cancelled'), step(CHIEF, EARLY, answer('keep')));
    expect(kept.state).toMatchObject({ phase: 'planned', cityAsks: [], startDate: '2027-04-13' });
    expect(commune(told('cancelled'), step(CHIEF, EARLY, answer('follow'))).state).toMatchObject({
      phase: 'cancelled',
      cityAsks: [],
    });
  });

  test('answers by the head of its own committee or command, or of the boards above it', () => {
    for (const body of ['tan-thanh.CMC', 'tan-thanh.COM', 'tam-ky.SB', 'tam-ky.MPC'])
      commune(told('cancelled')).when(head(body), EARLY, answer('keep')).thenExactly(answered('keep', 'cancelled'));
    commune(told('cancelled')).when(CMC, EARLY, answer('keep')).thenRefused('head-only');
    commune(told('cancelled')).when(head('tan-thanh.POL'), EARLY, answer('keep')).thenRefused('not-your-body');
    commune().when(CHIEF, EARLY, answer('keep')).thenRefused('city-asks-nothing');
    given(exercise, COMMUNE, []).when(CHIEF, EARLY, answer('keep')).thenRefused('exercise-unknown');
  });

  test('is asked as a draft too, but not once it is under way or ended', () => {
    const draft = given(exercise, COMMUNE, [...draftedCommune, told('cancelled')]);
    draft
      .when(CHIEF, EARLY, answer('follow'))
      .thenExactly(answered('follow', 'cancelled'), { type: 'ExerciseCancelled', reason: 'đã thống nhất' });
    expect(given(exercise, COMMUNE, [...draftedCommune, told('rescheduled', { from, to })]).state.cityAsks).toEqual([]);
    const late = (past: readonly Step[]) =>
      given(exercise, COMMUNE, [...past, step(SYSTEM, at('2027-07-01'), told('cancelled').command)]).state.cityAsks;
    expect(late(communeThrough('G7'))).toEqual([]);
    expect(late(communeThrough('G9'))).toEqual([]);
  });

  test('can no longer follow once its own run has opened', () => {
    const opened = given(exercise, COMMUNE, [
      ...communeThrough('G6'),
      told('cancelled'),
      step(SB, at('2027-04-13'), { type: 'OpenRun' }),
    ]);
    opened.when(CHIEF, at('2027-04-13', 10), answer('follow')).thenRefused('run-opened', { phase: 'running' });
    opened.when(CHIEF, at('2027-04-13', 10), answer('keep')).thenExactly(answered('keep', 'cancelled'));
  });
});

describe('a commune that could not follow a move', () => {
  test('at rest on its own account, it is asked and follows with the days of the city', () => {
    const asked = commune(pause, told('rescheduled', { from, to }));
    expect(asked.state.cityAsks).toMatchObject([{ change: 'rescheduled', because: 'postponed', from, to }]);
    asked.when(CHIEF, EARLY, answer('follow')).thenExactly(
      answered('follow', 'rescheduled'),
      event({
        type: 'ExerciseResumed',
        followsCity: true,
        to: { startDate: '2027-05-12', endDate: '2027-05-13' },
        reason: 'đã thống nhất',
      }),
    );
  });

  test('two moves of the city are followed as one, from its first days to its last', () => {
    const further = { startDate: '2027-06-15', endDate: '2027-06-17' };
    const asked = commune(pause, told('rescheduled', { from, to }), told('rescheduled', { from: to, to: further }));
    expect(asked.state.cityAsks).toHaveLength(2);
    // 9 June lies four working days before 15 June, as 13 April before 20 April (16 April is off)
    asked
      .when(CHIEF, EARLY, answer('follow'))
      .thenExactly(
        answered('follow', 'rescheduled'),
        event({ to: { startDate: '2027-06-09', endDate: '2027-06-10' } }),
      );
  });

  test('where the days of the city do not serve, it answers with days of its own', () => {
    const gone = { from, to: { startDate: '2027-04-21', endDate: '2027-04-23' } };
    const noon = at('2027-04-15', 12);
    const asked = commune(
      step(SYSTEM, at('2027-04-15'), { type: 'FollowCity', change: 'rescheduled', reason: 'x', ...gone }),
    );
    expect(asked.state.cityAsks).toMatchObject([{ because: 'opening-day-passed' }]);
    asked
      .when(CHIEF, noon, answer('follow'))
      .thenRefused('opening-day-passed', { startDate: '2027-04-14', today: '2027-04-15' });
    asked
      .when(CHIEF, noon, answer('follow', { startDate: '2027-04-26', endDate: '2027-04-27' }))
      .thenExactly(
        answered('follow', 'rescheduled'),
        event({ type: 'ExerciseRescheduled', to: { startDate: '2027-04-26', endDate: '2027-04-27' } }),
      );
    asked
      .when(CHIEF, noon, answer('follow', { startDate: '2027-04-26', endDate: '2027-04-25' }))
      .thenRefused('exercise-days');
  });

  test('a later change that it does follow by itself settles the question', () => {
    const { state } = commune(pause, told('rescheduled', { from, to }), told('resumed', { from: to, to }));
    expect(state).toMatchObject({ postponed: null, cityAsks: [] });
  });

  const further = { startDate: '2027-06-15', endDate: '2027-06-17' };

  test('with a question open it follows the next move from the day at which it last stood beside its city', () => {
    const asked = [pause, told('rescheduled', { from, to })];
    commune(...asked)
      .when(SYSTEM, EARLY, told('resumed', { from: to, to: further }).command)
      .thenExactly(event({ type: 'ExerciseResumed', to: { startDate: '2027-06-09', endDate: '2027-06-10' } }));
    const own = step(SB, EARLY, {
      ...{ type: 'ResumeExercise', startDate: '2027-04-13', endDate: '2027-04-14', reason: 'như cũ' },
    });
    commune(...asked, own)
      .when(SYSTEM, EARLY, told('rescheduled', { from: to, to: further }).command)
      .thenExactly(event({ type: 'ExerciseRescheduled', to: { startDate: '2027-06-09', endDate: '2027-06-10' } }));
  });

  test('a rest that it follows leaves the question open; when the city goes on it follows from the first day', () => {
    const noted = step(SYSTEM, EARLY, {
      ...told('rescheduled', { from, to: { ...to, startDate: '2028-02-01' } }).command,
    });
    const resting = commune(noted, told('postponed'));
    expect(resting.state.postponed).not.toBeNull();
    expect(resting.state.cityAsks.map(({ change, because }) => [change, because])).toEqual([
      ['rescheduled', 'calendar-year-missing'],
      ['postponed', 'followed'],
    ]);
    resting.when(CHIEF, EARLY, answer('follow')).thenRefused('city-at-rest');
    resting.when(CHIEF, EARLY, answer('keep')).thenExactly(answered('keep', 'postponed'));
    resting
      .when(SYSTEM, EARLY, told('resumed', { from: { ...to, startDate: '2028-02-01' }, to }).command)
      .thenExactly(event({ type: 'ExerciseResumed', to: { startDate: '2027-05-12', endDate: '2027-05-13' } }));
    expect(commune(told('postponed')).state.cityAsks).toEqual([]);
  });

  test('is not asked where both already rest', () => {
    expect(commune(pause, told('postponed')).state.cityAsks).toEqual([]);
    expect(commune(told('resumed', { from, to })).state.cityAsks).toMatchObject([{ because: 'not-postponed' }]);
  });

  test('cancelled by its own board, it has nothing left to answer', () => {
    const cancelled = commune(told('cancelled'), step(SB, EARLY, { type: 'CancelExercise', reason: 'x' }));
    cancelled.when(head('tam-ky.MPC'), EARLY, answer('keep')).thenRefused('city-asks-nothing');
  });
});
