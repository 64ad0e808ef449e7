/** The virtual clock of the players: every act gets its own instant, later than the one before. */
import { type Instant, instant, later, toMs } from '../domain/time.ts';

export interface PlayClock {
  /** The next act comes no earlier than this. */
  notBefore(at: Instant): void;
  /** The instant of the next act. */
  tick(): Instant;
}

/** One minute an act for a few exercises; a province of a hundred communes needs shorter steps to fit into a morning. */
export const createPlayClock = (exercises: number): PlayClock => {
  const step = exercises <= 8 ? 60_000 : 5_000;
  let next: Instant | null = null;
  return {
    notBefore: (at) => {
      next = next ? later(next, at) : at;
    },
    tick: () => {
      if (!next) throw new Error('the day has not begun');
      const now = next;
      next = instant(toMs(now) + step);
      return now;
    },
  };
};
