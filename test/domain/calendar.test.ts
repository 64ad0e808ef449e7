import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addWorkingDays,
  CALENDAR,
  CalendarYear,
  createCalendar,
  dueDate,
  formatOffset,
  isWorkingDay,
  neverBefore,
  Offset,
  parseOffset,
  statusOf,
  workingDaysBetween,
  workingDaysInYear,
} from '../../domain/calendar/index.ts';
import { Rejection } from '../../domain/rejection.ts';
import { addDays, type LocalDate, localDate, weekday } from '../../domain/time.ts';

const day = localDate;
const missing = (year: number) => new Rejection('calendar-year-missing', { year });

describe('the shipped tables', () => {
  test.each([
    [2024, 251],
    [2025, 250],
    [2026, 249],
    [2027, 249],
  ])('%i has %i working days', (year, count) => {
    expect(workingDaysInYear(CALENDAR, year)).toBe(count);
  });

  test.each(['2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06'])("New Year's Day of Tết, %s, is off", (date) => {
    expect(isWorkingDay(CALENDAR, day(date))).toBe(false);
  });

  test.each([
    [2024, '2024-02-08 2024-02-09 2024-02-12 2024-02-13 2024-02-14'],
    [2025, '2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31'],
    [2026, '2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20'],
    [2027, '2027-02-04 2027-02-05 2027-02-08 2027-02-09 2027-02-10'],
  ])('Tết of %i takes five weekdays, and work stands on both sides of them', (_, list) => {
    const tet = list.split(' ').map(day);
    expect(tet.filter((date) => isWorkingDay(CALENDAR, date))).toEqual([]);
    const [first, last] = [tet[0], tet.at(-1)] as [LocalDate, LocalDate];
    expect(workingDaysBetween(CALENDAR, addWorkingDays(CALENDAR, first, -1), addWorkingDays(CALENDAR, last, 1))).toBe(
      1,
    );
  });

  test.each(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'])('the make-up Saturday %s is worked', (date) => {
    expect(weekday(day(date))).toBe(6);
    expect(isWorkingDay(CALENDAR, day(date))).toBe(true);
  });

  test('an ordinary Saturday and Sunday are off', () => {
    expect(isWorkingDay(CALENDAR, day('2026-01-17'))).toBe(false);
    expect(isWorkingDay(CALENDAR, day('2026-01-18'))).toBe(false);
  });

  test('make-up Saturdays not decided yet count as days off', () => {
    expect(CALENDAR.years[2027]?.madeUp).toBe('unknown');
    const year2027 = Array.from({ length: 365 }, (_, n) => addDays(day('2027-01-01'), n));
    expect(year2027.filter((date) => weekday(date) > 5 && isWorkingDay(CALENDAR, date))).toEqual([]);
  });

  test('a day says how sure it is', () => {
    expect(statusOf(CALENDAR, day('2026-09-02'))).toBe('official');
    expect(statusOf(CALENDAR, day('2026-11-24'))).toBe('reported');
    expect(statusOf(CALENDAR, day('2027-02-08'))).toBe('estimated');
    expect(statusOf(CALENDAR, day('2027-09-03'))).toBe('estimated');
    expect(statusOf(CALENDAR, day('2027-11-24'))).toBe('estimated');
    expect(statusOf(CALENDAR, day('2027-04-30'))).toBe('official');
    expect(statusOf(CALENDAR, day('2028-01-03'))).toBeNull();
  });

  test('every shipped table keeps the rules of a table', () => {
    for (const table of Object.values(CALENDAR.years)) expect(CalendarYear.parse(table)).toEqual(table);
    expect(Object.keys(CALENDAR.years)).toEqual('2020 2021 2022 2023 2024 2025 2026 2027'.split(' '));
  });

  test.each([
    ['a day of another year', { off: ['2027-01-01'], madeUp: [] }],
    ['a weekend as a day off', { off: ['2028-01-01'], madeUp: [] }],
    ['a Sunday as a make-up day', { off: [], madeUp: ['2028-01-02'] }],
  ])('a table with %s is refused', (_, wrong) => {
    const table = { year: 2028, status: 'estimated', days: {}, source: 'test', ...wrong };
    expect(CalendarYear.safeParse(table).success).toBe(false);
  });
});

