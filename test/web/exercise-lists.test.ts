/** Lists, season and new exercises: what is shown in which order, and what is sent. */
import { describe, expect, test } from '@jest/globals';
import { inOrder, matching, type Named, yearShown } from '../../web/pages/exercises/filter.ts';
import { afterward, stepped } from '../../web/pages/home/staff/order.ts';
import { plansOf, type Row, rowsFor, staggered } from '../../web/pages/new-exercise/communes/rows.ts';
import { askedOf, commandIdFor, EMPTY, freeId, isId, slug } from '../../web/pages/new-exercise/draft.ts';
import { matching as inRegister, type Row as Paper } from '../../web/pages/register/filter.ts';
import { clashesIn, inSeason, monthsOf, partOf, weeksOf } from '../../web/pages/season/weeks.ts';
import { addWorkingDays, type Days, daysOf } from '../../web/parts/working-days.ts';
import { csvText } from '../../web/words/csv.ts';
import { mondayOf } from '../../web/words/format.ts';

const exercise = (id: string, more: Partial<Named> = {}): Named => ({
  ...{ id, version: 1, type: 'communeCombatExercise', typeLabel: { vi: 'Xã', en: 'Commune' }, orgUnit: id, unit: id },
  ...{ parentId: null, theme: `Diễn tập ${id}`, codeName: null, isPilot: false, phase: 'preparing' },
  ...{ phaseLabel: { vi: '', en: '' }, startDate: '2027-04-20', endDate: '2027-04-21', firstDue: '2027-02-01' },
  ...{ workingDaysLeft: 5, nextGate: null, verdict: 'green', verdictLabel: { vi: '', en: '' } },
  ...more,
});
const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

describe('a table for a spreadsheet', () => {
  test('opens with its accents and runs no formula', () => {
    expect(
      csvText([
        ['Tên', 'Ghi chú'],
        ['=HYPERLINK("x")', 'a, b'],
        ['+1', '-2'],
        ['@x', 'Đà "Nẵng"'],
      ]),
    ).toBe(`\uFEFFTên,Ghi chú\r\n"'=HYPERLINK(""x"")","a, b"\r\n'+1,'-2\r\n'@x,"Đà ""Nẵng"""\r\n`);
  });
});

describe('the list of exercises', () => {
  const all = [
    exercise('a', { unit: 'phường Đông Hà', verdict: 'red', startDate: '2027-05-01' }),
    exercise('b', { unit: 'xã An Sơn', theme: 'Diễn tập chiến đấu', codeName: 'AS-27', startDate: '2027-03-01' }),
    exercise('c', { unit: 'xã Ân', startDate: null, verdict: 'none' }),
  ];
  test('finds without accents, by name, code name and locality', () => {
    expect(ids(matching(all, { tim: 'dong ha' }))).toEqual(['a']);
    expect(ids(matching(all, { tim: 'as-27 chien' }))).toEqual(['b']);
    expect(ids(matching(all, { nhan: 'red', tim: 'an son' }))).toEqual([]);
  });
  test('stands by day, by name in Vietnamese order, or worst first', () => {
    expect(ids(inOrder(all, 'ngay'))).toEqual(['b', 'a', 'c']);
    expect(ids(inOrder(all, 'dia-ban'))).toEqual(['a', 'b', 'c']);
    expect(ids(inOrder(all, 'nhan-dinh'))).toEqual(['a', 'b', 'c']);
  });
  test('opens at this year, or at the latest that holds anything', () => {
    expect(yearShown(all, undefined, '2026-11-22')).toBe('2027');
    expect(yearShown(all, undefined, '2027-01-02')).toBe('2027');
    expect(yearShown([], undefined, '2026-11-22')).toBe('2026');
    expect(yearShown(all, '2030', '2026-11-22')).toBe('2030');
  });
});

