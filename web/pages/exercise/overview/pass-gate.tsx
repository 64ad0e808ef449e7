/** Passing a gate, with its paper where there is one; with things open only with reason and basis, both recorded. */
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { emptyPaper, isTouched, PaperFields, paperSent } from '../../../parts/paper-fields.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { said } from './words.ts';

export interface GateDialog {
  readonly file: File;
  readonly gate: Schemas['Gate'];
  readonly onClose: () => void;
}

export const PassGate = ({
  file,
  gate,
  onClose,
  withConditions,
}: GateDialog & { readonly withConditions: boolean }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [paper, setPaper] = useState(emptyPaper);
  const [withPaper, setWithPaper] = useState(false);
  const [reason, setReason] = useState('');
  const [basis, setBasis] = useState('');
  const isFirst = gate.twoPersons && gate.approvals.length === 0;
  const act = useAct('exercises', file.id, isFirst ? w.approved(gate.code) : w.passed(gate.code), onClose);
  const sent = paperSent(paper);
  const lacks = (withPaper && !sent) || (withConditions && (reason.trim() === '' || basis.trim() === ''));
  const send = (): void =>
    act.send(
      {
        type: 'PassGate',
        gate: gate.code,
        ...(withPaper && sent ? { paper: sent } : {}),
        ...(withConditions ? { override: { reason: reason.trim(), basis: basis.trim() } } : {}),
      },
      { expectedVersion: file.version, about: gate.code },
    );
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={withConditions ? w.withConditions : w.pass}
      button={
        withConditions
          ? w.withConditionsThis(gate.code, gate.blockers.length)
          : isFirst
            ? w.approveFirst(gate.code)
            : w.passThis(gate.code)
      }
      effect={
        <b>
          {gate.code} {say(gate.name)}
        </b>
      }
      error={act.error}
      sending={act.sending}
      danger={withConditions}
      disabled={lacks}
      dirty={isTouched(paper) || reason !== '' || basis !== ''}
    >
      {withConditions && (
        <Stack gap="sm">
          <Text size="sm">{w.conditionsWhat}</Text>
          <ul className="blockers">
            {gate.blockers.map(({ kind, code, text }) => (
              <li key={`${kind}/${code}`}>{say(text)}</li>
            ))}
          </ul>
          <ReasonField value={reason} onChange={setReason} />
          <TextInput
            label={w.basis}
            value={basis}
            onChange={({ currentTarget }) => setBasis(currentTarget.value)}
            maxLength={200}
            required
          />
        </Stack>
      )}
      {withPaper ? (
        <fieldset className="plain-set">
          <legend>{w.paperOptional}</legend>
          <PaperFields paper={paper} onChange={setPaper} />
        </fieldset>
      ) : (
        <Button variant="subtle" onClick={() => setWithPaper(true)} w="fit-content">
          {w.addPaper}
        </Button>
      )}
    </ActDialog>
  );
};
