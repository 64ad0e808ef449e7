/**
 * A good choice of years to begin with, found by trying: annealing over the years of each commune or cluster, two of them
 * exchanged or one moved. It proves nothing; the solver starts from it and proves. Pure, with numbers of its own: the same
 * problem gives the same choice.
 */
import type { Item } from './items.ts';
import { bandOf, openYearsOf, type RollOutProblem, yearsOf } from './problem.ts';
import { clashName, type Rules } from './rules.ts';

/** What a pair in one year, or a commune too many or too few, costs in each round: little finds fair plans, much finds plans. */
const ROUNDS = [8, 14] as const;
const STEPS_A_PAIR = 4_000;
/** How much worse a step may be at first, and at last. */
const HEAT = { first: 4, last: 0.15 };

/** mulberry32: from 0 to 1. */
const numbers = (seed: number): (() => number) => {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Those that must not share a year with each item. */
const apart = (problem: RollOutProblem, on: Rules, items: readonly Item[]): number[][] => {
  const place = new Map(items.flatMap((item, i) => item.communes.map(({ id }) => [id, i] as const)));
  const near = items.map(() => new Set<number>());
  for (const clash of on.isSoft('clashes') ? [] : problem.rules.clashes) {
    const [a, b] = [place.get(clash.a), place.get(clash.b)];
    if (a === undefined || b === undefined || a === b || !on.isOn(clashName(clash))) continue;
    near[a]?.add(b);
    near[b]?.add(a);
  }
  return near.map((each) => [...each]);
};

/** How far a year of so many communes is outside the band. */
const bandRule = (problem: RollOutProblem, on: Rules) => {
  const { least, most } = bandOf(problem);
  const open = new Set(openYearsOf(problem));
  const floor = on.isOn('floor') && !on.isSoft('floor') ? least : 0;
  const ceiling = on.isOn('ceiling') && !on.isSoft('ceiling') ? most : Number.POSITIVE_INFINITY;
  const isOpen = yearsOf(problem).map((year) => open.has(year));
  return (y: number, count: number): number =>
    isOpen[y] ? Math.max(0, floor - count) + Math.max(0, count - ceiling) : 0;
};

const at = (list: ArrayLike<number> | undefined, i: number): number => list?.[i] ?? 0;

interface Trial {
  readonly year: number[];
  readonly load: number[];
  faults: number;
  cost: number;
}

const trialOf = (problem: RollOutProblem, on: Rules, items: readonly Item[]) => {
  const near = apart(problem, on, items);
  const off = bandRule(problem, on);
  const size = items.map(({ communes }) => communes.length);
  const price = items.map(({ costs, penalties }) => costs.map((cost, y) => cost + at(penalties, y)));
  const sharing = (trial: Trial, i: number, y: number): number => {
    let count = 0;
    for (const j of near[i] ?? []) if (trial.year[j] === y) count += 1;
    return count;
  };
  /** What changes when `i` goes to `to`, and `j`, where given, takes its place. */
  const change = (trial: Trial, i: number, to: number, j: number | null): { faults: number; cost: number } => {
    const from = at(trial.year, i);
    let faults = sharing(trial, i, to) - sharing(trial, i, from);
    let cost = at(price[i], to) - at(price[i], from);
    let moved = at(size, i);
    if (j !== null) {
      faults += sharing(trial, j, from) - sharing(trial, j, to) - (near[i]?.includes(j) ? 2 : 0);
      cost += at(price[j], from) - at(price[j], to);
      moved -= at(size, j);
    }
    const [here, there] = [at(trial.load, from), at(trial.load, to)];
    faults += off(from, here - moved) + off(to, there + moved) - off(from, here) - off(to, there);
    return { faults, cost };
  };
  const put = (trial: Trial, i: number, to: number): void => {
    const from = at(trial.year, i);
    trial.load[from] = at(trial.load, from) - at(size, i);
    trial.load[to] = at(trial.load, to) + at(size, i);
    trial.year[i] = to;
  };
  const begun = (year: number[]): Trial => {
    const load = yearsOf(problem).map((_, y) => year.reduce((all, each, i) => all + (each === y ? at(size, i) : 0), 0));
    const trial: Trial = { year, load, faults: 0, cost: 0 };
    const shared = year.reduce((all, y, i) => all + sharing(trial, i, y), 0) / 2;
    trial.faults = shared + load.reduce((all, count, y) => all + off(y, count), 0);
    trial.cost = year.reduce((all, y, i) => all + at(price[i], y), 0);
    return trial;
  };
  const pairs = near.reduce((all, each) => all + each.length, 0) / 2;
  return { change, put, begun, pairs };
};

/** A year for each item as its index in the term, keeping pairs and band; null where none was found, or nothing is hard to find. */
export const yearsBySearch = (problem: RollOutProblem, on: Rules, items: readonly Item[]): number[] | null => {
  const years = yearsOf(problem);
  const open = items.map((item) => years.flatMap((year, y) => (item.years.includes(year) ? [y] : [])));
  const { change, put, begun, pairs } = trialOf(problem, on, items);
  if (items.length === 0 || pairs < items.length || open.some((each) => each.length === 0)) return null;
  const draw = numbers(items.length);
  const pick = (n: number): number => Math.floor(draw() * n);
  const steps = STEPS_A_PAIR * pairs;
  let best: { readonly year: number[]; readonly cost: number } | null = null;
  for (const weight of ROUNDS) {
    const trial = begun(open.map((each) => at(each, pick(each.length))));
    for (let step = 0; step < steps; step++) {
      const heat = HEAT.first * (1 - step / steps) + HEAT.last;
      const i = pick(items.length);
      const j = draw() < 0.5 ? pick(items.length) : null;
      const from = at(trial.year, i);
      const to = j === null ? at(open[i], pick(open[i]?.length ?? 1)) : at(trial.year, j);
      if (to === from || (j !== null && !(open[i]?.includes(to) && open[j]?.includes(from)))) continue;
      const { faults, cost } = change(trial, i, to, j);
      const worse = cost + weight * faults;
      if (worse > 0 && draw() >= Math.exp(-worse / heat)) continue;
      put(trial, i, to);
      if (j !== null) put(trial, j, from);
      trial.faults += faults;
      trial.cost += cost;
      if (trial.faults === 0 && trial.cost < (best?.cost ?? Number.POSITIVE_INFINITY))
        best = { year: [...trial.year], cost: trial.cost };
    }
  }
  return best?.year ?? null;
};
