/**
 * A roll-out problem as a mixed-integer linear programme. Years are chosen for each commune or cluster; months for each
 * class of those that are alike (same open months, same vehicles), because which of them takes which month costs nothing:
 * 102 communes are 510 binaries and some hundred integers instead of 6,120. Pure: same problem, same model.
 */

import { decoded } from './decode.ts';
import { classesOf, type Frame, type Goal, isOpen, type Kind, type Part, WHOLE } from './frame.ts';
import { type Item, itemsOf, PENALTY } from './items.ts';
import {
  bandOf,
  type Cell,
  openYearsOf,
  type Placing,
  type RollOutProblem,
  type RuleKind,
  yearsOf,
} from './problem.ts';
import { clashName, type Rules } from './rules.ts';

export { type Goal, type Part, WHOLE } from './frame.ts';

export interface Column {
  readonly name: string;
  readonly cost: number;
  readonly upper: number;
  readonly integer: boolean;
}
export interface Row {
  readonly name: string;
  readonly lower: number;
  readonly upper: number;
  /** Column and coefficient. */
  readonly terms: readonly (readonly [number, number])[];
}
/** Minimise; every column from 0 to its upper bound. */
export interface Milp {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Model {
  readonly milp: Milp;
  /** The cells that values of the columns stand for. */
  readonly decode: (values: ArrayLike<number>) => Cell[];
  /** The year of each item by its index in the term. */
  readonly yearsIn: (values: ArrayLike<number>) => number[];
}

/** Month order for pilots, and keeping the month of the base: far below a unit of unfairness. */
const SLIGHT = 0.001;

/** Columns and rows as they are made; the index of a column is its name to the rows. */
const drawing = () => {
  const columns: Column[] = [];
  const rows: Row[] = [];
  return {
    columns,
    rows,
    column: (name: string, cost: number, upper: number, integer: boolean): number =>
      columns.push({ name, cost, upper, integer }) - 1,
    row: (name: string, lower: number, upper: number, terms: Row['terms']): void => {
      rows.push({ name, lower, upper, terms });
    },
  };
};
type Drawing = ReturnType<typeof drawing>;

const baseYear = (item: Item, base: readonly Placing[]): ReadonlyMap<string, number> =>
  new Map(base.filter(({ commune }) => item.communes.some(({ id }) => id === commune)).map((p) => [p.commune, p.year]));

const moved = (item: Item, year: number, { base }: RollOutProblem): number =>
  base ? [...baseYear(item, base).values()].filter((was) => was !== year).length : 0;

const yearColumns = (draw: Drawing, items: readonly Item[], years: readonly number[], { problem, goal, part }: Frame) =>
  items.map((item, i) =>
    years.map((year, y) => {
      const penalty = item.penalties[y] ?? 0;
      const costs = { any: 0, moves: moved(item, year, problem) + penalty, fair: (item.costs[y] ?? 0) + penalty };
      const cost = costs[goal.kind];
      return draw.column(
        `x_${item.id}_${year}`,
        cost,
        item.years.includes(year) && (part.kind !== 'months' || part.years[i] === y) ? 1 : 0,
        true,
      );
    }),
  );

const monthColumns = (
  draw: Drawing,
  kinds: readonly Kind[],
  years: readonly number[],
  { problem, goal, part }: Frame,
) =>
  kinds.map((kind, k) =>
    years.map((year) =>
      kind.months.map((month, n) => {
        const dear = goal.kind !== 'any' && kind.dearMonths.includes(month) ? PENALTY : 0;
        const cost = dear + (goal.kind === 'fair' && part.kind !== 'shared' && kind.isPilot ? n * SLIGHT : 0);
        const upper = isOpen(kind, { year, month }, problem) ? kind.items.length : 0;
        return draw.column(`w_${k}_${year}_${month}`, cost, upper, part.kind !== 'shared');
      }),
    ),
  );

/** A row that its rule may leave short at a price, or not at all. */
const limited = (
  draw: Drawing,
  { on, goal }: Frame,
  rule: RuleKind,
  { name, lower, upper, terms }: Omit<Row, 'terms'> & { readonly terms: (readonly [number, number])[] },
): void => {
  if (on.isSoft(rule)) {
    const cost = goal.kind === 'any' ? 0 : PENALTY;
    const slack = draw.column(`short_${name}`, cost, 100_000, false);
    terms.push([slack, Number.isFinite(lower) ? 1 : -1]);
  }
  draw.row(name, lower, upper, terms);
};

const addBand = (draw: Drawing, frame: Frame): void => {
  const { problem, items, years, x, on } = frame;
  const { least, most } = bandOf(problem);
  const open = new Set(openYearsOf(problem));
  years.forEach((year, y) => {
    const terms = items.map((item, i) => [x[i]?.[y] ?? 0, item.communes.length] as const);
    if (!open.has(year)) return;
    const all = { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };
    if (on.isOn('floor'))
      limited(draw, frame, 'floor', { ...all, name: `floor_${year}`, lower: least, terms: [...terms] });
    if (on.isOn('ceiling'))
      limited(draw, frame, 'ceiling', { ...all, name: `ceiling_${year}`, upper: most, terms: [...terms] });
  });
};

const addClashes = (draw: Drawing, frame: Frame): void => {
  const { problem, items, years, x, on } = frame;
  const place = new Map(items.flatMap((item, i) => item.communes.map(({ id }) => [id, i] as const)));
  const seen = new Set<string>();
  for (const clash of problem.rules.clashes) {
    const [a, b] = [place.get(clash.a), place.get(clash.b)];
    const pair = [a, b].sort().join('+');
    if (a === undefined || b === undefined || !on.isOn(clashName(clash)) || seen.has(pair)) continue;
    seen.add(pair);
    years.forEach((year, y) => {
      const [xa, xb] = [x[a]?.[y] ?? 0, x[b]?.[y] ?? 0];
      const terms: (readonly [number, number])[] =
        a === b
          ? [[xa, 2]]
          : [
              [xa, 1],
              [xb, 1],
            ];
      limited(draw, frame, 'clashes', {
        name: `clash_${pair}_${year}`,
        lower: Number.NEGATIVE_INFINITY,
        upper: 1,
        terms,
      });
    });
  }
};

const addMonths = (draw: Drawing, frame: Frame): void => {
  const { problem, kinds, years, x, w, on } = frame;
  const { teamsPerMonth, vehiclesPerMonth } = problem.rules;
  const lower = Number.NEGATIVE_INFINITY;
  years.forEach((year, y) => {
    kinds.forEach((kind, k) => {
      const all = (w[k]?.[y] ?? []).map((column) => [column, 1] as const);
      draw.row(`months_${k}_${year}`, 0, 0, [...all, ...kind.items.map((i) => [x[i]?.[y] ?? 0, -1] as const)]);
    });
    for (let month = 1; month <= 12; month++) {
      const load = (of: (kind: Kind) => number): (readonly [number, number])[] =>
        kinds.flatMap((kind, k) => {
          const column = w[k]?.[y]?.[kind.months.indexOf(month)];
          return column === undefined || of(kind) === 0 ? [] : [[column, of(kind)] as const];
        });
      const [teams, vehicles] = [load(() => 1), load((kind) => kind.vehicles)];
      if (teamsPerMonth !== null && on.isOn('staff') && teams.length > 0)
        limited(draw, frame, 'staff', { name: `staff_${year}_${month}`, lower, upper: teamsPerMonth, terms: teams });
      if (vehiclesPerMonth !== null && on.isOn('vehicles') && vehicles.length > 0)
        limited(draw, frame, 'vehicles', {
          name: `vehicles_${year}_${month}`,
          lower,
          upper: vehiclesPerMonth,
          terms: vehicles,
        });
    }
  });
};

/** Those that keep their year of the base keep its month too, as far as there is room. */
const addKeptMonths = (draw: Drawing, { problem, items, kinds, years, x, w, goal }: Frame): void => {
  if (!problem.base || goal.kind !== 'fair') return;
  const was = new Map(problem.base.map((placing) => [placing.commune, placing]));
  kinds.forEach((kind, k) => {
    years.forEach((year, y) => {
      kind.months.forEach((month, n) => {
        const there = kind.items.filter((i) => {
          const placing = was.get(items[i]?.communes[0]?.id ?? ('' as never)); // no commune, no placing
          return placing?.year === year && placing.month === month;
        });
        if (there.length === 0) return;
        const kept = draw.column(`kept_${k}_${year}_${month}`, -SLIGHT, there.length, false);
        draw.row(`kept_${k}_${year}_${month}`, Number.NEGATIVE_INFINITY, 0, [
          [kept, 1],
          [w[k]?.[y]?.[n] ?? 0, -1],
        ]);
        const stay = there.map((i) => [x[i]?.[y] ?? 0, -1] as const);
        draw.row(`stay_${k}_${year}_${month}`, Number.NEGATIVE_INFINITY, 0, [[kept, 1], ...stay]);
      });
    });
  });
};

const addMoves = (draw: Drawing, { problem, goal, items, years, x }: Frame): void => {
  if (goal.kind !== 'fair' || goal.most === null) return;
  const terms = items.flatMap((item, i) =>
    years.map((year, y) => [x[i]?.[y] ?? 0, moved(item, year, problem)] as const).filter(([, times]) => times > 0),
  );
  draw.row('moves', Number.NEGATIVE_INFINITY, goal.most, terms);
};

/** The model of a problem under some of its rules, or a part of it. */
export const modelOf = (problem: RollOutProblem, on: Rules, goal: Goal, part: Part = WHOLE): Model => {
  const draw = drawing();
  const [items, years] = [itemsOf(problem, on), yearsOf(problem)];
  const kinds = classesOf(items);
  const begun: Frame = { problem, on, goal, part, items, kinds, years, x: [], w: [] };
  const x = yearColumns(draw, items, years, begun);
  const w = monthColumns(draw, kinds, years, begun);
  const frame: Frame = { ...begun, x, w };
  items.forEach((item, i) => {
    draw.row(
      `once_${item.id}`,
      1,
      1,
      (x[i] ?? []).map((column) => [column, 1] as const),
    );
  });
  addBand(draw, frame);
  addClashes(draw, frame);
  addMonths(draw, frame);
  addKeptMonths(draw, frame);
  addMoves(draw, frame);
  return {
    milp: { columns: draw.columns, rows: draw.rows },
    decode: (values) => decoded(frame, values),
    yearsIn: (values) => x.map((columns) => columns.findIndex((column) => Math.round(values[column] ?? 0) === 1)),
  };
};
