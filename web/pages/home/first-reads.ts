/** What the first sight of each home rests on, asked for as soon as it is known who reads, while the home's file is fetched. */
import type { QueryClient } from '@tanstack/react-query';
import type { Input, ReadPath } from '../../client/http.ts';
import { readQuery } from '../../client/read.ts';
import type { Me } from '../../session/session.tsx';
import { addDays, mondayOf } from '../../words/format.ts';

/** The agenda of the week of a day. */
export const thisWeek = (today: string, asOf?: string): Input<'/api/v1/agenda'> => {
  const from = mondayOf(today);
  return { query: { from, to: addDays(from, 6), ...(asOf ? { asOf } : {}) } };
};

/** Of today only: a home of a past day asks for itself. */
export const readAhead = (client: QueryClient, { group, acting, today }: Me): void => {
  const ask = <P extends ReadPath>(path: P, input: Input<P>): void => void client.prefetchQuery(readQuery(path, input));
  if (group === 'staff') {
    ask('/api/v1/queues', { query: {} });
    ask('/api/v1/agenda', thisWeek(today));
  }
  if (group === 'leadership') ask('/api/v1/readiness/cells', {});
  if (group === 'department' && acting)
    ask('/api/v1/bodies/{bodyId}/tasks', { path: { bodyId: acting.body }, query: {} });
};
