/** Entering a paper of the chain: its number first, then what it decides. */
import { Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { PAPERS } from '../../../../domain/labels/words.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { emptyPaper, isTouched, PaperFields, paperSent } from '../../../parts/paper-fields.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import { ContentFields } from './content-fields.tsx';
import type { PaperDialog } from './dialogs.tsx';
import { entering, NO_CONTENT, type PaperContent } from './slots.ts';
import { said } from './words.ts';

export const EnterPaper = ({ file, slot, onClose }: PaperDialog): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [paper, setPaper] = useState(emptyPaper);
  const [content, setContent] = useState<PaperContent>(NO_CONTENT);
  const act = useAct('exercises', file.id, w.entered, onClose);
  const sent = paperSent(paper);
  const command = sent ? entering(slot, sent, content) : null;
  const name = say(PAPERS[slot]);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => command && act.send(command)}
      title={w.enterThis(name)}
      button={w.enter}
      effect={<Text size="sm">{w.rule}</Text>}
      error={act.error}
      sending={act.sending}
      disabled={!command}
      dirty={isTouched(paper) || content !== NO_CONTENT}
    >
      <PaperFields paper={paper} onChange={setPaper} />
      <ContentFields slot={slot} content={content} onChange={setContent} />
    </ActDialog>
  );
};
