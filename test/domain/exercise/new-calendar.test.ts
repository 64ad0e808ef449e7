/** Deadlines under a new calendar, and work that a move opens again. */
import { describe, expect, test } from '@jest/globals';
import {
  addWorkingDays,
  CALENDAR,
  createCalendar,
  dueDate,
  isWorkingDay,
  parseOffset,
} from '../../../domain/calendar/index.ts';
import { Evidence, type ExerciseState, exercise, openTasks } from '../../../domain/exercise/index.ts';
import { localDate } from '../../../domain/time.ts';
import { at, type Command, given, knowing, member, send, step } from '../../support/domain.ts';
import { adopt, city } from './schedule-case.ts';
import {
  CITY,
  CLOSING,
  cityThrough,
  EARLY,
  evidence,
  OPENING,
  POL,
  paper,
  runningCity,
  SA,
  SB,
  submit,
} from './season.ts';

describe('a new calendar', () => {
  const year = CALENDAR.years[2027];
  if (!year) throw new Error('the tables hold 2027');
  /** Tết 2027 with Thursday 11 February off too. */
  const changed = {
    ...knowing(),
    calendar: createCalendar('2026-12-01', [
      ...Object.values(CALENDAR.years),
      { ...year, off: [...year.off, localDate('2027-02-11')].sort() },
    ]),
  };

  test('moves exactly the open deadlines that it touches', () => {
    const past = cityThrough('G2');
    const { state } = given(exercise, CITY, past);
    const { facts } = send(CITY, state, step(SA, EARLY, adopt), changed);
    const touched = openTasks(state).filter((task) => {
      const anchor = localDate(task.offset.anchor === 'T' ? OPENING : CLOSING);
      return addWorkingDays(changed.calendar, anchor, task.offset.days) !== task.due;
    });
    expect(touched.length).toBeGreaterThan(3);
    expect(touched.length).toBeLessThan(openTasks(state).length);
    expect(facts).toMatchObject([
      { type: 'CalendarAdopted', calendarVersion: '2026-12-01', reason: 'quyết định nghỉ Tết' },
    ]);
    const [event] = facts as unknown as [{ deadlines: { task: string; from: string; to: string }[] }];
    expect(event.deadlines.map((each) => each.task)).toEqual(touched.map((task) => task.code));
    for (const { from, to } of event.deadlines) {
      expect(to < from).toBe(true);
      expect(isWorkingDay(changed.calendar, localDate(to))).toBe(true);
    }
    const after = given(exercise, CITY, past).when(SA, EARLY, adopt, changed);
    after.thenExactly(expect.objectContaining({ deadlines: event.deadlines }) as unknown as Command);
  });

  test('is on record even when it moves nothing, once', () => {
    const same = { ...knowing(), calendar: createCalendar('v2', Object.values(CALENDAR.years)) };
    city()
      .when(SA, EARLY, adopt, same)
      .thenExactly({ type: 'CalendarAdopted', calendarVersion: 'v2', reason: 'quyết định nghỉ Tết', deadlines: [] });
    city().when(SA, EARLY, adopt).thenExactly();
  });

  test('leaves an extension its working days, also one granted over a day off', () => {
    const ask = { type: 'RequestExtension', task: 'C01', until: '2026-12-09', reason: 'chờ' };
    const extended = city(
      step(SA, EARLY, ask),
      step(SB, EARLY, { type: 'DecideExtension', task: 'C01', granted: true, reason: 'được' }),
    );
    extended.when(SA, EARLY, adopt).thenExactly();
  });

  test('is adopted by those who run the file, during the run too', () => {
    city()
      .when(POL, EARLY, adopt, changed)
      .thenRefused('not-your-body', { allowed: ['tam-ky.SB', 'tam-ky.MPC', 'tam-ky.SA'] });
    given(exercise, CITY, runningCity).when(SA, at(OPENING), adopt).thenExactly();
  });
});

describe('work that is opened again after a move', () => {
  const moved = { type: 'RescheduleExercise', startDate: '2027-05-18', endDate: '2027-05-20', reason: 'bão' };
  const through = [...cityThrough('G1').slice(0, -1), step(SA, EARLY, moved)];
  const C04_DUE = dueDate(CALENDAR, parseOffset('T-75'), {
    startDate: localDate(OPENING),
    endDate: localDate(CLOSING),
  });
  const anew = dueDate(CALENDAR, parseOffset('T-75'), {
    startDate: localDate('2027-05-18'),
    endDate: localDate('2027-05-20'),
  });

  test('by new evidence has the deadline of the new days', () => {
    const revise = { ...submit('C04'), type: 'ReviseEvidence', reason: 'sai số' };
    const by = member('tam-ky.SC');
    const was = given(exercise, CITY, through).state.tasks.C04;
    given(exercise, CITY, through)
      .when(by, EARLY, revise)
      .thenExactly({
        ...{ ...revise, type: 'EvidenceRevised', voided: true },
        deadlines: [{ task: 'C04', from: was?.due, to: anew }],
      });
    const is = given(exercise, CITY, [...through, step(by, EARLY, revise)]).state.tasks.C04;
    expect(is).toMatchObject({ status: 'submitted', due: anew, firstDue: was?.firstDue });
    expect(is?.ladder).toEqual({ observed: EARLY, sounded: [], silentUntil: null });
  });

  test('by a revoked paper too, as its preview says; an extension granted stays in it', () => {
    const ask = { type: 'RequestExtension', task: 'C04', until: addWorkingDays(CALENDAR, C04_DUE, 3), reason: 'x' };
    const extended = [
      ...cityThrough('G0'),
      step(member('tam-ky.SC'), EARLY, ask),
      step(SB, EARLY, { type: 'DecideExtension', task: 'C04', granted: true, reason: 'x' }),
      ...cityThrough('G1').slice(cityThrough('G0').length),
      step(SA, EARLY, moved),
    ];
    const revoke = { type: 'RevokePaper', slot: 'directive', paper: paper('7/QĐ', '2026-10-06'), reason: 'x' };
    const { facts, state } = send(CITY, given(exercise, CITY, extended).state, step(SA, EARLY, revoke));
    const later = addWorkingDays(CALENDAR, anew, 3);
    const [fact] = facts as unknown as [{ deadlines: { task: string; to: string }[]; voids: { tasks: string[] } }]; // one
    expect(fact.deadlines.map(({ task }) => task)).toEqual(fact.voids.tasks);
    expect(fact.deadlines.find(({ task }) => task === 'C04')?.to).toBe(later);
    expect((state as ExerciseState).tasks.C04).toMatchObject({ status: 'returned', due: later }); // of this stream
  });

  test('as older events tell it, without new deadlines, keeps the old one', () => {
    const { state } = given(exercise, CITY, through);
    const proof = Evidence.parse(evidence());
    const old = { type: 'EvidenceRevised', task: 'C04', evidence: proof, reason: 'x', voided: true } as const;
    const fact = { ...old, at: EARLY, by: SA, version: 900 };
    expect(exercise.evolve(state, fact).tasks.C04?.due).toBe(C04_DUE);
  });
});
