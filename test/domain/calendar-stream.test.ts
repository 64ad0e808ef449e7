/** The calendar kept by the staff: a year entered or replaced, and the exercises that follow it. */
import { describe, expect, test } from '@jest/globals';
import { addWorkingDays, CALENDAR, isWorkingDay } from '../../domain/calendar/index.ts';
import { type CalendarState, calendar, calendarOf } from '../../domain/calendar/stream.ts';
import { fold } from '../../domain/decider.ts';
import { type ExerciseState, exercise } from '../../domain/exercise/index.ts';
import { SYSTEM } from '../../domain/people.ts';
import { followUpsOf } from '../../domain/registry.ts';
import { CALENDAR_STREAM, StreamId } from '../../domain/streams.ts';
import { localDate } from '../../domain/time.ts';
import { at, type Command, given, knowing, member, send, step } from '../support/domain.ts';
import { CITY, cityThrough, draftedCity, EARLY, POL, plannedCity, SA, SB } from './exercise/season.ts';
import { year2028 } from './ladder/occurrences.ts';

const entered = (...past: Parameters<typeof step>[]) =>
  given(
    calendar,
    CALENDAR_STREAM,
    past.map((each) => step(...each)),
  );
const shipped = CALENDAR.years[2027];
if (!shipped) throw new Error('the tables hold 2027');
/** Tết 2027 with Thursday 11 February off too. */
const longTet: Command = {
  type: 'EnterYear',
  table: { ...shipped, off: [...shipped.off, '2027-02-11'].sort(), source: 'Thông báo của Thủ tướng' },
  reason: 'Nghỉ Tết thêm một ngày',
  paper: { number: '112/TB', date: '2026-10-01', issuer: 'Văn phòng Chính phủ' },
};

describe('a year is entered', () => {
  test('with its table, its reason and what stood before', () => {
    const { table, reason } = year2028() as unknown as { table: object; reason: string };
    entered()
      .when(SA, EARLY, year2028())
      .thenExactly({ type: 'YearEntered', table, previous: null, reason, paper: null, files: [] });
    entered()
      .when(member('tam-ky.PC'), EARLY, longTet)
      .thenExactly(
        expect.objectContaining({
          previous: shipped,
          paper: longTet.paper,
          reason: 'Nghỉ Tết thêm một ngày',
        }) as unknown as Command,
      );
  });

  test('days come in order, whatever the order they are typed in', () => {
    const typed = year2028({ off: ['2028-09-01', '2028-01-28', '2028-01-26', '2028-05-01', '2028-01-27'] });
    entered([SA, EARLY, year2028()]).when(SA, EARLY, typed).thenRefused('calendar-unchanged', { year: 2028 });
  });

  test('takes the place of the shipped one; the other years stay', () => {
    const before = calendarOf(calendar.initial);
    const after = calendarOf(entered([SA, EARLY, longTet]).state);
    expect([before, before.version]).toEqual([CALENDAR, '2026-11-01']);
    expect(after.version).toBe('2026-11-01+1');
    expect([isWorkingDay(before, localDate('2027-02-11')), isWorkingDay(after, localDate('2027-02-11'))]).toEqual([
      true,
      false,
    ]);
    expect(after.years[2026]).toBe(CALENDAR.years[2026]);
    expect(() => addWorkingDays(after, localDate('2027-12-30'), 5)).toThrow('calendar-year-missing');
    const longer = calendarOf(entered([SA, EARLY, longTet], [SA, EARLY, year2028()]).state);
    expect(longer.version).toBe('2026-11-01+2');
    expect(addWorkingDays(longer, localDate('2027-12-31'), 1)).toBe('2028-01-03');
  });

  test('is the same object as long as the state is: what was counted on it stays counted', () => {
    const { state } = entered([SA, EARLY, longTet]);
    expect(calendarOf(state)).toBe(calendarOf(state));
    const again = fold(calendar, [], state) as CalendarState;
    expect(calendarOf(again)).toBe(calendarOf(state));
  });

  test("by those who keep it: standing agency, military party committee, People's Committee", () => {
    entered().when(POL, EARLY, year2028()).thenRefused('calendar-keeper', { body: 'tam-ky.POL' });
    entered().when(SB, EARLY, year2028()).thenRefused('calendar-keeper');
    for (const code of ['SA', 'MPC', 'PC'])
      entered()
        .when(member(`tan-thanh.${code}`), EARLY, year2028())
        .thenExactly(expect.anything() as unknown as Command);
  });

  test('again only when something changes: a day, the source, or how sure it is', () => {
    const first = entered([SA, EARLY, year2028()]);
    first.when(SA, EARLY, year2028()).thenRefused('calendar-unchanged', { year: 2028 });
    for (const change of [{ source: 'Quyết định 1' }, { status: 'official' }, { madeUp: ['2028-02-05'] }, { days: {} }])
      first.when(SA, EARLY, year2028(change)).thenExactly(expect.anything() as unknown as Command);
    entered()
      .when(SA, EARLY, { type: 'EnterYear', table: shipped, reason: 'x' })
      .thenRefused('calendar-unchanged', { year: 2027 });
  });

  test.each([
    ['a day of another year', { off: ['2027-01-26'] }],
    ['a weekend that is off already', { off: ['2028-01-29'] }],
    ['a make-up day that is not a Saturday', { madeUp: ['2028-02-04'] }],
    ['a day named twice', { off: ['2028-01-26', '2028-01-26'] }],
    ['a status for a day of another year', { days: { '2027-05-01': 'official' } }],
    ['a day that does not exist', { off: ['2028-02-30'] }],
    ['no source', { source: ' ' }],
    ['a year before all calendars', { year: 1900 }],
    ['a field that no table has', { holidays: [] }],
  ])('%s is refused by the shape of the table', (_, change) => {
    entered().when(SA, EARLY, year2028(change)).thenInvalid();
  });
});

