/** What one append changes in the read tables. */
import type { ReadRows } from '../schema.ts';

/** A whole row to be written; `doc` is any plain JSON, kept as canonical text. */
export type RowToWrite<R> = Readonly<Omit<R, 'doc'>> & { readonly doc: unknown };

/** Table name → rows, each key at most once. A table without changes is left out. */
export type Rows = { readonly [T in keyof ReadRows]?: readonly RowToWrite<ReadRows[T]>[] };
