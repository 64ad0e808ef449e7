/** What of this drill has not been sent: taken back for ten seconds, then sent by itself. Stands still, so nothing jumps. */
import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconCircleX, IconCloudUpload } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { changeQueue } from '../../../../outbox/muster.ts';
import { mayUndo, refused, sendNow, waiting } from '../../../../outbox/queue.ts';
import { Sign } from '../../../../parts/marks.tsx';
import { useMe } from '../../../../session/session.tsx';
import { useWords } from '../../../../words/language.tsx';
import type { Desk } from './use-desk.ts';
import { said } from './words.ts';

const useSecond = (isOn: boolean): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isOn) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [isOn]);
  return now;
};

export const QueueLine = ({ desk, drill }: { readonly desk: Desk; readonly drill: string }): ReactNode => {
  const w = useWords(said);
  const { user } = useMe();
  const own = desk.queue.filter((entry) => entry.drill === drill);
  const open = waiting(own);
  const now = useSecond(open.length > 0);
  const last = open.findLast((entry) => mayUndo(entry) && entry.sendAt > now);
  const not = refused(own).length;
  return (
    <div className="desk-line" role="status">
      {open.length > 0 ? (
        <Sign icon={IconCloudUpload} hue="blue">
          {w.unsent(open.length)}
        </Sign>
      ) : (
        <Sign icon={IconCheck} hue="green">
          {w.allSent}
        </Sign>
      )}
      {not > 0 && (
        <Sign icon={IconCircleX} hue="red">
          {w.refusedN(not)}
        </Sign>
      )}
      {last && (
        <>
          <span>{w.pending(last.label)}</span>
          <Button
            variant="default"
            leftSection={<IconArrowBackUp aria-hidden size={18} />}
            onClick={() => desk.undo(last.commandId)}
          >
            <span aria-live="off">{w.undo(Math.max(0, Math.ceil((last.sendAt - now) / 1_000)))}</span>
          </Button>
          <Button variant="default" onClick={() => void changeQueue(user.id, sendNow)}>
            {w.sendNow}
          </Button>
        </>
      )}
    </div>
  );
};
