/** Tells a waiting person every five seconds that work goes on: bytes and per cent when known, else seconds gone by. */
import type { Log } from './errors.ts';

export type Progress = { bytes(done: number, total: number | null): void; stop(): void };

const EVERY_MS = 5_000;

/** Starts at once with one line; `stop` must be called on every path. */
export function startProgress(log: Log, what: string): Progress {
  const started = performance.now();
  let state: { done: number; total: number | null } | null = null;
  log(`${what} …`);
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - started) / 1000);
    log(`${what}: ${state ? amount(state.done, state.total) : ''}${seconds} s`);
  }, EVERY_MS);
  timer.unref();
  return {
    bytes(done, total) {
      state = { done, total };
    },
    stop() {
      clearInterval(timer);
    },
  };
}

function amount(done: number, total: number | null): string {
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  if (total === null || total <= 0) return `${megabytes(done)} MB, `;
  return `${Math.floor((100 * done) / total)}% of ${megabytes(total)} MB, `;
}
