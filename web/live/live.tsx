/** Keeps what is shown fresh: each recorded change makes what was read of that file be read again. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '../session/session.tsx';
import { type Change, type LiveMessage, type LiveState, openStream, type Stream } from './stream.ts';

interface Live {
  readonly state: LiveState;
  /** When the line was lost; null while it stands. */
  readonly lostAt: number | null;
}
const LiveContext = createContext<Live>({ state: 'joining', lostAt: null });
export const useLive = (): Live => use(LiveContext);

const listen = (tell: (message: LiveMessage) => void): Stream => {
  if (typeof SharedWorker === 'undefined') return openStream(tell);
  const worker = new SharedWorker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'san-sang-live' });
  worker.port.onmessage = ({ data }) => tell(data as LiveMessage);
  const bye = (): void => worker.port.postMessage('bye');
  addEventListener('pagehide', bye);
  return {
    end: () => {
      removeEventListener('pagehide', bye);
      bye();
    },
    rejoin: () => worker.port.postMessage('rejoin'),
  };
};

/** Whether an answer speaks of the file, or of files in general. */
const concerns = (key: readonly unknown[], ids: ReadonlySet<string>): boolean => {
  const [, path, input] = key;
  if (typeof path !== 'string' || !path.includes('{id}')) return true;
  const id = (input as { path?: { id?: string } } | undefined)?.path?.id;
  return id === undefined || ids.has(id);
};

/** Many changes at once are read once: after 300 ms, and at most each second. */
const createRefresher = (client: QueryClient) => {
  let waiting = new Set<string>();
  let isSet = false;
  let last = 0;
  const run = (): void => {
    isSet = false;
    last = Date.now();
    const ids = waiting;
    waiting = new Set();
    void client.invalidateQueries({ queryKey: ['read'], predicate: ({ queryKey }) => concerns(queryKey, ids) });
  };
  return ({ stream }: Change): void => {
    waiting.add(stream.slice(stream.indexOf('/') + 1));
    if (isSet) return;
    isSet = true;
    setTimeout(run, Math.max(300, 1_000 - (Date.now() - last)));
  };
};

const POLL_MS = 30_000;

export const LiveProvider = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const client = useQueryClient();
  const { me, entries } = useSession();
  const hasDuty = me.acting !== null;
  const stream = useRef<Stream | null>(null);
  const [live, setLive] = useState<Live>({ state: 'joining', lostAt: null });
  useEffect(() => {
    if (!hasDuty) return; // nothing is told to who holds no duty; what he reads is asked for again below
    const refresh = createRefresher(client);
    const everything = (): void => void client.invalidateQueries({ queryKey: ['read'] });
    const opened = listen((message) => {
      if (message.type === 'change') refresh(message.change);
      else if (message.type === 'resync') everything();
      else
        setLive((before) => {
          if (before.state === 'lost' && message.state === 'live') everything();
          return { state: message.state, lostAt: message.state === 'live' ? null : (before.lostAt ?? Date.now()) };
        });
    });
    stream.current = opened;
    return () => {
      stream.current = null;
      opened.end();
    };
  }, [client, hasDuty]);
  useEffect(() => {
    if (entries > 0) stream.current?.rejoin();
  }, [entries]);
  useEffect(() => {
    if (live.state === 'live') return;
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: ['read'] }), POLL_MS);
    return () => clearInterval(timer);
  }, [client, live.state]);
  return <LiveContext value={useMemo(() => live, [live])}>{children}</LiveContext>;
};
