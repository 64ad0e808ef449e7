/** Runs a queue whenever something is due, the line comes back, or some time has passed. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLive } from '../live/live.tsx';
import type { Box } from './box.ts';
import { drain, type Item, type Items, type Sent, waiting } from './queue.ts';

const AGAIN_MS = 15_000;
export type Told<E extends Item> = readonly {
  readonly entry: E;
  readonly sent: Exclude<Sent, { kind: 'line' }>;
}[];

export const useSender = <E extends Item>(
  box: Box<E>,
  user: string,
  queue: Items<E>,
  /** Kept while the browser calls itself offline, so that what is pressed meanwhile can still join it. */
  onlyOnline: boolean,
  send: (entry: E) => Promise<Sent>,
  /** What the server answered in one round. */
  onTold: (told: Told<E>) => void,
): void => {
  const client = useQueryClient();
  const busy = useRef(false);
  const { state } = useLive();
  const says = useRef(onTold);
  says.current = onTold;
  useEffect(() => {
    if (waiting(queue).length === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const run = async (): Promise<void> => {
      clearTimeout(timer);
      if (busy.current) return;
      if (onlyOnline && !navigator.onLine) {
        timer = setTimeout(() => void run(), AGAIN_MS);
        return;
      }
      busy.current = true;
      const told: Told<E>[number][] = [];
      try {
        const wait = await drain<E>({
          read: () => box.now(user),
          write: (how) => box.change(user, how),
          ...{ send, now: Date.now },
          told: (entry, sent) => void told.push({ entry, sent }),
        });
        timer = setTimeout(() => void run(), wait ?? AGAIN_MS);
      } finally {
        busy.current = false;
        if (told.length > 0) {
          says.current(told);
          await client.invalidateQueries({ queryKey: ['read'] });
        }
      }
    };
    const again = (): void => void run();
    void run();
    addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', again);
    };
  }, [queue, state, user, client, box, onlyOnline, send]);
};
