/** All open streams of this process: one reader of the ledger, one look at each session, one round of beats. */
import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { Db } from '../../db/connect.ts';
import type { Instant } from '../../domain/time.ts';
import { Problem } from '../problems/index.ts';
import type { Asked, Identify, SignedIn } from '../signed-in.ts';
import { type Feed, openFeed, PAGE, type ToldChange } from './feed.ts';
import { createListener, type Listener } from './listener.ts';
import { createSessions, type MayRead } from './sessions.ts';

export interface LiveSettings {
  /** Milliseconds between looks at the head of the ledger, while somebody listens. */
  readonly pollMs: number;
  /** Milliseconds after which a session is asked for again. */
  readonly checkMs: number;
  readonly beatMs: number;
  /** Streams that one user may have open. */
  readonly mostPerUser: number;
  /** Bytes that may wait for a slow reader before it is dropped. */
  readonly mostBuffered: number;
  /** Changes told one by one to who comes back; beyond that `resync`. */
  readonly mostReplayed: number;
}
export const LIVE: LiveSettings = {
  pollMs: 300,
  checkMs: 3_500,
  beatMs: 10_000,
  mostPerUser: 12,
  mostBuffered: 1_048_576,
  mostReplayed: 2_000,
};
const SWEEP_MS = 1_000;
/** Listeners that are told in one go. */
const AT_ONCE = 20;

export interface HubDeps {
  readonly db: Db;
  readonly clock: () => Instant;
  readonly identify: Identify;
  readonly mayRead: MayRead;
  readonly log: FastifyBaseLogger;
}

export interface Joining {
  readonly asked: Asked;
  readonly signedIn: SignedIn;
  /** The last position that the reader has; null: it begins now. */
  readonly after: number | null;
  /** Bytes waiting in the response below the stream. */
  readonly below: () => number;
}

export interface Hub {
  /** A stream to be sent as it is. Throws `live-too-many`, or the store's error when it does not answer. */
  join(joining: Joining): Promise<Readable>;
  listeners(): number;
  /** Ends every stream; readers come back by themselves. */
  close(): void;
}

export const createHub = ({ db, clock, identify, mayRead, log }: HubDeps, settings: LiveSettings): Hub => {
  const { pollMs, checkMs, beatMs, mostPerUser } = settings;
  const sessions = createSessions(identify, checkMs);
  const listeners = new Set<Listener>();
  let feed: Promise<Feed> | null = null;
  let timers: { readonly stop: () => void } | null = null;
  let failing = false;
  /** Of one round: who may hear of the same changes is looked up once for all. */
  let decisions = new Map<string, ReturnType<MayRead>>();

  const note = (error: unknown): void => {
    if (!failing) log.warn({ err: error }, 'live streams wait for the store');
    failing = true;
  };
  const visible = async (who: SignedIn, changes: readonly ToldChange[]): Promise<readonly ToldChange[]> => {
    const streams = [...new Set(changes.map(({ stream }) => stream))];
    const key = `${changes[0]?.position}-${changes.at(-1)?.position}`;
    const decided = decisions.get(key) ?? mayRead(streams);
    decisions.set(key, decided);
    const readable = (await decided)(who);
    return changes.filter(({ stream }) => readable.has(stream));
  };
  const advanceAll = async (): Promise<void> => {
    decisions = new Map();
    const all = [...listeners];
    for (let first = 0; first < all.length; first += AT_ONCE) {
      const some = all.slice(first, first + AT_ONCE);
      const results = await Promise.allSettled(some.map((each) => each.advance()));
      for (const result of results) if (result.status === 'rejected') note(result.reason);
      await nextTurn(); // commands go between
    }
  };

  /** Looks until nobody listens. */
  const start = (reading: Feed): { readonly stop: () => void } => {
    let stopped = false;
    let timer: NodeJS.Timeout | undefined;
    let swept = performance.now();
    const turn = async (): Promise<void> => {
      let pause = pollMs;
      try {
        const fresh = await reading.look();
        failing = false;
        if (fresh === PAGE) pause = 0;
        if (fresh > 0 || performance.now() - swept > SWEEP_MS) {
          swept = performance.now();
          await advanceAll();
        }
      } catch (error) {
        note(error);
        pause = SWEEP_MS;
      }
      if (!stopped) timer = setTimeout(turn, pause);
    };
    timer = setTimeout(turn, pollMs);
    const beats = setInterval(() => {
      for (const each of listeners) each.beat();
    }, beatMs);
    return {
      stop: () => {
        stopped = true;
        clearTimeout(timer);
        clearInterval(beats);
      },
    };
  };
  /** Streams on their way: they are to stand on the feed that is looked at. */
  let joining = 0;
  const restWhenAlone = (): void => {
    if (listeners.size > 0 || joining > 0) return;
    timers?.stop();
    timers = null;
    feed = null;
    decisions = new Map();
  };
  const reader = (): Promise<Feed> => {
    feed ??= openFeed(db).catch((error: unknown) => {
      feed = null;
      throw error;
    });
    return feed;
  };

  return {
    join: async ({ asked, signedIn, after, below }) => {
      const { userId, sessionId } = signedIn;
      if (sessions.streamsOf(userId) >= mostPerUser) throw new Problem('live-too-many', { most: mostPerUser });
      const session = sessions.enter(asked, signedIn);
      let left = false;
      const leave = (): void => {
        if (!left) sessions.leave(sessionId);
        left = true;
      };
      joining += 1;
      try {
        const reading = await reader();
        // this one may not have read yet what another process told already
        while ((await reading.look()) > 0);
        const listener = createListener({ ...{ feed: reading, session, visible, clock, below }, ...settings }, after);
        listeners.add(listener);
        timers ??= start(reading);
        listener.stream.once('close', () => {
          listeners.delete(listener);
          leave();
          restWhenAlone();
        });
        listener.advance().catch(note);
        return listener.stream;
      } catch (error) {
        leave();
        throw error;
      } finally {
        joining -= 1;
        restWhenAlone();
      }
    },
    listeners: () => listeners.size,
    close: () => {
      for (const each of listeners) each.end();
    },
  };
};
