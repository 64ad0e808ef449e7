/** What can be done to several tasks at once: take them, say that a reminder was received. Each is told on its own. */
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Command, sendCommand } from '../../client/command.ts';
import { Refused } from '../../client/http.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import type { BodyTask } from './groups.ts';
import { said } from './words.ts';

export const mayAccept = ({ status, accepted }: Pick<BodyTask, 'status' | 'accepted'>): boolean =>
  accepted === null && ['waiting', 'open', 'started', 'returned'].includes(status);
/** Before the deadline only: what is overdue always sounds. */
export const mayAcknowledge = (task: Pick<BodyTask, 'status' | 'holder' | 'owner' | 'mark'>): boolean =>
  task.holder === task.owner && (task.mark === 'ahead' || task.mark === 'today');

export const ChosenBar = ({
  chosen,
  onClear,
}: {
  readonly chosen: readonly BodyTask[];
  readonly onClear: () => void;
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [sending, setSending] = useState(false);
  const run = async (tasks: readonly BodyTask[], command: (code: string) => Command<'exercises'>): Promise<void> => {
    setSending(true);
    let done = 0;
    for (const task of tasks) {
      try {
        await sendCommand('exercises', task.exercise, command(task.code), { about: task.code });
        done += 1;
      } catch (error) {
        const why = error instanceof Refused ? error.problem.messages[language].what : String(error);
        notifications.show({ color: 'orange', autoClose: false, message: w.refused(task.code, why) });
      }
    }
    await client.invalidateQueries({ queryKey: ['read'] });
    setSending(false);
    if (done > 0) notifications.show({ message: w.done(done) });
    onClear();
  };
  const toAccept = chosen.filter(mayAccept);
  const toKnow = chosen.filter(mayAcknowledge);
  return (
    <Group className="chosen-bar no-print" gap="sm" role="region" aria-label={w.chosen(chosen.length)}>
      <Text fw={600}>{w.chosen(chosen.length)}</Text>
      {toAccept.length > 0 && (
        <Button
          size="compact-md"
          loading={sending}
          onClick={() => void run(toAccept, (task) => ({ type: 'AcceptTask', task }))}
        >
          {w.acceptAll(toAccept.length)}
        </Button>
      )}
      {toKnow.length > 0 && (
        <Button
          size="compact-md"
          variant="default"
          loading={sending}
          onClick={() => void run(toKnow, (task) => ({ type: 'AcknowledgeReminder', task }))}
        >
          {w.acknowledgeAll(toKnow.length)}
        </Button>
      )}
      <Button size="compact-md" variant="subtle" onClick={onClear}>
        {w.chooseNone}
      </Button>
    </Group>
  );
};
