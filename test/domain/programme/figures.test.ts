/** Figures: verdicts by comparator, denominators of zero, exemptions that stay visible, trend and forecast. */
import { describe, expect, test } from '@jest/globals';
import { figureOf } from '../../../domain/programme/figures.ts';
import { forecastOf, trendOf } from '../../../domain/programme/outlook.ts';
import { indicatorOf, type Opened } from '../../../domain/programme/state.ts';
import { amount, entered, key, MPC, MPC_HEAD, on, ratio, report, SA, stateAfter, verify } from './case.ts';

const figure = (state: Opened, code: string, column: string) => figureOf(state, indicatorOf(state, code), column);
const parts = (indicator: string, period: string, numerator: number, denominator: number, unit?: string) => ({
  ...key(indicator, period, unit),
  numerator,
  denominator,
});

describe('a figure', () => {
  test('counts once another body has verified it', () => {
    const reported = on('2021-12-20', SA, report([parts('PH1', '2021', 950, 1000)]));
    expect(figure(stateAfter(reported), 'PH1', '2021')).toMatchObject({ value: null, verdict: 'waiting', waiting: 1 });
    const state = stateAfter(reported, on('2021-12-21', MPC, verify(key('PH1', '2021'))));
    expect(figure(state, 'PH1', '2021')).toMatchObject({
      numerator: 950,
      denominator: 1000,
      value: 95,
      verdict: 'met',
      waiting: 0,
      formula: 'ratio/1',
      periods: ['2021'],
    });
  });

  test('of a denominator of zero is no data, never 0 or 100 %', () => {
    const state = stateAfter(...entered('2021-12-20', parts('PH1', '2021', 0, 0)));
    expect(figure(state, 'PH1', '2021')).toMatchObject({
      numerator: 0,
      denominator: 0,
      value: null,
      verdict: 'noData',
    });
  });

  test('is judged by what it is, not by its rounded percentage', () => {
    const state = stateAfter(...entered('2021-12-20', parts('PH1', '2021', 94_996, 100_000)));
    expect(figure(state, 'PH1', '2021')).toMatchObject({ value: 95, verdict: 'notMet' });
  });

  test.each([
    [3, 3, 1, 'met'],
    [6, 3, 2, 'met'],
    [7, 3, 2.33, 'notMet'],
    [2, 3, 0.67, 'notMet'],
  ])('of a range: %d in %d cells is %d', (numerator, denominator, value, verdict) => {
    const state = stateAfter(...entered('2021-12-20', parts('PH2', '2021', numerator, denominator)));
    expect(figure(state, 'PH2', '2021')).toMatchObject({ value, verdict });
  });

  test('"more than nine billion" exceeds nine billion, nine billion does not', () => {
    const nine = { ...key('PH3', '2021'), value: 9_000_000_000 };
    expect(figure(stateAfter(...entered('2021-12-20', nine)), 'PH3', '2021').verdict).toBe('notMet');
    const over = { ...nine, qualifier: 'over' };
    expect(figure(stateAfter(...entered('2021-12-20', over)), 'PH3', '2021')).toMatchObject({
      verdict: 'met',
      qualifier: 'over',
    });
  });

  test('of sums adds the years of the term up, of states takes the last', () => {
    const money = (period: string, value: number) => ({ ...key('PH3', period), value });
    const state = stateAfter(
      ...entered('2021-12-20', money('2021', 4), parts('PH1', '2021', 1, 2)),
      ...entered('2022-12-20', money('2022', 3), parts('PH1', '2022', 3, 4)),
    );
    expect(figure(state, 'PH3', 'term').value).toBe(7);
    expect(figure(state, 'PH1', 'term')).toMatchObject({ numerator: 3, denominator: 4, target: 98, verdict: 'notMet' });
  });

  test('corrected with a reason stands as it was until the correction is verified', () => {
    const first = entered('2021-12-20', parts('PH1', '2021', 950, 1000));
    const corrected = on('2021-12-22', SA, report([parts('PH1', '2021', 940, 1000)], { reason: 'đếm trùng' }));
    expect(figure(stateAfter(...first, corrected), 'PH1', '2021')).toMatchObject({ value: 95, waiting: 1 });
    const state = stateAfter(...first, corrected, on('2021-12-23', MPC, verify(key('PH1', '2021'))));
    expect(figure(state, 'PH1', '2021')).toMatchObject({ value: 94, waiting: 0, verdict: 'notMet' });
  });

  test('without anything reported is no data; without a target it is followed', () => {
    expect(figure(stateAfter(), 'PH1', '2021').verdict).toBe('noData');
    const state = stateAfter(...entered('2023-12-20', parts('PH1', '2023', 1, 2)));
    expect(figure(state, 'PH1', '2023').verdict).toBe('noTarget');
  });
});

