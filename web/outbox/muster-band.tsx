/** Sends what the muster desk entered, on every page, and says what waits for the line and what was not accepted. */
import { notifications } from '@mantine/notifications';
import { type ReactNode, useEffect, useState } from 'react';
import { useMe } from '../session/session.tsx';
import { useWords, words } from '../words/language.tsx';
import { RefusedLine, timeOf, WaitingLine } from './line.tsx';
import { changeQueue, muster, sendEntry, useMusterQueue } from './muster.ts';
import { acknowledge, refused, sendNow, waiting } from './queue.ts';
import { useSender } from './sender.ts';

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
});

/** An entry that has waited so long, in milliseconds, waits for the line and not for its own ten seconds. */
const STUCK_MS = 14_000;
const NAMED = 5;

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
  const w = useWords(said);
  const queue = useMusterQueue(user.id);
  const now = useTick(queue.length > 0);
  useSender(muster, user.id, queue, true, sendEntry, (told) => {
    const late = told.filter(({ entry, sent }) => sent.kind === 'done' && Date.now() - entry.at > STUCK_MS);
    const named = late.slice(0, NAMED).map(({ entry: { label, at } }) => `${label} (${timeOf(at)})`);
    if (late.length > 0) notifications.show({ message: w.sent(late.length, named.join('; ')) });
  });
  const stuck = waiting(queue).filter(({ at }) => now - at > STUCK_MS);
  const not = refused(queue);
  if (stuck.length === 0 && not.length === 0) return null;
  return (
    <section className="outbox-band no-print" aria-label={w.title}>
      {not.map(({ commandId, label, at, problem }) => (
        <RefusedLine
          key={commandId}
          what={w.refused(label, timeOf(at))}
          problem={problem}
          onSeen={() => void changeQueue(user.id, (all) => acknowledge(all, commandId))}
        />
      ))}
      {stuck[0] && (
        <WaitingLine onSend={() => void changeQueue(user.id, sendNow)}>
          {w.waits(waiting(queue).length, timeOf(stuck[0].at))}
        </WaitingLine>
      )}
    </section>
  );
};
