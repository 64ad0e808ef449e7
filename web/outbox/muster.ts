/** The queue of this person's muster desk in this browser: read by the screens, changed by pressing, emptied by sending. */
import { useSyncExternalStore } from 'react';
import { sendCommand } from '../client/command.ts';
import { Refused, Unreachable } from '../client/http.ts';
import { afterReload, type Entry, type Queue, type Sent } from './muster-queue.ts';
import { openQueueStore, type QueueStore } from './muster-store.ts';

interface Held {
  queue: Queue;
  /** Changes that are being kept; what is on disk is shown when none is. */
  pending: number;
  readonly store: Promise<QueueStore>;
  readonly watchers: Set<() => void>;
  readonly others: BroadcastChannel | null;
}
const desks = new Map<string, Held>();

const deskOf = (user: string): Held => {
  const known = desks.get(user);
  if (known) return known;
  const others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`san-sang.muster.${user}`);
  const held: Held = { queue: [], pending: 0, store: openQueueStore(user), watchers: new Set(), others };
  desks.set(user, held);
  if (others) others.onmessage = () => void load(held);
  void changeQueue(user, afterReload);
  return held;
};

const load = async (held: Held): Promise<void> => {
  const queue = await (await held.store).load();
  if (held.pending === 0) show(held, queue);
};

const show = (held: Held, queue: Queue): void => {
  held.queue = queue;
  for (const tell of held.watchers) tell();
};

/** Shown at once, kept right after; a browser that keeps nothing still sends. */
export const changeQueue = async (user: string, how: (queue: Queue) => Queue): Promise<void> => {
  const held = deskOf(user);
  show(held, how(held.queue));
  held.pending += 1;
  const queue = await (await held.store).change(how).catch(() => null);
  held.pending -= 1;
  if (queue === null) return;
  held.others?.postMessage('changed');
  if (held.pending === 0) show(held, queue);
};

export const queueNow = (user: string): Queue => deskOf(user).queue;

export const useMusterQueue = (user: string): Queue => {
  const held = deskOf(user);
  return useSyncExternalStore(
    (tell) => {
      held.watchers.add(tell);
      return () => held.watchers.delete(tell);
    },
    () => held.queue,
  );
};

/** Answers that say nothing about the entry itself: sign-in ended, too many at once, the server or a part of it is down. */
const LATER: readonly number[] = [401, 429, 500, 502, 503, 504];

export const sendEntry = async ({ drill, command, commandId }: Entry): Promise<Sent> => {
  try {
    const { version } = await sendCommand('drills', drill, command, { commandId });
    return { kind: 'done', version };
  } catch (error) {
    if (error instanceof Refused && !LATER.includes(error.problem.status))
      return { kind: 'refused', problem: error.problem };
    if (error instanceof Refused || error instanceof Unreachable) return { kind: 'line' };
    throw error;
  }
};
