/** The newest changes of the ledger, read once for everybody who listens in this process. */
import { type Change, changesAfter, headPosition } from '../../db/changes.ts';
import type { Db } from '../../db/connect.ts';
import { entityOf, kindOf } from '../../domain/streams.ts';
import type { LiveChange } from '../contract/live.ts';
import { frame } from './frame.ts';

/** Events read in one go. */
export const PAGE = 500;
/** Events kept at hand for listeners that are a little behind. */
const KEPT = 2_000;

export interface ToldChange extends Change {
  /** As it goes over the line; made once for all listeners. */
  readonly frame: Buffer;
}

export interface Feed {
  /** The last position read. */
  position(): number;
  /** Reads what is new, at most one page; how many changes there were. A call during another shares its answer. */
  look(): Promise<number>;
  /** Up to one page of changes after a position that lies before `position()`. */
  after(position: number): Promise<readonly ToldChange[]>;
}

const told = (change: Change): ToldChange => {
  const { stream, version, type, at } = change;
  const data: LiveChange = { stream, kind: kindOf(stream), id: entityOf(stream), version, type, at };
  return { ...change, frame: frame('change', data, change.position) };
};

/** Begins at the head of the ledger as it is now. */
export const openFeed = async (db: Db): Promise<Feed> => {
  let last = await headPosition(db);
  let kept: readonly ToldChange[] = [];
  let looking: Promise<number> | null = null;
  const lookOnce = async (): Promise<number> => {
    if ((await headPosition(db)) <= last) return 0;
    const fresh = (await changesAfter(db, last, PAGE)).map(told);
    kept = [...kept, ...fresh].slice(-KEPT);
    last = fresh.at(-1)?.position ?? last;
    return fresh.length;
  };
  return {
    position: () => last,
    look: () => {
      looking ??= lookOnce().finally(() => {
        looking = null;
      });
      return looking;
    },
    after: async (position) => {
      const first = kept[0]?.position ?? last + 1;
      if (position + 1 >= first) return kept.slice(position + 1 - first, position + 1 - first + PAGE);
      const missed = await changesAfter(db, position, Math.min(PAGE, last - position));
      return missed.map(told);
    },
  };
};
