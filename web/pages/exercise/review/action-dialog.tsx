/** One step of a corrective action. */
import { Select, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Command } from '../../../client/command.ts';
import type { Schemas } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { DateField } from '../../../parts/date-field.tsx';
import { emptyPaper, PaperFields, type PaperSent, paperSent } from '../../../parts/paper-fields.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useMe } from '../../../session/session.tsx';
import { addDays } from '../../../words/format.ts';
import { useWords } from '../../../words/language.tsx';
import type { Action, ActionAct } from './rights.ts';
import { said } from './words.ts';

interface Typed {
  readonly text: string;
  readonly due: string | null;
  readonly into: string | null;
  readonly paper: PaperSent | null;
}

/** Null while something is missing. */
const commandOf = (type: ActionAct, action: string, { text, due, into, paper }: Typed): Command<'reviews'> | null => {
  const said = text.trim();
  if (type === 'VerifyAction') return { type, action };
  if (said === '') return null;
  switch (type) {
    case 'CompleteAction':
      return { type, action, evidence: said };
    case 'ReturnAction':
      return { type, action, reason: said };
    case 'MoveActionDue':
      return due === null ? null : { type, action, due, reason: said };
    case 'CarryAction':
      return into === null ? null : { type, action, into, reason: said };
    case 'WaiveAction':
      return paper && { type, action, reason: said, paper };
    default:
      return type satisfies never;
  }
};

const IntoSelect = ({
  exercise,
  value,
  onChange,
}: {
  readonly exercise: string;
  readonly value: string | null;
  readonly onChange: (into: string | null) => void;
}): ReactNode => {
  const w = useWords(said);
  const { data } = useRead('/api/v1/exercises');
  const open = (data?.exercises ?? []).filter(
    ({ id, phase }) => id !== exercise && phase !== 'closed' && phase !== 'cancelled',
  );
  return (
    <Select
      id="field-into"
      label={w.into}
      data={open.map(({ id, theme }) => ({ value: id, label: `${theme} (${id})` }))}
      value={value}
      onChange={onChange}
      searchable
      required
    />
  );
};

export const ActionDialog = ({
  review,
  action,
  act: type,
  onClose,
}: {
  readonly review: Schemas['Review'];
  readonly action: Action;
  readonly act: ActionAct;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const { today } = useMe();
  const [text, setText] = useState('');
  const [due, setDue] = useState<string | null>(null);
  const [into, setInto] = useState<string | null>(null);
  const [paper, setPaper] = useState(emptyPaper);
  const act = useAct('reviews', review.id, w.actionDone, onClose);
  const command = commandOf(type, action.id, { text, due, into, paper: paperSent(paper) });
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => command && act.send(command, { about: action.id })}
      title={w.actionThis(w[type], action.id)}
      button={w.actionThis(w[type], action.id)}
      effect={action.text}
      error={act.error}
      sending={act.sending}
      danger={type === 'WaiveAction'}
      disabled={command === null}
      dirty={text !== '' || due !== null}
    >
      {type === 'MoveActionDue' && (
        <DateField id="field-due" label={w.newDue} value={due} onChange={setDue} min={addDays(today, 1)} required />
      )}
      {type === 'CarryAction' && <IntoSelect exercise={review.exercise} value={into} onChange={setInto} />}
      {type === 'CompleteAction' && (
        <Textarea
          id="field-evidence"
          label={w.proof}
          description={action.measure}
          inputWrapperOrder={['label', 'description', 'input', 'error']}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          maxLength={300}
          autosize
          minRows={2}
          required
        />
      )}
      {type !== 'CompleteAction' && type !== 'VerifyAction' && <ReasonField value={text} onChange={setText} />}
      {type === 'WaiveAction' && (
        <fieldset className="plain-set">
          <legend>{w.waivePaper}</legend>
          <PaperFields paper={paper} onChange={setPaper} withForm={false} />
        </fieldset>
      )}
    </ActDialog>
  );
};
