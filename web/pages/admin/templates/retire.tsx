import { type ReactNode, useState } from 'react';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useWords } from '../../../words/language.tsx';
import { said } from './words.ts';

export const Retire = ({
  id,
  version,
  onClose,
}: {
  readonly id: string;
  readonly version: number;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const [reason, setReason] = useState('');
  const retiring = useAct('templates', id, w.retiredDone, onClose);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => retiring.send({ type: 'RetireTemplateVersion', version, reason: reason.trim() })}
      title={`${w.retire} – ${w.versionN(version)}`}
      button={w.retire}
      effect={w.retireWhat}
      error={retiring.error}
      sending={retiring.sending}
      disabled={reason.trim() === ''}
      dirty={reason !== ''}
      danger
    >
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};
