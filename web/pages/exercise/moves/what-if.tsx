/**
 * Moving, resting, resuming or ending an exercise: every effect is shown before, and what is sent is exactly what was shown
 * (`expectedVersion` = the previewed version). When the file changed meanwhile, the effects on the new version are shown.
 */
import { Alert, Text } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { Command } from '../../../client/command.ts';
import { Refused, type Schemas } from '../../../client/http.ts';
import { usePreview } from '../../../client/preview.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { Broken } from '../../../parts/shown.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { dateText } from '../../../words/format.ts';
import { useWords } from '../../../words/language.tsx';
import type { HeadActCode } from '../head-acts.tsx';
import type { File } from '../tabs.ts';
import { DaysFields, daysFault, type NewDays } from './days-fields.tsx';
import { Effects } from './effects.tsx';
import { said } from './words.ts';

export type MoveCode = Exclude<HeadActCode, 'mau'>;
type Accepted = Extract<Schemas['Preview'], { accepted: true }>;
/** Stands for the reason while none is typed; a preview is not recorded. */
const NO_REASON_YET = '…';

const commandOf = (act: MoveCode, { start, end }: NewDays, typed: string): Command<'exercises'> | null => {
  const reason = typed.trim() || NO_REASON_YET;
  switch (act) {
    case 'doi-ngay':
      return start && end ? { type: 'RescheduleExercise', startDate: start, endDate: end, reason } : null;
    case 'tiep-tuc':
      return start && end ? { type: 'ResumeExercise', startDate: start, endDate: end, reason } : null;
    case 'hoan':
      return { type: 'PostponeExercise', reason };
    case 'huy':
      return { type: 'CancelExercise', reason };
    case 'lich':
      return { type: 'AdoptCalendar', reason };
    default:
      return act satisfies never;
  }
};

const useTexts = (act: MoveCode, file: File) => {
  const w = useWords(said);
  const open = file.tasks.total - file.tasks.done;
  const texts = {
    'doi-ngay': { title: w.move, what: w.moveWhat, done: w.moved, button: (e: Accepted) => w.moveN(movedIn(e)) },
    'tiep-tuc': { title: w.resume, what: w.moveWhat, done: w.resumed, button: (e: Accepted) => w.resumeN(movedIn(e)) },
    hoan: {
      title: w.postpone,
      what: w.postponeWhat,
      done: w.postponed,
      button: (e: Accepted) => w.postponeN(silencedIn(e)),
    },
    huy: { title: w.cancel, what: w.cancelWhat, done: w.cancelled, button: () => w.cancelN(open) },
    lich: {
      title: w.calendar,
      what: w.calendarWhat,
      done: w.adopted,
      button: (e: Accepted) => w.calendarN(movedIn(e)),
    },
  } as const;
  return texts[act];
};
const movedIn = ({ effects }: Accepted): number => effects?.deadlines.length ?? 0;
const silencedIn = ({ effects }: Accepted): number => effects?.reminders.silenced.total ?? 0;

const isStale = (error: Error | null): boolean => error instanceof Refused && error.problem.status === 412;

export const WhatIf = ({
  file,
  act,
  onClose,
}: {
  readonly file: File;
  readonly act: MoveCode;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const texts = useTexts(act, file);
  const asksDays = act === 'doi-ngay' || act === 'tiep-tuc';
  const [days, setDays] = useState<NewDays>({ start: null, end: null });
  const [reason, setReason] = useState('');
  const fault = asksDays ? daysFault(days, file.today) : null;
  const command = fault ? null : commandOf(act, days, '');
  const preview = usePreview('exercises', file.id, command);
  const sending = useAct('exercises', file.id, texts.done, onClose);
  const shown = command && preview.data?.accepted && !preview.isPlaceholderData ? preview.data : null;
  const stale = isStale(sending.error);
  const changesNothing = shown?.events.length === 0;
  const { refetch } = preview;
  useEffect(() => {
    if (stale) void refetch();
  }, [stale, refetch]);
  const send = (): void => {
    const sent = commandOf(act, days, reason);
    if (!sent || !shown) return;
    sending.send(sent, { expectedVersion: shown.version });
  };
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={texts.title}
      button={stale ? w.sendAgain : shown ? texts.button(shown) : texts.title}
      effect={<Text size="sm">{texts.what}</Text>}
      error={stale ? null : sending.error}
      sending={sending.sending}
      danger={act === 'huy' || act === 'hoan'}
      disabled={!shown || changesNothing || reason.trim() === '' || preview.isFetching}
      dirty={reason !== '' || days.start !== null}
      size="58rem"
    >
      {asksDays && (
        <>
          {file.startDate && file.endDate && (
            <Text size="sm" c="dimmed">
              {w.now(dateText(file.startDate), dateText(file.endDate))}
            </Text>
          )}
          <DaysFields file={file} days={days} onChange={setDays} fault={fault} />
        </>
      )}
      {stale && (
        <Alert color="gray" variant="light" className="on-tint" role="alert">
          {w.changed}
        </Alert>
      )}
      {preview.error && <Broken error={preview.error} onRetry={() => void refetch()} />}
      {command && preview.data && !preview.data.accepted && <Broken error={new Refused(preview.data.problem)} />}
      {command && preview.isFetching && !shown && <Text c="dimmed">{w.asking}</Text>}
      {asksDays && !days.start && <Text c="dimmed">{w.enterDays}</Text>}
      {changesNothing && <Text>{w.nothingNew}</Text>}
      {shown && !changesNothing && <Effects file={file} preview={shown} until={days.end} />}
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};
