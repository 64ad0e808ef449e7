/** A corrective action for a limit: what, by whom, by when, how success will be seen, and whether it is tried again. */
import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { DateField } from '../../../parts/date-field.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useMe } from '../../../session/session.tsx';
import { addDays } from '../../../words/format.ts';
import { useWords } from '../../../words/language.tsx';
import { BodySelect } from '../body-select.tsx';
import { nextId } from './chapters.ts';
import type { OfReview } from './findings.tsx';
import { said } from './words.ts';

export const PlanAction = ({
  file,
  review,
  finding,
  onClose,
}: OfReview & {
  readonly finding: Schemas['Review']['findings'][number];
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const { today } = useMe();
  const [id] = useState(() => nextId('A', review.actions));
  const [text, setText] = useState('');
  const [owner, setOwner] = useState<string | null>(null);
  const [due, setDue] = useState<string | null>(null);
  const [measure, setMeasure] = useState('');
  const [needsRetest, setNeedsRetest] = useState(true);
  const act = useAct('reviews', review.id, w.planned, onClose);
  const send = (): void => {
    if (owner && due)
      act.send({
        ...{ type: 'PlanAction', action: id, finding: finding.id, text: text.trim() },
        ...{ owner, due, measure: measure.trim(), needsRetest },
      });
  };
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={`${w.plan}: ${finding.id}`}
      button={w.planThis(id)}
      effect={finding.text}
      error={act.error}
      sending={act.sending}
      disabled={text.trim() === '' || !owner || !due || measure.trim() === ''}
      dirty={text !== '' || measure !== ''}
    >
      <Textarea
        id="field-text"
        label={w.what}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
        required
      />
      <BodySelect file={file} label={w.owner} value={owner} onChange={setOwner} />
      <DateField id="field-due" label={w.due} value={due} onChange={setDue} min={addDays(today, 1)} required />
      <TextInput
        id="field-measure"
        label={w.measure}
        value={measure}
        onChange={({ currentTarget }) => setMeasure(currentTarget.value)}
        maxLength={300}
        required
      />
      <Checkbox label={w.needsRetest} checked={needsRetest} onChange={() => setNeedsRetest(!needsRetest)} />
    </ActDialog>
  );
};
