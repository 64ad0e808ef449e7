/** The working calendar of the server, for counting on the page. */
import { useRead } from '../client/read.ts';
import { type Days, daysOf } from './working-days.ts';

/** The calendar of a year and the next; what has not come yet is not known. */
export const useDays = (year: number): Days => {
  const here = useRead('/api/v1/calendars/{year}', { path: { year: String(year) } });
  const next = useRead('/api/v1/calendars/{year}', { path: { year: String(year + 1) } });
  return daysOf([here.data, next.data].flatMap((table) => table ?? []));
};
