/** Ends a process in order: what was started last is stopped first, on SIGTERM, SIGINT, SIGHUP or a failure. */
export interface Lifetime {
  /** Adds something to stop. */
  onStop(stop: () => Promise<void>): void;
  /** Stops everything, once; errors are told, not thrown. */
  stop(): Promise<void>;
  /** Settles when the process was asked to end. */
  readonly asked: Promise<NodeJS.Signals>;
}

export function createLifetime(say: (line: string) => void): Lifetime {
  const stops: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | null = null;
  const stopAll = async (): Promise<void> => {
    for (const stop of stops.reverse()) {
      try {
        await stop();
      } catch (error) {
        say(error instanceof Error ? error.message : String(error));
      }
    }
  };
  const { promise: asked, resolve } = Promise.withResolvers<NodeJS.Signals>();
  let signals = 0;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => {
      signals += 1;
      // nothing to stop in order yet, or somebody who will not wait: the exit hooks end the children
      if (stops.length === 0 || signals > 2) process.exit(130);
      resolve(signal);
    });
  return {
    asked,
    onStop: (stop) => stops.push(stop),
    stop: () => {
      stopping ??= stopAll();
      return stopping;
    },
  };
}
