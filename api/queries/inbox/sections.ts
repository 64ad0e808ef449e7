/** Where a notice stands for who reads it: to act on, to know, or done with. Pure. */
import type { Received } from '../../../db/delivery/inbox.ts';
import type { Subject } from '../../../db/delivery/subjects.ts';
import type { BodyId } from '../../../domain/people.ts';
import { addDays, dayOf, type LocalDate } from '../../../domain/time.ts';

export type Section = 'todo' | 'know' | 'done';

const OPEN_TASK = ['waiting', 'open', 'started', 'submitted', 'returned'];
/** Days after which an alarm of a drill is history. */
const ALARM_DAYS = 2;
const KNOWN_DAYS = 7;

/** Whether what was asked of the holder is still his to do. */
const isHolders = ({ notice }: Received, subject: Subject, bodies: readonly BodyId[]): boolean => {
  const { doc, kind, about } = notice;
  const handedIn = about === 'task' ? subject.state === 'submitted' : subject.state === 'completed';
  if (doc.turn === 'verify') return handedIn;
  if (handedIn || (subject.owner !== null && !bodies.includes(subject.owner as BodyId))) return false; // checked when written
  return kind !== 'assignment' || subject.state === 'waiting' || subject.state === 'open';
};

const isOpen = ({ notice: { about } }: Received, { state }: Subject): boolean =>
  about === 'task' ? OPEN_TASK.includes(state ?? '') : state === 'open' || state === 'completed';

/** Told to whoever holds the task, or to those above. */
const isAbove = ({ notice: { kind, doc } }: Received): boolean =>
  kind === 'escalation' && doc.audience !== 'owner' && doc.audience !== 'head';

/** `isLatest`: nothing was told of the same subject on a later day. `bodies`: the reader's. */
export const sectionOf = (
  received: Received,
  subject: Subject | undefined,
  {
    bodies,
    today,
    isLatest,
    isRead,
  }: {
    readonly bodies: readonly BodyId[];
    readonly today: LocalDate;
    readonly isLatest: boolean;
    readonly isRead: boolean;
  },
): Section => {
  const { kind, about } = received.notice;
  const day = dayOf(received.at);
  if (kind === 'gate' || about === 'exercise')
    return isRead && day < today ? 'done' : addDays(day, KNOWN_DAYS) < today ? 'done' : 'know';
  if (!isLatest) return 'done';
  const known = received.answers.some(({ acknowledgedAt, body }) => acknowledgedAt !== null && bodies.includes(body));
  if (about === 'station') return known || addDays(day, ALARM_DAYS) < today ? 'done' : 'todo';
  if (about === 'issue') return known ? 'done' : 'todo';
  if (!subject || !isOpen(received, subject)) return 'done';
  if (isAbove(received)) return known ? 'done' : 'todo';
  return isHolders(received, subject, bodies) ? 'todo' : 'done';
};
