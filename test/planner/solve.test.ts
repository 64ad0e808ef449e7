import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Conflict, Planned, RollOutAnswer } from '../../domain/rollout/answer.ts';
import { coverOf, faultsOf, hardFaults } from '../../domain/rollout/check.ts';
import { isPast, type RollOutProblem } from '../../domain/rollout/problem.ts';
import { EntityId } from '../../domain/streams.ts';
import { solveRollOut } from '../../planner/solve.ts';
import { createSolver, SolveCancelled, type Solver } from '../../planner/solver.ts';
import { plain, province, unit } from './problems.ts';

let solver: Solver;
beforeAll(() => {
  solver = createSolver();
});
afterAll(() => solver.cancel());

const OPTIONS = { timeLimit: 60, gap: 0.005 };
const solve = (problem: RollOutProblem): Promise<RollOutAnswer> => solveRollOut(solver, problem, OPTIONS);
const planned = (answer: RollOutAnswer): Planned => {
  if (answer.status !== 'optimal' && answer.status !== 'feasible') throw new Error(JSON.stringify(answer));
  return answer;
};
const conflict = (answer: RollOutAnswer): Conflict => {
  if (answer.status !== 'infeasible') throw new Error(answer.status);
  return answer;
};
const counts = (problem: RollOutProblem, { cells }: Planned) => coverOf(problem, cells).map(({ count }) => count);

test('every commune exercises once, 20 to 25 of 102 a year, and no rule is broken', async () => {
  const problem = province(102, 60);
  const plan = planned(await solve(problem));
  expect(faultsOf(problem, plan.cells)).toEqual([]);
  expect(plan.cells).toHaveLength(102);
  for (const count of counts(problem, plan)) expect([20, 21, 22, 23, 24, 25]).toContain(count);
  expect(plan.status).toBe('optimal');
  expect(plan.gap).toBeLessThanOrEqual(0.005);
  expect(plan.bound).toBeLessThanOrEqual(plan.objective);
});

test('the same input gives the same plan, whatever the order of its communes', async () => {
  const problem = province(40, 20);
  const first = planned(await solve(problem));
  const again = planned(await solve({ ...problem, communes: [...problem.communes].reverse() }));
  expect(again.cells).toEqual(first.cells);
});

test('21 of 102 a year is impossible: the floor alone is named; soft, its shortfall is shown', async () => {
  const strict = plain(102, { floorPercent: 21 });
  expect(conflict(await solve(strict))).toEqual({
    status: 'infeasible',
    rules: ['floor'],
    minimal: true,
    remedies: [{ kind: 'floor', enough: true }],
  });
  const soft = plain(102, { floorPercent: 21, soft: ['floor'] });
  const plan = planned(await solve(soft));
  expect(hardFaults(soft, plan.cells)).toEqual([]);
  const short = faultsOf(soft, plan.cells);
  expect(short.every(({ rule }) => rule === 'floor')).toBe(true);
  expect(short.reduce((all, { count, limit }) => all + (limit ?? 0) - (count ?? 0), 0)).toBe(3);
});

test('a choice of people against a closed month: exactly these two are named, and each is enough to give up', async () => {
  const problem: RollOutProblem = {
    ...plain(10, { windows: [{ id: 'lu', kind: 'flood', months: [9, 10, 11], communes: null }] }),
    fixed: [
      { commune: unit('xa-002'), year: 2027, month: 10 },
      { commune: unit('xa-003'), year: 2028, month: 4 },
    ],
  };
  const told = conflict(await solve(problem));
  expect(told.rules).toEqual(['fixed/xa-002', 'windows/lu']);
  expect(told.remedies).toEqual([
    { kind: 'fixed', enough: true },
    { kind: 'windows', enough: true },
  ]);
  const soft = { ...problem, rules: { ...problem.rules, soft: ['windows' as const] } };
  const plan = planned(await solve(soft));
  expect(plan.cells.find(({ commune }) => commune === 'xa-002')).toMatchObject({ year: 2027, month: 10, fixed: true });
  expect(faultsOf(soft, plan.cells).map(({ rule }) => rule)).toEqual(['windows/lu']);
});

test('two contradictions: one is named, and giving it up is told not to be enough', async () => {
  const problem: RollOutProblem = {
    ...plain(10, {
      pilots: [unit('xa-001')],
      windows: [{ id: 'lu', kind: 'flood', months: [10], communes: null }],
    }),
    fixed: [
      { commune: unit('xa-001'), year: 2030, month: 4 },
      { commune: unit('xa-002'), year: 2027, month: 10 },
    ],
  };
  const told = conflict(await solve(problem));
  expect(told.rules).toHaveLength(2);
  expect(told.remedies.find(({ kind }) => kind === 'fixed')?.enough).toBe(true);
  expect(told.remedies.find(({ kind }) => kind !== 'fixed')?.enough).toBe(false);
});

test('clusters exercise together with one team, pilots first, nobody sooner than the least gap', async () => {
  const bare = plain(12, {
    clusters: [{ id: 'c1', name: 'Cụm 1', communes: [unit('xa-004'), unit('xa-005'), unit('xa-006')] }],
    pilots: [unit('xa-012')],
    teamsPerMonth: 1,
    minGapYears: 4,
  });
  const problem = {
    ...bare,
    communes: bare.communes.map((c) => (c.id === 'xa-001' ? { ...c, lastYear: 2025 } : c)),
  };
  const plan = planned(await solve(problem));
  const cell = (id: string) => plan.cells.find(({ commune }) => commune === id);
  expect(faultsOf(problem, plan.cells)).toEqual([]);
  expect(cell('xa-004')).toEqual({ ...cell('xa-005'), commune: 'xa-004' });
  expect(cell('xa-012')?.year).toBe(2026);
  expect(cell('xa-001')?.year).toBeGreaterThanOrEqual(2029);
});

