/** An exercise that is moved, postponed, resumed or cancelled. */
import { describe, expect, test } from '@jest/globals';
import { CALENDAR, workingDaysBetween } from '../../../domain/calendar/index.ts';
import { exercise, openTasks } from '../../../domain/exercise/index.ts';
import { localDate } from '../../../domain/time.ts';
import { at, type Command, given, send, step } from '../../support/domain.ts';
import { adopt, cancel, city, postpone, reschedule, resume } from './schedule-case.ts';
import {
  CITY,
  CLOSING,
  CMC,
  COMMUNE,
  done,
  draftedCity,
  draftedCommune,
  EARLY,
  MPC,
  OPENING,
  POL,
  plannedCity,
  reviewingCity,
  runningCity,
  SA,
  SB,
  SB_MEMBER,
  submit,
} from './season.ts';

const dueOf = (state: { tasks: ReturnType<typeof city>['state']['tasks'] }) =>
  Object.fromEntries(Object.values(state.tasks).map((task) => [task.code, task.due]));

describe('another day', () => {
  const moved = step(SA, EARLY, reschedule('2027-05-18', '2027-05-20'));

  test('every open deadline moves by one event that says from when to when', () => {
    const before = city(...done('C01'), step(SA, EARLY, submit('C02')));
    const { facts } = send(CITY, before.state, moved);
    expect(facts).toHaveLength(1);
    expect(facts[0]).toMatchObject({
      type: 'ExerciseRescheduled',
      from: { startDate: OPENING, endDate: CLOSING },
      to: { startDate: '2027-05-18', endDate: '2027-05-20' },
      reason: 'bão số 4',
      calendarVersion: CALENDAR.version,
      followsCity: false,
      deadlines: expect.arrayContaining([{ task: 'C02', from: '2026-12-09', to: '2027-01-05' }]),
    });
    const after = given(exercise, CITY, [...plannedCity, ...done('C01'), step(SA, EARLY, submit('C02')), moved]).state;
    expect(after).toMatchObject({ startDate: '2027-05-18', endDate: '2027-05-20' });
    for (const task of openTasks(after)) {
      expect(
        workingDaysBetween(CALENDAR, localDate(task.offset.anchor === 'T' ? '2027-05-18' : '2027-05-20'), task.due),
      ).toBe(task.offset.days);
    }
  });

  test('verified and waived tasks keep the days they were done for', () => {
    const waived = step(SB, EARLY, { type: 'WaiveTask', task: 'C19', reason: 'nghỉ hè' });
    const { state } = city(...done('C01'), waived, moved);
    expect(state.tasks.C01).toMatchObject({ status: 'verified', due: '2026-12-04', firstDue: '2026-12-04' });
    expect(state.tasks.C19?.due).toBe(city().state.tasks.C19?.due);
    expect(state.tasks.C02).toMatchObject({ due: '2027-01-05', firstDue: '2026-12-09' });
  });

  test('a deadline that does not move is not in the event', () => {
    const { facts } = send(CITY, city().state, step(SA, EARLY, reschedule(OPENING, '2027-04-23')));
    const [event] = facts as unknown as [{ deadlines: { task: string }[] }];
    expect(event.deadlines.map((each) => each.task)).toEqual(['C35', 'C36', 'C37', 'C38', 'C39', 'C40']);
  });

  test('there and back again, every open deadline is where it was', () => {
    const back = step(SA, EARLY, reschedule(OPENING, CLOSING));
    expect(dueOf(city(moved, back).state)).toEqual(dueOf(city().state));
  });

  test('the new opening day is not past and has a calendar', () => {
    city()
      .when(SA, at('2027-04-01'), reschedule('2027-03-31', '2027-04-02'))
      .thenRefused('opening-day-passed', { startDate: '2027-03-31', today: '2027-04-01' });
    city().when(SA, EARLY, reschedule('2028-03-31', '2028-04-02')).thenRefused('calendar-year-missing', { year: 2028 });
    city().when(SA, EARLY, reschedule('2027-04-20', '2027-04-19')).thenRefused('exercise-days');
  });

  test('those who lead or run the file move it', () => {
    for (const by of [SA, MPC, SB_MEMBER])
      city()
        .when(by, EARLY, reschedule(OPENING, CLOSING))
        .thenExactly(expect.objectContaining({ type: 'ExerciseRescheduled', deadlines: [] }) as unknown as Command);
    city()
      .when(POL, EARLY, reschedule(OPENING, CLOSING))
      .thenRefused('not-your-body', { allowed: ['tam-ky.SB', 'tam-ky.MPC', 'tam-ky.SA'] });
  });

  test('not after the opening', () => {
    for (const [phase, past] of [
      ['running', runningCity],
      ['reviewing', reviewingCity],
    ] as const)
      for (const command of [reschedule('2027-05-18', '2027-05-20'), postpone, cancel])
        given(exercise, CITY, past).when(SB, at('2027-04-23'), command).thenRefused('run-opened', { phase });
  });
});

