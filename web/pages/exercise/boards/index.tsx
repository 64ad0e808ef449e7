/** "Ban": each board with its decision, its head's post, its seats by count, and what it may do. */
import { SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRead } from '../../../client/read.ts';
import { useWords } from '../../../words/language.tsx';
import { PaperDialogs, usePaperDialogs } from '../papers/dialogs.tsx';
import type { File } from '../tabs.ts';
import { useMomentQuery } from '../use-file.ts';
import { BoardCard } from './board-card.tsx';
import type { BoardSlot } from './decided.tsx';
import './boards.css';
import { said } from './words.ts';

const SLOTS: readonly BoardSlot[] = ['steering', 'organising', 'directing', 'support', 'frame'];

export const Tab = ({ file }: { readonly file: File }): ReactNode => {
  const w = useWords(said);
  const query = useMomentQuery();
  const papers = useRead('/api/v1/exercises/{id}/papers', { path: { id: file.id }, query }, { keepLast: true });
  const dialogs = usePaperDialogs();
  return (
    <section aria-label={w.title}>
      <Text size="sm" c="dimmed" mb="sm">
        {w.postsOnly}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md" component="ul" className="board-cards">
        {SLOTS.map((slot) => (
          <BoardCard key={slot} file={file} slot={slot} papers={papers.data} onAct={dialogs.open} />
        ))}
      </SimpleGrid>
      <PaperDialogs file={file} {...dialogs} />
    </section>
  );
};
