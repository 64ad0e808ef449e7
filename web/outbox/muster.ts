/** The queue of this person's muster desk in this browser. */
import { createBox, sendOnce } from './box.ts';
import type { Entry } from './muster-queue.ts';
import type { Sent } from './queue.ts';

export const muster = createBox<Entry>('muster');
export const { change: changeQueue, now: queueNow, use: useMusterQueue } = muster;

export const sendEntry = ({ drill, command, commandId }: Entry): Promise<Sent> =>
  sendOnce('drills', drill, command, commandId);
