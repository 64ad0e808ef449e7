/** Limits that come again: how often, where, and which actions still stand when the next exercise is planned. */
import { describe, expect, test } from '@jest/globals';
import { SYSTEM } from '../../../domain/people.ts';
import { type ReviewState, recurrence, recurringFindings, standingActions } from '../../../domain/review/index.ts';
import { by, DB, fileWith, limit, paper, plan, SB, waive } from './case.ts';

type Word = { readonly criterion?: string; readonly category?: string };
const ORDERS = { criterion: 'mobilisation/orders' };
const SIGNALS = { category: 'Thông tin' };
/** A review of Tân Thạnh with these limits, each answered by the action of its number. */
const reviewOf = (exercise: string, startDate: string | null, words: readonly Word[], more: object = {}): ReviewState =>
  fileWith(
    { exercise, startDate, ...more },
    ...words.flatMap((word, n) => [
      by(DB, { ...limit, finding: `F${n + 1}`, ...word }),
      by(DB, { ...plan, finding: `F${n + 1}`, action: `A${n + 1}` }),
    ]),
  ).state;
const withdrawn = (exercise: string) =>
  fileWith(
    { exercise },
    by(DB, { ...limit, ...ORDERS }),
    by(DB, { type: 'WithdrawFinding', finding: 'F1', reason: 'ghi trùng' }),
  ).state;
const moved = (exercise: string, words: readonly Word[]) =>
  fileWith(
    { exercise },
    by(DB, { ...limit, ...words[0] }),
    by(DB, plan),
    by(SYSTEM, { type: 'Rehome', bodies: {}, units: { 'tan-thanh': 'ban-thach' }, reason: 'sáp nhập', paper }),
  ).state;

const told = (reviews: readonly ReviewState[]) =>
  recurringFindings(reviews).map(({ unit, key, times, findings }) => [
    unit,
    key,
    times,
    ...findings.map(({ review, finding }) => `${review}/${finding}`),
  ]);

describe('limits that come again', () => {
  test('are told the most frequent first, then by their word, each with its reviews by opening day', () => {
    const safety = { criterion: 'safety/people' };
    const reviews = [
      reviewOf('c', '2023-04-01', [safety, ORDERS, SIGNALS]),
      reviewOf('a', '2027-04-01', [ORDERS, { category: 'THÔNG TIN' }]),
      reviewOf('b', '2025-04-01', [SIGNALS, safety]),
    ];
    const want = [
      ['tan-thanh', 'thông tin', 3, 'c/F3', 'b/F1', 'a/F2'],
      ['tan-thanh', 'mobilisation/orders', 2, 'c/F2', 'a/F1'],
      ['tan-thanh', 'safety/people', 2, 'c/F1', 'b/F2'],
    ];
    expect(told(reviews)).toEqual(want);
    expect(told([...reviews].reverse())).toEqual(want);
  });

  test('of one day are told by the name of the exercise, those without a day first', () => {
    const reviews = [
      reviewOf('d', '2027-04-01', [ORDERS]),
      reviewOf('b', '2027-04-01', [ORDERS]),
      reviewOf('c', null, [ORDERS]),
      reviewOf('a', null, [ORDERS]),
    ];
    const want = [['tan-thanh', 'mobilisation/orders', 4, 'a/F1', 'c/F1', 'b/F1', 'd/F1']];
    expect(told(reviews)).toEqual(want);
    expect(told([...reviews].reverse())).toEqual(want);
  });

  test('twice in one review is not again; nor what has no word, was withdrawn, or stands in another locality', () => {
    const first = reviewOf('a', '2023-04-01', [ORDERS, ORDERS, {}]);
    expect(told([first])).toEqual([]);
    expect(told([first, reviewOf('b', '2027-04-01', [{}, SIGNALS])])).toEqual([]);
    expect(told([first, withdrawn('b')])).toEqual([]);
    expect(told([first, reviewOf('b', '2027-04-01', [ORDERS], { orgUnit: 'an-son' })])).toEqual([]);
  });

  test('follow the locality when it merges into another', () => {
    const heir = reviewOf('b', '2027-04-01', [ORDERS], { orgUnit: 'ban-thach' });
    expect(told([moved('a', [ORDERS]), heir])).toEqual([['ban-thach', 'mobilisation/orders', 2, 'a/F1', 'b/F1']]);
  });
});

describe('how often the limit of an action was found', () => {
  const own = reviewOf('a', '2023-04-01', [ORDERS, {}]);
  const times = (others: readonly ReviewState[], action = 'A1') => {
    const found = own.actions[action];
    return found && recurrence([own, ...others], own, found);
  };

  test.each<[string, readonly ReviewState[], number]>([
    ['alone', [], 1],
    ['in two reviews', [reviewOf('b', '2027-04-01', [SIGNALS, ORDERS])], 2],
    ['another limit elsewhere', [reviewOf('b', '2027-04-01', [SIGNALS])], 1],
    ['withdrawn elsewhere', [withdrawn('b')], 1],
    ['in another locality', [reviewOf('b', '2027-04-01', [ORDERS], { orgUnit: 'an-son' })], 1],
    ['three times', ['b', 'c'].map((id) => reviewOf(id, '2027-04-01', [ORDERS])), 3],
  ])('%s', (_, others, want) => {
    expect(times(others)).toBe(want);
  });

  test('a limit without a word is not known again', () => {
    expect(times([reviewOf('b', '2027-04-01', [{}])], 'A2')).toBe(1);
  });
});

describe('the actions that a locality still owes', () => {
  test('are the open ones of its reviews, the oldest review first', () => {
    const reviews = [
      reviewOf('b', '2027-04-01', [ORDERS]),
      reviewOf('a', '2023-04-01', [SIGNALS, ORDERS]),
      reviewOf('c', '2020-04-01', [ORDERS], { orgUnit: 'an-son' }),
      fileWith({ exercise: 'd' }, by(DB, limit), by(DB, plan), by(SB, waive)).state,
    ];
    const unit = reviews[0]?.orgUnit;
    const standing = unit ? standingActions(reviews, unit) : [];
    expect(standing.map(({ review, action, times }) => [review.exercise, action.id, times])).toEqual([
      ['a', 'A1', 1],
      ['a', 'A2', 2],
      ['b', 'A1', 2],
    ]);
    expect(reviews.map(({ exercise }) => exercise)).toEqual(['b', 'a', 'c', 'd']);
  });
});
