/** Parts of the administration and whose they are; each a file of code of its own. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Me } from '../../session/session.tsx';

export const TABS = ['nguoi-dung', 'don-vi', 'lich', 'mau', 'gui-tin', 'nhat-ky', 'he-thong'] as const;
export type TabName = (typeof TABS)[number];
const ADMINS: readonly TabName[] = ['nguoi-dung', 'gui-tin', 'nhat-ky', 'he-thong'];

/** Accounts, access log and system belong to administrators; the rest is read by whoever is signed in. */
export const tabsOf = ({ isAdmin }: Pick<Me, 'isAdmin'>): readonly TabName[] =>
  TABS.filter((tab) => isAdmin || !ADMINS.includes(tab));

const named = (load: () => Promise<{ readonly Tab: ComponentType }>): LazyExoticComponent<ComponentType> =>
  lazy(() => load().then(({ Tab }) => ({ default: Tab })));

export const TAB_VIEWS: Readonly<Record<TabName, LazyExoticComponent<ComponentType>>> = {
  'don-vi': named(() => import('./units/index.tsx')),
  'nguoi-dung': named(() => import('./users/index.tsx')),
  lich: named(() => import('./calendar/index.tsx')),
  mau: named(() => import('./templates/index.tsx')),
  'gui-tin': named(() => import('./delivery/index.tsx')),
  'nhat-ky': named(() => import('./audit/index.tsx')),
  'he-thong': named(() => import('./system/index.tsx')),
};
