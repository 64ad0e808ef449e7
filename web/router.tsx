/** Addresses of the page. Each screen is a file of its own, fetched when first opened; the home's is begun before the router is. */
import { Anchor, Button } from '@mantine/core';
import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  Link,
  lazyRouteComponent,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Frame } from './frame/frame.tsx';
import { said } from './frame/words.ts';
import { Page as Home } from './pages/home/index.tsx';
import { Broken, Empty, Waiting } from './parts/shown.tsx';
import { parseView } from './parts/view.ts';
import { useWords } from './words/language.tsx';

const NotHere = (): ReactNode => {
  const w = useWords(said);
  return (
    <Empty
      action={
        <Anchor component={Link} to="/">
          {w.toHome}
        </Anchor>
      }
    >
      {w.notHere}
    </Empty>
  );
};

const Crashed = ({ error }: ErrorComponentProps): ReactNode => {
  const w = useWords(said);
  return (
    <Empty action={<Button onClick={() => location.reload()}>{w.reload}</Button>}>
      {w.crashed} <Broken error={error instanceof Error ? error : new Error(String(error))} />
    </Empty>
  );
};

const root = createRootRoute({ component: Frame, notFoundComponent: NotHere, validateSearch: parseView });
const parent = { getParentRoute: () => root };

const routes = [
  createRoute({ ...parent, path: '/', component: Home }),
  createRoute({
    ...parent,
    path: '/viec',
    component: lazyRouteComponent(() => import('./pages/tasks/index.tsx'), 'Page'),
  }),
  createRoute({
    ...parent,
    path: '/viec/$exercise/$code',
    component: lazyRouteComponent(() => import('./pages/tasks/task.tsx'), 'Page'),
  }),
  createRoute({
    ...parent,
    path: '/hop-thu',
    component: lazyRouteComponent(() => import('./pages/inbox/index.tsx'), 'Page'),
  }),
  createRoute({
    ...parent,
    path: '/dien-tap',
    component: lazyRouteComponent(() => import('./pages/exercises/index.tsx'), 'Page'),
  }),
  createRoute({
    ...parent,
    path: '/dien-tap/moi',
    component: lazyRouteComponent(() => import('./pages/new-exercise/index.tsx'), 'Page'),
  }),
  createRoute({
    ...parent,
    path: '/dien-tap/$id',
    component: lazyRouteComponent(() => import('./pages/exercise/index.tsx'), 'Page'),
  }),
  createRoute({
    ...parent,
    path: '/dien-tap/$id/$tab',
    component: lazyRouteComponent(() => import('./pages/exercise/index.tsx'), 'Page'),
  }),
  createRoute({
    ...parent,
    path: '/mua-dien-tap',
    component: lazyRouteComponent(() => import('./pages/season/index.tsx'), 'Page'),
  }),
  createRoute({
    ...parent,
    path: '/lap-lich',
    component: lazyRouteComponent(() => import('./pages/planner/index.tsx'), 'Page'),
  }),
  createRoute({
    ...parent,
    path: '/chuong-trinh',
    component: lazyRouteComponent(() => import('./pages/programmes/index.tsx'), 'Page'),
  }),
  createRoute({
    ...parent,
    path: '/chuong-trinh/$id',
    component: lazyRouteComponent(() => import('./pages/programmes/programme.tsx'), 'Page'),
  }),
  createRoute({
    ...parent,
    path: '/chuong-trinh/$id/$tab',
    component: lazyRouteComponent(() => import('./pages/programmes/programme.tsx'), 'Page'),
  }),
  createRoute({
    ...parent,
    path: '/san-sang',
    component: lazyRouteComponent(() => import('./pages/readiness/index.tsx'), 'Page'),
  }),
  createRoute({
    ...parent,
    path: '/lich',
    component: lazyRouteComponent(() => import('./pages/calendar/index.tsx'), 'Page'),
  }),
  createRoute({
    ...parent,
    path: '/so-van-ban',
    component: lazyRouteComponent(() => import('./pages/register/index.tsx'), 'Page'),
  }),
  createRoute({
    ...parent,
    path: '/quan-tri',
    component: lazyRouteComponent(() => import('./pages/admin/index.tsx'), 'Page'),
  }),
  createRoute({
    ...parent,
    path: '/quan-tri/$tab',
    component: lazyRouteComponent(() => import('./pages/admin/index.tsx'), 'Page'),
  }),
  createRoute({
    ...parent,
    path: '/nhap',
    component: lazyRouteComponent(() => import('./pages/imports/index.tsx'), 'Page'),
  }),
  createRoute({
    ...parent,
    path: '/cong-viec-nen/$id',
    component: lazyRouteComponent(() => import('./pages/imports/job.tsx'), 'Page'),
  }),
  createRoute({
    ...parent,
    path: '/tai-khoan',
    component: lazyRouteComponent(() => import('./pages/account/index.tsx'), 'Page'),
  }),
  createRoute({
    ...parent,
    path: '/tro-giup',
    component: lazyRouteComponent(() => import('./pages/help/index.tsx'), 'Page'),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Crashed,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
