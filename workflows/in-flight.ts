/** Temporal refuses an eleventh update in flight to one workflow: callers of one stream wait here for their turn. */
const MOST_IN_FLIGHT = 8;

export interface Gate {
  /** Runs `work` when it is its turn; null when `deadline` (ms of `performance.now`) comes first. */
  pass<T>(key: string, deadline: number, work: () => Promise<T>): Promise<T | null>;
}

interface Lane {
  running: number;
  readonly waiting: (() => void)[];
}

export function createGate(most = MOST_IN_FLIGHT): Gate {
  const lanes = new Map<string, Lane>();

  /** Resolves false when the deadline came first. A turn is handed on directly, so nobody overtakes. */
  const turn = (lane: Lane, deadline: number): Promise<boolean> => {
    if (lane.running < most) {
      lane.running++;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(
        () => {
          lane.waiting.splice(lane.waiting.indexOf(go), 1);
          resolve(false);
        },
        Math.max(0, deadline - performance.now()),
      );
      lane.waiting.push(go);
    });
  };

  return {
    pass: async (key, deadline, work) => {
      const lane = lanes.get(key) ?? { running: 0, waiting: [] };
      lanes.set(key, lane);
      if (!(await turn(lane, deadline))) return null;
      try {
        return await work();
      } finally {
        const following = lane.waiting.shift();
        if (following) following();
        else if (--lane.running === 0) lanes.delete(key);
      }
    },
  };
}
