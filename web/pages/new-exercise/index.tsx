/** `/dien-tap/moi`: four short steps to a planned exercise, or the communes of a city in one go (ux §6). */
import { SegmentedControl } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { useRead } from '../../client/read.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Shown, Waiting } from '../../parts/shown.tsx';
import { useView } from '../../parts/view.ts';
import { useMe } from '../../session/session.tsx';
import { useWords } from '../../words/language.tsx';
import './new-exercise.css';
import { useOrganisation } from './units.ts';
import { said } from './words.ts';

const Wizard = lazy(() => import('./wizard.tsx').then(({ Wizard: part }) => ({ default: part })));
const Communes = lazy(() => import('./communes/index.tsx').then(({ Communes: part }) => ({ default: part })));

export const Page = (): ReactNode => {
  const w = useWords(said);
  const { group } = useMe();
  const [{ kieu }, setView] = useView();
  const organisation = useOrganisation();
  const exercises = useRead('/api/v1/exercises', {});
  if (group !== 'staff')
    return (
      <>
        <PageHead title={w.title} />
        <Empty>{w.notYours}</Empty>
      </>
    );
  return (
    <>
      <PageHead title={w.title} />
      <SegmentedControl
        mb="lg"
        className="modes"
        aria-label={w.mode}
        value={kieu === 'xa-phuong' ? 'many' : 'one'}
        onChange={(mode) => setView({ kieu: mode === 'many' ? 'xa-phuong' : undefined, buoc: undefined })}
        data={[
          { value: 'one', label: w.one },
          { value: 'many', label: w.many },
        ]}
      />
      <Shown read={organisation}>
        {(org) => (
          <Shown read={exercises}>
            {(list) => (
              <Suspense fallback={<Waiting />}>
                {kieu === 'xa-phuong' ? (
                  <Communes units={org.units} list={list} />
                ) : (
                  <Wizard units={org.units} list={list} />
                )}
              </Suspense>
            )}
          </Shown>
        )}
      </Shown>
    </>
  );
};
