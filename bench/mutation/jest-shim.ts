/** `describe`, `test` and `expect` as the domain's tests use them, collected so that one process can run single tests again and again. */
import { createRequire } from 'node:module';

export interface Collected {
  readonly id: string;
  readonly name: string;
  readonly run: () => unknown;
}
type Body = (...args: readonly unknown[]) => unknown;

const require = createRequire(import.meta.url);
export const { expect } = require('expect') as { expect: unknown };
export const collected: Collected[] = [];
const path: string[] = [];

const named = (name: string, row: readonly unknown[]): string => {
  let next = 0;
  return name.replace(/%[sdijop#]/g, () => String(row[next++]));
};
const rowOf = (row: unknown): readonly unknown[] => (Array.isArray(row) ? row : [row]);

export const describe = Object.assign(
  (name: string, body: Body): void => {
    path.push(name);
    body();
    path.pop();
  },
  {
    each: (rows: readonly unknown[]) => (name: string, body: Body) => {
      for (const row of rows.map(rowOf)) describe(named(name, row), () => body(...row));
    },
  },
);
export const test = Object.assign(
  (name: string, run: Body): void => {
    collected.push({ id: String(collected.length), name: [...path, name].join(' › '), run });
  },
  {
    each: (rows: readonly unknown[]) => (name: string, body: Body) => {
      for (const row of rows.map(rowOf)) test(named(name, row), () => body(...row));
    },
  },
);
