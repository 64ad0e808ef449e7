/** Says what has not been sent yet, sends it when the line is back, and tells what became of it. */
import { Anchor, Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCircleX, IconCloudUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { sendCommand } from '../client/command.ts';
import { Refused, Unreachable } from '../client/http.ts';
import { useLive } from '../live/live.tsx';
import { Sign } from '../parts/marks.tsx';
import { useMe } from '../session/session.tsx';
import { timeText } from '../words/format.ts';
import { useLanguage, useWords, words } from '../words/language.tsx';
import { dropDraft } from './drafts.ts';
import { dropUnsent, refuseUnsent, type Unsent, unsentOf, useUnsent } from './outbox.ts';

const said = words({
  title: ['Chưa gửi', 'Not sent yet'],
  waits: [
    (task: string, at: string) => `Chưa gửi: việc ${task}, lưu trên máy này lúc ${at}. Hệ thống tự gửi khi có mạng.`,
    (task: string, at: string) =>
      `Not sent: task ${task}, kept on this device at ${at}. It is sent once the line is back.`,
  ],
  refused: [
    (task: string, at: string) => `Việc ${task} lưu lúc ${at} không được nhận: `,
    (task: string, at: string) => `Task ${task}, kept at ${at}, was not accepted: `,
  ],
  sent: [
    (task: string, at: string) => `Đã gửi việc ${task} (lưu lúc ${at}).`,
    (task: string, at: string) => `Task ${task} was sent (kept at ${at}).`,
  ],
  open: ['Mở việc', 'Open the task'],
  seen: ['Đã rõ, bỏ khỏi danh sách', 'Understood, remove'],
  now: ['Gửi ngay', 'Send now'],
});

const TRY_AGAIN_MS = 30_000;
const timeOf = (at: number): string => timeText(new Date(at).toISOString());

const useSender = (user: string, items: readonly Unsent[]): (() => void) => {
  const client = useQueryClient();
  const w = useWords(said);
  const busy = useRef(false);
  const send = async (): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    try {
      for (const { commandId, exercise, task, command, at, problem } of unsentOf(user)) {
        if (problem) continue;
        try {
          await sendCommand('exercises', exercise, command, { commandId });
          dropUnsent(user, commandId);
          dropDraft(user, exercise, task);
          notifications.show({ message: w.sent(task, timeOf(at)) });
        } catch (error) {
          if (error instanceof Unreachable) break;
          if (error instanceof Refused && error.problem.status !== 401) refuseUnsent(user, commandId, error.problem);
        }
      }
      await client.invalidateQueries({ queryKey: ['read'] });
    } finally {
      busy.current = false;
    }
  };
  const run = useRef(send);
  run.current = send;
  const { state } = useLive();
  const waiting = items.some(({ problem }) => problem === null);
  useEffect(() => {
    if (!waiting) return;
    if (state === 'live') void run.current();
    const again = (): void => void run.current();
    addEventListener('online', again);
    const timer = setInterval(again, TRY_AGAIN_MS);
    return () => {
      removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [state, waiting]);
  return () => void run.current();
};

export const OutboxBand = (): ReactNode => {
  const { user } = useMe();
  const { language } = useLanguage();
  const w = useWords(said);
  const items = useUnsent(user.id);
  const sendNow = useSender(user.id, items);
  if (items.length === 0) return null;
  return (
    <section className="outbox-band no-print" aria-label={w.title}>
      {items.map(({ commandId, exercise, task, at, problem }) => (
        <Group key={commandId} gap="sm" role="status">
          <Sign icon={problem ? IconCircleX : IconCloudUpload} hue={problem ? 'red' : 'blue'}>
            {problem ? (
              <>
                {w.refused(task, timeOf(at))}
                {problem.messages[language].what} {problem.messages[language].who}
              </>
            ) : (
              w.waits(task, timeOf(at))
            )}
          </Sign>
          <Anchor component={Link} to="/viec/$exercise/$code" params={{ exercise, code: task } as never}>
            {w.open}
          </Anchor>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => (problem ? dropUnsent(user.id, commandId) : sendNow())}
          >
            {problem ? w.seen : w.now}
          </Button>
        </Group>
      ))}
    </section>
  );
};
