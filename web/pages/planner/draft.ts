/** The plan on the table: cells that people move, what is not saved yet, and what it breaks. Pure. */
import { coverOf, type Fault, faultsOf } from '../../../domain/rollout/check.ts';
import { bandOf, type Cell, type RollOutProblem, type RollOutRules } from '../../../domain/rollout/problem.ts';
import type { Answer } from '../../client/http.ts';

export type Basis = Answer<'/api/v1/planner/basis'>;
export type Plan = Answer<'/api/v1/rollouts/{id}'>;
export type JobAnswer = Answer<'/api/v1/planner/jobs/{job}/answers/{unit}'>;
export type Solve = NonNullable<JobAnswer['solve']>;
export type Why = Readonly<Record<string, JobAnswer['why'][number]['why']>>;

export interface Table {
  readonly rules: RollOutRules;
  readonly theme: string;
  readonly vehicles: Readonly<Record<string, number>>;
  readonly cells: Readonly<Record<string, Cell>>;
  /** As they were saved, or as the solver gave them. */
  readonly given: Readonly<Record<string, Cell>>;
  /** Proof of the given cells. */
  readonly solve: Solve | null;
  readonly why: Why;
  /** A plan of the solver that is not saved. */
  readonly isNew: boolean;
}

/** As the server answers it: the ids were checked there. */
type Answered<T extends { readonly commune: string }> = Omit<T, 'commune'> & { readonly commune: string };

const byCommune = (cells: readonly Answered<Cell>[]): Record<string, Cell> =>
  Object.fromEntries(cells.map((cell) => [cell.commune, cell as unknown as Cell]));

const vehiclesOf = (communes: readonly { readonly id: string; readonly vehicles: number }[]) =>
  Object.fromEntries(communes.map(({ id, vehicles }) => [id, vehicles]));

export const fromBasis = ({ rules, theme, communes, done }: Basis): Table => {
  const cells = byCommune(done.map((placing) => ({ ...placing, fixed: true })));
  return {
    ...{ rules: rules as RollOutRules, theme, cells, given: cells, solve: null, why: {}, isNew: false },
    vehicles: vehiclesOf(communes),
  };
};

export const fromPlan = (basis: Basis, plan: Plan): Table => {
  const cells = byCommune(plan.cells.map(({ why: _, ...cell }) => cell));
  return {
    ...{ theme: plan.theme, cells, given: cells, solve: plan.solve, isNew: false },
    rules: (plan.rules ?? basis.rules) as RollOutRules,
    vehicles: vehiclesOf(plan.communes),
    why: Object.fromEntries(plan.cells.map(({ commune, why }) => [commune, why])),
  };
};

/** The solver's plan on the table, with whatever else was typed. */
export const withAnswer = (table: Table, { answer, rules, solve, why, communes }: JobAnswer): Table => {
  if (answer.status !== 'optimal' && answer.status !== 'feasible') return table;
  const cells = byCommune(answer.cells);
  return {
    ...table,
    ...{ rules: rules as RollOutRules, cells, given: cells, solve, isNew: true },
    vehicles: vehiclesOf(communes),
    why: Object.fromEntries(why.map((each) => [each.commune, each.why])),
  };
};

/** A cell put somewhere by hand is a choice: the solver keeps it from now on. */
export const placed = (table: Table, cell: Cell): Table => ({
  ...table,
  cells: { ...table.cells, [cell.commune]: cell },
});

const same = (a: Cell | undefined, b: Cell | undefined): boolean =>
  a?.year === b?.year && a?.month === b?.month && (a?.fixed ?? false) === (b?.fixed ?? false);

/** Communes whose cell is not as it was given, in order. */
export const changedIn = ({ cells, given }: Table): string[] =>
  [...new Set([...Object.keys(cells), ...Object.keys(given)])].filter((id) => !same(cells[id], given[id])).sort();

/** Places the table as the rules see it; choices held fixed are those of the table. */
export const problemIn = (basis: Basis, { rules, cells, vehicles }: Table): RollOutProblem => ({
  firstYear: 0,
  lastYear: 0,
  communes: basis.communes.map(({ id, superior, lastYear, file }) => ({
    id,
    superior,
    lastYear,
    vehicles: vehicles[id] ?? 0,
    file,
  })) as unknown as RollOutProblem['communes'], // ids as the server answered them
  rules,
  fixed: Object.values(cells)
    .filter(({ fixed, year }) => fixed || year < basis.opens.year)
    .map(({ commune, year, month }) => ({ commune, year, month })),
  base: null,
  opens: basis.opens,
});

export interface Judged {
  readonly problem: RollOutProblem;
  readonly faults: readonly Fault[];
  readonly cover: ReturnType<typeof coverOf>;
  readonly band: ReturnType<typeof bandOf>;
  readonly faulty: ReadonlySet<string>;
}

/** What the table holds and breaks, by the same rules as the server's. */
export const judged = (
  basis: Basis,
  table: Table,
  term: { readonly firstYear: number; readonly lastYear: number },
): Judged => {
  const problem = { ...problemIn(basis, table), ...term };
  const cells = Object.values(table.cells);
  const faults = cells.length === 0 ? [] : faultsOf(problem, cells);
  const faulty = new Set(faults.flatMap(({ communes }) => communes as readonly string[]));
  return { problem, faults, cover: coverOf(problem, cells), band: bandOf(problem), faulty };
};

/** `2026-2030`; null for anything else. */
export const termOf = (text: string | undefined): { firstYear: number; lastYear: number } | null => {
  const [, first, last] = /^(\d{4})-(\d{4})$/.exec(text ?? '') ?? [];
  const [firstYear, lastYear] = [Number(first), Number(last)];
  return first && firstYear <= lastYear && lastYear - firstYear < 10 ? { firstYear, lastYear } : null;
};

/** The five-year terms around a day: congress terms begin in years that end in 1 and 6 (2021–2025, 2026–2030). */
export const termsAround = (today: string): string[] => {
  const year = Number(today.slice(0, 4));
  const first = year - ((year - 1) % 5);
  return [first, first + 5].map((start) => `${start}-${start + 4}`);
};
