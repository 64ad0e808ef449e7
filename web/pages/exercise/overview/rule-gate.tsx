/** Corrections of a gate, for the head of the steering board: reopened after a mistake, or asked to be passed by two. */
import { type ReactNode, useState } from 'react';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useWords } from '../../../words/language.tsx';
import type { GateDialog } from './pass-gate.tsx';
import { said } from './words.ts';

export const ReopenGate = ({ file, gate, onClose }: GateDialog): ReactNode => {
  const w = useWords(said);
  const [reason, setReason] = useState('');
  const act = useAct('exercises', file.id, w.reopened(gate.code), onClose);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() =>
        act.send(
          { type: 'ReopenGate', gate: gate.code, reason: reason.trim() },
          { expectedVersion: file.version, about: gate.code },
        )
      }
      title={w.reopen}
      button={w.reopenThis(gate.code)}
      effect={w.reopenWhat}
      error={act.error}
      sending={act.sending}
      danger
      disabled={reason.trim() === ''}
      dirty={reason !== ''}
    >
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};

export const RuleGate = ({ file, gate, onClose }: GateDialog): ReactNode => {
  const w = useWords(said);
  const [reason, setReason] = useState('');
  const act = useAct('exercises', file.id, w.ruleSet, onClose);
  const twoPersons = !gate.twoPersons;
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() =>
        act.send(
          { type: 'SetGateRule', gate: gate.code, twoPersons, reason: reason.trim() },
          { expectedVersion: file.version, about: gate.code },
        )
      }
      title={twoPersons ? w.needTwo : w.needOne}
      button={w.ruleThis(gate.code, twoPersons)}
      error={act.error}
      sending={act.sending}
      disabled={reason.trim() === ''}
      dirty={reason !== ''}
    >
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};
