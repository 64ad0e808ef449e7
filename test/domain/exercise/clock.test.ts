import { describe, expect, test } from '@jest/globals';
import { CALENDAR } from '../../../domain/calendar/index.ts';
import type { Fact } from '../../../domain/decider.ts';
import type { ClockEvent } from '../../../domain/exercise/index.ts';
import { daysLeft, type ExerciseState, exercise } from '../../../domain/exercise/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { StreamId } from '../../../domain/streams.ts';
import { type Instant, localDate } from '../../../domain/time.ts';
import { at, type Command, given, head, knowing, type Step, send, step } from '../../support/domain.ts';
import { CITY, cityThrough, done, draftedCity, EARLY, OPENING, POL, plannedCity, SA, SB, submit } from './season.ts';

const OBSERVE = { type: 'ObserveTime', due: EARLY };
const after = (...past: readonly Step[]) => given(exercise, CITY, past).state;
const due = (state: ExerciseState): Instant | null => exercise.nextDue(state, knowing());

/** What the clock says of one task when it is observed at an instant, and the state after. */
const observe = (state: ExerciseState, now: Instant) => {
  const { facts, state: next } = send(CITY, state, step(SYSTEM, now, OBSERVE));
  return { told: facts as unknown as Fact<ClockEvent>[], state: next as ExerciseState };
};
/** Follows the alarm from due to due until a day, as the workflow does. */
const follow = (state: ExerciseState, until: Instant) => {
  const told: Fact<ClockEvent>[] = [];
  let now = state;
  for (let next = due(now); next !== null && next <= until; next = due(now)) {
    const seen = observe(now, next);
    told.push(...seen.told);
    now = seen.state;
    if (due(now) === next) throw new Error(`the alarm of ${next} rings for ever`);
  }
  return { told, state: now };
};
const line = (fact: Fact<ClockEvent>): string =>
  `${fact.rung} ${fact.rungAt.slice(0, 10)} ${fact.daysLeft} ${fact.to} ${fact.post}`;
const lines = (told: readonly Fact<ClockEvent>[], task: string): string[] =>
  told.filter((fact) => fact.task === task).map(line);