describe('an exemption', () => {
  const grant = (units: readonly object[], more: object = {}) =>
    on('2021-12-22', MPC_HEAD, {
      ...{ type: 'GrantExemption', exemption: 'M1', indicator: 'PH1', ground: 'newUnit', reason: 'xã mới thành lập' },
      units,
      ...more,
    });
  const three = ['ia-dal', 'ia-toi', 'ia-dom'].map((unit) => ({ unit, name: unit }));

  test('leaves the denominator visible: 99 of 102, 97.06 %, three named, judged on 99 of 99', () => {
    const state = stateAfter(...entered('2021-12-20', parts('PH1', '2021', 99, 102)), grant(three));
    const shown = figure(state, 'PH1', '2021');
    expect(shown).toMatchObject({ numerator: 99, denominator: 102, value: 97.06, verdict: 'met' });
    expect(shown.judged).toEqual({ numerator: 99, denominator: 99, value: 100 });
    expect(shown.exempt.map(({ name, ground }) => [name, ground])).toEqual(
      ['ia-dal', 'ia-toi', 'ia-dom'].map((name) => [name, 'newUnit']),
    );
  });

  test('of a figure reported by units takes their own readings out of the judgement, and holds for its years only', () => {
    const rows = (period: string) => [parts('PH1', period, 10, 10, 'tan-thanh'), parts('PH1', period, 1, 10, 'an-son')];
    const past = [...entered('2021-12-20', ...rows('2021')), ...entered('2022-12-20', ...rows('2022'))];
    const state = stateAfter(
      ...past.slice(0, 2),
      grant([{ unit: 'an-son', name: 'An Sơn' }], { to: '2021' }),
      ...past.slice(2),
    );
    expect(figure(state, 'PH1', '2021')).toMatchObject({ numerator: 11, denominator: 20, value: 55, verdict: 'met' });
    expect(figure(state, 'PH1', '2022')).toMatchObject({ value: 55, verdict: 'notMet', exempt: [] });
  });

  test('of a unit without a reading shows it in the denominator all the same', () => {
    const state = stateAfter(...entered('2021-12-20', parts('PH1', '2021', 99, 99, 'tan-thanh')), grant(three));
    expect(figure(state, 'PH1', '2021')).toMatchObject({
      numerator: 99,
      denominator: 102,
      value: 97.06,
      verdict: 'met',
    });
  });

  test('ends, and the unit is judged again', () => {
    const end = on('2021-12-23', MPC_HEAD, { type: 'EndExemption', exemption: 'M1', reason: 'đã thành lập chi bộ' });
    const state = stateAfter(...entered('2021-12-20', parts('PH1', '2021', 96, 102)), grant(three), end);
    expect(figure(state, 'PH1', '2021')).toMatchObject({ value: 94.12, verdict: 'notMet', exempt: [] });
  });
});

describe('the outlook', () => {
  const years = (...values: number[]) =>
    values.flatMap((value, n) => entered(`${2021 + n}-12-20`, parts('PH1', String(2021 + n), value, 1000)));

  test('says nothing with one year, a trend with two, a forecast only with three', () => {
    const of = (state: Opened) => {
      const indicator = indicatorOf(state, 'PH1');
      return [trendOf(state, indicator, 'term'), forecastOf(state, indicator, 'term')];
    };
    expect(of(stateAfter(...years(900)))).toEqual([null, null]);
    expect(of(stateAfter(...years(900, 920)))).toEqual([
      { from: '2021', to: '2022', change: 2, direction: 'up' },
      null,
    ]);
    expect(of(stateAfter(...years(900, 920, 940)))[1]).toEqual({
      column: '2025',
      value: 98,
      verdict: 'met',
      years: ['2021', '2022', '2023'],
    });
  });

  test('never leads beyond what a ratio can be', () => {
    const state = stateAfter(...years(900, 950, 1000));
    expect(forecastOf(state, indicatorOf(state, 'PH1'), 'term')?.value).toBe(100);
  });
});

test('a second programme of the same code keeps its own definition', () => {
  expect([ratio('PH1').indicator, amount.indicator]).toEqual(['PH1', 'PH3']);
});
