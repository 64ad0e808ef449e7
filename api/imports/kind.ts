/** What a kind of import is: its columns, how its rows become commands or other acts, and how those are carried out. */
import type { CommandMeta } from '../../domain/decider.ts';
import type { Actor } from '../../domain/people.ts';
import type { StreamId } from '../../domain/streams.ts';
import type { Instant } from '../../domain/time.ts';
import type { ImportKindName, Words } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import type { Values } from './cells.ts';
import type { Column } from './columns.ts';
import type { RowProblem } from './faults.ts';

export type KindName = ImportKindName;

/** Where a kind is imported, which decides who may. */
export type Door = 'organisation' | 'users' | 'register' | 'drill' | 'roster' | 'programme';

/** One import as its rows are read and carried out. */
export interface Job {
  readonly id: string;
  readonly kind: KindName;
  /** Id of the drill or programme. */
  readonly target: string | null;
  /** Null for acts of an administrator. */
  readonly by: Actor | null;
  readonly userId: string;
  /** Values of the kind's settings. */
  readonly settings: Values;
  readonly at: Instant;
  /** Makes one-time passwords. */
  readonly handout: string | null;
  /** Ends waiting for an engine that is away. */
  readonly signal: AbortSignal;
}

/** A row that was read: its number in the file, and what it asks for, as plain JSON. */
export interface Asked {
  readonly row: number;
  readonly content: unknown;
}
export interface Bad {
  readonly row: number;
  readonly problems: readonly RowProblem[];
}
export type Taken = Asked | Bad;
export const isBad = (taken: Taken): taken is Bad => 'problems' in taken;

export interface RowRead {
  readonly row: number;
  readonly values: Values;
}

/** Takes rows in the order of the file, some at a time; what it took before counts as done for what comes after. */
export type TakeRows = (rows: readonly RowRead[]) => Promise<readonly Taken[]>;

/** How rows are carried out. Safe to repeat with the same job and rows. */
export interface Carrier {
  /** All rows, or none when any is refused. */
  readonly all: (deps: ApiDeps, job: Job, rows: readonly Asked[]) => Promise<readonly Bad[]>;
  /** Some rows, in order; gives those that were refused. */
  readonly some: (deps: ApiDeps, job: Job, rows: readonly Asked[]) => Promise<readonly Bad[]>;
}

export interface Kind {
  readonly name: KindName;
  readonly title: Words;
  readonly about: Words;
  readonly door: Door;
  readonly columns: readonly Column[];
  /** What holds for all rows, asked once. */
  readonly settings: readonly Column[];
  /** Fields of which one must be filled: a row of a prepared sheet without any is passed over, as an empty one. */
  readonly asks?: readonly string[];
  /** Rows may hold names of persons: they are sealed while they wait, and never shown again. */
  readonly sealed: boolean;
  readonly mostRows: number;
  /** Rows up to which all or nothing can be kept: they are one act. */
  readonly mostAtOnce: number;
  /** True where even the good rows alone are one act. */
  readonly isOneAct?: (deps: ApiDeps, job: Job) => Promise<boolean>;
  readonly open: (deps: ApiDeps, job: Job) => Promise<TakeRows>;
  readonly carrier: Carrier;
}

/** Who a command of an import is from. Throws for a job of an administrator. */
export const metaOf = (job: Job, stream: StreamId, commandId: string): CommandMeta => {
  if (!job.by) throw new Error(`${job.kind} is imported under a duty`);
  return { stream, commandId, at: job.at, by: job.by };
};
