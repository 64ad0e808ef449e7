/** The activities of the product, made with what they need. Faults that pass are thrown to be tried again; others end. */

import type { Client } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { isUnavailable, StoreUnavailable } from '../db/errors.ts';
import type { EventStore } from '../db/event-store.ts';
import type { Activities } from '../workflows/contract.ts';
import type { Clock } from './clock.ts';
import { createCommit } from './commit.ts';
import { createContexts } from './contexts.ts';
import { createCourier } from './courier.ts';
import { createDelivery, type DeliverySettings, INBOX_ONLY } from './delivery.ts';
import { createDispatch } from './dispatch.ts';
import { createStanding } from './standing.ts';
import { createStates } from './states.ts';

export interface ActivityDeps {
  readonly store: EventStore;
  /** Carries follow-ups. */
  readonly client: Client;
  readonly clock: Clock;
  /** Ways out of the house; without them there is the inbox alone. */
  readonly delivery?: DeliverySettings;
}

export function createActivities({ client, delivery = INBOX_ONLY, ...deps }: ActivityDeps): Activities {
  const states = createStates(deps.store);
  const contexts = createContexts(states, deps.store.ongoing);
  const afterAppend = crashAfter('append');
  return {
    commit: orFail(
      createCommit({ ...deps, states, contexts, afterAppend, courier: createCourier(client, deps.clock, delivery) }),
    ),
    standing: orFail(createStanding({ ...deps, states, contexts })),
    dispatch: createDispatch(client),
    ...createDelivery({ ...deps, client, contexts, delivery }),
  };
}

/** A fault of the program fails the command that met it, instead of holding its workflow for ever. */
const orFail =
  <A, R>(activity: (argument: A) => Promise<R>): ((argument: A) => Promise<R>) =>
  async (argument) => {
    try {
      return await activity(argument);
    } catch (error) {
      if (error instanceof StoreUnavailable || isUnavailable(error)) throw error;
      const message = error instanceof Error ? error.message : String(error);
      throw ApplicationFailure.create({ message, type: 'defect', nonRetryable: true, cause: error as Error }); // as caught
    }
  };

/** Test hook: `SAN_SANG_CRASH_AFTER=append` ends the process the hardest way at that moment. Read once. */
function crashAfter(moment: string): () => void {
  if (process.env.SAN_SANG_CRASH_AFTER !== moment) return () => {};
  return () => process.kill(process.pid, 'SIGKILL');
}

export { type Clock, type ClockSetting, createClock } from './clock.ts';
export { wakeDeliveries } from './courier.ts';
export type { DeliverySettings } from './delivery.ts';
export { type Recovered, recover } from './recover.ts';
export { eraseExpired, type RetentionDeps } from './retention.ts';
export { createWorker, ensureSearchAttributes, type WorkerSettings, workflowBundle } from './worker.ts';
