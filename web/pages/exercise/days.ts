/** Which days are off, read for as many years as are shown. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { readFrom } from '../../client/http.ts';
import { readKey } from '../../client/read.ts';
import { type DayKinds, dayKinds, yearsBetween } from './day-kinds.ts';

/** The days of all years from one date to another; what has not come yet counts as an ordinary week. */
export const useDayKinds = (from: string, to: string): DayKinds => {
  const years = yearsBetween(from, to);
  const reads = useQueries({
    queries: years.map((year) => ({
      queryKey: readKey('/api/v1/calendars/{year}', { path: { year: String(year) } }),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        readFrom('/api/v1/calendars/{year}', { path: { year: String(year) } }, signal),
      staleTime: 300_000,
      retry: false,
    })),
  });
  const tables = reads.flatMap(({ data }) => data ?? []);
  const key = `${years.join()} ${tables.map(({ year, calendarVersion }) => `${year}:${calendarVersion}`).join()}`;
  return useMemo(() => dayKinds(tables, years), [key]);
};
