/** The proof of a task: number, date, keeper, figures, files, a note. Checked before it is sent, kept until it was. */
import { Button, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { putUnsent, useUnsent } from '../../outbox/proofs.ts';
import { DateField } from '../../parts/date-field.tsx';
import { Broken } from '../../parts/shown.tsx';
import { useMe } from '../../session/session.tsx';
import { useWords } from '../../words/language.tsx';
import type { Whole } from './acts.ts';
import { Changed } from './changed.tsx';
import { CountFields } from './count-fields.tsx';
import { DraftNotes } from './draft-notes.tsx';
import { FilesField } from './files-field.tsx';
import { type Asked, countsOf, evidenceOf, isSound, type Slips, slipsOf } from './proof-check.ts';
import { said } from './proof-words.ts';
import { said as taskWords } from './task-words.ts';
import { useDraft } from './use-draft.ts';
import { useTaskAct } from './use-task-act.ts';

const FIELDS = ['number', 'date', 'holder', 'note', 'reason'] as const;

/** Where the eye and the keyboard go after a refused press. */
const firstSlip = (slips: Slips): string | null => {
  const field = FIELDS.find((each) => slips[each] !== undefined);
  const [count] = Object.keys(slips.counts);
  return field ? `field-evidence.${field}` : count ? `field-evidence.counts.${count}` : null;
};

export const ProofForm = ({
  whole,
  replaces,
  isPrimary,
  onSent,
}: {
  readonly whole: Whole;
  /** Proof that was handed in is replaced. */
  readonly replaces: boolean;
  readonly isPrimary: boolean;
  readonly onSent: () => void;
}): ReactNode => {
  const { task, today, id } = whole;
  const w = useWords(said);
  const t = useWords(taskWords);
  const { user } = useMe();
  const form = useRef<HTMLFormElement>(null);
  const { draft, change, restoredAt, discard } = useDraft(whole);
  const [pressed, setPressed] = useState(false);
  const [busy, setBusy] = useState(false);
  const act = useTaskAct(whole);
  const unsent = useUnsent(user.id).find((each) => each.exercise === id && each.task === task.code);
  const counts = task.referenceOnly ? [] : countsOf(task.evidenceWanted?.kind);
  const asked: Asked = { today, due: task.due, referenceOnly: task.referenceOnly, counts, replaces };
  const slips = slipsOf(draft, asked);
  const wrong = (field: (typeof FIELDS)[number]): string | null => {
    const slip = slips[field];
    return pressed && slip ? w[slip] : null;
  };
  const isLate = draft.date !== null && draft.date > task.due && draft.date <= today;
  const command = () => {
    const evidence = evidenceOf(draft, asked);
    return replaces
      ? ({ type: 'ReviseEvidence', task: task.code, evidence, reason: draft.reason.trim() } as const)
      : ({ type: 'SubmitTask', task: task.code, evidence } as const);
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setPressed(true);
    const at = firstSlip(slips);
    if (at) document.getElementById(at)?.focus();
    if (!isSound(slips) || busy || act.sending) return;
    const what = command();
    act.send(what, {
      done: replaces ? t.revised : t.submitted,
      onDone: () => {
        discard();
        setPressed(false);
        onSent();
      },
      keepForLater: () => {
        putUnsent(user.id, { exercise: id, task: task.code, command: what, at: Date.now() });
        return true;
      },
    });
  };
  const byKeys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  };
  return (
    <form ref={form} onSubmit={send} onKeyDown={byKeys} noValidate aria-label={replaces ? t.revise : w.submit}>
      <Stack gap="sm">
        <DraftNotes
          restoredAt={restoredAt}
          unsentAt={unsent && !unsent.problem ? unsent.at : null}
          onDiscard={discard}
        />
        {replaces && (
          <Text size="sm">
            {t.reviseWhat} {task.status === 'verified' && t.reviseVoids}
          </Text>
        )}
        <TextInput
          id="field-evidence.number"
          label={w.number}
          placeholder={w.numberExample}
          value={draft.number}
          onChange={({ currentTarget }) => change({ number: currentTarget.value })}
          error={wrong('number')}
          maxLength={60}
          autoComplete="off"
          required
        />
        <DateField
          id="field-evidence.date"
          label={w.date}
          value={draft.date}
          onChange={(date) => change({ date })}
          note={draft.date === today ? w.today : isLate ? w.afterDue : undefined}
          error={wrong('date')}
          required
        />
        <TextInput
          id="field-evidence.holder"
          label={w.holder}
          value={draft.holder}
          onChange={({ currentTarget }) => change({ holder: currentTarget.value })}
          error={wrong('holder')}
          maxLength={120}
          required
        />
        <CountFields names={counts} draft={draft} change={change} slips={pressed ? slips.counts : {}} />
        {!task.referenceOnly && (
          <>
            <Textarea
              id="field-evidence.note"
              label={isLate ? w.noteLate : w.note}
              value={draft.note}
              onChange={({ currentTarget }) => change({ note: currentTarget.value })}
              error={wrong('note')}
              maxLength={1000}
              autosize
              minRows={2}
              required={isLate}
            />
            <FilesField
              exercise={id}
              task={task.code}
              files={draft.files}
              onChange={(next) => change((before) => ({ files: next(before.files) }))}
              onBusy={setBusy}
            />
          </>
        )}
        {replaces && (
          <Textarea
            id="field-evidence.reason"
            label={w.reason}
            value={draft.reason}
            onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
            error={wrong('reason')}
            maxLength={500}
            autosize
            minRows={2}
            required
          />
        )}
        {act.error && <Broken error={act.error} />}
        {act.conflict && <Changed conflict={act.conflict} onLeave={act.reset} />}
        {busy && pressed && <Text size="sm">{w.filesBusy}</Text>}
        <Button type="submit" loading={act.sending} fullWidth size="md" variant={isPrimary ? 'filled' : 'default'}>
          {replaces ? w.replace : w.submit}
        </Button>
        <Text size="xs" c="dimmed">
          {w.draftKept} {w.byKeys}.
        </Text>
      </Stack>
    </form>
  );
};
