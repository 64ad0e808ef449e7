/** Wakes the workflows that carry messages, beside the work that causes them: no command waits for it. */
import type { Client } from '@temporalio/client';
import type { Db } from '../db/connect.ts';
import { channelsDue } from '../db/delivery/outbox.ts';
import type { NoticeRow } from '../db/delivery/rows.ts';
import type { Channel } from '../domain/delivery/kinds.ts';
import type { Instant } from '../domain/time.ts';
import {
  DELIVERY_WORKFLOW,
  DIGEST_ID,
  DIGEST_WORKFLOW,
  deliveryId,
  TASK_QUEUE,
  WAKE_SIGNAL,
} from '../workflows/contract.ts';
import type { Clock } from './clock.ts';
import type { DeliverySettings } from './delivery.ts';

export interface Courier {
  /** Outside channels by which what is told now goes out; none while a sample is loaded. */
  channels(): readonly Channel[];
  /** Returns at once. */
  wake(notices: readonly NoticeRow[]): void;
}

export const NO_COURIER: Courier = { channels: () => [], wake: () => {} };

/** Starts the workflow of a channel, or wakes it. */
export const wakeChannel = async (client: Client, channel: Channel): Promise<void> => {
  await client.workflow.signalWithStart(DELIVERY_WORKFLOW, {
    ...{ workflowId: deliveryId(channel), taskQueue: TASK_QUEUE, signal: WAKE_SIGNAL, args: [{ channel }] },
  });
};

/** As many wakings as come within a moment are one. */
const GATHER_MS = 250;

export const createCourier = (client: Client, clock: Clock, { senders }: DeliverySettings): Courier => {
  const all = senders.map(({ channel }) => channel);
  const isHeld = (): boolean => clock.alarmAt(clock.businessNow()) === null;
  let waiting: NodeJS.Timeout | undefined;
  const wakeAll = async (): Promise<void> => {
    waiting = undefined;
    // a wake that is lost is made up for by `wakeDeliveries`, which looks at the store
    await Promise.allSettled(all.map((channel) => wakeChannel(client, channel)));
  };
  return {
    channels: () => (isHeld() ? [] : all),
    wake: (notices) => {
      if (all.length === 0 || notices.length === 0 || waiting) return;
      waiting = setTimeout(() => void wakeAll(), GATHER_MS);
      waiting.unref();
    },
  };
};

/**
 * Wakes every channel by which something is due or was left under way, and the paper of the day. Safe to repeat; what an
 * earlier process left is found again by it. How many channels there were.
 */
export const wakeDeliveries = async (
  { db, client }: { readonly db: Db; readonly client: Client },
  { senders }: DeliverySettings,
  now: Instant,
): Promise<number> => {
  const due = (await channelsDue(db, now)).filter((channel) => senders.some((each) => each.channel === channel));
  await Promise.all(due.map((channel) => wakeChannel(client, channel)));
  if (senders.length > 0)
    await client.workflow.signalWithStart(DIGEST_WORKFLOW, {
      ...{ workflowId: DIGEST_ID, taskQueue: TASK_QUEUE, signal: WAKE_SIGNAL, args: [] },
    });
  return due.length;
};
