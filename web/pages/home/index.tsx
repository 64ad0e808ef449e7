/** `/`: the home of the reader's group (ux §6); each is fetched only by those it is for. */
import { lazy, type ReactNode, Suspense } from 'react';
import { Waiting } from '../../parts/shown.tsx';
import { useMe } from '../../session/session.tsx';

const Department = lazy(() => import('./department.tsx').then(({ Home }) => ({ default: Home })));
const Staff = lazy(() => import('./staff.tsx').then(({ Home }) => ({ default: Home })));
const Leadership = lazy(() => import('./leadership.tsx').then(({ Home }) => ({ default: Home })));
const Admin = lazy(() => import('./admin.tsx').then(({ Home }) => ({ default: Home })));

const HOMES = { department: Department, staff: Staff, leadership: Leadership, admin: Admin };

/** Who holds no duty today sees the empty task list, which says whom to ask. */
export const Page = (): ReactNode => {
  const { group } = useMe();
  const Home = HOMES[group ?? 'department'];
  return (
    <Suspense fallback={<Waiting />}>
      <Home />
    </Suspense>
  );
};
