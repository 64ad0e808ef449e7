/** The log of a run: what the boards did and what was seen, in the order it happened. Pure. */
import type { Schemas } from '../../../client/http.ts';

type Run = Schemas['RunShown'];
export type Seen = Run['observations'][number];

export type Line = { readonly key: string; readonly at: string } & (
  | { readonly kind: 'opened' | 'closed' | 'resumed' }
  | { readonly kind: 'paused'; readonly reason: string }
  | { readonly kind: 'stage' | 'stageEnd'; readonly stage: number }
  | { readonly kind: 'item' | 'itemEnd'; readonly item: string; readonly label: string }
  | { readonly kind: 'seen'; readonly seen: Seen }
);

const LATER_MS = 60_000;
/** Written down a minute or more after it was seen: shown as added later. */
export const isAddedLater = ({ seenAt, writtenAt }: Pick<Seen, 'seenAt' | 'writtenAt'>): boolean =>
  Date.parse(writtenAt) - Date.parse(seenAt) >= LATER_MS;

/** Latest first. */
export const logOf = (run: Run): Line[] => {
  const lines: Line[] = run.observations.map((seen) => ({ key: seen.id, at: seen.seenAt, kind: 'seen', seen }));
  const add = (at: string | null, line: (at: string) => Line): void => {
    if (at !== null) lines.push(line(at));
  };
  add(run.openedAt, (at) => ({ key: 'opened', at, kind: 'opened' }));
  add(run.closedAt, (at) => ({ key: 'closed', at, kind: 'closed' }));
  for (const { from, until, reason } of run.pauses) {
    lines.push({ key: `paused ${from}`, at: from, kind: 'paused', reason });
    add(until, (at) => ({ key: `resumed ${at}`, at, kind: 'resumed' }));
  }
  for (const { stage, startedAt, endedAt, items } of run.stages) {
    add(startedAt, (at) => ({ key: `stage ${stage}`, at, kind: 'stage', stage }));
    add(endedAt, (at) => ({ key: `stage ${stage} end`, at, kind: 'stageEnd', stage }));
    for (const { item, label, startedAt: from, endedAt: until } of items) {
      add(from, (at) => ({ key: `item ${item}`, at, kind: 'item', item, label }));
      add(until, (at) => ({ key: `item ${item} end`, at, kind: 'itemEnd', item, label }));
    }
  }
  return lines.sort((a, b) => (a.at !== b.at ? (a.at < b.at ? 1 : -1) : a.key < b.key ? 1 : -1));
};

/** Minutes played from the opening to `now` (milliseconds), without pauses, rounded down; null before the opening. */
export const playedMinutes = (run: Pick<Run, 'openedAt' | 'closedAt' | 'pauses'>, now: number): number | null => {
  if (run.openedAt === null) return null;
  const end = run.closedAt === null ? now : Date.parse(run.closedAt);
  const paused = run.pauses.reduce(
    (sum, { from, until }) => sum + Math.max(0, Math.min(end, until ? Date.parse(until) : end) - Date.parse(from)),
    0,
  );
  return Math.max(0, Math.floor((end - Date.parse(run.openedAt) - paused) / 60_000));
};
