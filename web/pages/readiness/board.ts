/** The rows of the board in the order and with the filters of the address, and what differs between two days. Pure. */
import type { Schemas } from '../../client/http.ts';
import { byName, plain } from '../../words/format.ts';

export type Board = Schemas['ReadinessCellBoard'];
export type Row = Schemas['ReadinessCells'];
export type Cell = Schemas['ReadinessCell'];
export type CellState = Cell['state'];

export const ORDERS = ['worst', 'name', 'cluster', 'day'] as const;
export type Order = (typeof ORDERS)[number];

export interface Filter {
  readonly order: Order;
  readonly onlyBlocked: boolean;
  readonly cluster: string | undefined;
  readonly sought: string;
}

const worstFirst = (a: Row, b: Row): number => b.worst - a.worst || byName(a.unitName.vi, b.unitName.vi);
const COMPARE: Readonly<Record<Order, (a: Row, b: Row) => number>> = {
  worst: worstFirst,
  name: (a, b) => byName(a.unitName.vi, b.unitName.vi) || (a.id < b.id ? -1 : 1),
  cluster: (a, b) => byName(a.cluster?.name.vi ?? '￿', b.cluster?.name.vi ?? '￿') || worstFirst(a, b),
  day: (a, b) => ((a.startDate ?? '9') < (b.startDate ?? '9') ? -1 : 1),
};

export const rowsShown = (rows: readonly Row[], { order, onlyBlocked, cluster, sought }: Filter): Row[] => {
  const text = plain(sought.trim());
  const matches = (row: Row): boolean =>
    (!onlyBlocked || row.verdict === 'red') &&
    (cluster === undefined || row.cluster?.id === cluster) &&
    (text === '' || plain([row.unitName.vi, row.theme, row.codeName ?? '', row.id].join(' ')).includes(text));
  return rows.filter(matches).sort(COMPARE[order]);
};

/** Clusters of these rows by name; empty where none is known. */
export const clustersOf = (rows: readonly Row[]): readonly NonNullable<Row['cluster']>[] =>
  [...new Map(rows.flatMap(({ cluster }) => (cluster ? [[cluster.id, cluster] as const] : []))).values()].sort((a, b) =>
    byName(a.name.vi, b.name.vi),
  );

/** Larger is better; null is not compared. */
const GOODNESS: Readonly<Record<CellState, number | null>> = {
  red: 0,
  amber: 1,
  ahead: 2,
  open: 3,
  passed: 4,
  none: null,
};
const VERDICT: Readonly<Record<Row['verdict'], number | null>> = { red: 0, amber: 1, green: 2, none: null };

export type Turn = 'better' | 'worse' | null;
const turn = (before: number | null | undefined, after: number | null): Turn => {
  if (before === null || before === undefined || after === null || before === after) return null;
  return after > before ? 'better' : 'worse';
};

export interface Difference {
  readonly verdict: Turn;
  /** By gate; only cells that changed. */
  readonly cells: ReadonlyMap<string, { readonly turn: Turn; readonly was: CellState }>;
  /** It was not on the board on the earlier day. */
  readonly isNew: boolean;
}

/** What changed of a row since an earlier day. */
export const differenceOf = (before: Row | undefined, after: Row): Difference => {
  const was = new Map(before?.cells.map((cell) => [cell.gate, cell.state]));
  return {
    isNew: before === undefined,
    verdict: before ? turn(VERDICT[before.verdict], VERDICT[after.verdict]) : null,
    cells: new Map(
      after.cells.flatMap(({ gate, state }) => {
        const earlier = was.get(gate);
        return earlier !== undefined && earlier !== state
          ? [[gate, { turn: turn(GOODNESS[earlier], GOODNESS[state]), was: earlier }] as const]
          : [];
      }),
    ),
  };
};

export const differencesOf = (
  before: readonly Row[] | undefined,
  after: readonly Row[],
): ReadonlyMap<string, Difference> => {
  if (!before) return new Map();
  const known = new Map(before.map((row) => [row.id, row]));
  return new Map(after.map((row) => [row.id, differenceOf(known.get(row.id), row)]));
};

export const countTurns = (
  differences: ReadonlyMap<string, Difference>,
): { readonly better: number; readonly worse: number } => {
  const all = [...differences.values()];
  const count = (wanted: Turn): number => all.filter(({ verdict }) => verdict === wanted).length;
  return { better: count('better'), worse: count('worse') };
};

/** Verdicts of the days up to and with `day`, at most `count`; `days` ascend as the letters do. */
export const stripOf = (letters: string, days: readonly string[], day: string, count: number): string => {
  const until = days.findLastIndex((each) => each <= day) + 1;
  return letters.slice(Math.max(0, until - count), until);
};
