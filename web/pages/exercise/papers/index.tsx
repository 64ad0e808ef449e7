/** "Văn bản": the chain of authority as a register, papers drawn up from the file, then those that prove tasks. */
import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRead } from '../../../client/read.ts';
import { Shown } from '../../../parts/shown.tsx';
import { useAsOf } from '../../../parts/view.ts';
import { useMe } from '../../../session/session.tsx';
import { useWords } from '../../../words/language.tsx';
import { mayEnterPaper } from '../rights.ts';
import type { File } from '../tabs.ts';
import { useMomentQuery } from '../use-file.ts';
import { PaperDialogs, usePaperDialogs } from './dialogs.tsx';
import { DrawnUp } from './drawn-up.tsx';
import { Proofs } from './proofs.tsx';
import { Register } from './register.tsx';
import { said } from './words.ts';

export const Tab = ({ file }: { readonly file: File }): ReactNode => {
  const w = useWords(said);
  const query = useMomentQuery();
  const asOf = useAsOf();
  const { acting } = useMe();
  const read = useRead('/api/v1/exercises/{id}/papers', { path: { id: file.id }, query }, { keepLast: true });
  const dialogs = usePaperDialogs();
  const mayWrite = asOf === undefined && mayEnterPaper(file, acting);
  return (
    <Stack gap="xl">
      <section aria-labelledby="chain-title">
        <Title order={2} className="section-title" id="chain-title">
          {w.chain}
        </Title>
        <Text size="sm" c="dimmed" mb="xs">
          {w.rule}
        </Text>
        <Shown read={read} lines={8}>
          {(papers) => <Register file={file} papers={papers} onAct={mayWrite ? dialogs.open : null} />}
        </Shown>
      </section>
      {asOf === undefined && <DrawnUp file={file} />}
      <Proofs file={file} />
      <PaperDialogs file={file} {...dialogs} />
    </Stack>
  );
};
