/**
 * Who still listens. A session is asked for again while its streams are open, once for all of them; what it may see is
 * decided anew for every batch of changes.
 */
import type { StreamId } from '../../domain/streams.ts';
import type { Asked, Identify, SignedIn } from '../signed-in.ts';

/** Which of these streams each may look at, by facts that are looked up once for everybody. */
export type MayRead = (streams: readonly StreamId[]) => Promise<(who: SignedIn) => ReadonlySet<StreamId>>;

export interface Session {
  /** Who it is, as known at most `checkMs` ago; null once it has ended or holds no duty any more. */
  current(): Promise<SignedIn | null>;
  /** Times that duty or body have changed since the session was first seen. */
  changes(): number;
}

const sameDuty = (a: SignedIn, b: SignedIn): boolean =>
  a.actor?.person === b.actor?.person && a.actor?.body === b.actor?.body && a.actor?.post === b.actor?.post;

const openSession = (identify: Identify, asked: Asked, first: SignedIn, checkMs: number): Session => {
  // sessions that begin together are not asked for together
  const freshFor = checkMs * (0.7 + 0.3 * Math.random());
  let known: SignedIn | null = first;
  let checked = performance.now();
  let changes = 0;
  let asking: Promise<SignedIn | null> | null = null;
  const ask = async (): Promise<SignedIn | null> => {
    const began = performance.now();
    const found = await identify(asked);
    const before = known;
    known = found?.actor && found.sessionId === first.sessionId && !found.mustChangePassword ? found : null;
    if (known && before && !sameDuty(known, before)) changes += 1;
    checked = began;
    return known;
  };
  return {
    current: async () => {
      if (known === null || performance.now() - checked < freshFor) return known;
      asking ??= ask().finally(() => {
        asking = null;
      });
      return asking;
    },
    changes: () => changes,
  };
};

/** Sessions with open streams, by id. */
export const createSessions = (identify: Identify, checkMs: number) => {
  const open = new Map<string, { readonly session: Session; readonly user: string; streams: number }>();
  return {
    /** Streams that a user has open. */
    streamsOf: (userId: string): number =>
      [...open.values()].reduce((sum, { user, streams }) => (user === userId ? sum + streams : sum), 0),
    enter: (asked: Asked, signedIn: SignedIn): Session => {
      const { sessionId, userId } = signedIn;
      const entry = open.get(sessionId) ?? {
        session: openSession(identify, asked, signedIn, checkMs),
        user: userId,
        streams: 0,
      };
      entry.streams += 1;
      open.set(sessionId, entry);
      return entry.session;
    },
    leave: (sessionId: string): void => {
      const entry = open.get(sessionId);
      if (!entry) return;
      entry.streams -= 1;
      if (entry.streams <= 0) open.delete(sessionId);
    },
  };
};
