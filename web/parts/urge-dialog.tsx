/** "Đôn đốc": presses the bodies that hold one task or many; each is told of apart, and a refused one says why. */
import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { sendCommand } from '../client/command.ts';
import { Refused, type Schemas } from '../client/http.ts';
import { useLanguage, useSay, useWords, words } from '../words/language.tsx';
import { ActDialog } from './act-dialog.tsx';

const said = words({
  title: ['Đôn đốc', 'Urge'],
  button: [
    (n: number) => (n === 1 ? 'Gửi đôn đốc' : `Gửi ${n} đôn đốc`),
    (n: number) => (n === 1 ? 'Urge' : `Urge about ${n}`),
  ],
  whom: ['Được báo ngay:', 'Told at once:'],
  note: ['Nội dung thêm (không bắt buộc)', 'Note (optional)'],
  noteHint: [
    'Hiện trong nhật ký của việc. Không nhập nội dung bí mật nhà nước.',
    'Shown in the history of the task. No state secrets.',
  ],
  once: ['Mỗi việc đôn đốc một lần mỗi ngày.', 'A task is urged once a day.'],
  done: [(n: number) => `Đã đôn đốc ${n} việc.`, (n: number) => `Urged about ${n}.`],
  refused: ['Chưa gửi được:', 'Not sent:'],
});

type Urged = Pick<Schemas['Task'], 'exercise' | 'code' | 'title' | 'holderName'>;
interface Failed {
  readonly task: Urged;
  readonly error: Error;
}

/** `onDone` is called once all were sent; refused ones stay listed with their reason. */
export const UrgeDialog = ({
  tasks,
  onClose,
  onDone,
}: {
  readonly tasks: readonly Urged[];
  readonly onClose: () => void;
  readonly onDone?: () => void;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const [left, setLeft] = useState(tasks);
  const [failed, setFailed] = useState<readonly Failed[]>([]);
  const send = useMutation<readonly Failed[]>({
    mutationFn: async () => {
      const refused: Failed[] = [];
      const text = note.trim();
      for (const task of left) {
        try {
          await sendCommand('exercises', task.exercise, {
            type: 'UrgeTask',
            task: task.code,
            ...(text ? { note: text } : {}),
          });
        } catch (error) {
          refused.push({ task, error: error instanceof Error ? error : new Error(String(error)) });
        }
      }
      await client.invalidateQueries({ queryKey: ['read'] });
      return refused;
    },
    onSuccess: (refused) => {
      const sent = left.length - refused.length;
      if (sent > 0) notifications.show({ message: w.done(sent) });
      setFailed(refused);
      setLeft(refused.map(({ task }) => task));
      if (refused.length === 0) (onDone ?? onClose)();
    },
  });
  const [first] = failed;
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => send.mutate()}
      title={w.title}
      button={w.button(left.length)}
      error={failed.length === 1 && first ? first.error : send.error}
      sending={send.isPending}
      dirty={note !== ''}
      effect={
        <>
          {w.whom}
          <ul className="short-list">
            {left.map((task) => (
              <li key={`${task.exercise}/${task.code}`}>
                <strong>{say(task.holderName)}</strong> – {task.code} {say(task.title)}
              </li>
            ))}
          </ul>
          {w.once}
        </>
      }
    >
      <Textarea
        label={w.note}
        description={w.noteHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
        data-autofocus
      />
      {failed.length > 1 && (
        <div role="alert">
          {w.refused}
          <ul className="short-list">
            {failed.map(({ task, error }) => (
              <li key={`${task.exercise}/${task.code}`}>
                {task.code}: {error instanceof Refused ? error.problem.messages[language].what : error.message}
              </li>
            ))}
          </ul>
        </div>
      )}
    </ActDialog>
  );
};
