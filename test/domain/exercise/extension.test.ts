import { describe, expect, test } from '@jest/globals';
import { exercise } from '../../../domain/exercise/index.ts';
import { at, given, member, type Step, step } from '../../support/domain.ts';
import { CITY, done, draftedCity, EARLY, MPC, OPENING, POL, plannedCity, SA, SB, SB_MEMBER, submit } from './season.ts';

const city = (...steps: Step[]) => given(exercise, CITY, [...plannedCity, ...steps]);
const ask = (until: string, task = 'C01') => ({ type: 'RequestExtension', task, until, reason: 'chờ cấp trên' });
const decide = (granted: boolean, task = 'C01') => ({ type: 'DecideExtension', task, granted, reason: 'hợp lý' });
const asked = step(SA, EARLY, ask('2026-12-09'));
const granted = step(SB_MEMBER, EARLY, decide(true));

describe('more time for a task', () => {
  test('its owner asks, the steering board grants, both deadlines stay on record', () => {
    city().when(SA, EARLY, ask('2026-12-09')).thenExactly({
      type: 'ExtensionRequested',
      task: 'C01',
      due: '2026-12-04',
      until: '2026-12-09',
      reason: 'chờ cấp trên',
    });
    city(asked).when(SB_MEMBER, EARLY, decide(true)).thenExactly({
      type: 'ExtensionGranted',
      task: 'C01',
      from: '2026-12-04',
      until: '2026-12-09',
      days: 3,
      reason: 'hợp lý',
    });
    expect(city(asked).state.tasks.C01).toMatchObject({
      due: '2026-12-04',
      extension: { until: '2026-12-09', askedAt: EARLY },
    });
    expect(city(asked, granted).state.tasks.C01).toMatchObject({
      due: '2026-12-09',
      firstDue: '2026-12-04',
      extendedBy: 3,
      extension: null,
    });
  });

  test('a refused request leaves the deadline, and another may follow', () => {
    const no = step(SB, EARLY, decide(false));
    city(asked).when(SB, EARLY, decide(false)).thenExactly({ type: 'ExtensionRefused', task: 'C01', reason: 'hợp lý' });
    const refused = city(asked, no);
    expect(refused.state.tasks.C01).toMatchObject({ due: '2026-12-04', extendedBy: 0, extension: null });
    refused.when(SB, EARLY, decide(true)).thenRefused('extension-none', { task: 'C01' });
    expect(city(asked, no, asked, granted).state.tasks.C01).toMatchObject({ due: '2026-12-09' });
  });

  test('days granted twice add up, and the exercise carries them when it moves', () => {
    const twice = [asked, granted, step(SA, EARLY, ask('2026-12-11')), granted];
    expect(city(...twice).state.tasks.C01).toMatchObject({ due: '2026-12-11', firstDue: '2026-12-04', extendedBy: 5 });
    const moved = city(
      ...twice,
      step(SA, EARLY, {
        type: 'RescheduleExercise',
        startDate: '2027-04-21',
        endDate: '2027-04-23',
        reason: 'trùng lịch',
      }),
    );
    // T-90 of 21 April is 7 December, five working days later is 14 December
    expect(moved.state.tasks.C01).toMatchObject({ due: '2026-12-14', firstDue: '2026-12-04', extendedBy: 5 });
    expect(moved.state.tasks.C02).toMatchObject({ due: '2026-12-10', extendedBy: 0 });
  });

  test('one request at a time', () => {
    city(asked)
      .when(SA, EARLY, ask('2026-12-10'))
      .thenRefused('extension-pending', { task: 'C01', until: '2026-12-09' });
  });

  test('the new day is a working day after the deadline', () => {
    for (const until of ['2026-12-04', '2026-12-03', '2026-12-05', '2026-12-06'])
      city().when(SA, EARLY, ask(until)).thenRefused('extension-not-later', { due: '2026-12-04', until });
    // Saturday 12 December lies five working days later, but is no working day
    city().when(SA, EARLY, ask('2026-12-12')).thenRefused('extension-not-later', { until: '2026-12-12' });
    city().when(SA, EARLY, ask('2028-01-03')).thenRefused('calendar-year-missing', { year: 2028 });
  });

  test('a deadline that moved past the day asked for is not granted backwards', () => {
    const moved = step(SA, EARLY, {
      type: 'RescheduleExercise',
      startDate: '2027-05-20',
      endDate: '2027-05-22',
      reason: 'bão',
    });
    city(asked, moved).when(SB, EARLY, decide(true)).thenRefused('extension-not-later', { until: '2026-12-09' });
    city(asked, moved)
      .when(SB, EARLY, decide(false))
      .thenExactly({ type: 'ExtensionRefused', task: 'C01', reason: 'hợp lý' });
  });

  test('only the owner asks and only the steering board decides', () => {
    city()
      .when(POL, EARLY, ask('2026-12-09'))
      .thenRefused('not-your-body', { allowed: ['tam-ky.SA'] });
    city(asked)
      .when(SA, EARLY, decide(true))
      .thenRefused('not-your-body', { allowed: ['tam-ky.SB'] });
  });

  test('what is handed in or done needs no more time', () => {
    for (const [status, steps] of [
      ['submitted', [step(SA, EARLY, submit('C01'))]],
      ['verified', done('C01')],
    ] as const)
      city(...steps)
        .when(SA, EARLY, ask('2026-12-09'))
        .thenRefused('task-status', { task: 'C01', status, action: 'extend' });
    // a request that was open when the work was verified falls away
    city(asked, ...done('C01'))
      .when(SB, EARLY, decide(true))
      .thenRefused('extension-none');
  });

  test('a task handed in while its request waits may still get its days', () => {
    const late = city(asked, step(SA, EARLY, submit('C01')), granted);
    expect(late.state.tasks.C01).toMatchObject({ status: 'submitted', due: '2026-12-09' });
  });

  test('nothing is asked of a draft or for a task that is not on the list', () => {
    given(exercise, CITY, draftedCity)
      .when(SA, EARLY, ask('2026-12-09'))
      .thenRefused('exercise-not-active', { phase: 'draft' });
    city().when(SA, EARLY, ask('2026-12-09', 'C77')).thenRefused('task-unknown', { task: 'C77' });
    city().when(SB, EARLY, decide(true)).thenRefused('extension-none', { task: 'C01' });
    city()
      .when(SA, EARLY, { ...ask('2026-12-09'), reason: '' })
      .thenInvalid();
  });

  test('a deadline on a day off is extended from that day', () => {
    const sunday = [
      ...draftedCity,
      step(SA, EARLY, { type: 'PlanExercise', startDate: OPENING, endDate: '2027-04-25' }),
    ];
    const steps = [
      step(member('tam-ky.SB'), EARLY, ask('2027-04-27', 'C36')),
      step(MPC, at('2026-10-07'), decide(true, 'C36')),
    ];
    expect(given(exercise, CITY, [...sunday, ...steps]).state.tasks.C36).toMatchObject({
      firstDue: '2027-04-25',
      due: '2027-04-27',
      extendedBy: 2,
    });
  });
});
