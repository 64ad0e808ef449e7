/** A queue of each person in this browser: read by the screens, changed by pressing, emptied by sending. */
import { useSyncExternalStore } from 'react';
import { type Command, type Kind, sendCommand } from '../client/command.ts';
import { Refused, Unreachable } from '../client/http.ts';
import { afterReload, type Item, type Items, type Sent } from './queue.ts';
import { openQueueStore, type QueueStore } from './store.ts';

interface Held<E extends Item> {
  queue: Items<E>;
  /** Changes that are being kept; what is on disk is shown when none is. */
  pending: number;
  readonly store: Promise<QueueStore<E>>;
  readonly watchers: Set<() => void>;
  readonly others: BroadcastChannel | null;
}

export interface Box<E extends Item> {
  /** Shown at once, kept right after; a browser that keeps nothing still sends. */
  readonly change: (user: string, how: (queue: Items<E>) => Items<E>) => Promise<void>;
  readonly now: (user: string) => Items<E>;
  readonly use: (user: string) => Items<E>;
}

/** The queues of that name: the same in every window of this browser. */
export const createBox = <E extends Item>(name: string): Box<E> => {
  const users = new Map<string, Held<E>>();
  const show = (held: Held<E>, queue: Items<E>): void => {
    held.queue = queue;
    for (const tell of held.watchers) tell();
  };
  const load = async (held: Held<E>): Promise<void> => {
    const queue = await (await held.store).load();
    if (held.pending === 0) show(held, queue);
  };
  const heldOf = (user: string): Held<E> => {
    const known = users.get(user);
    if (known) return known;
    const others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`san-sang.${name}.${user}`);
    const held: Held<E> = {
      ...{ queue: [], pending: 0, store: openQueueStore<E>(name, user), watchers: new Set(), others },
    };
    users.set(user, held);
    if (others) others.onmessage = () => void load(held);
    void change(user, afterReload);
    return held;
  };
  const change: Box<E>['change'] = async (user, how) => {
    const held = heldOf(user);
    show(held, how(held.queue));
    held.pending += 1;
    const queue = await (await held.store).change(how).catch(() => null);
    held.pending -= 1;
    if (queue === null) return;
    held.others?.postMessage('changed');
    if (held.pending === 0) show(held, queue);
  };
  const use: Box<E>['use'] = (user) => {
    const held = heldOf(user);
    return useSyncExternalStore(
      (tell) => {
        held.watchers.add(tell);
        return () => held.watchers.delete(tell);
      },
      () => held.queue,
    );
  };
  return { change, now: (user) => heldOf(user).queue, use };
};

/** Answers that say nothing about the entry itself: sign-in ended, too many at once, the server or a part of it is down. */
const LATER: readonly number[] = [401, 429, 500, 502, 503, 504];

export const sendOnce = async <K extends Kind>(
  kind: K,
  id: string,
  command: Command<K>,
  commandId: string,
): Promise<Sent> => {
  try {
    const { version } = await sendCommand(kind, id, command, { commandId });
    return { kind: 'done', version };
  } catch (error) {
    if (error instanceof Refused && !LATER.includes(error.problem.status))
      return { kind: 'refused', problem: error.problem };
    if (error instanceof Refused || error instanceof Unreachable) return { kind: 'line' };
    throw error;
  }
};
