/** The one alarm of a stream. It follows its instant when that moves, and acts at once on one that has passed. */
import { condition, isCancellation, log } from '@temporalio/workflow';

/** After a fault in the program, or a clock that was set back: how long until the same alarm is tried again. */
const FAULT_PAUSE = '10 minutes';

/**
 * Never returns. `alarmAt`: milliseconds on the workflow's clock, null for none. `observe` does what is due, after which
 * `alarmAt` is a later instant.
 */
export async function keepAlarm(alarmAt: () => number | null, observe: (at: number) => Promise<void>): Promise<never> {
  for (;;) {
    const at = alarmAt();
    const moved = (): boolean => alarmAt() !== at;
    if (at === null) {
      await condition(moved);
    } else if (at <= Date.now() || !(await condition(moved, at - Date.now()))) {
      try {
        await observe(at);
      } catch (error) {
        if (isCancellation(error)) throw error;
        log.error('the alarm could not be observed', { error });
      }
      if (!moved()) await condition(moved, FAULT_PAUSE);
    }
  }
}