describe('the ladder', () => {
  test('7, 3 and 1 working days before, overdue every working morning, the head at +1, the board at +3', () => {
    const { told } = follow(after(...plannedCity), at('2026-12-11', 8));
    expect(lines(told, 'C01')).toEqual([
      'before7 2026-11-25 7 tam-ky.SA member', // 24 November is off
      'before3 2026-12-01 3 tam-ky.SA member',
      'before1 2026-12-03 1 tam-ky.SA member',
      'overdue 2026-12-07 -1 tam-ky.SA member',
      'head 2026-12-07 -1 tam-ky.SA head',
      'overdue 2026-12-08 -2 tam-ky.SA member',
      'overdue 2026-12-09 -3 tam-ky.SA member',
      'board 2026-12-09 -3 tam-ky.SB head',
      'overdue 2026-12-10 -4 tam-ky.SA member',
      'overdue 2026-12-11 -5 tam-ky.SA member',
    ]);
    expect(told.every((fact) => fact.rungAt.endsWith('T01:00:00.000Z') && fact.lateMinutes === 0)).toBe(true);
    expect(new Set(told.map((fact) => `${fact.type} ${fact.rung}`))).toEqual(
      new Set([
        'TaskReminded before7',
        'TaskReminded before3',
        'TaskReminded before1',
        'TaskReminded overdue',
        'TaskEscalated head',
        'TaskEscalated board',
      ]),
    );
  });

  test('the first alarm stands at 08:00 in Vietnam, seven working days before the first deadline', () => {
    expect(due(after(...plannedCity))).toBe(at('2026-11-25', 8));
    given(exercise, CITY, plannedCity)
      .when(SYSTEM, at('2026-11-25', 7, 59), OBSERVE)
      .thenExactly();
    given(exercise, CITY, plannedCity)
      .when(SYSTEM, at('2026-11-25', 8), OBSERVE)
      .thenExactly({
        type: 'TaskReminded',
        task: 'C01',
        rung: 'before7',
        audience: 'owner',
        to: 'tam-ky.SA',
        post: 'member',
        deadline: '2026-12-04',
        daysLeft: 7,
        rungAt: at('2026-11-25', 8),
        lateMinutes: 0,
        waitsOn: [],
      });
  });

  test('a ladder over Tết skips its days', () => {
    // C17 is due on Monday 15 February 2027; 4, 5, 8, 9 and 10 February are off
    const { told } = follow(after(...cityThrough('G3')), at('2027-02-22', 8));
    expect(lines(told, 'C17')).toEqual([
      'before7 2027-01-28 7 tam-ky.POL member',
      'before3 2027-02-03 3 tam-ky.POL member',
      'before1 2027-02-12 1 tam-ky.POL member',
      'overdue 2027-02-16 -1 tam-ky.POL member',
      'head 2027-02-16 -1 tam-ky.POL head',
      'overdue 2027-02-17 -2 tam-ky.POL member',
      'overdue 2027-02-18 -3 tam-ky.POL member',
      'board 2027-02-18 -3 tam-ky.SB head',
      'overdue 2027-02-19 -4 tam-ky.POL member',
      'overdue 2027-02-22 -5 tam-ky.POL member',
    ]);
    expect(told.filter((fact) => fact.rungAt >= at('2027-02-04', 0) && fact.rungAt < at('2027-02-11', 0))).toEqual([]);
  });

  test('a make-up Saturday is a working morning', () => {
    const plan = { type: 'PlanExercise', startDate: '2026-08-24', endDate: '2026-08-25' };
    const summer = [...draftedCity, step(SA, EARLY, plan)].map((each) => ({ ...each, at: at('2026-02-10') }));
    // C34 is due two working days before Monday 24 August: Saturday 22 August is worked
    const { told } = follow(after(...summer), at('2026-08-24', 8));
    expect(lines(told, 'C34').slice(2)).toEqual([
      'before1 2026-08-20 1 tam-ky.SB member',
      'overdue 2026-08-22 -1 tam-ky.SB member',
      'head 2026-08-22 -1 tam-ky.SB head',
      'overdue 2026-08-24 -2 tam-ky.SB member',
    ]);
  });

  test('a deadline on a day off is late from the first working morning after it', () => {
    const plan = { type: 'PlanExercise', startDate: OPENING, endDate: '2027-04-25' };
    const { told } = follow(after(...draftedCity, step(SA, EARLY, plan)), at('2027-04-28', 8));
    expect(lines(told, 'C36')).toEqual([
      'before7 2027-04-14 6 tam-ky.SB member', // after today: the Sunday itself is none
      'before3 2027-04-21 2 tam-ky.SB member',
      'before1 2027-04-23 0 tam-ky.SB member',
      'overdue 2027-04-26 -1 tam-ky.SB member',
      'head 2027-04-26 -1 tam-ky.SB head',
      'overdue 2027-04-27 -2 tam-ky.SB member',
      'overdue 2027-04-28 -3 tam-ky.SB member',
      'board 2027-04-28 -3 tam-ky.SB head',
    ]);
  });

  test('lateness counts the working days since the deadline, so a weekend adds none', () => {
    const left = (today: string) => daysLeft(CALENDAR, localDate('2026-12-04'), localDate(today));
    expect(['2026-12-03', '2026-12-04', '2026-12-05', '2026-12-06', '2026-12-07'].map(left)).toEqual([1, 0, 0, 0, -1]);
  });
});

describe('who is told', () => {
  test('a submitted task addresses its verifier, whose turn it is', () => {
    const { told } = follow(after(...plannedCity, step(SA, EARLY, submit('C01'))), at('2026-12-09', 8));
    expect(lines(told, 'C01').filter((_, n) => n > 1)).toEqual([
      'before1 2026-12-03 1 tam-ky.SB member',
      'overdue 2026-12-07 -1 tam-ky.SB member',
      'head 2026-12-07 -1 tam-ky.SB head',
      'overdue 2026-12-08 -2 tam-ky.SB member',
      'overdue 2026-12-09 -3 tam-ky.SB member',
      'board 2026-12-09 -3 tam-ky.SB head',
    ]);
    const police = follow(after(...cityThrough('G3'), step(POL, EARLY, submit('C17'))), at('2027-01-28', 8));
    expect(lines(police.told, 'C17')).toEqual(['before7 2027-01-28 7 tam-ky.SA member']);
  });

  test('a waiting task says what it waits on', () => {
    const { told } = follow(after(...plannedCity), at('2026-11-30', 8));
    expect(told.filter((fact) => fact.task === 'C02')).toMatchObject([{ rung: 'before7', waitsOn: ['C01'] }]);
    const open = follow(after(...plannedCity, ...done('C01')), at('2026-11-30', 8));
    expect(open.told.filter((fact) => fact.task === 'C02')).toMatchObject([{ rung: 'before7', waitsOn: [] }]);
  });

  test('a done task is never spoken of', () => {
    const waived = step(SB, EARLY, { type: 'WaiveTask', task: 'C02', reason: 'đã có chủ trương' });
    const { told } = follow(after(...plannedCity, ...done('C01'), waived), at('2027-01-15', 8));
    expect(told.filter((fact) => fact.task === 'C01' || fact.task === 'C02')).toEqual([]);
  });
});

