/** Revoking a paper: what falls with it is shown before; sent only on the version whose effects were shown. */
import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { PAPERS } from '../../../../domain/labels/words.ts';
import { useRead } from '../../../client/read.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { emptyPaper, isTouched, PaperFields, paperSent } from '../../../parts/paper-fields.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { paperLine } from '../overview/who.tsx';
import type { PaperDialog } from './dialogs.tsx';
import { said } from './words.ts';

export const RevokePaper = ({ file, slot, onClose }: PaperDialog): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const [paper, setPaper] = useState(emptyPaper);
  const [reason, setReason] = useState('');
  const act = useAct('exercises', file.id, w.revoked, onClose);
  const effects = useRead('/api/v1/exercises/{id}/papers/{slot}/effects', { path: { id: file.id, slot } });
  const sent = paperSent(paper);
  const tasks = effects.data?.voids.tasks.length ?? 0;
  const send = (): void => {
    if (!sent || !effects.data) return;
    act.send(
      { type: 'RevokePaper', slot, paper: sent, reason: reason.trim() },
      { expectedVersion: effects.data.version },
    );
  };
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={w.revokeTitle(say(PAPERS[slot]))}
      button={tasks > 0 ? w.revokeThis(tasks) : w.revokeOnly}
      error={act.error}
      sending={act.sending}
      danger
      disabled={!sent || !effects.data?.allowed || reason.trim() === ''}
      dirty={isTouched(paper) || reason !== ''}
      size="xl"
    >
      <Shown read={effects} lines={3}>
        {(what) => (
          <Alert color="gray" variant="light" icon={<IconAlertTriangle aria-hidden />} className="on-tint">
            <Text fw={600}>{paperLine(what.paper, language)}</Text>
            {what.allowed ? (
              <>
                <Text size="sm">{w.revokeWhat}</Text>
                <ul className="field-errors short-scroll">
                  {what.sentences.map((sentence) => (
                    <li key={sentence.vi}>{say(sentence)}</li>
                  ))}
                </ul>
              </>
            ) : (
              w.revokeNot
            )}
          </Alert>
        )}
      </Shown>
      <fieldset className="plain-set">
        <legend>{w.byWhichRevoked}</legend>
        <PaperFields paper={paper} onChange={setPaper} />
      </fieldset>
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};
