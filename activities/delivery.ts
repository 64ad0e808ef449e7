/** Messages out of the house, as activities: an ordinary one that beats, so that a killed worker is noticed within seconds. */
import { Context as Running } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import type { Db } from '../db/connect.ts';
import { dueTasks, writeDigest } from '../db/delivery/digest.ts';
import { settings } from '../db/delivery/settings.ts';
import type { EventStore } from '../db/event-store.ts';
import { deliverDue, type Sender } from '../delivery/index.ts';
import { addWorkingDays, type Calendar } from '../domain/calendar/index.ts';
import { nextDigest } from '../domain/delivery/index.ts';
import { withinTables } from '../domain/ladder/index.ts';
import { addDays, atHour, dayOf, earlier, type Instant, instant, toMs } from '../domain/time.ts';
import type { Activities, DeliverArgs, NextDelivery } from '../workflows/contract.ts';
import type { Clock } from './clock.ts';
import type { Contexts } from './contexts.ts';
import { wakeChannel } from './courier.ts';

export interface DeliverySettings {
  readonly senders: readonly Sender[];
  readonly publicUrl?: string | undefined;
  /** Where deliveries are kept; the same database as the store's. */
  readonly db: Db | null;
}
export const INBOX_ONLY: DeliverySettings = { senders: [], db: null };

export interface DeliveryDeps {
  readonly store: EventStore;
  readonly client: Client;
  readonly clock: Clock;
  readonly contexts: Contexts;
  readonly delivery: DeliverySettings;
}

const NOT_BEFORE_WOKEN: NextDelivery = { nextAt: null };
const BEAT_MS = 2_000;
/** When another process sends already: how long until it is looked again. */
const BUSY_MS = 15_000;

/** Business time while an activity runs that was asked for at `at` of the workflow's clock. */
const runningClock = (clock: Clock, at: number): (() => Instant) => {
  const { info } = Running.current();
  const waited = info.currentAttemptScheduledTimestampMs - info.scheduledTimestampMs;
  const begun = performance.now();
  return () => clock.toBusiness(at + waited + (performance.now() - begun));
};

/** Test hook, as in `index.ts`. */
const crashAfterAccepted = (): (() => void) => {
  const [moment, count = '1'] = (process.env.SAN_SANG_CRASH_AFTER ?? '').split(':');
  if (moment !== 'accepted') return () => {};
  let left = Number(count);
  return () => {
    left -= 1;
    if (left <= 0) process.kill(process.pid, 'SIGKILL');
  };
};

const createDeliver = ({ clock, contexts, delivery }: DeliveryDeps): Activities['deliver'] => {
  const { senders, publicUrl, db } = delivery;
  const afterAccepted = crashAfterAccepted();
  return async ({ channel, at }: DeliverArgs) => {
    const sender = senders.find((each) => each.channel === channel);
    if (!sender || !db) return NOT_BEFORE_WOKEN; // taken out of the settings: what waits goes out when it is put back
    const now = runningClock(clock, at);
    const { heartbeat, cancelled } = Running.current();
    cancelled.catch(() => {});
    const beating = setInterval(() => heartbeat(), BEAT_MS);
    try {
      const done = await deliverDue({ db, sender, now, publicUrl, afterAccepted, world: contexts.plain });
      if (!done) return { nextAt: at + BUSY_MS };
      return { nextAt: done.nextAt === null ? null : clock.alarmAt(done.nextAt) };
    } finally {
      clearInterval(beating);
    }
  };
};

/** Whether anything lies before a body that a paper would tell. */
const hasWork = async (
  db: Db,
  calendar: Calendar,
  body: Parameters<typeof dueTasks>[1],
  at: Instant,
): Promise<boolean> => {
  const day = dayOf(at);
  const until = withinTables(() => addWorkingDays(calendar, day, 7)) ?? day;
  return (await dueTasks(db, body, until)).length > 0;
};

/** An hour that was slept through is made up for on the same day; an earlier day's is not. */
const createDigest = ({ clock, contexts, client, delivery }: DeliveryDeps): Activities['digest'] => {
  const { senders, db } = delivery;
  const channels = senders.map(({ channel }) => channel);
  return async (at) => {
    if (!db || channels.length === 0) return NOT_BEFORE_WOKEN;
    const now = clock.toBusiness(at);
    if (clock.alarmAt(now) === null) return NOT_BEFORE_WOKEN;
    const midnight = instant(toMs(atHour(dayOf(now), 0)) - 1);
    const { calendar } = await contexts.plain();
    let next: Instant = atHour(addDays(dayOf(now), 1), 0);
    let written = 0;
    for (const [body, setting] of await settings(db)) {
      const due = nextDigest(setting, calendar, midnight);
      if (due === null) continue;
      if (due > now) next = earlier(next, due);
      else if (
        (await hasWork(db, calendar, body, now)) &&
        (await writeDigest(db, body, dayOf(now), { at: due, channels }))
      )
        written += 1;
    }
    if (written > 0) await Promise.all(channels.map((channel) => wakeChannel(client, channel)));
    return { nextAt: clock.alarmAt(next) };
  };
};

export const createDelivery = (deps: DeliveryDeps): Pick<Activities, 'deliver' | 'digest'> => ({
  deliver: createDeliver(deps),
  digest: createDigest(deps),
});
