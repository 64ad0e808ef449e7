/** The queue of a muster desk, pure: figures of one locality pressed within ten seconds are one entry. */
import type { Command } from '../client/command.ts';
import { change, type Item, type Items, mayUndo } from './queue.ts';

export type MusterCommand = Extract<Command<'drills'>, { type: 'RecordCounts' | 'CheckIn' | 'ReportStation' }>;
type Counts = Extract<MusterCommand, { type: 'RecordCounts' }>['counts'];

export interface Entry extends Item {
  readonly drill: string;
  readonly command: MusterCommand;
  /** What was pressed, for people: `PH-01: +6`. */
  readonly label: string;
}
export type Queue = Items<Entry>;

/** How long a press can be taken back, in milliseconds. */
export const UNDO_MS = 10_000;

/** What is not in the figures of the server yet. */
const unseen = (queue: Queue): Queue => queue.filter(({ problem }) => problem === null);

/** The entry of the same figures that has not gone out yet: what is pressed next joins it. */
export const openCounts = (queue: Queue, drill: string, unit: string, kind: string): Entry | undefined =>
  queue.findLast(
    (entry) =>
      mayUndo(entry) &&
      entry.drill === drill &&
      entry.command.type === 'RecordCounts' &&
      entry.command.unit === unit &&
      entry.command.kind === kind,
  );

/** The entry with a newer command in its place; it waits as long as a new one. */
export const join = (queue: Queue, commandId: string, newer: Pick<Entry, 'command' | 'label' | 'at'>): Queue =>
  change(queue, commandId, (entry) => ({ ...entry, ...newer, sendAt: newer.at + UNDO_MS }));
/** The drill is shown at a version: what that holds need not be kept. */
export const settle = (queue: Queue, drill: string, version: number): Queue =>
  queue.filter((entry) => entry.drill !== drill || entry.sentAs === null || entry.sentAs > version);

/** Figures of a unit as the desk sees them: those of the server with what waits to be sent. */
export const withQueue = (queue: Queue, drill: string, unit: string, kind: string): Counts => {
  const counts: Counts = {};
  for (const { drill: of, command } of unseen(queue))
    if (of === drill && command.type === 'RecordCounts' && command.unit === unit && command.kind === kind)
      Object.assign(counts, command.counts);
  return counts;
};

/** Numbers of orders whose check-in is not in the figures of the server yet. */
export const ordersWaiting = (queue: Queue, drill: string): ReadonlySet<string> =>
  new Set(
    unseen(queue).flatMap(({ drill: of, command }) =>
      of === drill && command.type === 'CheckIn' ? command.checkIns.map(({ order }) => order) : [],
    ),
  );