describe('counting in working days', () => {
  test.each([
    ['2027-04-20', -90, '2026-12-04'],
    ['2027-04-20', -60, '2027-01-18'],
    ['2027-04-20', -45, '2027-02-15'],
    ['2027-04-20', -30, '2027-03-08'],
    ['2027-04-20', -5, '2027-04-12'],
    ['2027-04-20', 10, '2027-05-06'],
    ['2027-04-20', 15, '2027-05-13'],
    ['2026-08-24', -1, '2026-08-22'],
    ['2026-01-12', -2, '2026-01-09'],
    ['2026-11-25', -1, '2026-11-23'],
  ])('%s and %i working days is %s', (from, n, to) => {
    expect(addWorkingDays(CALENDAR, day(from), n)).toBe(to);
    expect(workingDaysBetween(CALENDAR, day(from), day(to))).toBe(n);
  });

  test('counting starts beside a day off, not on it', () => {
    expect(addWorkingDays(CALENDAR, day('2027-04-18'), -1)).toBe('2027-04-15');
    expect(addWorkingDays(CALENDAR, day('2027-04-18'), 1)).toBe('2027-04-19');
    expect(addWorkingDays(CALENDAR, day('2027-04-18'), 0)).toBe('2027-04-18');
  });

  test('a year without a table is refused by its name', () => {
    expect(() => isWorkingDay(CALENDAR, day('2028-01-03'))).toThrow(missing(2028));
    expect(() => workingDaysInYear(CALENDAR, 2019)).toThrow(missing(2019));
    expect(() => addWorkingDays(CALENDAR, day('2027-12-31'), 1)).toThrow(missing(2028));
    expect(() => addWorkingDays(CALENDAR, day('2020-01-02'), -1)).toThrow(missing(2019));
    expect(() => workingDaysBetween(CALENDAR, day('2027-12-31'), day('2028-01-03'))).toThrow(missing(2028));
  });

  test('a year without a table is refused also when it is only passed through', () => {
    const { 2026: _, ...others } = CALENDAR.years;
    const gap = { version: 'gap', years: others };
    expect(() => addWorkingDays(gap, day('2025-12-01'), 300)).toThrow(missing(2026));
    expect(() => addWorkingDays(gap, day('2027-02-01'), -300)).toThrow(missing(2026));
    expect(() => workingDaysBetween(gap, day('2025-12-01'), day('2027-02-01'))).toThrow(missing(2026));
    expect(() => workingDaysBetween(gap, day('2027-02-01'), day('2025-12-01'))).toThrow(missing(2026));
  });

  test('a changed table is a new calendar and moves the count', () => {
    const table = CALENDAR.years[2027] as CalendarYear;
    const swapped = createCalendar('swap', [
      { ...table, off: [...table.off, day('2027-04-19')], madeUp: [day('2027-04-17')] },
    ]);
    expect(addWorkingDays(CALENDAR, day('2027-04-20'), -1)).toBe('2027-04-19');
    expect(addWorkingDays(swapped, day('2027-04-20'), -1)).toBe('2027-04-17');
  });

  test('part of a working day is not counted', () => {
    expect(() => addWorkingDays(CALENDAR, day('2027-04-20'), 1.5)).toThrow(RangeError);
  });
});

