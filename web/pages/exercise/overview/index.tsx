/** "Tổng quan": the gates first, then what comes next, the communes, what clashes, what was written last. */
import { SimpleGrid, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { File } from '../tabs.ts';
import { CityAsks } from './city-asks.tsx';
import { Clashes } from './clashes.tsx';
import { Communes } from './communes.tsx';
import { Gates } from './gates.tsx';
import { LastEntries } from './last-entries.tsx';
import { NextDeadlines } from './next-deadlines.tsx';
import './overview.css';
import { Resources } from './resources.tsx';

export const Tab = ({ file }: { readonly file: File }): ReactNode => (
  <Stack gap="xl">
    <CityAsks file={file} />
    <Gates file={file} />
    <Clashes file={file} />
    <Resources file={file} />
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="xl">
      <NextDeadlines file={file} />
      <LastEntries file={file} />
    </SimpleGrid>
    <Communes file={file} />
  </Stack>
);
