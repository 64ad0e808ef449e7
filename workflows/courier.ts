/** Carries follow-ups to other streams: in order for each target, different targets at once, each until it has answered. */
import { condition, isCancellation, log, proxyActivities } from '@temporalio/workflow';
import type { NamedFollowUp } from '../domain/registry.ts';
import type { Activities } from './contract.ts';

const { dispatch } = proxyActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** After a fault in the program: how long until a follow-up is tried again. */
const FAULT_PAUSE = '10 minutes';
/** Targets at once. */
const MOST_AT_ONCE = 16;

export interface Courier {
  /** Not delivered yet; what is on its way stands here until its target has answered. */
  readonly outbox: readonly NamedFollowUp[];
  /** Takes follow-ups in; those it already holds are passed over. */
  take(followUps: readonly NamedFollowUp[]): void;
  /** Never returns. */
  run(): Promise<never>;
}

export function createCourier(carried: readonly NamedFollowUp[]): Courier {
  const outbox: NamedFollowUp[] = [...carried];
  const busy = new Set<string>();

  const deliver = async (followUp: NamedFollowUp): Promise<void> => {
    busy.add(followUp.stream);
    try {
      await dispatch(followUp);
      outbox.splice(outbox.indexOf(followUp), 1);
    } catch (error) {
      if (isCancellation(error)) return;
      log.error('a follow-up could not be delivered', { commandId: followUp.commandId, error });
      await condition(() => false, FAULT_PAUSE);
    } finally {
      busy.delete(followUp.stream);
    }
  };
  const next = (): NamedFollowUp | undefined =>
    busy.size < MOST_AT_ONCE ? outbox.find(({ stream }) => !busy.has(stream)) : undefined;

  return {
    outbox,
    take: (followUps) => {
      for (const followUp of followUps)
        if (!outbox.some(({ commandId }) => commandId === followUp.commandId)) outbox.push(followUp);
    },
    run: async () => {
      for (;;) {
        await condition(() => next() !== undefined);
        const followUp = next();
        if (followUp) deliver(followUp).catch(() => {}); // only a cancelled run comes here, and it is ending
      }
    },
  };
}
