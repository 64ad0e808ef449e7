/** The least that Temporal itself does for an update with a local activity; the raw limit beside `command.ts`. */
import { condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';

const { empty } = proxyLocalActivities<{ empty(payload: unknown): Promise<unknown> }>({
  startToCloseTimeout: '10 seconds',
});

export const bareUpdate = defineUpdate<unknown, [unknown]>('bare');

export async function bare(): Promise<void> {
  setHandler(bareUpdate, (payload) => empty(payload));
  await condition(() => false);
}
