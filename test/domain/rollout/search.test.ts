/** Years found by trying: they keep every pair and the band, and are the same every time. */
import { expect, test } from '@jest/globals';
import { itemsOf } from '../../../domain/rollout/items.ts';
import { bandOf, yearsOf } from '../../../domain/rollout/problem.ts';
import { rulesWithout } from '../../../domain/rollout/rules.ts';
import { yearsBySearch } from '../../../domain/rollout/search.ts';
import { province } from '../../planner/problems.ts';

const searched = (pairs: number, more: object = {}) => {
  const bare = province(60, pairs);
  const problem = { ...bare, rules: { ...bare.rules, ...more } };
  const on = rulesWithout(problem);
  const items = itemsOf(problem, on);
  return { problem, items, years: yearsBySearch(problem, on, items) };
};

test('a dense province: nobody shares a year with whom he must not, each year is within the band', () => {
  const { problem, items, years } = searched(140);
  if (!years) throw new Error('no choice of years was found');
  const yearOf = new Map(
    items.flatMap((item, i) => item.communes.map(({ id }) => [id, yearsOf(problem)[years[i] ?? -1]] as const)),
  );
  for (const { a, b } of problem.rules.clashes) expect([a, b, yearOf.get(a)]).not.toEqual([a, b, yearOf.get(b)]);
  const { least, most } = bandOf(problem);
  for (const year of yearsOf(problem)) {
    const count = [...yearOf.values()].filter((each) => each === year).length;
    expect([year, count >= least && count <= most]).toEqual([year, true]);
  }
  for (const [i, item] of items.entries()) expect(item.years).toContain(yearsOf(problem)[years[i] ?? -1]);
  expect(searched(140).years).toEqual(years);
});

test('few pairs are left to the solver, and so are soft ones', () => {
  expect(searched(20).years).toBeNull();
  expect(searched(140, { soft: ['clashes'] }).years).toBeNull();
});
