import { expect, test } from '@jest/globals';
import { type Load, levelled } from '../../../domain/rollout/level.ts';

const NONE = Array.from({ length: 12 }, () => 0);
const at = (counts: Readonly<Record<number, number>>): number[] => NONE.map((_, m) => counts[m + 1] ?? 0);
const load = (counts: Readonly<Record<number, number>>, months: number[], more: Partial<Load> = {}): Load => ({
  ...{ counts: at(counts), held: NONE, months, vehicles: 0 },
  ...more,
});

test('a heap in one month is spread, early months first', () => {
  expect(levelled([load({ 12: 3 }, [3, 4, 5, 12])], null)).toEqual([at({ 3: 1, 4: 1, 5: 1 })]);
});

test('what is held stays, and others go round it', () => {
  const loads = [load({ 3: 2 }, [3, 4], { held: at({ 3: 2 }) }), load({ 3: 2 }, [3, 4])];
  expect(levelled(loads, null)).toEqual([at({ 3: 2 }), at({ 4: 2 })]);
});

test('never over the vehicles of a month, never into a month that is not open', () => {
  const loads = [load({ 4: 1 }, [4], { vehicles: 8 }), load({ 5: 2 }, [4, 5], { vehicles: 5 })];
  expect(levelled(loads, 10)).toEqual([at({ 4: 1 }), at({ 5: 2 })]);
  expect(levelled(loads, 13)).toEqual([at({ 4: 1 }), at({ 4: 1, 5: 1 })]);
});
