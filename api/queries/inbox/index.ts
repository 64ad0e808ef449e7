/** The inbox of a duty: notices of one subject and day folded into a line, each line in its section. */
import type { z } from 'zod';
import { noticesTo, type Received } from '../../../db/delivery/inbox.ts';
import { subjectKey, subjectsOf } from '../../../db/delivery/subjects.ts';
import { isUrgent, noticePath } from '../../../domain/delivery/index.ts';
import { addDays, atHour, dayOf } from '../../../domain/time.ts';
import type { Inbox, InboxEntry } from '../../contract/index.ts';
import type { ApiDeps } from '../../deps.ts';
import type { Seer } from '../access.ts';
import { sectionOf } from './sections.ts';
import { textsOf } from './texts.ts';

const DAYS = 120;
const MOST = 500;

const keyOf = ({ exercise, notice: { about, subject } }: Received): string => subjectKey({ exercise, about, subject });

/** Of one subject and Vietnam day, latest first as they come; a gate's result folds with its reopening. */
const folded = (received: readonly Received[]): readonly (readonly [Received, ...Received[]])[] => {
  const lines = new Map<string, [Received, ...Received[]]>();
  for (const each of received) {
    const key = `${keyOf(each)} ${dayOf(each.at)}`;
    const line = lines.get(key);
    if (line) line.push(each);
    else lines.set(key, [each]);
  }
  return [...lines.values()];
};

const saidOf = ({ answers }: Received, bodies: readonly string[]) => {
  const known = answers
    .flatMap(({ acknowledgedAt: at, person, body }) =>
      at !== null && bodies.includes(body) ? [{ at, person, body }] : [],
    )
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  return known[0] ?? null;
};

export const inboxOf = async (deps: ApiDeps, seer: Seer, userId: string): Promise<z.output<typeof Inbox>> => {
  const { subject: who, org, day: today } = seer;
  const since = atHour(addDays(today, -DAYS), 0);
  const isHead = who.actor.post === 'head';
  const received = await noticesTo(deps.db, who.bodies, { isHead, since, limit: MOST });
  const subjects = await subjectsOf(
    deps.db,
    received.map(({ exercise, notice: { about, subject } }) => ({ exercise, about, subject })),
  );
  const text = textsOf(org, today, subjects);
  const seen = new Set<string>();
  const entries = folded(received).map((line): z.output<typeof InboxEntry> => {
    const [latest] = line;
    const { id, at, exercise, notice } = latest;
    const key = keyOf(latest);
    const isLatest = !seen.has(key);
    seen.add(key);
    const mine = line.map(({ answers }) => answers.find((answer) => answer.userId === userId));
    const isRead = mine.every((answer) => answer?.readAt);
    const isSnoozed = Boolean(mine[0]?.snoozedAt);
    const subject = subjects.get(key);
    const section = sectionOf(latest, subject, { bodies: who.bodies, today, isLatest, isRead });
    return {
      ...{ id, notices: line.map((each) => each.id), kind: notice.kind, day: dayOf(at), at, exercise },
      section: section === 'todo' && isSnoozed ? 'done' : section,
      ...{ theme: subject?.theme ?? '', about: notice.about, subject: notice.subject, ...text(latest) },
      ...{
        path: noticePath(notice, exercise),
        isUrgent: line.some((each) => isUrgent(each.notice.kind)),
        isRead,
        isSnoozed,
      },
      acknowledged: saidOf(latest, who.bodies),
    };
  });
  const count = (section: string): number => entries.filter((entry) => entry.section === section).length;
  return {
    ...{ today, body: who.actor.body, entries },
    unread: entries.filter(({ section, isRead }) => section === 'todo' && !isRead).length,
    counts: { todo: count('todo'), know: count('know'), done: count('done') },
  };
};
