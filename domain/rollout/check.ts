/**
 * What of a plan breaks which rule: the solver's word is not taken for it, and a plan moved by hand is held to the same
 * rules on the page, in the decider and in the tests.
 */
import type { OrgUnitId } from '../people.ts';
import {
  bandOf,
  type Cell,
  openYearsOf,
  type Placing,
  type PlannedCommune,
  type RollOutProblem,
  startOf,
  yearsOf,
} from './problem.ts';
import { clashName, closes, kindOfRule, type RuleName } from './rules.ts';

export interface Fault {
  /** `missing`: a commune without a place, or placed twice; `outside`: no commune or no year of this plan. */
  readonly rule: RuleName | 'missing' | 'outside';
  readonly communes: readonly OrgUnitId[];
  readonly year: number | null;
  readonly month: number | null;
  /** How much there is and how much the rule allows, where it counts something. */
  readonly count: number | null;
  readonly limit: number | null;
}

const fault = (rule: Fault['rule'], communes: readonly OrgUnitId[], more: Partial<Fault> = {}): Fault => ({
  rule,
  communes,
  ...{ year: null, month: null, count: null, limit: null },
  ...more,
});

/** Rules that a plan breaks, in the order of the rules; none when it keeps them all. `base` is not among them. */
export const faultsOf = (problem: RollOutProblem, cells: readonly Placing[]): Fault[] => {
  const placed = new Map(cells.map((cell) => [cell.commune, cell]));
  return [
    ...placeFaults(problem, cells),
    ...communeFaults(problem, placed),
    ...pairFaults(problem, placed),
    ...monthFaults(problem, cells),
    ...bandFaults(problem, cells),
  ];
};

/** Those that no soft rule excuses. */
export const hardFaults = (problem: RollOutProblem, cells: readonly Placing[]): Fault[] =>
  faultsOf(problem, cells).filter(
    ({ rule }) => rule === 'missing' || rule === 'outside' || !problem.rules.soft.includes(kindOfRule(rule)),
  );

type Placed = ReadonlyMap<OrgUnitId, Placing>;

const placeFaults = ({ communes, firstYear, lastYear }: RollOutProblem, cells: readonly Placing[]): Fault[] => {
  const known = new Set(communes.map(({ id }) => id));
  const times = new Map<OrgUnitId, number>();
  for (const { commune } of cells) times.set(commune, (times.get(commune) ?? 0) + 1);
  return [
    ...cells
      .filter(({ commune, year }) => !known.has(commune) || year < firstYear || year > lastYear)
      .map(({ commune, year }) => fault('outside', [commune], { year })),
    ...communes
      .filter(({ id }) => times.get(id) !== 1)
      .map(({ id }) => fault('missing', [id], { count: times.get(id) ?? 0, limit: 1 })),
  ];
};

const communeFaults = (problem: RollOutProblem, placed: Placed): Fault[] => {
  const { rules, communes, fixed } = problem;
  const start = startOf(problem);
  const dated = new Set(communes.filter(({ file }) => file).map(({ id }) => id));
  const spacing = ({ id, lastYear }: PlannedCommune): Fault[] => {
    const year = placed.get(id)?.year;
    if (year === undefined || lastYear === null || dated.has(id) || year - lastYear >= rules.minGapYears) return [];
    return [fault(`spacing/${id}`, [id], { year, count: year - lastYear, limit: rules.minGapYears })];
  };
  return [
    ...fixed.flatMap((choice) => {
      const cell = placed.get(choice.commune);
      if (!cell || (cell.year === choice.year && cell.month === choice.month)) return [];
      return [fault(`fixed/${choice.commune}`, [choice.commune], { year: choice.year, month: choice.month })];
    }),
    ...rules.pilots.flatMap((id) => {
      const year = placed.get(id)?.year;
      return year !== undefined && !dated.has(id) && year >= start + rules.pilotYears
        ? [fault(`pilots/${id}`, [id], { year })]
        : [];
    }),
    ...communes.flatMap(spacing),
    ...rules.windows.flatMap((window) =>
      [...placed.values()]
        .filter(({ commune, month }) => !dated.has(commune) && closes(window, commune, month))
        .map(({ commune, year, month }) => fault(`windows/${window.id}`, [commune], { year, month })),
    ),
  ];
};

