/** One open stream: what it was told, and what it is to be told next. */
import { Readable } from 'node:stream';
import type { Instant } from '../../domain/time.ts';
import type { LiveBeat, LiveBye, LiveHello, LiveResync } from '../contract/live.ts';
import type { SignedIn } from '../signed-in.ts';
import type { Feed, ToldChange } from './feed.ts';
import { frame, retry } from './frame.ts';
import type { Session } from './sessions.ts';

const RETRY_MS = 2_000;

export interface ListenerDeps {
  readonly feed: Feed;
  readonly session: Session;
  /** Those of the changes that somebody may see now. */
  readonly visible: (who: SignedIn, changes: readonly ToldChange[]) => Promise<readonly ToldChange[]>;
  /** Business time now. */
  readonly clock: () => Instant;
  /** Bytes waiting below the stream, in the response. */
  readonly below: () => number;
  /** Bytes that may wait for a slow reader before it is dropped. */
  readonly mostBuffered: number;
  /** Changes that are told one by one to who comes back; beyond that, `resync`. */
  readonly mostReplayed: number;
}

export interface Listener {
  readonly stream: Readable;
  /** Tells what is new. One at a time; a call during another makes that one go on. Rejects when the store does not answer. */
  advance(): Promise<void>;
  /** Says that the line works. */
  beat(): void;
  /** Ends the stream in order; the reader may come back. */
  end(): void;
}

/** `after`: the last position that the reader has; null: it begins now. */
export const createListener = (
  { feed, session, visible, clock, below, mostBuffered, mostReplayed }: ListenerDeps,
  after: number | null,
): Listener => {
  const stream = new Readable({ read: () => {}, highWaterMark: mostBuffered });
  let cursor = after ?? feed.position();
  let duties = session.changes();
  let wanted = false;
  let running: Promise<void> | null = null;
  let ended = false;

  const over = (): boolean => ended || stream.destroyed;
  const push = (bytes: Buffer): void => {
    if (over()) return;
    stream.push(bytes);
    if (stream.readableLength + below() > mostBuffered) stream.destroy();
  };
  const end = (): void => {
    if (!over()) stream.push(null);
    ended = true;
  };
  const resync = (reason: LiveResync['reason']): void => {
    cursor = feed.position();
    push(frame('resync', { position: cursor, reason } satisfies LiveResync, cursor));
  };

  const tellNext = async (): Promise<void> => {
    const changes = await feed.after(cursor);
    // asked after the changes were read, so that an ended session sees none of them
    const who = await session.current();
    if (!who) {
      push(frame('bye', { reason: 'session-ended' } satisfies LiveBye));
      return end();
    }
    const last = changes.at(-1);
    if (!last) return;
    const frames = (await visible(who, changes)).map((change) => change.frame);
    if (frames.length > 0) push(Buffer.concat(frames)); // one write, however many changes came at once
    cursor = last.position;
  };
  const run = async (): Promise<void> => {
    do {
      wanted = false;
      if (cursor > feed.position() || feed.position() - cursor > mostReplayed) resync('too-far');
      do await tellNext();
      while (cursor < feed.position() && !over());
      if (session.changes() !== duties && !over()) {
        duties = session.changes();
        resync('rights-changed');
      }
    } while (wanted && !over());
  };

  push(retry(RETRY_MS));
  push(frame('hello', { position: feed.position(), now: clock() } satisfies LiveHello, cursor));

  return {
    stream,
    advance: () => {
      wanted = true;
      running ??= run().finally(() => {
        running = null;
      });
      return running;
    },
    beat: () => push(frame('beat', { position: cursor, now: clock() } satisfies LiveBeat, cursor)),
    end,
  };
};
