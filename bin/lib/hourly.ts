/** Work that this process does by itself, for as long as it runs. */

const HOUR_MS = 3_600_000;

export interface Hourly {
  /** Resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/** Does it at once and every hour. A failure is told under `name` and tried again the next hour. */
export const everyHour = (name: string, work: () => Promise<unknown>, say: (line: string) => void): Hourly => {
  const look = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      say(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  let running = look();
  const timer = setInterval(() => {
    running = running.then(look);
  }, HOUR_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};
