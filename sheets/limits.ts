/** What a table from outside may measure; anything larger is refused before it is unpacked or kept. */

/** Bytes of a file. */
export const MOST_BYTES = 20 * 1024 * 1024;
/** Bytes of everything in an XLSX package once it is unpacked. */
export const MOST_UNPACKED = 160 * 1024 * 1024;
/** How many times a part of more than a megabyte may be larger than it is packed; sheets of an office stay below 60. */
export const MOST_RATIO = 200;
/** Rows, the headings among them. */
export const MOST_ROWS = 100_001;
export const MOST_COLUMNS = 256;
/** Rows × columns. */
export const MOST_CELLS = 4_000_000;
/** Characters in one cell. */
export const MOST_CHARACTERS = 10_000;
/** Rows of an XLSX made here, which is put together in memory; CSV has no such limit. */
export const MOST_XLSX_ROWS = 50_000;
