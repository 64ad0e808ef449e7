/** Reading with a cache that the live stream keeps fresh. */
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type Answer, type Input, type ReadPath, type Refused, readFrom, Unreachable } from './http.ts';

export type Failure = Refused | Unreachable;

/** Key of what was read; `live.ts` finds by it what a change concerns. */
export const readKey = <P extends ReadPath>(path: P, input: Input<P>) => ['read', path, input] as const;

/** One read, for the cache: the same whether a screen asks or it is asked ahead. */
export const readQuery = <P extends ReadPath>(path: P, input: Input<P>) => ({
  queryKey: readKey(path, input),
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => readFrom(path, input, signal),
  retry: (failures: number, error: Error) => error instanceof Unreachable && failures < 2,
});

export interface ReadOptions {
  readonly enabled?: boolean;
  /** Shows the last answer while another day or filter is fetched. */
  readonly keepLast?: boolean;
}

/** Asks again after a lost line, never after a refusal. */
export const useRead = <P extends ReadPath>(
  path: P,
  input: Input<P> = {},
  { enabled = true, keepLast = false }: ReadOptions = {},
): UseQueryResult<Answer<P>, Failure> =>
  useQuery({
    ...readQuery(path, input),
    enabled,
    ...(keepLast ? { placeholderData: keepPreviousData } : {}),
  }) as UseQueryResult<Answer<P>, Failure>; // the reading throws nothing else
