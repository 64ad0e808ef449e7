/** Amending a paper: by which paper, what of it changes, why. What hangs on it stays. */
import { Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { PAPERS } from '../../../../domain/labels/words.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { emptyPaper, isTouched, PaperFields, paperSent } from '../../../parts/paper-fields.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import { ContentFields } from './content-fields.tsx';
import type { PaperDialog } from './dialogs.tsx';
import { changeOf, NO_CONTENT, type PaperContent } from './slots.ts';
import { said } from './words.ts';

export const AmendPaper = ({ file, slot, onClose }: PaperDialog): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [paper, setPaper] = useState(emptyPaper);
  const [content, setContent] = useState<PaperContent>(NO_CONTENT);
  const [reason, setReason] = useState('');
  const act = useAct('exercises', file.id, w.amended, onClose);
  const by = paperSent(paper);
  const send = (): void => {
    if (!by) return;
    act.send(
      { type: 'AmendPaper', slot, by, change: changeOf(content), reason: reason.trim() },
      { expectedVersion: file.version },
    );
  };
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={w.amendTitle(say(PAPERS[slot]))}
      button={w.amendThis}
      effect={<Text size="sm">{w.amendWhat}</Text>}
      error={act.error}
      sending={act.sending}
      disabled={!by || reason.trim() === ''}
      dirty={isTouched(paper) || reason !== '' || content !== NO_CONTENT}
    >
      <fieldset className="plain-set">
        <legend>{w.byWhich}</legend>
        <PaperFields paper={paper} onChange={setPaper} />
      </fieldset>
      <ContentFields slot={slot} content={content} onChange={setContent} isChange />
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};
