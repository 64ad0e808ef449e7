/** What each group finds in its menu; a page without rights is absent, not grey (ux §5). */
import {
  IconBooks,
  IconCalendar,
  IconChecklist,
  IconClipboardList,
  IconGauge,
  IconHome,
  IconMail,
  IconSettings,
  IconTable,
  IconTargetArrow,
  IconTimeline,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Me } from '../session/session.tsx';
import type { said } from './words.ts';

export interface Entry {
  readonly to:
    | '/'
    | '/viec'
    | '/hop-thu'
    | '/dien-tap'
    | '/mua-dien-tap'
    | '/chuong-trinh'
    | '/lap-lich'
    | '/san-sang'
    | '/lich'
    | '/so-van-ban'
    | '/quan-tri';
  readonly label: keyof (typeof said)['vi'];
  readonly icon: TablerIcon;
}

const HOME: Entry = { to: '/', label: 'home', icon: IconHome };
const TASKS: Entry = { to: '/viec', label: 'tasks', icon: IconChecklist };
const EXERCISES: Entry = { to: '/dien-tap', label: 'exercises', icon: IconClipboardList };
const SEASON: Entry = { to: '/mua-dien-tap', label: 'season', icon: IconTimeline };
const PROGRAMMES: Entry = { to: '/chuong-trinh', label: 'programmes', icon: IconTargetArrow };
const PLANNER: Entry = { to: '/lap-lich', label: 'planner', icon: IconTable };
const READINESS: Entry = { to: '/san-sang', label: 'readiness', icon: IconGauge };
const CALENDAR: Entry = { to: '/lich', label: 'calendar', icon: IconCalendar };
const INBOX: Entry = { to: '/hop-thu', label: 'inbox', icon: IconMail };
const REGISTER: Entry = { to: '/so-van-ban', label: 'register', icon: IconBooks };
const ADMIN: Entry = { to: '/quan-tri', label: 'admin', icon: IconSettings };

const BY_GROUP: Readonly<Record<NonNullable<Me['group']>, readonly Entry[]>> = {
  staff: [HOME, EXERCISES, SEASON, PLANNER, PROGRAMMES, READINESS, TASKS, INBOX, CALENDAR, REGISTER],
  department: [HOME, INBOX, EXERCISES, PROGRAMMES, CALENDAR],
  leadership: [HOME, EXERCISES, SEASON, PLANNER, PROGRAMMES, READINESS, INBOX, CALENDAR],
  admin: [HOME],
};

/** The committee's staff keeps organisation, calendar and templates; accounts belong to the administrator. */
export const menuOf = (me: Me): readonly Entry[] => [
  ...(me.group ? BY_GROUP[me.group] : []),
  ...(me.isAdmin || me.group === 'staff' ? [ADMIN] : []),
];
