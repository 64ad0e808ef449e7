/** Tables in files: XLSX and CSV in and out. Knows what a cell is, not what it means. */
export { SheetFault, type SheetFaultCode } from './fault.ts';
export type { Cell, Grid } from './grid.ts';
export { tableKind } from './kind.ts';
export * from './limits.ts';
export { mergesTold } from './package.ts';
export { columnName } from './place.ts';
export { openTable, type Reading } from './reading.ts';
export { CSV_MARK, csvLine, type OutCell, type Sheet, xlsxOf } from './write.ts';
