/**
 * The one shell of every stream's workflow. It waits, wakes and carries; what a command means is decided by the activity.
 *
 * 1. Every command is one update and one local activity; its answer is the activity's result, also when refused.
 * 2. Kept between wake-ups: the standing, and follow-ups not delivered yet. Both can be had again from the store.
 * 3. One alarm, for the earliest deadline (`alarm.ts`). Follow-ups go out in order (`courier.ts`).
 * 4. A run ends only when no handler is running: for good when the stream is closed or empty and nothing is left to
 *    carry, else to continue as new. The next command starts an ended workflow again.
 */
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { NamedFollowUp } from '../domain/registry.ts';
import type { Instant } from '../domain/time.ts';
import { keepAlarm } from './alarm.ts';
import type { Activities, Alarmed, ShellArgs } from './contract.ts';
import { createCourier } from './courier.ts';
import { commandUpdate, standingQuery, wakeSignal } from './messages.ts';
import { showStanding } from './show.ts';

/** An accepted command outlives hours without PostgreSQL: tried again in place at first, then by timers of the server. */
const { commit, standing: readStanding } = proxyLocalActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  localRetryThreshold: '5 seconds',
  retry: { initialInterval: '100 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
});

/** A stage that ends in a history longer than this starts the next stage with an empty one. */
const STAGE_HISTORY = 400;

export async function runShell(args: ShellArgs): Promise<void> {
  const { stream, continueAfter = Number.POSITIVE_INFINITY } = args;
  const courier = createCourier(args.outbox ?? []);
  let standing: Alarmed | null = null;
  let firstPhase: string | null = null;
  let observing = false;

  const adopt = (next: Alarmed, followUps: readonly NamedFollowUp[]): void => {
    courier.take(followUps);
    if (standing !== null && next.version < standing.version) return;
    firstPhase ??= next.phase;
    standing = next;
    if (next.version > 0) showStanding(next);
  };
  const reread = async (): Promise<void> => {
    const stood = await readStanding(stream);
    adopt(stood.standing, stood.pending);
  };

  setHandler(commandUpdate, async (envelope, digest) => {
    const committed = await commit(envelope);
    adopt(committed.standing, committed.followUps);
    return { result: committed.result, digest };
  });
  setHandler(standingQuery, () => standing);
  setHandler(wakeSignal, reread);

  const observe = async (alarmAt: number): Promise<void> => {
    const alarm = standing?.alarm;
    if (!alarm) return;
    observing = true;
    try {
      const at = new Date(Math.max(Date.now(), alarmAt)).toISOString() as Instant; // toISOString has exactly this form
      const committed = await commit({ ...alarm, at });
      adopt(committed.standing, committed.followUps);
    } finally {
      observing = false;
    }
  };
  const isOver = (): boolean =>
    standing !== null && (standing.closed || standing.version === 0) && courier.outbox.length === 0;
  const isLong = (): boolean => {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    const stageEnded = standing !== null && standing.phase !== firstPhase;
    return continueAsNewSuggested || historyLength >= continueAfter || (stageEnded && historyLength >= STAGE_HISTORY);
  };
  const mayEnd = (): boolean => allHandlersFinished() && !observing && (isOver() || isLong());

  await reread();
  await Promise.race([keepAlarm(() => standing?.alarmAt ?? null, observe), courier.run(), condition(mayEnd)]);
  if (isOver()) return;
  await continueAsNew<typeof runShell>({ ...args, outbox: [...courier.outbox] });
}
