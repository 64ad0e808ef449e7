/**
 * What was pressed and has not been taken by the server yet, pure: what goes out next, what the server refused. Entries go out
 * in the order of pressing, each under its own command id, so the repetition after a lost answer happens once.
 */
import type { ProblemShown } from '../client/http.ts';

export interface Item {
  readonly commandId: string;
  /** Real time in milliseconds of the last press. */
  readonly at: number;
  /** Real time before which it may still be taken back and is not sent. */
  readonly sendAt: number;
  /** How often it went out; after the first it can no longer be taken back. */
  readonly tries: number;
  /** Why the server did not take it; null while it waits. It stays until somebody has read why. */
  readonly problem: ProblemShown | null;
  /** Version of the file that holds it, until the page shows that version; null while it waits. */
  readonly sentAs: number | null;
}
export type Items<E extends Item> = readonly E[];

export const change = <E extends Item>(queue: Items<E>, commandId: string, how: (entry: E) => E): Items<E> =>
  queue.map((entry) => (entry.commandId === commandId ? how(entry) : entry));

export const waiting = <E extends Item>(queue: Items<E>): Items<E> =>
  queue.filter(({ problem, sentAs }) => problem === null && sentAs === null);
export const refused = <E extends Item>(queue: Items<E>): Items<E> => queue.filter(({ problem }) => problem !== null);
export const mayUndo = ({ tries }: Item): boolean => tries === 0;

export const put = <E extends Item>(queue: Items<E>, entry: E): Items<E> => [...queue, entry];
/** Takes back what has not gone out; anything else stays. */
export const undo = <E extends Item>(queue: Items<E>, commandId: string): Items<E> =>
  queue.filter((entry) => entry.commandId !== commandId || !mayUndo(entry));
export const sendNow = <E extends Item>(queue: Items<E>): Items<E> => queue.map((entry) => ({ ...entry, sendAt: 0 }));
export const tried = <E extends Item>(queue: Items<E>, commandId: string): Items<E> =>
  change(queue, commandId, (entry) => ({ ...entry, tries: entry.tries + 1 }));
/** The server has it; it counts here until its figures are shown, so that the next press builds on it. */
export const done = <E extends Item>(queue: Items<E>, commandId: string, version: number): Items<E> =>
  change(queue, commandId, (entry) => ({ ...entry, sentAs: version }));
/** What is left of a queue when the page opens anew. */
export const afterReload = <E extends Item>(queue: Items<E>): Items<E> => queue.filter(({ sentAs }) => sentAs === null);
export const refuse = <E extends Item>(queue: Items<E>, commandId: string, problem: ProblemShown): Items<E> =>
  change(queue, commandId, (entry) => ({ ...entry, problem }));
/** Somebody has read why it was refused. */
export const acknowledge = <E extends Item>(queue: Items<E>, commandId: string): Items<E> =>
  queue.filter((entry) => entry.commandId !== commandId || entry.problem === null);

/** What goes out next: the oldest that waits. Null with how long to wait, in milliseconds; `null` alone when nothing waits. */
export const next = <E extends Item>(
  queue: Items<E>,
  now: number,
): { readonly entry: E } | { readonly wait: number } | null => {
  const [entry] = waiting(queue);
  if (!entry) return null;
  return entry.sendAt <= now ? { entry } : { wait: entry.sendAt - now };
};

/** Answer of one sending: `line` for a lost line or a server that cannot take it now, which ends the round. */
export type Sent =
  | { readonly kind: 'done'; readonly version: number }
  | { readonly kind: 'line' }
  | { readonly kind: 'refused'; readonly problem: ProblemShown };

export interface Desk<E extends Item> {
  readonly read: () => Items<E>;
  /** Keeps the change before anything else happens. */
  readonly write: (how: (queue: Items<E>) => Items<E>) => Promise<void>;
  readonly send: (entry: E) => Promise<Sent>;
  readonly now: () => number;
  readonly told: (entry: E, sent: Exclude<Sent, { kind: 'line' }>) => void;
}

/**
 * Sends what is due, one after another in order, until nothing is or the line is lost. A refused entry does not hold up the
 * rest. Gives how long to wait for the next, in milliseconds; null when nothing waits or the line is down.
 */
export const drain = async <E extends Item>({ read, write, send, now, told }: Desk<E>): Promise<number | null> => {
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
