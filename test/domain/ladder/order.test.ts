/** Rungs one by one: in which order they sound, on which day, and how many working days they leave. */
import { describe, expect, test } from '@jest/globals';
import { CALENDAR } from '../../../domain/calendar/index.ts';
import {
  DEFAULT_LADDER,
  daysLeft,
  freshLadder,
  type Ladder,
  type LadderState,
  type Rung,
  rungsAhead,
  undecidedLadder,
  withinTables,
} from '../../../domain/ladder/index.ts';
import { nextRung, rungsToTell } from '../../../domain/ladder/tell.ts';
import { Rejection } from '../../../domain/rejection.ts';
import { dayOf, localDate } from '../../../domain/time.ts';
import { at } from '../../support/domain.ts';

const FRIDAY = localDate('2027-03-19');
const SUNDAY = localDate('2027-03-21');
const rung = (id: string, days: number, more: Partial<Rung> = {}): Rung => ({
  id,
  days,
  audience: 'owner',
  daily: false,
  ...more,
});
const ladder = (...rungs: readonly Rung[]): Ladder => ({ ...DEFAULT_LADDER, rungs });
const ahead = (of: Ladder, due = FRIDAY, state: LadderState = freshLadder(at('2027-03-01'))): string[] =>
  rungsAhead(CALENDAR, of, due, state).map(({ rung: { id }, at: when }) => `${id} ${dayOf(when).slice(5)}`);

describe('rungs ahead', () => {
  test('come by their days, those of one day in the order of the ladder', () => {
    const mixed = ladder(rung('late', 2), rung('b', -2), rung('early', -5), rung('a', -2), rung('eve', -1));
    expect(ahead(mixed)).toEqual(['early 03-12', 'b 03-17', 'a 03-17', 'eve 03-18', 'late 03-23']);
  });

  test('sound today as long as the hour has not struck', () => {
    const eve = ladder(rung('eve', -1));
    const seen = (hour: number) => ahead(eve, FRIDAY, freshLadder(at('2027-03-18', hour)));
    expect([seen(7), seen(8), seen(9)]).toEqual([['eve 03-18'], [], []]);
  });

  test('on the deadline itself sound there, also on a day off, and are reminders', () => {
    const onDay = ladder(rung('on-day', 0));
    expect(ahead(onDay, FRIDAY)).toEqual(['on-day 03-19']);
    expect(ahead(onDay, SUNDAY)).toEqual(['on-day 03-21']);
    expect(ahead(onDay, FRIDAY, freshLadder(at('2027-03-19', 9)))).toEqual([]);
    const known = { ...freshLadder(at('2027-03-01')), silentUntil: FRIDAY };
    expect(ahead(onDay, FRIDAY, known)).toEqual([]);
    expect(ahead(ladder(rung('press', 0, { daily: true })), FRIDAY, known)).toEqual(['press 03-22']);
  });
});

test('told together they come by their instants, those of one morning in the order of the tasks', () => {
  const item = (id: string, due: string) => ({ id, due: localDate(due), ladder: freshLadder(at('2027-03-01')) });
  const items = [item('C18', '2027-03-22'), item('C17', '2027-03-19'), item('C16', '2027-03-22')];
  const told = rungsToTell(CALENDAR, ladder(rung('three', -3), rung('eve', -1)), items, at('2027-03-19', 8));
  expect(told.map(({ id, rung: { id: name } }) => `${id} ${name}`)).toEqual([
    'C17 three',
    'C18 three',
    'C16 three',
    'C17 eve',
    'C18 eve',
    'C16 eve',
  ]);
});

test('the next alarm is the earliest of all, whatever the order; a task without one holds up none', () => {
  const item = (due: string) => ({ id: due, due: localDate(due), ladder: freshLadder(at('2027-03-10')) });
  const eve = ladder(rung('eve', -1));
  const [past, near, far] = [item('2027-03-09'), item('2027-03-19'), item('2027-03-26')];
  for (const items of [
    [near, far, past],
    [far, past, near],
    [past, far, near],
  ])
    expect(nextRung(CALENDAR, eve, items)).toBe(at('2027-03-18', 8));
  expect(nextRung(CALENDAR, eve, [past])).toBeNull();
});

test.each([
  ['2027-03-19', '2027-03-19', 0],
  ['2027-03-19', '2027-03-18', 1],
  ['2027-03-19', '2027-03-14', 5],
  ['2027-03-19', '2027-03-20', 0],
  ['2027-03-19', '2027-03-22', -1],
  ['2027-03-21', '2027-03-19', 0],
  ['2027-03-21', '2027-03-20', 0],
  ['2027-03-21', '2027-03-22', -1],
  ['2027-03-21', '2027-03-23', -2],
])('to a deadline of %s there are, on %s, %i working days', (due, today, left) => {
  expect(daysLeft(CALENDAR, localDate(due), localDate(today))).toBe(left);
});

test('only a year without a table is passed over; every other fault is heard', () => {
  const throwing = (error: Error) => () =>
    withinTables(() => {
      throw error;
    });
  expect(throwing(new Rejection('calendar-year-missing', { year: 2030 }))()).toBeNull();
  for (const error of [
    new Rejection('calendar-keeper', { body: 'x' }),
    Object.assign(new Error('x'), { code: 'calendar-year-missing' }),
  ])
    expect(throwing(error)).toThrow(error);
});

test('the board is reminded of an undecided request every working morning', () => {
  const board = undecidedLadder(DEFAULT_LADDER);
  expect(board?.rungs).toEqual([{ id: 'undecided', days: 2, audience: 'board', daily: true }]);
  const sounds = board && rungsAhead(CALENDAR, board, FRIDAY, freshLadder(at('2027-03-24', 9)));
  expect(sounds?.map(({ at: when }) => when)).toEqual([at('2027-03-25', 8)]);
});
