/** Looks every hour for names whose time has ended, for as long as this process works. */
import { eraseExpired } from '../../activities/retention.ts';
import { sendCommand } from '../../workflows/send.ts';
import type { TemporalClient } from './engine.ts';
import { everyHour, type Hourly } from './hourly.ts';
import type { Opened } from './store.ts';

export const startRetention = (opened: Opened, temporal: TemporalClient, say: (line: string) => void): Hourly =>
  everyHour(
    'retention',
    () =>
      eraseExpired({
        db: opened.db,
        send: (envelope) => sendCommand(temporal.client, envelope, { timeoutMs: 10_000 }),
        now: opened.clock.businessNow,
      }),
    say,
  );