describe('the queue in the drawer', () => {
  test('goes to the task that took the place of the one that was dealt with', () => {
    expect(afterward(['x/1', 'x/3'], 'x/2', 1)).toBe('x/3');
    expect(afterward(['x/1'], 'x/2', 1)).toBe('x/1');
    expect(afterward([], 'x/2', 0)).toBeNull();
    expect(afterward(['x/1', 'x/2'], 'x/2', 0)).toBe('x/2');
  });
  test('j and k stay within it', () => {
    expect([stepped(['a', 'b'], 'a', 1), stepped(['a', 'b'], 'b', 1), stepped(['a', 'b'], 'a', -1)]).toEqual([
      'b',
      'b',
      'a',
    ]);
  });
});

describe('the season', () => {
  const city = exercise('kvpt', {
    type: 'defenceAreaExercise',
    startDate: '2027-07-06',
    endDate: '2027-07-08',
    firstDue: '2027-03-01',
  });
  const season = inSeason(
    [
      exercise('an-son', { parentId: 'kvpt', startDate: '2027-06-22', endDate: '2027-06-23' }),
      exercise('le', { startDate: '2027-01-12', endDate: '2027-01-12' }),
      city,
      exercise('sau', { startDate: '2028-01-12' }),
      exercise('nhap', { startDate: null }),
    ],
    '2027',
  );
  test('holds the dated exercises of the year, a city before its communes, families by their first day', () => {
    expect(ids(season)).toEqual(['le', 'kvpt', 'an-son']);
  });
  test('runs in whole weeks from the first deadline to the last day', () => {
    const weeks = weeksOf(season);
    expect([weeks[0], weeks.at(-1)]).toEqual(['2027-01-11', '2027-07-05']);
    expect(weeks.every((week) => mondayOf(week) === week)).toBe(true);
    expect(monthsOf(weeks).reduce((sum, { weeks: n }) => sum + n, 0)).toBe(weeks.length);
  });
  test('a bar covers its days to the edge, in any zone of the browser', () => {
    expect(partOf('2027-07-05', '2027-07-05', '2027-07-11')).toEqual({ left: 0, right: 0 });
    expect(partOf('2027-07-05', '2027-07-11', '2027-07-20')?.left).toBeCloseTo(600 / 7);
    expect(partOf('2027-07-05', '2027-07-12', '2027-07-20')).toBeNull();
  });
  test('a clash is marked in the weeks and rows that it concerns', () => {
    const clash = { exercises: ['an-son', 'kvpt'], from: '2027-07-06', until: '2027-07-06' } as unknown as Parameters<
      typeof clashesIn
    >[0][number];
    expect(clashesIn([clash], 'kvpt', '2027-07-05')).toHaveLength(1);
    expect(clashesIn([clash], 'kvpt', '2027-06-28')).toHaveLength(0);
    expect(clashesIn([clash], 'le', '2027-07-05')).toHaveLength(0);
  });
});

test('the register is searched by number, issuer and subject, without accents', () => {
  const row = {
    number: '12-NQ/ĐU',
    issuer: 'Đảng ủy',
    subject: { vi: 'Nghị quyết', en: 'Resolution' },
    exerciseName: 'x',
    kind: 'paper',
    state: 'inForce',
    exercise: 'tk',
    task: null,
  } as unknown as Paper;
  expect(inRegister([row], { tim: '12-nq/du' })).toHaveLength(1);
  expect(inRegister([row], { tim: 'nghi quyet dang' })).toHaveLength(1);
  expect(inRegister([row], { tim: 'nghi quyet', loai: 'evidence' })).toHaveLength(0);
});

