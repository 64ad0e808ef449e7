/** More time: asked by days or by date, both deadlines side by side; decided by another body, with a reason. */
import { Group, NumberInput, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { useDays } from '../../parts/use-days.ts';
import { addWorkingDays, workingDaysBetween } from '../../parts/working-days.ts';
import { longDate } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import type { Whole } from './acts.ts';
import { Changed } from './changed.tsx';
import { said } from './task-words.ts';
import { useTaskAct } from './use-task-act.ts';

interface Dialog {
  readonly whole: Whole;
  readonly onClose: () => void;
}

export const AskExtension = ({ whole, onClose }: Dialog): ReactNode => {
  const { task } = whole;
  const w = useWords(said);
  const { language } = useLanguage();
  const days = useDays(Number(task.due.slice(0, 4)));
  const [until, setUntil] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const act = useTaskAct(whole);
  const added = until === null ? null : workingDaysBetween(days, task.due, until);
  const wrong =
    until === null
      ? null
      : until <= task.due
        ? w.extendEarly
        : days.knows(until) && !days.isWorking(until)
          ? w.extendOff
          : null;
  return (
    <ActDialog
      opened
      onClose={onClose}
      title={`${w.extend}: ${task.code}`}
      button={w.extendSend}
      effect={w.extendKeeps}
      error={act.error}
      sending={act.sending}
      disabled={until === null || wrong !== null || reason.trim() === ''}
      dirty={until !== null || reason !== ''}
      onSend={() =>
        until !== null &&
        act.send(
          { type: 'RequestExtension', task: task.code, until, reason: reason.trim() },
          { done: w.extendSent, onDone: onClose },
        )
      }
    >
      <Group align="flex-start" gap="md">
        <NumberInput
          label={w.extendDays}
          value={added !== null && added > 0 ? added : ''}
          onChange={(count) => {
            if (typeof count === 'number' && count > 0) setUntil(addWorkingDays(days, task.due, Math.round(count)));
          }}
          min={1}
          max={120}
          allowDecimal={false}
          data-autofocus
          w={190}
        />
        <DateField label={w.extendUntil} value={until} onChange={setUntil} error={wrong} min={task.due} required />
      </Group>
      {until !== null && wrong === null && (
        <Text fw={600} role="status">
          {w.extendBoth(longDate(task.due, language), longDate(until, language))}
        </Text>
      )}
      <ReasonField value={reason} onChange={setReason} />
      {act.conflict && <Changed conflict={act.conflict} onLeave={act.reset} />}
    </ActDialog>
  );
};

export const DecideExtension = ({ whole, onClose, granted }: Dialog & { readonly granted: boolean }): ReactNode => {
  const { task } = whole;
  const w = useWords(said);
  const { language } = useLanguage();
  const [reason, setReason] = useState('');
  const act = useTaskAct(whole);
  if (!task.extension) return null;
  const until = longDate(task.extension.until, language);
  return (
    <ActDialog
      opened
      onClose={onClose}
      title={`${granted ? w.grant : w.refuse}: ${task.code}`}
      button={granted ? w.grantButton(until) : w.refuseButton}
      effect={
        <Stack gap={4}>
          <Text>{w.extendBoth(longDate(task.due, language), until)}</Text>
          <Text c="dimmed">“{task.extension.reason}”</Text>
        </Stack>
      }
      error={act.error}
      sending={act.sending}
      disabled={reason.trim() === ''}
      dirty={reason !== ''}
      onSend={() =>
        act.send(
          { type: 'DecideExtension', task: task.code, granted, reason: reason.trim() },
          { done: granted ? w.granted : w.refused, onDone: onClose },
        )
      }
    >
      <ReasonField value={reason} onChange={setReason} />
      {act.conflict && <Changed conflict={act.conflict} onLeave={act.reset} />}
    </ActDialog>
  );
};
