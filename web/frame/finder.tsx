/** Ctrl+K or `/`: things first, then pages. The list itself is fetched when it is first opened. */
import { ActionIcon } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useWords } from '../words/language.tsx';
import { said } from './words.ts';

const FinderList = lazy(() => import('./finder-list.tsx').then((module) => ({ default: module.FinderList })));

export const Finder = (): ReactNode => {
  const w = useWords(said);
  const [opened, setOpened] = useState(false);
  const open = (): void => setOpened(true);
  useHotkeys([
    ['mod+K', open],
    ['/', open],
  ]);
  return (
    <>
      <ActionIcon variant="default" size="lg" onClick={open} aria-label={w.search} title={w.search}>
        <IconSearch aria-hidden size={18} />
      </ActionIcon>
      {opened && (
        <Suspense>
          <FinderList onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
};