describe('whatever the day and the number', () => {
  const anyDay = fc.integer({ min: 0, max: 4 * 365 }).map((n) => addDays(day('2022-01-01'), n));
  const anyCount = fc.integer({ min: -300, max: 300 });

  test('the result is a working day unless nothing is counted', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (date, n) => {
        fc.pre(n !== 0);
        expect(isWorkingDay(CALENDAR, addWorkingDays(CALENDAR, date, n))).toBe(true);
      }),
    );
  });

  test('more days never lead earlier, nor does a later start', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyCount, (a, b, n) => {
        expect(addWorkingDays(CALENDAR, a, n) <= addWorkingDays(CALENDAR, a, n + 1)).toBe(true);
        const [first, second] = a <= b ? [a, b] : [b, a];
        expect(addWorkingDays(CALENDAR, first, n) <= addWorkingDays(CALENDAR, second, n)).toBe(true);
      }),
    );
  });

  test('adding and measuring are inverse', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyCount, (a, b, n) => {
        expect(workingDaysBetween(CALENDAR, a, addWorkingDays(CALENDAR, a, n))).toBe(n);
        const working = addWorkingDays(CALENDAR, b, 1);
        expect(addWorkingDays(CALENDAR, addWorkingDays(CALENDAR, working, n), -n)).toBe(working);
        expect(addWorkingDays(CALENDAR, a, workingDaysBetween(CALENDAR, a, working))).toBe(working);
      }),
    );
  });

  test('it agrees with counting on the fingers', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (date, n) => {
        let counted = date;
        for (let left = Math.abs(n); left > 0; ) {
          counted = addDays(counted, Math.sign(n));
          if (isWorkingDay(CALENDAR, counted)) left--;
        }
        expect(addWorkingDays(CALENDAR, date, n)).toBe(counted);
      }),
    );
  });

  test('a count that would leave the tables is refused, never guessed', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1600, max: 9000 }), (date, n) => {
        expect(() => addWorkingDays(CALENDAR, date, n)).toThrow(missing(2028));
        expect(() => addWorkingDays(CALENDAR, date, -n)).toThrow(missing(2019));
      }),
    );
  });
});

describe('due rules', () => {
  const exercise = { startDate: day('2027-04-20'), endDate: day('2027-04-22') };

  test.each(['T-45', 'T', 'E', 'E+10', 'T+1', 'E-2'])('%s is read and written alike', (text) => {
    expect(formatOffset(parseOffset(text))).toBe(text);
  });

  test.each(['', 'T45', 't-45', 'T-0', 'T-045', 'X-1', 'T - 45', 'E+999', 'T…E'])('"%s" is refused', (text) => {
    expect(() => parseOffset(text)).toThrow(new Rejection('offset-invalid', { text }));
  });

  test('every due rule survives writing and reading', () => {
    const rule = fc.record({ anchor: fc.constantFrom('T', 'E'), days: fc.integer({ min: -500, max: 500 }) });
    fc.assert(fc.property(rule, (offset) => expect(parseOffset(formatOffset(Offset.parse(offset)))).toEqual(offset)));
  });

  test('T counts from the opening day, E from the closing day', () => {
    expect(dueDate(CALENDAR, parseOffset('T-45'), exercise)).toBe('2027-02-15');
    expect(dueDate(CALENDAR, parseOffset('T'), exercise)).toBe('2027-04-20');
    expect(dueDate(CALENDAR, parseOffset('E'), exercise)).toBe('2027-04-22');
    expect(dueDate(CALENDAR, parseOffset('E+3'), exercise)).toBe('2027-04-27');
  });

  test('an exercise may open and close on a weekend', () => {
    const weekend = { startDate: day('2027-04-24'), endDate: day('2027-04-25') };
    expect(dueDate(CALENDAR, parseOffset('T'), weekend)).toBe('2027-04-24');
    expect(dueDate(CALENDAR, parseOffset('E'), weekend)).toBe('2027-04-25');
    expect(dueDate(CALENDAR, parseOffset('T-1'), weekend)).toBe('2027-04-23');
    expect(dueDate(CALENDAR, parseOffset('E+1'), weekend)).toBe('2027-04-26');
  });

  test('a rule is never before another only if that holds for every length of exercise', () => {
    const holds = (first: string, second: string) => neverBefore(parseOffset(first), parseOffset(second));
    expect(holds('T-5', 'T-5')).toBe(true);
    expect(holds('T-5', 'T-6')).toBe(false);
    expect(holds('T-2', 'E')).toBe(true);
    expect(holds('T+1', 'E')).toBe(false);
    expect(holds('E', 'T')).toBe(false);
    expect(holds('E+5', 'E+15')).toBe(true);
  });
});
