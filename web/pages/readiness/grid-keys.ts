/** Moving over the cells of a grid by keyboard (ARIA grid pattern): which place a key leads to. Pure. */
export interface Place {
  readonly row: number;
  readonly column: number;
}
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

const PAGE_ROWS = 10;
const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** Null for a key that does not move. */
export const placeAfter = (
  { row, column }: Place,
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { rows, columns }: Size,
): Place | null => {
  const to = (nextRow: number, nextColumn: number): Place => ({
    row: within(nextRow, rows),
    column: within(nextColumn, columns),
  });
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'Home':
      return ctrlKey ? to(0, 0) : to(row, 0);
    case 'End':
      return ctrlKey ? to(rows - 1, columns - 1) : to(row, columns - 1);
    case 'PageUp':
      return to(row - PAGE_ROWS, column);
    case 'PageDown':
      return to(row + PAGE_ROWS, column);
    default:
      return null;
  }
};