describe('a new exercise', () => {
  const draft = {
    ...EMPTY,
    id: 'an-son-2027',
    type: 'communeCombatExercise',
    unit: 'an-son',
    superior: 'tam-ky',
    theme: ' Diễn tập ',
    start: '2027-04-20',
    end: '2027-04-21',
    template: 'commune@2',
    owners: { HEA: 'an-son.HEA', POL: '' },
  } as const;
  test('comes to one draft and one plan', () => {
    expect(askedOf(draft)).toEqual({
      id: 'an-son-2027',
      draft: {
        exerciseType: 'communeCombatExercise',
        orgUnit: 'an-son',
        superiorUnit: 'tam-ky',
        theme: 'Diễn tập',
        isPilot: false,
      },
      plan: {
        startDate: '2027-04-20',
        endDate: '2027-04-21',
        owners: { HEA: 'an-son.HEA' },
        template: { id: 'commune', version: 2 },
      },
    });
    expect(askedOf({ ...draft, end: null })).toBeNull();
  });
  test('the same content is sent under the same id, changed content under another', () => {
    const first = commandIdFor({}, { a: 1 });
    expect(commandIdFor(first.commands, { a: 1 })).toEqual(first);
    expect(commandIdFor(first.commands, { a: 2 }).id).not.toBe(first.id);
  });
  test('its file is named after locality and year, and never as another', () => {
    expect(freeId('an-son', '2027', new Set(['an-son-2027', 'an-son-2027-2']))).toBe('an-son-2027-3');
    expect([slug('Phường Bàn Thạch!'), isId('an-son-2027'), isId('An Sơn'), isId('-a')]).toEqual([
      'phuong-ban-thach',
      true,
      false,
      false,
    ]);
  });
});

describe('the communes of a city', () => {
  const days: Days = daysOf([
    {
      calendarVersion: 'x',
      year: 2027,
      status: 'official',
      source: '',
      workingDays: 250,
      madeUpKnown: true,
      days: [{ date: '2027-04-16', kind: 'off', status: 'official' }],
    },
  ]);
  const row = (unit: string, more: Partial<Row> = {}): Row => ({
    unit,
    chosen: true,
    start: null,
    done: false,
    ...more,
  });
  test('get a working day each, the pilot first and a while before the others', () => {
    const rows = staggered(
      [row('a'), row('b'), row('c', { chosen: false }), row('d')],
      'b',
      { first: '2027-04-11', apart: 2, afterPilot: 3 },
      days,
    );
    // the first is a Sunday; Friday 16 April is a holiday
    expect(rows.map(({ unit, start }) => [unit, start])).toEqual([
      ['a', '2027-04-15'],
      ['b', '2027-04-12'],
      ['c', null],
      ['d', '2027-04-20'],
    ]);
  });
  test('keep their day when they are made already, and have none in a year without a table', () => {
    const rows = staggered(
      [row('a', { done: true, start: '2027-04-01' }), row('b')],
      null,
      { first: '2028-04-10', apart: 1, afterPilot: 1 },
      days,
    );
    expect(rows.map(({ start }) => start)).toEqual(['2027-04-01', '2028-04-10']);
    expect(addWorkingDays(days, '2028-04-10', 1)).toBeNull();
  });
  test('are planned as parts of the city, what was made is left out, what was begun keeps its id', () => {
    const sheet = {
      city: 'kvpt',
      pilot: 'b',
      length: 2,
      commands: {},
      rows: [
        row('a', { start: '2027-04-20' }),
        row('b', { start: '2027-04-12' }),
        row('c', { start: '2027-05-04', done: true }),
        row('d'),
      ],
    };
    const plans = plansOf(
      sheet,
      { id: 'kvpt', orgUnit: 'tam-ky' },
      { idFor: (unit, year) => `${unit}-${year}`, themeOf: (unit) => `Diễn tập ${unit}` },
    );
    expect(plans.map(({ unit }) => unit)).toEqual(['b', 'a']);
    expect(plans[0]?.asked).toEqual({
      id: 'b-2027',
      draft: {
        exerciseType: 'communeCombatExercise',
        orgUnit: 'b',
        superiorUnit: 'tam-ky',
        parentId: 'kvpt',
        theme: 'Diễn tập b',
        isPilot: true,
      },
      plan: { startDate: '2027-04-12', endDate: '2027-04-13' },
    });
  });
  test('the rows that were entered stay as they were when the list is read again', () => {
    expect(rowsFor(['a', 'b'], [row('b', { start: '2027-04-12' })])).toEqual([
      row('a', { chosen: false }),
      row('b', { start: '2027-04-12' }),
    ]);
  });
});
