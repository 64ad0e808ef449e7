/** A table of a year as the staff type it: what is wrong is named by its day, what is right is kept in order. */
import { describe, expect, test } from '@jest/globals';
import { addWorkingDays, CALENDAR, CalendarYear } from '../../../domain/calendar/index.ts';
import { calendar } from '../../../domain/calendar/stream.ts';
import { Rejection } from '../../../domain/rejection.ts';
import { CALENDAR_STREAM, StreamId } from '../../../domain/streams.ts';
import { localDate } from '../../../domain/time.ts';
import { given, step } from '../../support/domain.ts';
import { EARLY, SA } from '../exercise/season.ts';
import { year2028 } from '../ladder/occurrences.ts';

describe('a table that cannot be right says which day is wrong and why', () => {
  const faults = (change: object): string[] =>
    CalendarYear.safeParse({ ...(year2028().table as object), ...change }).error?.issues.map(
      ({ message }) => message,
    ) ?? [];

  test.each<[change: object, said: string[]]>([
    [{ off: ['2027-01-26'] }, ['2027-01-26 is not in 2028']],
    [{ madeUp: ['2029-01-06'] }, ['2029-01-06 is not in 2028']],
    [{ days: { '2027-05-01': 'official' } }, ['2027-05-01 is not in 2028']],
    [{ off: ['2028-01-29'] }, ['2028-01-29 is a weekend already']],
    [{ madeUp: ['2028-02-04'] }, ['2028-02-04 is not a Saturday']],
    [{ madeUp: ['2028-02-06'] }, ['2028-02-06 is not a Saturday']],
    [{ off: ['2028-01-26', '2028-01-26'] }, ['a day is named twice']],
    [{ off: ['2028-01-26', '2028-01-26'], madeUp: ['2028-02-05'] }, ['a day is named twice']],
    [{ madeUp: ['2028-02-05', '2028-02-05'] }, ['a day is named twice']],
    [
      { off: ['2028-01-29', '2027-01-26'], madeUp: ['2028-02-04'] },
      ['2027-01-26 is not in 2028', '2028-01-29 is a weekend already', '2028-02-04 is not a Saturday'],
    ],
    [{ madeUp: ['2028-02-05'] }, []],
  ])('%j: %j', (change, said) => {
    expect(faults(change)).toEqual(said);
  });
});

describe('the calendar on file', () => {
  const entered = () =>
    given(calendar, CALENDAR_STREAM, [
      step(
        SA,
        EARLY,
        year2028({
          off: ['2028-09-01', '2028-01-26'],
          madeUp: ['2028-09-09', '2028-02-05'],
          days: { '2028-09-01': 'reported', '2028-01-26': 'official', '2028-05-01': 'official' },
        }),
      ),
    ]);

  test('holds days off, made-up days and days of another status each in their order', () => {
    const table = entered().state.years[2028];
    expect([table?.off, table?.madeUp, Object.keys(table?.days ?? {})]).toEqual([
      ['2028-01-26', '2028-09-01'],
      ['2028-02-05', '2028-09-09'],
      ['2028-01-26', '2028-05-01', '2028-09-01'],
    ]);
  });

  test('is listed as kept, with the version in force, and is never closed', () => {
    expect([calendar.initial, entered().state].map((state) => calendar.summary(state))).toEqual([
      { phase: 'kept', orgUnit: '', details: '2026-11-01', closed: false },
      { phase: 'kept', orgUnit: '', details: '2026-11-01+1', closed: false },
    ]);
  });

  test('waits for nothing, and asks for every exercise that is not closed', () => {
    expect(calendar.nextDue(entered().state, {} as never)).toBeNull();
    expect(calendar.refersTo(year2028() as never, entered().state)).toEqual({ ongoing: ['exercise'] });
  });

  test('takes no other command', () => {
    const meta = { stream: StreamId.parse(CALENDAR_STREAM), commandId: 'c', at: EARLY, by: SA };
    expect(() => calendar.decide({ type: 'DropYear' } as never, calendar.initial, meta, {} as never)).toThrow(
      new Rejection('command-unknown', { type: 'DropYear' }),
    );
  });
});

describe('at the edge of the tables', () => {
  test('the first and the last working day that they know are reached, no day beyond', () => {
    expect(addWorkingDays(CALENDAR, localDate('2020-01-03'), -1)).toBe('2020-01-02');
    expect(addWorkingDays(CALENDAR, localDate('2027-12-30'), 1)).toBe('2027-12-31');
  });

  test('part of a day is refused by its number', () => {
    expect(() => addWorkingDays(CALENDAR, localDate('2027-04-20'), 1.5)).toThrow('1.5 is not a whole number of days');
  });
});
