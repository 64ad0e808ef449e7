/** What a change of the city means for its communes. */
import { describe, expect, test } from '@jest/globals';
import { CALENDAR, workingDaysBetween } from '../../../domain/calendar/index.ts';
import { exercise } from '../../../domain/exercise/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { followUpsOf } from '../../../domain/registry.ts';
import { StreamId } from '../../../domain/streams.ts';
import { localDate } from '../../../domain/time.ts';
import { at, type Command, given, knowing, member, type Step, send, step } from '../../support/domain.ts';
import { cancel, city, postpone, reschedule, resume } from './schedule-case.ts';
import {
  CITY,
  CLOSING,
  CMC,
  COMMUNE,
  communeThrough,
  draftedCommune,
  EARLY,
  OPENING,
  plannedCommune,
  SB,
} from './season.ts';

const MOVES = ['rescheduled', 'resumed'];

describe('a commune follows its city', () => {
  const from = { startDate: OPENING, endDate: CLOSING };
  const to = { startDate: '2027-05-18', endDate: '2027-05-20' };
  const follow = (change: string, more: object = { from: null, to: null }): Command => ({
    type: 'FollowCity',
    change,
    reason: 'bão số 4',
    ...more,
  });
  const moved = follow('rescheduled', { from, to });
  const resumed = follow('resumed', { from, to });
  /** With the days of the city, where it moved. */
  const note = (
    change: string,
    because: string,
    days: object = MOVES.includes(change) ? { from, to } : {},
  ): Command => ({
    type: 'CityChangeNoted',
    change,
    reason: 'bão số 4',
    because,
    ...days,
  });
  const commune = (past: readonly Step[]) => given(exercise, COMMUNE, past);

  test('the city tells it: moved, postponed, resumed, cancelled', () => {
    const attached = step(SYSTEM, EARLY, { type: 'AttachCommune', exercise: 'tan-thanh-2027' });
    const told = (past: Step[], command: Command) => {
      const { state } = city(attached, ...past);
      return followUpsOf(StreamId.parse(CITY), state, send(CITY, state, step(SB, EARLY, command)).facts).map(
        (each) => each.command,
      );
    };
    expect(told([], reschedule('2027-05-18', '2027-05-20'))).toEqual([moved]);
    expect(told([], postpone)).toEqual([follow('postponed')]);
    expect(told([step(SB, EARLY, postpone)], resume('2027-05-18', '2027-05-20'))).toEqual([resumed]);
    expect(told([], cancel)).toEqual([{ ...follow('cancelled'), reason: 'cấp trên quyết định' }]);
  });

  test.each([
    ['planned', plannedCommune],
    ['preparing', communeThrough('G0')],
    ['ready', communeThrough('G6')],
  ])('%s, it keeps its distance to the opening of the city in working days, and its length', (phase, past) => {
    const { state } = commune(past);
    const { facts, state: after } = send(COMMUNE, state, step(SYSTEM, EARLY, moved));
    // 13 April lies four working days before 20 April (16 April is off); 12 May lies four before 18 May
    expect(facts.map((fact) => fact)).toMatchObject([
      {
        type: 'ExerciseRescheduled',
        followsCity: true,
        from: { startDate: '2027-04-13' },
        to: { startDate: '2027-05-12', endDate: '2027-05-13' },
      },
    ]);
    expect(after).toMatchObject({ phase, startDate: '2027-05-12' });
    expect(workingDaysBetween(CALENDAR, localDate('2027-05-12'), localDate('2027-05-18'))).toBe(4);
  });

  test('it rests with the city and goes on with it', () => {
    commune(plannedCommune)
      .when(SYSTEM, EARLY, follow('postponed'))
      .thenExactly({ type: 'ExercisePostponed', reason: 'bão số 4', followsCity: true });
    const resting = [...plannedCommune, step(SYSTEM, EARLY, follow('postponed'))];
    expect(send(COMMUNE, commune(resting).state, step(SYSTEM, EARLY, resumed)).facts).toMatchObject([
      { type: 'ExerciseResumed', followsCity: true, to: { startDate: '2027-05-12' } },
    ]);
  });

  test('in another state than its city it takes note', () => {
    const resting = [...plannedCommune, step(SYSTEM, EARLY, follow('postponed'))];
    commune(resting).when(SYSTEM, EARLY, follow('postponed')).thenExactly(note('postponed', 'postponed'));
    commune(resting).when(SYSTEM, EARLY, moved).thenExactly(note('rescheduled', 'postponed'));
    commune(plannedCommune).when(SYSTEM, EARLY, resumed).thenExactly(note('resumed', 'not-postponed'));
    commune(plannedCommune)
      .when(SYSTEM, EARLY, follow('rescheduled'))
      .thenExactly(note('rescheduled', 'no-days', {}));
  });

  test('it is asked, not cancelled, when the city is', () => {
    commune(plannedCommune).when(SYSTEM, EARLY, follow('cancelled')).thenExactly(note('cancelled', 'asked'));
  });

  test.each([
    ['none', [] as readonly Step[]],
    ['draft', draftedCommune],
    ['running', [...communeThrough('G6'), step(SB, at('2027-04-13'), { type: 'OpenRun' })]],
    ['reviewing', communeThrough('G7')],
    ['closed', communeThrough('G9')],
    ['cancelled', [...plannedCommune, step(SB, EARLY, cancel)]],
  ])('%s, it takes note of every change and stays as it is', (phase, past) => {
    for (const command of [moved, resumed, follow('postponed'), follow('cancelled')])
      commune(past)
        .when(SYSTEM, EARLY, command)
        .thenExactly(note(String(command.change), `phase:${phase}`));
  });

  test('it does not move into the past', () => {
    const days = { from, to: { startDate: '2027-04-21', endDate: '2027-04-23' } };
    const late = follow('rescheduled', days);
    commune(plannedCommune)
      .when(SYSTEM, at('2027-04-15'), late)
      .thenExactly(note('rescheduled', 'opening-day-passed', days));
  });

  test('it takes note where its own days would leave the calendar', () => {
    const days = { from, to: { startDate: '2027-12-31', endDate: '2027-12-31' } };
    const last = follow('rescheduled', days);
    commune(plannedCommune)
      .when(SYSTEM, EARLY, last)
      .thenExactly(note('rescheduled', 'calendar-year-missing', days));
  });

  test('no person sends it', () => {
    commune(plannedCommune).when(CMC, EARLY, moved).thenInvalid();
    const meta = { stream: StreamId.parse(COMMUNE), commandId: 'c', at: EARLY, by: CMC };
    expect(() => exercise.decide(moved as never, commune(plannedCommune).state, meta, knowing())).toThrow(
      'system-only',
    );
  });

  test('a commune is led by the boards of its superior', () => {
    commune(plannedCommune)
      .when(member('tan-thanh.SB'), EARLY, postpone)
      .thenRefused('not-your-body', { allowed: ['tam-ky.SB', 'tam-ky.MPC'] });
    commune(plannedCommune)
      .when(CMC, EARLY, reschedule('2027-05-12', '2027-05-13'))
      .thenExactly(expect.objectContaining({ followsCity: false }) as unknown as Command);
  });
});
