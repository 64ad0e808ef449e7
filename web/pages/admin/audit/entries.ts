/** Lines of the access log: read page by page under one filter, and written out. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { readFrom, type Schemas } from '../../../client/http.ts';
import type { Failure } from '../../../client/read.ts';

export type Entry = Schemas['AuditEntry'];
export type Kind = Schemas['AuditKind'];
export const KINDS = [
  'refused-signin',
  'refused-policy',
  'refused-command',
  'csrf',
  'persons-read',
  'admin-act',
  'own-account',
  'sign-in',
  'sign-out',
] as const satisfies readonly Kind[];

export interface Filter {
  readonly day?: string;
  readonly kind?: Kind;
  readonly person?: string;
}

export const useEntries = (filter: Filter) =>
  useInfiniteQuery<Schemas['AuditTrail'], Failure, Entry[], readonly unknown[], number | null>({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      readFrom('/api/v1/audit', { query: { ...filter, ...(pageParam ? { before: String(pageParam) } : {}) } }, signal),
    initialPageParam: null,
    getNextPageParam: ({ nextBefore }) => nextBefore,
    select: ({ pages }) => pages.flatMap(({ entries }) => entries),
  });

export const AT_MOST = 5_000;

/** The latest lines of a filter, at most `AT_MOST`; `told` hears how many are there. */
export const allEntries = async (filter: Filter, told: (count: number) => void): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  for (let before: number | null | undefined; before !== null && entries.length < AT_MOST; ) {
    const page: Schemas['AuditTrail'] = await readFrom('/api/v1/audit', {
      query: { ...filter, limit: '200', ...(before ? { before: String(before) } : {}) },
    });
    entries.push(...page.entries);
    before = page.nextBefore;
    told(entries.length);
  }
  return entries;
};

export const detailText = (details: Entry['details']): string =>
  Object.entries(details)
    .map(([key, value]) => `${key}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join(' · ');
