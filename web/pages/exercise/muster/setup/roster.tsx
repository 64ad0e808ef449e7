/** Names for the orders, pasted from a spreadsheet: they go to the sealed store and are in neither history nor browser afterwards. */
import { Button, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { newId } from '../../../../client/id.ts';
import { ActDialog } from '../../../../parts/act-dialog.tsx';
import { DateField } from '../../../../parts/date-field.tsx';
import { useWrite } from '../../../../parts/use-write.ts';
import { useMe } from '../../../../session/session.tsx';
import { numberText } from '../../../../words/format.ts';
import { useLanguage, useWords } from '../../../../words/language.tsx';
import { type DialogProps, KindChoice, type StepProps } from './fields.tsx';
import { MOST_ROWS, type RosterKind, readRoster } from './roster-rows.ts';
import { said } from './roster-words.ts';
import { Step } from './step.tsx';

const Import = ({ muster, onClose }: DialogProps): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const { today } = useMe();
  const [kind, setKind] = useState<RosterKind>('reservist');
  const [typed, setTyped] = useState('');
  const [retainUntil, setRetainUntil] = useState<string | null>(null);
  // one id for what was typed: pressing again after a lost line seals nobody twice
  const [commandId, setCommandId] = useState(newId);
  const send = useWrite(w.imported, onClose);
  const { rows, wrong, twice } = readRoster(kind, typed);
  const isTooMany = rows.length > MOST_ROWS;
  const count = numberText(rows.length, language);
  const retype = (change: () => void): void => {
    change();
    setCommandId(newId());
  };
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() =>
        send.mutate({
          path: `/api/v1/drills/${muster.drill.id}/roster`,
          body: { commandId, rows, ...(retainUntil ? { retainUntil } : {}) },
        })
      }
      title={w.import}
      button={w.importThis(count)}
      effect={<Text size="sm">{w.what}</Text>}
      error={send.error}
      sending={send.isPending}
      disabled={rows.length === 0 || isTooMany || wrong.length > 0 || twice.length > 0}
      dirty={typed !== ''}
      size="xl"
    >
      <KindChoice value={kind} onChange={(next) => retype(() => setKind(next))} />
      <Textarea
        id="field-rows"
        label={kind === 'vehicle' ? w.vehiclesForm : w.reservists}
        description={w.pasteWhat}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
        value={typed}
        onChange={({ currentTarget }) => retype(() => setTyped(currentTarget.value))}
        autosize
        minRows={6}
        maxRows={16}
        autoComplete="off"
        spellCheck={false}
        required
      />
      <output>
        {typed.trim() !== '' && w.read(count)} {wrong.length > 0 && w.wrong(wrong.slice(0, 12).join(', '))}{' '}
        {twice.length > 0 && w.twice(twice.slice(0, 12).join(', '))} {isTooMany && w.tooMany(MOST_ROWS)}
      </output>
      <DateField
        id="field-retainUntil"
        label={w.retain}
        value={retainUntil}
        onChange={(date) => retype(() => setRetainUntil(date))}
        min={today}
      />
    </ActDialog>
  );
};

/** For the two bodies that keep the drill's names; for everybody else there is no such step. */
export const RosterStep = ({ isLive, ...props }: StepProps & { readonly isLive: boolean }): ReactNode => {
  const w = useWords(said);
  const [opened, setOpened] = useState(false);
  if (!isLive || !props.muster.drill.may.keep) return null;
  return (
    <Step
      title={w.title}
      isDone={false}
      acts={
        <Button size="compact-md" variant="default" onClick={() => setOpened(true)}>
          {w.import}
        </Button>
      }
    >
      <span className="quiet">{w.what}</span>
      {opened && <Import {...props} onClose={() => setOpened(false)} />}
    </Step>
  );
};
