/** Entering at a desk: what is pressed is put into the queue of this browser, with the moment of the pressing. */
import { newId } from '../../../../client/id.ts';
import { changeQueue, queueNow, useMusterQueue } from '../../../../outbox/muster.ts';
import { join, type MusterCommand, openCounts, type Queue, UNDO_MS } from '../../../../outbox/muster-queue.ts';
import { put, undo } from '../../../../outbox/queue.ts';
import { useBusinessClock } from '../../../../parts/now.ts';
import { useMe } from '../../../../session/session.tsx';

type Record = Extract<MusterCommand, { type: 'RecordCounts' }>;

export interface Desk {
  readonly queue: Queue;
  /** Business time of this moment, to the second. */
  readonly moment: () => string;
  /** Figures of a unit; they join what the desk entered for it in the last seconds. */
  readonly record: (command: Omit<Record, 'type' | 'occurredAt'>, label: (counts: Record['counts']) => string) => void;
  readonly enter: (command: Exclude<MusterCommand, Record>, label: string) => void;
  readonly undo: (commandId: string) => void;
}

export const useDesk = (drill: string): Desk => {
  const { user } = useMe();
  const clock = useBusinessClock();
  const queue = useMusterQueue(user.id);
  const moment = (): string => new Date(Math.floor(clock() / 1_000) * 1_000).toISOString();
  const entryOf = (command: MusterCommand, label: string) => {
    const at = Date.now();
    return {
      ...{ commandId: newId(), drill, command, label, at, sendAt: at + UNDO_MS },
      tries: 0,
      problem: null,
      sentAs: null,
    };
  };
  return {
    queue,
    moment,
    record: ({ counts, ...about }, label) => {
      const open = openCounts(queueNow(user.id), drill, about.unit, about.kind);
      const before = open?.command.type === 'RecordCounts' ? open.command.counts : {};
      const all = { ...before, ...counts };
      const command: Record = { type: 'RecordCounts', ...about, counts: all, occurredAt: moment() };
      const entry = entryOf(command, label(all));
      void changeQueue(user.id, (now) => (open ? join(now, open.commandId, entry) : put(now, entry)));
    },
    enter: (command, label) => void changeQueue(user.id, (now) => put(now, entryOf(command, label))),
    undo: (commandId) => void changeQueue(user.id, (now) => undo(now, commandId)),
  };
};
