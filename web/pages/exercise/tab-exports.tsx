/** Files of the tables that a tab shows, under the table; a drill and a review have the id of their exercise. */
import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { useAsOf } from '../../parts/view.ts';
import type { File, TabName } from './tabs.ts';

const READS: Partial<Record<TabName, (file: File) => readonly string[]>> = {
  'tong-quan': ({ id }) => [`exercises/${id}/clashes`],
  viec: ({ id }) => [`exercises/${id}/checklist`],
  'tien-do': ({ id }) => [`exercises/${id}/plan`],
  'van-ban': ({ id }) => [`exercises/${id}/papers`],
  'diem-danh': ({ id, drill }) => (drill ? [`drills/${id}`, `drills/${id}/stations`, `drills/${id}/orders`] : []),
  'rut-kinh-nghiem': ({ id, review }) => (review ? [`reviews/${id}`] : []),
  'nhat-ky': ({ id }) => [`exercises/${id}/events`],
};

export const TabExports = ({ file, tab }: { readonly file: File; readonly tab: TabName }): ReactNode => {
  const asOf = useAsOf();
  const reads = file.phase === 'draft' ? [] : (READS[tab]?.(file) ?? []);
  if (reads.length === 0) return null;
  return (
    <Group justify="flex-end" mt="lg" gap="xs" className="no-print">
      {reads.map((of) => (
        <ExportMenu key={of} of={of} query={{ asOf }} />
      ))}
    </Group>
  );
};
