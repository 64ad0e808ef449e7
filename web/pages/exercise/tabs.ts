/** The parts of a file, each a file of code of its own, fetched when first opened. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Schemas } from '../../client/http.ts';

export type File = Schemas['ExerciseFile'];
type Tab = ComponentType<{ readonly file: File }>;

export const TABS = [
  'tong-quan',
  'viec',
  'tien-do',
  'ban',
  'van-ban',
  'thuc-hanh',
  'diem-danh',
  'rut-kinh-nghiem',
  'nhat-ky',
] as const;
export type TabName = (typeof TABS)[number];
export const isTab = (name: string | undefined): name is TabName => TABS.some((tab) => tab === name);

const named = (load: () => Promise<{ readonly Tab: Tab }>): LazyExoticComponent<Tab> =>
  lazy(() => load().then(({ Tab }) => ({ default: Tab })));

export const TAB_VIEWS: Readonly<Record<TabName, LazyExoticComponent<Tab>>> = {
  'tong-quan': named(() => import('./overview/index.tsx')),
  viec: named(() => import('./checklist/index.tsx')),
  'tien-do': named(() => import('./gantt/index.tsx')),
  ban: named(() => import('./boards/index.tsx')),
  'van-ban': named(() => import('./papers/index.tsx')),
  'thuc-hanh': named(() => import('./conduct/index.tsx')),
  'diem-danh': named(() => import('./muster/index.tsx')),
  'rut-kinh-nghiem': named(() => import('./review/index.tsx')),
  'nhat-ky': named(() => import('./history/index.tsx')),
};
