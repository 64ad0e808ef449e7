/** Keeps one embedded service alive: an unexpected end is followed by a start anew on the same port, a few times, then told as a failure. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Exit } from './child.ts';
import { type Log, reason } from './errors.ts';

export type PartState = 'starting' | 'ready' | 'restarting' | 'failed' | 'stopped';

export type Failure = { name: string; exitCode: number | null; signal: string | null; logTail: string };

/** What is supervised: `startPostgres` and `startTemporal` answer with this shape. */
export type Service = {
  pid: number;
  port: number;
  stop(): Promise<void>;
  onExit(callback: (exit: Exit) => void): void;
  logTail(): string;
};

export type Supervised<S extends Service> = { service(): S; state(): PartState; stop(): Promise<void> };

type Options<S extends Service> = {
  name: string;
  /** `port` is null for the first start, later the port to keep. */
  start(port: number | null): Promise<S>;
  log: Log;
  onFailure(failure: Failure): void;
  /** Waiting time before each start anew; their number is the limit. */
  delaysMs?: readonly number[];
  /** After this long without an end the count begins again. */
  calmMs?: number;
};

/** Rejects when the first start fails. After that nothing throws: a service that cannot be kept is given to `onFailure`, once. */
export async function supervise<S extends Service>(options: Options<S>): Promise<Supervised<S>> {
  const { name, log, delaysMs = [100, 500, 2_000, 5_000, 10_000], calmMs = 5 * 60_000 } = options;
  const stopping = new AbortController();
  let service = await options.start(null);
  let state: PartState = 'ready';
  let attempts = 0;
  let readySince = performance.now();
  let restart: Promise<void> = Promise.resolve();

  const watch = (watched: S) =>
    watched.onExit((exit) => {
      if (stopping.signal.aborted) return;
      if (performance.now() - readySince > calmMs) attempts = 0;
      state = 'restarting';
      restart = startAnew(watched, exit);
    });

  async function startAnew(ended: S, exit: Exit): Promise<void> {
    let last = { exitCode: exit.code, signal: exit.signal, logTail: ended.logTail() };
    while (attempts < delaysMs.length) {
      log(
        `${name} ended unexpectedly (${last.signal ?? `exit code ${last.exitCode}`}): starting anew, ${attempts + 1} of ${delaysMs.length}`,
      );
      await sleep(delaysMs[attempts++], undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      try {
        service = await options.start(ended.port);
        state = 'ready';
        readySince = performance.now();
        log(`${name} serves again`);
        watch(service);
        return;
      } catch (error) {
        last = { ...last, logTail: reason(error) };
      }
    }
    state = 'failed';
    options.onFailure({ name, ...last });
  }

  watch(service);
  return {
    service: () => service,
    state: () => state,
    async stop() {
      stopping.abort();
      await restart;
      await service.stop();
      state = 'stopped';
    },
  };
}
