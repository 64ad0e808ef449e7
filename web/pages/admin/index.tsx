/** `/quan-tri/:tab`: organisation, accounts, calendar, templates, access log, system, each by right. */
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Waiting } from '../../parts/shown.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { useMe } from '../../session/session.tsx';
import { useWords } from '../../words/language.tsx';
import './admin.css';
import { TAB_VIEWS, tabsOf } from './tabs.ts';
import { said } from './words.ts';

const NotHere = (): ReactNode => {
  const w = useWords(said);
  return (
    <>
      <PageHead title={w.admin} />
      <Empty>{w.notHere}</Empty>
    </>
  );
};

export const Page = (): ReactNode => {
  const w = useWords(said);
  const me = useMe();
  const { tab: asked } = useParams({ strict: false }) as { tab?: string }; // the two addresses of this page
  const tabs = tabsOf(me);
  const tab = asked === undefined ? tabs[0] : tabs.find((each) => each === asked);
  const View = tab && TAB_VIEWS[tab];
  return (
    <>
      <Tabs
        label={w.parts}
        names={tabs}
        shown={tab}
        link={(each, current) => (
          <Link
            to="/quan-tri/$tab"
            params={{ tab: each }}
            search={{} as never} // the root's search: short strings
            aria-current={current}
          >
            {w[each]}
          </Link>
        )}
      />
      <Suspense fallback={<Waiting />}>{View ? <View key={tab} /> : <NotHere />}</Suspense>
    </>
  );
};
