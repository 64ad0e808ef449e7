import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ActDialog } from '../../../../parts/act-dialog.tsx';
import { useAct } from '../../../../parts/use-act.ts';
import { useWords } from '../../../../words/language.tsx';
import type { File } from '../../tabs.ts';
import { said } from './words.ts';

/** Opens the file of the drill beside the exercise. */
export const Prepare = ({ file }: { readonly file: File }): ReactNode => {
  const w = useWords(said);
  const act = useAct('drills', file.id, w.prepared);
  return (
    <>
      <Button onClick={act.open}>{w.prepare}</Button>
      <ActDialog
        opened={act.opened}
        onClose={act.close}
        onSend={() => act.send({ type: 'PrepareDrill', exercise: file.id, orgUnit: file.orgUnit })}
        title={w.prepare}
        button={w.prepare}
        effect={w.prepareWhat}
        error={act.error}
        sending={act.sending}
      />
    </>
  );
};
