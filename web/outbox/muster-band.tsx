/** Sends what the muster desk entered, on every page, and says what waits for the line and what was not accepted. */
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCircleX, IconCloudUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLive } from '../live/live.tsx';
import { Sign } from '../parts/marks.tsx';
import { useMe } from '../session/session.tsx';
import { timeText } from '../words/format.ts';
import { useLanguage, useWords, words } from '../words/language.tsx';
import { changeQueue, queueNow, sendEntry, useMusterQueue } from './muster.ts';
import { acknowledge, drain, type Entry, type Queue, refused, sendNow, waiting } from './muster-queue.ts';

const said = words({
  title: ['Điểm danh chưa gửi', 'Muster not sent yet'],
  waits: [
    (n: number, at: string) =>
      `Chưa gửi ${n} lần nhập điểm danh (từ ${at}), đã lưu trên máy này. Hệ thống tự gửi khi có mạng.`,
    (n: number, at: string) => `${n} muster entries not sent (since ${at}), kept on this device; sent with the line.`,
  ],
  refused: [
    (what: string, at: string) => `Không được nhận: ${what}, nhập lúc ${at}. `,
    (what: string, at: string) => `Not accepted: ${what}, entered at ${at}. `,
  ],
  sent: [
    (n: number, what: string) => `Đã gửi ${n} lần nhập điểm danh khi mất mạng: ${what}.`,
    (n: number, what: string) => `${n} muster entries kept while offline were sent: ${what}.`,
  ],
  now: ['Gửi ngay', 'Send now'],
  seen: ['Đã rõ, bỏ khỏi danh sách', 'Understood, remove'],
});

const AGAIN_MS = 15_000;
/** An entry that has waited so long, in milliseconds, waits for the line and not for its own ten seconds. */
const STUCK_MS = 14_000;
const NAMED = 5;
const timeOf = (at: number): string => timeText(new Date(at).toISOString());

/** Runs the queue whenever something is due, the line comes back, or some time has passed. */
const useSender = (user: string, queue: Queue, tellSent: (late: readonly Entry[]) => void): void => {
  const client = useQueryClient();
  const busy = useRef(false);
  const { state } = useLive();
  const told = useRef(tellSent);
  told.current = tellSent;
  useEffect(() => {
    if (waiting(queue).length === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const run = async (): Promise<void> => {
      clearTimeout(timer);
      if (busy.current) return;
      if (!navigator.onLine) {
        timer = setTimeout(() => void run(), AGAIN_MS);
        return;
      }
      busy.current = true;
      const late: Entry[] = [];
      let count = 0;
      try {
        const wait = await drain({
          read: () => queueNow(user),
          write: (how) => changeQueue(user, how),
          send: sendEntry,
          now: Date.now,
          told: (entry, sent) => {
            count += 1;
            if (sent.kind === 'done' && Date.now() - entry.at > STUCK_MS) late.push(entry);
          },
        });
        timer = setTimeout(() => void run(), wait ?? AGAIN_MS);
      } finally {
        busy.current = false;
        if (count > 0) await client.invalidateQueries({ queryKey: ['read'] });
        if (late.length > 0) told.current(late);
      }
    };
    const again = (): void => void run();
    void run();
    addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', again);
    };
  }, [queue, state, user, client]);
};

/** True again after a moment, so that what got stuck meanwhile is shown. */
const useTick = (isOn: boolean): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => setNow(Date.now()), 2_000);
    return () => clearInterval(timer);
  }, [isOn]);
  return now;
};

export const MusterBand = (): ReactNode => {
  const { user } = useMe();
  const { language } = useLanguage();
  const w = useWords(said);
  const queue = useMusterQueue(user.id);
  const now = useTick(queue.length > 0);
  useSender(user.id, queue, (late) => {
    const named = late.slice(0, NAMED).map(({ label, at }) => `${label} (${timeOf(at)})`);
    notifications.show({ message: w.sent(late.length, named.join('; ')) });
  });
  const stuck = waiting(queue).filter(({ at }) => now - at > STUCK_MS);
  const not = refused(queue);
  if (stuck.length === 0 && not.length === 0) return null;
  return (
    <section className="outbox-band no-print" aria-label={w.title}>
      {not.map(({ commandId, label, at, problem }) => (
        <Group key={commandId} gap="sm" role="status">
          <Sign icon={IconCircleX} hue="red">
            {w.refused(label, timeOf(at))}
            {problem && `${problem.messages[language].what} ${problem.messages[language].who}`}
          </Sign>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void changeQueue(user.id, (all) => acknowledge(all, commandId))}
          >
            {w.seen}
          </Button>
        </Group>
      ))}
      {stuck[0] && (
        <Group gap="sm" role="status">
          <Sign icon={IconCloudUpload} hue="blue">
            {w.waits(waiting(queue).length, timeOf(stuck[0].at))}
          </Sign>
          <Button size="compact-sm" variant="default" onClick={() => void changeQueue(user.id, sendNow)}>
            {w.now}
          </Button>
        </Group>
      )}
    </section>
  );
};
