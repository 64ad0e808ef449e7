/** A table as it was read: rows of cells by place, the first row first, empty rows in their places. */

/** A date stands as the wall clock shows it, carried in UTC. */
export type Cell = string | number | boolean | Date | null;

export interface Grid {
  readonly rows: readonly (readonly Cell[])[];
  /** Merged ranges as `A1:C1`. */
  readonly merged: readonly string[];
}