describe('postponed, resumed, cancelled', () => {
  const pause = step(MPC, EARLY, postpone);

  test('a postponed file rests: no work, no moves, until it is resumed with new days', () => {
    city()
      .when(MPC, EARLY, postpone)
      .thenExactly({ type: 'ExercisePostponed', reason: 'bão số 4', followsCity: false });
    const paused = city(pause);
    expect(paused.state).toMatchObject({ phase: 'planned', postponed: { since: EARLY, reason: 'bão số 4' } });
    for (const command of [submit('C01'), reschedule(OPENING, CLOSING), postpone, adopt])
      paused.when(SA, EARLY, command).thenRefused('exercise-postponed', { reason: 'bão số 4' });
    paused.when(SA, EARLY, resume('2027-05-18', '2027-05-20')).thenExactly(
      expect.objectContaining({
        type: 'ExerciseResumed',
        followsCity: false,
        to: { startDate: '2027-05-18', endDate: '2027-05-20' },
      }) as unknown as Command,
    );
    const resumed = city(pause, step(SB, EARLY, resume('2027-05-18', '2027-05-20'))).state;
    expect(resumed).toMatchObject({ phase: 'planned', postponed: null, startDate: '2027-05-18' });
    expect(resumed.tasks.C01).toMatchObject({ firstDue: '2026-12-04', due: '2026-12-30' });
  });

  test('what was verified before the pause keeps its days after it', () => {
    const { state } = city(...done('C01'), pause, step(SB, EARLY, resume('2027-05-18', '2027-05-20')));
    expect(state.tasks.C01).toMatchObject({ status: 'verified', due: '2026-12-04' });
  });

  test('only what is postponed is resumed, and not into the past', () => {
    city().when(SB, EARLY, resume(OPENING, CLOSING)).thenRefused('exercise-not-postponed');
    given(exercise, CITY, []).when(SB, EARLY, resume(OPENING, CLOSING)).thenRefused('exercise-unknown');
    city(pause)
      .when(SB, at('2027-04-21'), resume(OPENING, CLOSING))
      .thenRefused('opening-day-passed', { startDate: OPENING, today: '2027-04-21' });
    city(pause).when(POL, EARLY, resume(OPENING, CLOSING)).thenRefused('not-your-body');
  });

  test('the standing agency does not postpone; only a head cancels', () => {
    city()
      .when(SA, EARLY, postpone)
      .thenRefused('not-your-body', { allowed: ['tam-ky.SB', 'tam-ky.MPC'] });
    city()
      .when(MPC, EARLY, cancel)
      .thenRefused('head-only', { allowed: ['tam-ky.SB', 'tam-ky.MPC'] });
    city().when(SB, EARLY, cancel).thenExactly({ type: 'ExerciseCancelled', reason: 'cấp trên quyết định' });
  });

  test('a postponed exercise may be cancelled; a cancelled one stays so', () => {
    city(pause).when(SB, EARLY, cancel).thenExactly({ type: 'ExerciseCancelled', reason: 'cấp trên quyết định' });
    const cancelled = city(pause, step(SB, EARLY, cancel));
    expect(cancelled.state).toMatchObject({ phase: 'cancelled', postponed: null });
    cancelled.when(SB, EARLY, cancel).thenRefused('exercise-not-active', { phase: 'cancelled' });
    cancelled.when(SB, EARLY, resume(OPENING, CLOSING)).thenRefused('exercise-not-postponed');
  });

  test('a draft is not moved or postponed', () => {
    for (const command of [reschedule(OPENING, CLOSING), postpone, adopt])
      given(exercise, CITY, draftedCity)
        .when(SB, EARLY, command)
        .thenRefused('exercise-not-active', { phase: 'draft' });
  });

  test('a draft opened by mistake is taken back by those who may open one', () => {
    const draft = given(exercise, CITY, draftedCity);
    for (const by of [SA, MPC])
      draft.when(by, EARLY, cancel).thenExactly({ type: 'ExerciseCancelled', reason: 'cấp trên quyết định' });
    draft.when(POL, EARLY, cancel).thenRefused('not-your-body', { body: 'tam-ky.POL' });
    given(exercise, COMMUNE, draftedCommune)
      .when(CMC, EARLY, cancel)
      .thenExactly({ type: 'ExerciseCancelled', reason: 'cấp trên quyết định' });
    given(exercise, CITY, []).when(SA, EARLY, cancel).thenRefused('exercise-unknown');
  });
});
