/**
 * Business time beside the machine's: they differ by an offset in demonstrations, and alarms are held while a sample is
 * loaded. One object a process; `set` changes it in place.
 */
import { type Instant, instant, toMs } from '../domain/time.ts';

export interface Clock {
  businessNow(): Instant;
  /** Business time at `ms` of the machine's (or the workflow's) clock. */
  toBusiness(ms: number): Instant;
  /** When, on the workflow's clock in milliseconds, a deadline of business time comes; null while alarms are held. */
  alarmAt(due: Instant): number | null;
  set(change: Partial<ClockSetting>): void;
}

export interface ClockSetting {
  readonly offsetMs: number;
  readonly held: boolean;
}

export function createClock({ offsetMs = 0, held = false }: Partial<ClockSetting> = {}): Clock {
  let setting: ClockSetting = { offsetMs, held };
  const toBusiness = (ms: number): Instant => instant(ms + setting.offsetMs);
  return {
    toBusiness,
    businessNow: () => toBusiness(Date.now()),
    alarmAt: (due) => (setting.held ? null : toMs(due) - setting.offsetMs),
    set: (change) => {
      setting = { ...setting, ...change };
    },
  };
}
