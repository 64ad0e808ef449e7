/**
 * What a muster desk entered and has not got an answer for yet: the order in which it is sent, and what became of it. Pure.
 * Each entry keeps the command id it was born with, so a repetition after a lost answer happens once.
 */
import type { Command } from '../client/command.ts';
import type { ProblemShown } from '../client/http.ts';

export type MusterCommand = Extract<Command<'drills'>, { type: 'RecordCounts' | 'CheckIn' | 'ReportStation' }>;
type Counts = Extract<MusterCommand, { type: 'RecordCounts' }>['counts'];

export interface Entry {
  readonly commandId: string;
  readonly drill: string;
  readonly command: MusterCommand;
  /** What was pressed, for people: `PH-01: +6`. */
  readonly label: string;
  /** Real time in milliseconds of the last press; entries go out in the order of their first. */
  readonly at: number;
  /** Real time before which it may still be taken back and is not sent. */
  readonly sendAt: number;
  /** How often it went out; after the first it can no longer be taken back. */
  readonly tries: number;
  /** Why the server did not take it; null while it waits. It stays until somebody has read why. */
  readonly problem: ProblemShown | null;
  /** Version of the drill that holds it, until the page shows that version; null while it waits. */
  readonly sentAs: number | null;
}
export type Queue = readonly Entry[];

/** How long a press can be taken back, in milliseconds. */
export const UNDO_MS = 10_000;

const change = (queue: Queue, commandId: string, how: (entry: Entry) => Entry): Queue =>
  queue.map((entry) => (entry.commandId === commandId ? how(entry) : entry));

export const waiting = (queue: Queue): Queue =>
  queue.filter(({ problem, sentAs }) => problem === null && sentAs === null);
export const refused = (queue: Queue): Queue => queue.filter(({ problem }) => problem !== null);
export const mayUndo = ({ tries }: Entry): boolean => tries === 0;
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

export const put = (queue: Queue, entry: Entry): Queue => [...queue, entry];
/** The entry with a newer command in its place; it waits as long as a new one. */
export const join = (queue: Queue, commandId: string, newer: Pick<Entry, 'command' | 'label' | 'at'>): Queue =>
  change(queue, commandId, (entry) => ({ ...entry, ...newer, sendAt: newer.at + UNDO_MS }));
/** Takes back what has not gone out; anything else stays. */
export const undo = (queue: Queue, commandId: string): Queue =>
  queue.filter((entry) => entry.commandId !== commandId || !mayUndo(entry));
export const sendNow = (queue: Queue): Queue => queue.map((entry) => ({ ...entry, sendAt: 0 }));
export const tried = (queue: Queue, commandId: string): Queue =>
  change(queue, commandId, (entry) => ({ ...entry, tries: entry.tries + 1 }));
/** The server has it; it counts here until its figures are shown, so that the next press builds on it. */
export const done = (queue: Queue, commandId: string, version: number): Queue =>
  change(queue, commandId, (entry) => ({ ...entry, sentAs: version }));
/** The drill is shown at a version: what that holds need not be kept. */
export const settle = (queue: Queue, drill: string, version: number): Queue =>
  queue.filter((entry) => entry.drill !== drill || entry.sentAs === null || entry.sentAs > version);
/** What is left of a queue when the page opens anew. */
export const afterReload = (queue: Queue): Queue => queue.filter(({ sentAs }) => sentAs === null);
export const refuse = (queue: Queue, commandId: string, problem: ProblemShown): Queue =>
  change(queue, commandId, (entry) => ({ ...entry, problem }));
/** Somebody has read why it was refused. */
export const acknowledge = (queue: Queue, commandId: string): Queue =>
  queue.filter((entry) => entry.commandId !== commandId || entry.problem === null);

/** What goes out next: the oldest that waits. Null with how long to wait, in milliseconds; `null` alone when nothing waits. */
export const next = (queue: Queue, now: number): { readonly entry: Entry } | { readonly wait: number } | null => {
  const [entry] = waiting(queue);
  if (!entry) return null;
  return entry.sendAt <= now ? { entry } : { wait: entry.sendAt - now };
};

/** Figures of a unit as the desk sees them: those of the server with what waits to be sent. */
export const withQueue = (queue: Queue, drill: string, unit: string, kind: string): Counts =>
  unseen(queue).reduce<Counts>((counts, entry) => {
    const { command } = entry;
    if (entry.drill !== drill || command.type !== 'RecordCounts') return counts;
    return command.unit === unit && command.kind === kind ? { ...counts, ...command.counts } : counts;
  }, {});

/** Numbers of orders whose check-in is not in the figures of the server yet. */
export const ordersWaiting = (queue: Queue, drill: string): ReadonlySet<string> =>
  new Set(
    unseen(queue).flatMap(({ drill: of, command }) =>
      of === drill && command.type === 'CheckIn' ? command.checkIns.map(({ order }) => order) : [],
    ),
  );

/** Answer of one sending: `line` for a lost line or a server that cannot take it now, which ends the round. */
export type Sent =
  | { readonly kind: 'done'; readonly version: number }
  | { readonly kind: 'line' }
  | { readonly kind: 'refused'; readonly problem: ProblemShown };

export interface Desk {
  readonly read: () => Queue;
  /** Keeps the change before anything else happens. */
  readonly write: (how: (queue: Queue) => Queue) => Promise<void>;
  readonly send: (entry: Entry) => Promise<Sent>;
  readonly now: () => number;
  readonly told: (entry: Entry, sent: Exclude<Sent, { kind: 'line' }>) => void;
}

/**
 * Sends what is due, one after another in order, until nothing is or the line is lost. A refused entry does not hold up the
 * rest. Gives how long to wait for the next, in milliseconds; null when nothing waits or the line is down.
 */
export const drain = async ({ read, write, send, now, told }: Desk): Promise<number | null> => {
  for (;;) {
    const step = next(read(), now());
    if (step === null) return null;
    if ('wait' in step) return step.wait;
    const { entry } = step;
    await write((queue) => tried(queue, entry.commandId));
    const sent = await send(entry);
    if (sent.kind === 'line') return null;
    await write((queue) =>
      sent.kind === 'done' ? done(queue, entry.commandId, sent.version) : refuse(queue, entry.commandId, sent.problem),
    );
    told(entry, sent);
  }
};
