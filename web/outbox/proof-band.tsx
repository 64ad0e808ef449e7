/** Says which proofs have not been sent yet, sends them when the line is back, and tells what became of them. */
import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../session/session.tsx';
import { useWords, words } from '../words/language.tsx';
import { dropDraft } from './drafts.ts';
import { RefusedLine, timeOf, WaitingLine } from './line.tsx';
import { proofs, sendProof } from './proofs.ts';
import { acknowledge, sendNow } from './queue.ts';
import { useSender } from './sender.ts';

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
});

export const ProofBand = (): ReactNode => {
  const { user } = useMe();
  const w = useWords(said);
  const queue = proofs.use(user.id);
  useSender(proofs, user.id, queue, false, sendProof, (told) => {
    for (const { entry, sent } of told) {
      if (sent.kind !== 'done') continue;
      const { commandId, exercise, task, at } = entry;
      void proofs.change(user.id, (all) => all.filter((each) => each.commandId !== commandId));
      dropDraft(user.id, exercise, task);
      notifications.show({ message: w.sent(task, timeOf(at)) });
    }
  });
  const items = queue.filter(({ sentAs }) => sentAs === null);
  if (items.length === 0) return null;
  return (
    <section className="outbox-band no-print" aria-label={w.title}>
      {items.map(({ commandId, exercise, task, at, problem }) => {
        const link = (
          <Anchor component={Link} to="/viec/$exercise/$code" params={{ exercise, code: task } as never}>
            {w.open}
          </Anchor>
        );
        return problem ? (
          <RefusedLine
            key={commandId}
            what={w.refused(task, timeOf(at))}
            {...{ problem, link }}
            onSeen={() => void proofs.change(user.id, (all) => acknowledge(all, commandId))}
          />
        ) : (
          <WaitingLine key={commandId} link={link} onSend={() => void proofs.change(user.id, sendNow)}>
            {w.waits(task, timeOf(at))}
          </WaitingLine>
        );
      })}
    </section>
  );
};