describe('exercises follow', () => {
  const world = (...past: readonly (readonly [string, ExerciseState])[]) => knowing(...past);
  const file = (past: Parameters<typeof given>[2], id = CITY) =>
    [id, given(exercise, CITY, past as never).state] as const;
  const commands = (context: ReturnType<typeof knowing>, command: Command) => {
    const { facts } = send(CALENDAR_STREAM, calendar.initial, step(SA, EARLY, command), context);
    return followUpsOf(CALENDAR_STREAM, calendar.initial, facts);
  };

  test('each that is under way near that year, and no other, once', () => {
    const near = world(
      file(plannedCity),
      file(draftedCity, 'exercise/only-drafted'),
      file([...plannedCity, step(SB, EARLY, { type: 'CancelExercise', reason: 'x' })] as never, 'exercise/called-off'),
    );
    expect(commands(near, longTet)).toEqual([
      {
        stream: CITY,
        commandId: `${CALENDAR_STREAM}/1/0`,
        at: EARLY,
        command: { type: 'FollowCalendar', version: '2026-11-01+1', reason: 'Nghỉ Tết thêm một ngày' },
      },
    ]);
    expect(commands(near, year2028()).map(({ stream }) => stream)).toEqual([CITY]); // rungs reach into 2028
    const far = { ...year2028(), table: { ...(year2028().table as object), year: 2029, off: [], days: {} } };
    expect(commands(near, far)).toEqual([]);
  });

  const state = given(exercise, CITY, cityThrough('G2')).state;
  const changed = calendarOf(entered([SA, EARLY, longTet]).state);
  const follow: Command = { type: 'FollowCalendar', version: changed.version, reason: 'Nghỉ Tết' };
  const context = { ...knowing(), calendar: changed };

  test('and move exactly the open deadlines that the table touches, as if they had adopted it themselves', () => {
    const { facts } = send(CITY, state, step(SYSTEM, EARLY, follow), context);
    const adopted = send(CITY, state, step(SA, EARLY, { type: 'AdoptCalendar', reason: 'Nghỉ Tết' }), context);
    expect(facts.map(({ by: _, ...fact }) => fact)).toEqual(adopted.facts.map(({ by: _, ...fact }) => fact));
    expect((facts[0] as unknown as { deadlines: object[] }).deadlines.length).toBeGreaterThan(3);
    expect(given(exercise, CITY, cityThrough('G2')).state.calendarVersion).toBe(CALENDAR.version);
  });

  test('a second telling, a draft, a file put off or ended: nothing, and no refusal', () => {
    const { state: followed } = send(CITY, state, step(SYSTEM, EARLY, follow), context);
    const silent = (of: ExerciseState) =>
      expect(send(CITY, of, step(SYSTEM, at('2026-10-07'), follow), context).facts).toEqual([]);
    silent(followed as ExerciseState);
    silent(given(exercise, CITY, draftedCity).state);
    silent(exercise.initial);
    for (const type of ['PostponeExercise', 'CancelExercise'])
      silent(given(exercise, CITY, [...plannedCity, step(SB, EARLY, { type, reason: 'x' })]).state);
  });

  test('a calendar that moves nothing is on record all the same', () => {
    const { facts } = send(CITY, state, step(SYSTEM, EARLY, follow), {
      ...knowing(),
      calendar: calendarOf(entered([SA, EARLY, year2028()]).state),
    });
    expect(facts).toMatchObject([{ type: 'CalendarAdopted', calendarVersion: '2026-11-01+1', deadlines: [] }]);
  });

  test('only the calendar asks it', () => {
    given(exercise, CITY, plannedCity).when(SA, EARLY, follow).thenInvalid();
    const meta = { stream: StreamId.parse(CITY), commandId: 'c', at: EARLY, by: SA };
    expect(() => exercise.decide(follow as never, state, meta, context)).toThrow('system-only');
  });
});
