import { describe, expect, test } from '@jest/globals';
import {
  addWorkingDays,
  CALENDAR,
  createCalendar,
  dueDate,
  isWorkingDay,
  parseOffset,
  workingDaysBetween,
} from '../../../domain/calendar/index.ts';
import { Evidence, type ExerciseState, exercise, openTasks } from '../../../domain/exercise/index.ts';
import { SYSTEM } from '../../../domain/people.ts';
import { followUpsOf } from '../../../domain/registry.ts';
import { StreamId } from '../../../domain/streams.ts';
import { localDate } from '../../../domain/time.ts';
import { at, type Command, given, knowing, member, type Step, send, step } from '../../support/domain.ts';
import {
  CITY,
  CLOSING,
  CMC,
  COMMUNE,
  cityThrough,
  communeThrough,
  done,
  draftedCity,
  draftedCommune,
  EARLY,
  evidence,
  MPC,
  OPENING,
  POL,
  paper,
  plannedCity,
  plannedCommune,
  reviewingCity,
  runningCity,
  SA,
  SB,
  SB_MEMBER,
  submit,
} from './season.ts';

const city = (...steps: Step[]) => given(exercise, CITY, [...plannedCity, ...steps]);
const reschedule = (startDate: string, endDate: string): Command => ({
  type: 'RescheduleExercise',
  startDate,
  endDate,
  reason: 'bão số 4',
});
const postpone: Command = { type: 'PostponeExercise', reason: 'bão số 4' };
const resume = (startDate: string, endDate: string): Command => ({
  ...reschedule(startDate, endDate),
  type: 'ResumeExercise',
});
const cancel: Command = { type: 'CancelExercise', reason: 'cấp trên quyết định' };
const adopt: Command = { type: 'AdoptCalendar', reason: 'quyết định nghỉ Tết' };
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
