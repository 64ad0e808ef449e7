/** Why a commune stands where it stands, in codes with figures; the words are in `domain/labels/rollout.ts`. */
import { FAIR_GAP } from './items.ts';
import type { Cell, RollOutProblem, WindowKind } from './problem.ts';

export type Because =
  | { readonly because: 'fixed' }
  | { readonly because: 'pilot' }
  | { readonly because: 'cluster'; readonly name: string }
  | { readonly because: 'kept' }
  | { readonly because: 'moved'; readonly from: number }
  | { readonly because: 'gap'; readonly last: number; readonly years: number; readonly usual: number }
  | { readonly because: 'first' }
  | { readonly because: 'clash'; readonly with: readonly string[] }
  | { readonly because: 'avoids'; readonly windows: readonly WindowKind[] };

/** What made the cell what it is, the strongest ground first. */
export const becauseOf = (problem: RollOutProblem, cell: Cell): Because[] => {
  const { rules, communes, base } = problem;
  const commune = communes.find(({ id }) => id === cell.commune);
  const was = base?.find((placing) => placing.commune === cell.commune);
  const cluster = rules.clusters.find((each) => each.communes.includes(cell.commune));
  const apart = rules.clashes.flatMap(({ a, b }) => (a === cell.commune ? [b] : b === cell.commune ? [a] : []));
  const windows = rules.windows.filter((each) => each.communes === null || each.communes.includes(cell.commune));
  return [
    ...(cell.fixed ? [{ because: 'fixed' } as const] : []),
    ...(rules.pilots.includes(cell.commune) ? [{ because: 'pilot' } as const] : []),
    ...(cluster ? [{ because: 'cluster', name: cluster.name } as const] : []),
    ...(was && was.year === cell.year ? [{ because: 'kept' } as const] : []),
    ...(was && was.year !== cell.year ? [{ because: 'moved', from: was.year } as const] : []),
    ...(commune && commune.lastYear !== null
      ? [{ because: 'gap', last: commune.lastYear, years: cell.year - commune.lastYear, usual: FAIR_GAP } as const]
      : [{ because: 'first' } as const]),
    ...(apart.length > 0 ? [{ because: 'clash', with: apart } as const] : []),
    ...(windows.length > 0
      ? [{ because: 'avoids', windows: [...new Set(windows.map(({ kind }) => kind))] } as const]
      : []),
  ];
};
