/** Months of a year evenly filled: where nothing else decides, no month carries more than it must and early months come first. */

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

/** Exercises of one class in one year. */
export interface Load {
  /** How many fall into each month, 1 to 12 at index 0 to 11. */
  readonly counts: readonly number[];
  /** How many of them stay where they are. */
  readonly held: readonly number[];
  /** Months that others may be moved to. */
  readonly months: readonly number[];
  /** Vehicles of each. */
  readonly vehicles: number;
}

/**
 * The same exercises over the months of one year, in the order of `loads`. Each step moves one from a fuller month to an
 * emptier one, or to an earlier one as full as it leaves, and never over `vehicles` a month (null: no limit); no month gets
 * more directing teams than the fullest had, so a plan that keeps its rules keeps them still.
 */
export const levelled = (loads: readonly Load[], vehicles: number | null): number[][] => {
  const counts = loads.map((load) => [...load.counts]);
  const sums = (of: (load: Load) => number): number[] =>
    MONTHS.map((month) => loads.reduce((all, load) => all + (load.counts[month - 1] ?? 0) * of(load), 0));
  const [full, used] = [sums(() => 1), sums((load) => load.vehicles)];
  const at = (row: readonly number[], month: number): number => row[month - 1] ?? 0;
  const add = (row: number[], month: number, by: number): void => {
    row[month - 1] = at(row, month) + by;
  };
  const target = (load: Load, from: number): number | undefined =>
    load.months
      .filter((to) => at(full, to) + 1 < at(full, from) || (at(full, to) + 1 === at(full, from) && to < from))
      .filter((to) => vehicles === null || at(used, to) + load.vehicles <= vehicles)
      .sort((a, b) => at(full, a) - at(full, b) || a - b)[0];
  const step = (load: Load, row: number[]): boolean => {
    for (const from of MONTHS.toReversed()) {
      const to = at(row, from) > at(load.held, from) ? target(load, from) : undefined;
      if (to === undefined) continue;
      for (const [month, by] of [[from, -1] as const, [to, 1] as const]) {
        add(row, month, by);
        add(full, month, by);
        add(used, month, by * load.vehicles);
      }
      return true;
    }
    return false;
  };
  // each step makes the months more even, or as even with earlier ones: it ends
  while (loads.some((load, k) => step(load, counts[k] ?? [])));
  return counts;
};
