/**
 * What carries messages out of the house. A run sends what is due, sleeps until the next is, and ends when nothing waits; who
 * writes a message wakes it. What is due, and what became of it, stands in the store: a lost run loses nothing.
 */
import { condition, continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { Activities, DeliverArgs, NextDelivery } from './contract.ts';
import { wakeSignal } from './messages.ts';

/** A server that is away for days is asked every five minutes; a killed worker is noticed after ten seconds. */
const { deliver, digest: writeDigests } = proxyActivities<Activities>({
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});

/** Does the work whenever it is due or somebody wakes it; returns when there is nothing ahead. */
async function attend(work: () => Promise<NextDelivery>): Promise<'over' | 'long'> {
  let woken = false;
  setHandler(wakeSignal, () => {
    woken = true;
  });
  for (;;) {
    woken = false;
    const { nextAt } = await work();
    if (woken) continue;
    if (nextAt === null) return 'over';
    if (workflowInfo().continueAsNewSuggested) return 'long';
    const wait = nextAt - Date.now();
    if (wait > 0) await condition(() => woken, wait);
  }
}

/** Sends by one channel. */
export async function delivery({ channel }: Pick<DeliverArgs, 'channel'>): Promise<void> {
  if ((await attend(() => deliver({ channel, at: Date.now() }))) === 'long')
    await continueAsNew<typeof delivery>({ channel });
}

/** Writes each body's paper of the day at its hour. */
export async function digest(): Promise<void> {
  if ((await attend(() => writeDigests(Date.now()))) === 'long') await continueAsNew<typeof digest>();
}
