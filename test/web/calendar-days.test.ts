/** Days of the calendar and counting in working days, without a page. */
import { describe, expect, test } from '@jest/globals';
import {
  CALENDAR,
  addWorkingDays as domainAdd,
  workingDaysBetween as domainBetween,
} from '../../domain/calendar/index.ts';
import { addDays, localDate } from '../../domain/time.ts';
import {
  type Agenda,
  type Deadline,
  dayShown,
  daysIn,
  monthSpan,
  nextMonth,
  passing,
  weekSpan,
} from '../../web/pages/calendar/days.ts';
import { addWorkingDays, daysOf, workingDaysBetween } from '../../web/parts/working-days.ts';
import { mondayOf } from '../../web/words/format.ts';

const table = (year: number) => {
  const found = CALENDAR.years[year];
  if (!found) throw new Error(`no table of ${year}`);
  const madeUp = found.madeUp === 'unknown' ? [] : found.madeUp;
  return {
    ...{ year, status: found.status, source: '', workingDays: 0, madeUpKnown: true, calendarVersion: '' },
    days: [
      ...found.off.map((date) => ({ date, kind: 'off' as const, status: found.status })),
      ...madeUp.map((date) => ({ date, kind: 'madeUp' as const, status: found.status })),
    ],
  };
};

describe('working days on the page', () => {
  const days = daysOf([table(2022), table(2023)]);

  test('are counted as the domain counts them, through every day of 2022', () => {
    for (let to = localDate('2022-01-01'); to < '2023-03-01'; to = addDays(to, 1))
      expect([to, workingDaysBetween(days, '2022-05-31', to)]).toEqual([
        ...[
          to,
          to < '2022-05-31'
            ? -domainBetween(CALENDAR, to, localDate('2022-05-31'))
            : domainBetween(CALENDAR, localDate('2022-05-31'), to),
        ],
      ]);
  });

  test('are added as the domain adds them', () => {
    for (let count = 1; count < 150; count += 1)
      expect(addWorkingDays(days, '2022-05-31', count)).toBe(domainAdd(CALENDAR, localDate('2022-05-31'), count));
  });

  test('are not guessed for a year without a table', () => {
    expect(workingDaysBetween(days, '2022-05-31', '2024-01-02')).toBeNull();
    expect(addWorkingDays(days, '2023-12-20', 30)).toBeNull();
  });
});

describe('the days of a view', () => {
  test('a week runs from Monday to Sunday', () => {
    expect(weekSpan('2022-05-31')).toEqual({ from: '2022-05-30', to: '2022-06-05' });
    expect(mondayOf('2022-06-05')).toBe('2022-05-30');
  });

  test('a month is shown in whole weeks', () => {
    expect(monthSpan('2022-05-31')).toEqual({ from: '2022-04-25', to: '2022-06-05' });
    expect(daysIn(monthSpan('2022-05-31'))).toHaveLength(42);
    expect(daysIn(monthSpan('2021-02-10'))).toHaveLength(28);
  });

  test('months follow each other through the end of the year', () => {
    expect(nextMonth('2022-12-31', 1)).toBe('2023-01-01');
    expect(nextMonth('2022-01-31', -1)).toBe('2021-12-01');
    expect(nextMonth('2022-01-31', 1)).toBe('2022-02-01');
  });
});

describe('what stands on a day', () => {
  const deadline = (part: Partial<Deadline>): Deadline =>
    ({
      exercise: 'a',
      code: 'X15',
      title: { vi: 'Rà soát', en: '' },
      due: '2022-06-02',
      mark: 'ahead',
      isOwn: false,
      isGateTask: false,
      ...part,
    }) as Deadline; // only what the view looks at
  const agenda = {
    days: [{ date: '2022-06-18', kind: 'madeUp', status: 'estimated' }],
    exercises: [{ id: 'a', startDate: '2022-06-17', endDate: '2022-06-18' }],
  } as unknown as Agenda; // only what the view looks at

  test('one task of several communes on one day is one line', () => {
    const all = [deadline({}), deadline({ exercise: 'b' }), deadline({ exercise: 'b', code: 'X16' })];
    expect(dayShown('2022-06-02', agenda, all).lines.map(({ deadlines }) => deadlines.length)).toEqual([2, 1]);
  });

  test('a Saturday that is worked says so, and that it is not yet sure; an exercise counts its days', () => {
    const day = dayShown('2022-06-18', agenda, []);
    expect(day).toMatchObject({ kind: 'madeUp', isEstimated: true, exercises: [{ nth: 2, of: 2 }] });
    expect(dayShown('2022-06-19', agenda, []).kind).toBe('weekend');
  });

  test('filters leave what they say', () => {
    const all = [deadline({ isOwn: true, mark: 'done' }), deadline({ isGateTask: true })];
    expect(passing(all, 'cua-toi')).toEqual([all[0]]);
    expect(passing(all, 'cong')).toEqual([all[1]]);
    expect(passing(all, 'chua-xong')).toEqual([all[1]]);
    expect(passing(all, undefined)).toEqual(all);
  });
});
