/** The page of one exercise: a head that stays, and its parts as tabs with addresses of their own. */
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { useRead } from '../../client/read.ts';
import { Shown, Waiting } from '../../parts/shown.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { useAsOf } from '../../parts/view.ts';
import { useSay, useWords } from '../../words/language.tsx';
import './exercise.css';
import { Head } from './head.tsx';
import { TabExports } from './tab-exports.tsx';
import { type File, isTab, TAB_VIEWS, TABS, type TabName } from './tabs.ts';
import { useMomentQuery } from './use-file.ts';
import { said } from './words.ts';

const countOf = (file: File, tab: TabName): number | null => {
  if (tab === 'viec') return file.tasks.total;
  return tab === 'ban' ? file.boards.length : null;
};

const TabList = ({ file, shown }: { readonly file: File; readonly shown: TabName }): ReactNode => {
  const w = useWords(said);
  const ngay = useAsOf();
  return (
    <Tabs
      label={w.parts}
      names={TABS}
      shown={shown}
      link={(tab, current) => {
        const count = countOf(file, tab);
        return (
          <Link
            to="/dien-tap/$id/$tab"
            params={{ id: file.id, tab }}
            search={(ngay ? { ngay } : {}) as never} // the root's search: short strings
            preload={false}
            aria-current={current}
          >
            {w[tab]}
            {count !== null && <span className="tab-count"> {count}</span>}
          </Link>
        );
      }}
    />
  );
};

/** Name of a unit in force; null while unknown. */
const useUnitName = (id: string | undefined): string | null => {
  const say = useSay();
  const { data } = useRead('/api/v1/organisation', {}, { enabled: id !== undefined });
  const unit = data?.units.find((each) => each.id === id);
  return unit ? say(unit.name) : null;
};

export const Page = (): ReactNode => {
  const { id = '', tab } = useParams({ strict: false }) as { id?: string; tab?: string }; // the two addresses of this page
  const query = useMomentQuery();
  const read = useRead('/api/v1/exercises/{id}', { path: { id }, query }, { keepLast: true });
  const unit = useUnitName(read.data?.orgUnit);
  if (read.data && read.data.id !== id) return <Waiting />;
  const name = isTab(tab) ? tab : 'tong-quan';
  const View = TAB_VIEWS[name];
  return (
    <Shown read={read}>
      {(file) => (
        <>
          <Head file={file} unit={unit} />
          <TabList file={file} shown={name} />
          <Suspense fallback={<Waiting />}>
            <View key={`${id}/${name}`} file={file} />
          </Suspense>
          <TabExports file={file} tab={name} />
        </>
      )}
    </Shown>
  );
};