describe('an outage', () => {
  test('each missed rung sounds once, in order, and says how late it is', () => {
    const { told, state } = observe(after(...plannedCity), at('2026-12-10', 14, 30));
    expect(
      told
        .filter((fact) => fact.task === 'C01')
        .map((fact) => [fact.rung, fact.rungAt, fact.lateMinutes, fact.daysLeft]),
    ).toEqual([
      ['before7', at('2026-11-25', 8), 15 * 1440 + 390, -4],
      ['before3', at('2026-12-01', 8), 9 * 1440 + 390, -4],
      ['before1', at('2026-12-03', 8), 7 * 1440 + 390, -4],
      ['overdue', at('2026-12-07', 8), 3 * 1440 + 390, -4],
      ['head', at('2026-12-07', 8), 3 * 1440 + 390, -4],
      ['board', at('2026-12-09', 8), 1440 + 390, -4],
    ]);
    expect(told.map((fact) => fact.rungAt)).toEqual(told.map((fact) => fact.rungAt).sort());
    expect(observe(state, at('2026-12-10', 14, 30)).told).toEqual([]);
    expect(due(state)).toBe(at('2026-12-11', 8));
    expect(lines(observe(state, at('2026-12-11', 8)).told, 'C01')).toEqual(['overdue 2026-12-11 -5 tam-ky.SA member']);
  });

  test('the same alarm rung twice says nothing the second time', () => {
    const first = observe(after(...plannedCity), at('2026-11-25', 8));
    expect(first.told).toHaveLength(1);
    expect(observe(first.state, at('2026-11-25', 8)).told).toEqual([]);
    expect(observe(first.state, at('2026-11-25', 7)).told).toEqual([]);
  });

  test('a file planned late warns its heads the next working morning, not of what was never missed', () => {
    const plan = { type: 'PlanExercise', startDate: OPENING, endDate: '2027-04-22' };
    const late = after(...draftedCity, step(SA, at('2026-12-18', 10), plan));
    expect(due(late)).toBe(at('2026-12-21', 8));
    expect(lines(observe(late, at('2026-12-21', 8)).told, 'C01')).toEqual([
      'overdue 2026-12-21 -11 tam-ky.SA member',
      'head 2026-12-21 -11 tam-ky.SA head',
      'board 2026-12-21 -11 tam-ky.SB head',
    ]);
  });
});

