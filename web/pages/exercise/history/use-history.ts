/** The whole history of one file, page by page from the server, kept fresh like every read. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { readFrom, Unreachable } from '../../../client/http.ts';
import type { Failure } from '../../../client/read.ts';
import type { Entry } from './entries.ts';

export const SOURCES = ['exercises', 'drills', 'reviews'] as const;
export type Source = (typeof SOURCES)[number];
const PAGE = '500';

const readAll = async (source: Source, id: string, asOf: string | undefined, signal: AbortSignal): Promise<Entry[]> => {
  const entries: Entry[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const query = { afterVersion: String(after), limit: PAGE, ...(asOf === undefined ? {} : { asOf }) };
    const page: { readonly events: readonly Entry[]; readonly nextAfter: number | null } = await readFrom(
      `/api/v1/${source}/{id}/events`,
      { path: { id }, query },
      signal,
    );
    entries.push(...page.events);
    after = page.nextAfter;
  }
  return entries;
};

export const useHistory = (source: Source, id: string, asOf: string | undefined): UseQueryResult<Entry[], Failure> =>
  useQuery({
    queryKey: ['read', `/api/v1/${source}/{id}/events`, { path: { id }, all: true, asOf }],
    queryFn: ({ signal }) => readAll(source, id, asOf, signal),
    retry: (failures, error) => error instanceof Unreachable && failures < 2,
  }) as UseQueryResult<Entry[], Failure>; // the reading throws nothing else
