/** What the server says of itself: `/readyz`, also when it is not ready, and the few figures of `/metrics` that people ask for. */
import { useQuery } from '@tanstack/react-query';
import { reach, type Schemas, Unreachable } from '../../../client/http.ts';
import type { Failure } from '../../../client/read.ts';

export interface Health {
  readonly ready: Schemas['Ready'];
  /** Real time of this device in milliseconds. */
  readonly at: number;
  /** Milliseconds by which this device is ahead of the server; null where the server names no time. */
  readonly ahead: number | null;
  readonly figures: Figures;
}
export interface Figures {
  readonly position: number | null;
  readonly streams: number | null;
  readonly memory: number | null;
  /** Seconds since 1970. */
  readonly startedAt: number | null;
}

const NAMES = {
  position: 'san_sang_ledger_position',
  streams: 'san_sang_live_streams',
  memory: 'process_resident_memory_bytes',
  startedAt: 'process_start_time_seconds',
} as const;

/** Figures of the Prometheus text; null for those that it does not have. */
export const figuresIn = (text: string): Figures => {
  const read = (name: string): number | null => {
    const line = text.split('\n').find((each) => each.startsWith(`${name} `));
    const value = line === undefined ? Number.NaN : Number(line.slice(name.length + 1));
    return Number.isFinite(value) ? value : null;
  };
  return {
    position: read(NAMES.position),
    streams: read(NAMES.streams),
    memory: read(NAMES.memory),
    startedAt: read(NAMES.startedAt),
  };
};

const NONE: Figures = { position: null, streams: null, memory: null, startedAt: null };

const ask = async (signal: AbortSignal): Promise<Health> => {
  const [answer, figures] = await Promise.all([
    reach('/readyz', { signal, headers: { accept: 'application/json' } }),
    reach('/metrics', { signal })
      .then(async (response) => (response.ok ? figuresIn(await response.text()) : NONE))
      .catch(() => NONE),
  ]);
  if (answer.status !== 200 && answer.status !== 503) throw new Unreachable(`HTTP ${answer.status}`);
  const at = Date.now();
  const named = Date.parse(answer.headers.get('date') ?? '');
  return {
    ready: (await answer.json()) as Schemas['Ready'], // checked against the contract by the server
    ahead: Number.isNaN(named) ? null : at - named,
    ...{ at, figures },
  };
};

export const useHealth = () =>
  useQuery<Health, Failure>({
    queryKey: ['health'],
    queryFn: ({ signal }) => ask(signal),
    refetchInterval: 15_000,
    retry: false,
  });
