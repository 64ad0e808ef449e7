/** Problems of a size: communes of a province with clusters, pilots, clashes and closed months, drawn by a fixed rule. */
import { OrgUnitId } from '../../domain/people.ts';
import type { RollOutProblem, RollOutRules } from '../../domain/rollout/problem.ts';

export const unit = (id: string) => OrgUnitId.parse(id);

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
export const numbers = (seed: number) => {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export const RULES: RollOutRules = {
  floorPercent: 20,
  ceilingPercent: 25,
  pilots: [],
  pilotYears: 1,
  clusters: [],
  clashes: [],
  windows: [],
  teamsPerMonth: null,
  vehiclesPerMonth: null,
  minGapYears: 0,
  soft: [],
};

/** `n` communes with nothing asked of them but the band. */
export const plain = (n: number, rules: Partial<RollOutRules> = {}): RollOutProblem => ({
  firstYear: 2026,
  lastYear: 2030,
  communes: Array.from({ length: n }, (_, i) => ({
    id: unit(`xa-${String(i + 1).padStart(3, '0')}`),
    superior: unit('tinh'),
    lastYear: null,
    vehicles: 4,
    file: null,
  })),
  rules: { ...RULES, ...rules },
  fixed: [],
  base: null,
  opens: null,
});

const PILOTS = [3, 20, 40];

/** A province as planners meet it: histories, 3 pilots, clusters of three, pairs apart, closed months, scarce teams and vehicles. */
export const province = (n: number, pairs: number, seed = 7): RollOutProblem => {
  const draw = numbers(seed);
  const bare = plain(n);
  const communes = bare.communes.map((commune, i) => ({
    ...commune,
    lastYear: draw() < 0.15 || PILOTS.includes(i) ? null : 2020 + Math.floor(draw() * 6),
    vehicles: 2 + 2 * Math.floor(draw() * 3),
  }));
  const ids = communes.map(({ id }) => id);
  const at = (i: number) => ids[i] ?? unit('xa-001');
  const clusters = Array.from({ length: Math.floor(n / 11) }, (_, c) => ({
    id: `cum-${c + 1}`,
    name: `Cụm ${c + 1}`,
    communes: [at(11 * c), at(11 * c + 1), at(11 * c + 2)],
  }));
  const clashes = new Map<string, { a: (typeof ids)[number]; b: (typeof ids)[number]; why: string }>();
  while (clashes.size < pairs) {
    const [i, j] = [Math.floor(draw() * n), Math.floor(draw() * n)].sort((a, b) => a - b) as [number, number]; // two numbers
    const together = clusters.some((each) => each.communes.includes(at(i)) && each.communes.includes(at(j)));
    // all pilots exercise in the first year
    const pilots = PILOTS.includes(i) && PILOTS.includes(j);
    if (i !== j && !together && !pilots) clashes.set(`${i}+${j}`, { a: at(i), b: at(j), why: 'chung khung tập' });
  }
  return {
    ...bare,
    communes,
    rules: {
      ...bare.rules,
      pilots: PILOTS.filter((i) => i < n).map(at),
      clusters,
      clashes: [...clashes.values()],
      windows: [
        { id: 'tet', kind: 'tet', months: [1, 2], communes: null },
        { id: 'thi', kind: 'exam', months: [6], communes: null },
        { id: 'lu', kind: 'flood', months: [9, 10, 11], communes: ids.filter((_, i) => i % 3 === 0) },
        { id: 'mua', kind: 'harvest', months: [5], communes: ids.filter((_, i) => i % 3 === 1) },
      ],
      teamsPerMonth: Math.max(2, Math.ceil(n / 25)),
      vehiclesPerMonth: Math.max(20, Math.ceil(n / 4)),
      minGapYears: 3,
    },
  };
};