const pairFaults = ({ rules }: RollOutProblem, placed: Placed): Fault[] => [
  ...rules.clusters.flatMap(({ id, communes }) => {
    const cells = communes.flatMap((commune) => placed.get(commune) ?? []);
    const [first, ...rest] = cells;
    const together = rest.every(({ year, month }) => year === first?.year && month === first?.month);
    return together
      ? []
      : [
          fault(
            `clusters/${id}`,
            cells.map(({ commune }) => commune),
          ),
        ];
  }),
  ...rules.clashes.flatMap((clash) => {
    const [a, b] = [placed.get(clash.a), placed.get(clash.b)];
    return a && b && a.year === b.year ? [fault(clashName(clash), [a.commune, b.commune], { year: a.year })] : [];
  }),
];

/** Directing teams that cells need: one for each exercise; a cluster in one month is one exercise. */
export const teamsFor = ({ rules }: Pick<RollOutProblem, 'rules'>, cells: readonly Placing[]): number => {
  const group = new Map<OrgUnitId, OrgUnitId>();
  const root = (id: OrgUnitId): OrgUnitId => {
    const above = group.get(id);
    return above === undefined || above === id ? id : root(above);
  };
  const here = new Set(cells.map(({ commune }) => commune));
  for (const { communes } of rules.clusters) {
    const [first, ...rest] = communes.filter((id) => here.has(id));
    if (first) for (const id of rest) group.set(root(id), root(first));
  }
  return new Set([...here].map(root)).size;
};

const monthFaults = (problem: RollOutProblem, cells: readonly Placing[]): Fault[] => {
  const { rules, communes } = problem;
  const need = new Map(communes.map(({ id, vehicles }) => [id, vehicles]));
  const months = new Map<number, Placing[]>();
  for (const cell of cells) {
    const key = cell.year * 100 + cell.month;
    months.set(key, [...(months.get(key) ?? []), cell]);
  }
  return [...months]
    .sort(([a], [b]) => a - b)
    .flatMap(([key, here]) => {
      const [year, month] = [Math.floor(key / 100), key % 100];
      const ids = here.map(({ commune }) => commune);
      const vehicles = ids.reduce((all, id) => all + (need.get(id) ?? 0), 0);
      const over = (rule: RuleName, count: number, limit: number | null): Fault[] =>
        limit !== null && count > limit ? [fault(rule, ids, { year, month, count, limit })] : [];
      return [
        ...over('vehicles', vehicles, rules.vehiclesPerMonth),
        ...over('staff', teamsFor(problem, here), rules.teamsPerMonth),
      ];
    });
};

export interface YearCover {
  readonly year: number;
  readonly count: number;
  /** Share of all communes in hundredths of a per cent, rounded half up; null without communes. */
  readonly share: number | null;
}

/** How many communes fall into each year of the term. */
export const coverOf = (
  problem: Pick<RollOutProblem, 'communes' | 'firstYear' | 'lastYear'>,
  cells: readonly Pick<Cell, 'year'>[],
): YearCover[] => {
  const n = problem.communes.length;
  return yearsOf(problem).map((year) => {
    const count = cells.filter((cell) => cell.year === year).length;
    return { year, count, share: n === 0 ? null : Math.round((count * 10_000) / n) };
  });
};

const bandFaults = (problem: RollOutProblem, cells: readonly Placing[]): Fault[] => {
  const { least, most } = bandOf(problem);
  const open = new Set(openYearsOf(problem)); // what is over cannot be mended
  const cover = coverOf(problem, cells).filter(({ year }) => open.has(year));
  return [
    ...cover
      .filter(({ count }) => count > most)
      .map(({ year, count }) => fault('ceiling', [], { year, count, limit: most })),
    ...cover
      .filter(({ count }) => count < least)
      .map(({ year, count }) => fault('floor', [], { year, count, limit: least })),
  ];
};