describe('a deadline that moves', () => {
  const reschedule = (startDate: string, endDate: string): Command => ({
    type: 'RescheduleExercise',
    startDate,
    endDate,
    reason: 'bão',
  });

  test('leaves its old rungs silent and starts its own ladder', () => {
    const first = follow(after(...plannedCity), at('2026-12-01', 8));
    const moved = send(CITY, first.state, step(SA, at('2026-12-02'), reschedule('2027-05-18', '2027-05-20')))
      .state as ExerciseState;
    expect(moved.tasks.C01?.due).toBe('2026-12-30');
    expect(due(moved)).toBe(at('2026-12-21', 8));
    const { told } = follow(moved, at('2026-12-31', 8));
    expect(lines(told, 'C01').map((each) => each.slice(0, 18))).toEqual([
      'before7 2026-12-21',
      'before3 2026-12-25',
      'before1 2026-12-29',
      'overdue 2026-12-31',
      'head 2026-12-31 -1',
    ]);
  });

  test('an extension in the last minute keeps the board out', () => {
    const late = follow(after(...plannedCity), at('2026-12-08', 8)).state;
    const ask = step(SA, at('2026-12-09', 7, 58), {
      type: 'RequestExtension',
      task: 'C01',
      until: '2026-12-09',
      reason: 'chờ ký',
    });
    const asked = send(CITY, late, ask).state;
    const extended = send(
      CITY,
      asked,
      step(SB, at('2026-12-09', 7, 59), { type: 'DecideExtension', task: 'C01', granted: true, reason: 'được' }),
    ).state as ExerciseState;
    expect(lines(observe(extended, at('2026-12-09', 8)).told, 'C01')).toEqual([]);
    expect(lines(follow(extended, at('2026-12-10', 8)).told, 'C01')).toEqual([
      'overdue 2026-12-10 -1 tam-ky.SA member',
      'head 2026-12-10 -1 tam-ky.SA head',
    ]);
  });

  test('moved earlier, what is already missed is told the next working morning', () => {
    const moved = send(CITY, after(...plannedCity), step(SA, at('2026-12-01'), reschedule('2027-03-30', '2027-04-01')))
      .state as ExerciseState;
    expect(moved.tasks.C01?.due).toBe('2026-11-13');
    expect(lines(observe(moved, at('2026-12-02', 8)).told, 'C01')).toEqual([
      'overdue 2026-12-02 -12 tam-ky.SA member', // 24 November is off
      'head 2026-12-02 -12 tam-ky.SA head',
      'board 2026-12-02 -12 tam-ky.SB head',
    ]);
  });

  test('a postponed, cancelled, drafted or closed file is silent', () => {
    const pause = step(SB, EARLY, { type: 'PostponeExercise', reason: 'bão' });
    const cancel = step(SB, EARLY, { type: 'CancelExercise', reason: 'bão' });
    for (const past of [[], draftedCity, [...plannedCity, pause], [...plannedCity, cancel], cityThrough('G9')]) {
      expect(due(after(...past))).toBeNull();
      given(exercise, CITY, past).when(SYSTEM, at('2027-12-01'), OBSERVE).thenExactly();
    }
  });

  test('after the pause, rungs that fell into it are not made up for', () => {
    const pause = step(SB, at('2026-11-20'), { type: 'PostponeExercise', reason: 'bão' });
    const resume = step(SB, at('2026-12-02'), {
      type: 'ResumeExercise',
      startDate: OPENING,
      endDate: '2027-04-22',
      reason: 'bão tan',
    });
    const { told } = follow(after(...plannedCity, pause, resume), at('2026-12-07', 8));
    expect(lines(told, 'C01').map((each) => each.split(' ')[0])).toEqual(['before1', 'overdue', 'head']);
  });
});

describe('where the calendar ends', () => {
  // E+30 of 18 November 2027 is Friday 31 December; its later rungs would stand in 2028, which has no table
  const plan = { type: 'PlanExercise', startDate: '2027-11-17', endDate: '2027-11-18' };
  const last = after(...draftedCity, step(SA, at('2027-06-01'), plan));

  test('the rungs that the tables reach still sound', () => {
    expect(last.tasks.C40?.due).toBe('2027-12-31');
    const { told, state } = follow(last, at('2028-02-01'));
    expect(lines(told, 'C40')).toEqual([
      'before7 2027-12-22 7 tam-ky.FIN member',
      'before3 2027-12-28 3 tam-ky.FIN member',
      'before1 2027-12-30 1 tam-ky.FIN member',
    ]);
    expect(due(state)).toBeNull();
  });

  test('an observation beyond the tables is not refused; days are then counted on the morning of the rung', () => {
    const { told } = observe(last, at('2028-01-05'));
    expect(lines(told, 'C40').at(-1)).toBe('before1 2027-12-30 1 tam-ky.FIN member');
    expect(
      lines(told, 'C39')
        .slice(-2)
        .map((each) => each.split(' ')[0]),
    ).toEqual(['head', 'board']);
  });
});

test('only the clock observes the time', () => {
  given(exercise, CITY, plannedCity).when(SA, EARLY, OBSERVE).thenInvalid();
  const meta = { stream: StreamId.parse(CITY), commandId: 'c', at: EARLY, by: head('tam-ky.SB') };
  expect(() => exercise.decide(OBSERVE as never, after(...plannedCity), meta, knowing())).toThrow('system-only');
});