test('a changed year: as few communes as possible leave theirs, and the others keep their month', async () => {
  const before = province(60, 25);
  const first = planned(await solve(before));
  const one = first.cells.find(({ commune }) => commune === 'xa-050');
  if (!one) throw new Error('no commune to move');
  const year = one.year === 2030 ? 2029 : one.year + 1;
  const after = { ...before, base: first.cells, fixed: [{ commune: one.commune, year, month: 4 }] };
  const plan = planned(await solve(after));
  expect(faultsOf(after, plan.cells)).toEqual([]);
  expect(plan.fewest).toBe(true);
  expect(plan.moves).toBeGreaterThanOrEqual(1);
  expect(plan.moves).toBeLessThanOrEqual(4);
  const was = new Map(first.cells.map((cell) => [cell.commune, cell]));
  const stayed = plan.cells.filter((cell) => was.get(cell.commune)?.year === cell.year);
  const sameMonth = stayed.filter((cell) => was.get(cell.commune)?.month === cell.month);
  expect(stayed.length - sameMonth.length).toBeLessThanOrEqual(2);
});

test('a province without communes has an empty plan', async () => {
  expect(planned(await solve(plain(0))).cells).toEqual([]);
});

test('settling ends a long solve with the best plan so far; cancelling ends it without one', async () => {
  const own = createSolver();
  const problem = province(102, 300);
  const settled = await solveRollOut(
    own,
    problem,
    { timeLimit: 120, gap: 0 },
    {
      onProgress: ({ best }) => best !== null && own.settle(),
    },
  );
  const plan = planned(settled);
  expect(plan.status).toBe('feasible');
  expect(plan.gap).toBeGreaterThan(0);
  expect(hardFaults(problem, plan.cells)).toEqual([]);
  const running = solveRollOut(own, problem, { timeLimit: 120, gap: 0 }, { onProgress: () => void own.cancel() });
  await expect(running).rejects.toThrow(SolveCancelled);
});

test('in the middle of a term nothing new is placed in months that are over, and their years are not judged', async () => {
  const held = { commune: unit('xa-001'), year: 2026, month: 3 };
  const running = { commune: unit('xa-002'), year: 2027, month: 4 };
  const problem: RollOutProblem = {
    ...plain(13, { pilots: [unit('xa-003')] }),
    fixed: [held, running],
    opens: { year: 2027, month: 6 },
  };
  const { cells } = planned(await solve(problem));
  const [first, second, ...rest] = cells;
  expect([first, second]).toEqual([
    { ...held, fixed: true },
    { ...running, fixed: true },
  ]);
  expect(rest.filter((cell) => isPast(cell, problem.opens))).toEqual([]);
  expect(rest[0]).toMatchObject({ commune: 'xa-003', year: 2027 });
  expect(coverOf(problem, cells).map(({ count }) => count)).toEqual([1, 3, 3, 3, 3]);
  expect(faultsOf(problem, cells)).toEqual([]);
});

test('months of a year are evenly filled, early ones first', async () => {
  const windows = [{ id: 'tet', kind: 'tet' as const, months: [1, 2], communes: null }];
  const { cells } = planned(await solve(plain(60, { windows })));
  for (let year = 2026; year <= 2030; year++) {
    const months = cells.filter((cell) => cell.year === year).map(({ month }) => month);
    const counts = Array.from({ length: 12 }, (_, m) => months.filter((month) => month === m + 1).length);
    expect(counts).toEqual([0, 0, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1]);
  }
});

test('an exercise that has a date stays there, whatever the rules say about months and pilots', async () => {
  const windows = [{ id: 'thi', kind: 'exam' as const, months: [6], communes: null }];
  const bare = plain(10, { windows, pilots: [unit('xa-002')] });
  const dated = { commune: unit('xa-002'), year: 2028, month: 6 };
  const communes = bare.communes.map((each) => ({
    ...each,
    file: each.id === dated.commune ? EntityId.parse('da-co-ngay') : null,
  }));
  const problem: RollOutProblem = { ...bare, communes, fixed: [dated] };
  const { cells } = planned(await solve(problem));
  expect(cells.find(({ commune }) => commune === dated.commune)).toEqual({ ...dated, fixed: true });
  expect(faultsOf(problem, cells)).toEqual([]);
});

test('300 pairs that must not share a year: within 2 % of the bound, no rule broken, the same plan every time', async () => {
  const problem = province(102, 300);
  const options = { timeLimit: 120, gap: 0.02 };
  const plan = planned(await solveRollOut(solver, problem, options));
  expect(hardFaults(problem, plan.cells)).toEqual([]);
  expect([plan.status, plan.gap <= 0.02, plan.bound <= plan.objective]).toEqual(['optimal', true, true]);
  expect(planned(await solveRollOut(solver, problem, options)).cells).toEqual(plan.cells);
}, 120_000);

test('where months decide, the years are chosen with them', async () => {
  // one team and one open month a year: a year holds one exercise, whatever its years alone would allow
  const closed = [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12];
  const problem = plain(5, {
    teamsPerMonth: 1,
    windows: [{ id: 'lu', kind: 'flood', months: closed, communes: null }],
  });
  const plan = planned(await solve(problem));
  expect(faultsOf(problem, plan.cells)).toEqual([]);
  expect(plan.cells.map(({ year }) => year).sort()).toEqual([2026, 2027, 2028, 2029, 2030]);
});
