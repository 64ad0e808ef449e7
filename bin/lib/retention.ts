/** Looks every hour for names whose time has ended, for as long as this process works. */
import { eraseExpired } from '../../activities/retention.ts';
import { sendCommand } from '../../workflows/send.ts';
import type { TemporalClient } from './engine.ts';
import type { Opened } from './store.ts';

const HOUR_MS = 3_600_000;

/** Starts at once. A failure is told and tried again the next hour. */
export function startRetention(opened: Opened, temporal: TemporalClient, say: (line: string) => void) {
  const look = (): Promise<unknown> =>
    eraseExpired({
      db: opened.db,
      send: (envelope) => sendCommand(temporal.client, envelope, { timeoutMs: 10_000 }),
      now: opened.clock.businessNow,
    }).catch((error: unknown) => say(`retention: ${error instanceof Error ? error.message : String(error)}`));
  let running = look();
  const timer = setInterval(() => {
    running = running.then(look);
  }, HOUR_MS);
  return {
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await running;
    },
  };
}
