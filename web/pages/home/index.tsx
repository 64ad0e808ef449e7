/** `/`: the home of the reader's group (ux §6); each is fetched only by those it is for. */
import type { QueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { Waiting } from '../../parts/shown.tsx';
import { type Group, type Me, useMe } from '../../session/session.tsx';
import { readAhead } from './first-reads.ts';

const FILES = {
  department: () => import('./department.tsx'),
  staff: () => import('./staff.tsx'),
  leadership: () => import('./leadership.tsx'),
  admin: () => import('./admin.tsx'),
};
const homeOf = (group: Group) => lazy(() => FILES[group]().then(({ Home }) => ({ default: Home })));
const HOMES = {
  department: homeOf('department'),
  staff: homeOf('staff'),
  leadership: homeOf('leadership'),
  admin: homeOf('admin'),
};

/** Who holds no duty today sees the empty task list, which says whom to ask. */
const groupOf = ({ group }: Me): Group => group ?? 'department';

/** Begins the file and the reads of the home at once; does nothing on another page, or on a past day. */
export const begin = (client: QueryClient, me: Me): void => {
  if (location.pathname !== '/' || new URLSearchParams(location.search).has('ngay')) return;
  void FILES[groupOf(me)]().catch(() => undefined); // who shows the home tries again, and says what is wrong
  readAhead(client, me);
};

export const Page = (): ReactNode => {
  const Home = HOMES[groupOf(useMe())];
  return (
    <Suspense fallback={<Waiting />}>
      <Home />
    </Suspense>
  );
};
