/** A notice in the words of its channel: the wording in force, filled with what may be shown today. */

import type { Db } from '../db/connect.ts';
import { dueTasks } from '../db/delivery/digest.ts';
import type { Outgoing } from '../db/delivery/outbox.ts';
import type { StoredWording } from '../db/delivery/settings.ts';
import { type Subject, subjectKey } from '../db/delivery/subjects.ts';
import { addWorkingDays, type Calendar } from '../domain/calendar/index.ts';
import {
  distanceText,
  fillWording,
  isUrgent,
  type NoticeKind,
  type NoticeNames,
  noticePath,
  noticeText,
  USUAL_WORDINGS,
  type Values,
} from '../domain/delivery/index.ts';
import { calledOn, headCalledOn } from '../domain/labels/called.ts';
import { formatDate } from '../domain/labels/format.ts';
import { daysLeft, withinTables } from '../domain/ladder/index.ts';
import type { OrganisationState } from '../domain/organisation/state.ts';
import type { BodyId } from '../domain/people.ts';
import { dayOf, type Instant, type LocalDate, localDate } from '../domain/time.ts';
import type { Addressees } from './addressees.ts';
import type { Message } from './channel.ts';

export interface World {
  readonly db: Db;
  readonly org: OrganisationState;
  readonly calendar: Calendar;
  readonly now: Instant;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly wordings: ReadonlyMap<NoticeKind, StoredWording>;
  /** Address under which people open the page; undefined: no link. */
  readonly publicUrl: string | undefined;
}

const AHEAD = 7;

const namesOf = (
  { org, now }: World,
  { subject }: { readonly subject: string },
  about: Subject | undefined,
): NoticeNames => {
  const called = calledOn(org, dayOf(now), 'vi');
  return {
    body: called.body,
    head: (body) => headCalledOn(org, dayOf(now), 'vi', body),
    subject: [subject, about?.titleVi].filter(Boolean).join(' '),
    exercise: about?.theme ?? '',
  };
};

/** What lies before a body on a day, in three short lists; null when nothing does. */
const deskOf = async (world: World, body: BodyId, day: LocalDate): Promise<string | null> => {
  const { db, calendar } = world;
  const until = withinTables(() => addWorkingDays(calendar, day, AHEAD)) ?? day;
  const tasks = await dueTasks(db, body, until);
  const line = (task: (typeof tasks)[number]): string => {
    const left = withinTables(() => daysLeft(calendar, task.due, day));
    return `- ${task.code} ${task.titleVi}, hạn ${formatDate(task.due)}: ${distanceText('vi', left, task.due < day)} (${task.theme})`;
  };
  const lists = [
    ['Bị trả lại', tasks.filter(({ state }) => state === 'returned')],
    ['Quá hạn', tasks.filter(({ state, due }) => state !== 'returned' && due < day)],
    ['Sắp đến hạn', tasks.filter(({ state, due }) => state !== 'returned' && due >= day)],
  ] as const;
  const shown = lists.filter(([, list]) => list.length > 0).map(([head, list]) => [head, ...list.map(line)].join('\n'));
  return shown.length === 0 ? null : shown.join('\n\n');
};

const valuesOf = async (world: World, { exercise, notice }: Outgoing): Promise<Values | null> => {
  const { subjects, publicUrl } = world;
  const { kind, about, subject, doc, to, post } = notice;
  const names = namesOf(
    world,
    { subject: about === 'desk' ? '' : subject },
    subjects.get(subjectKey({ exercise, about, subject })),
  );
  const { sentence, why } = noticeText(notice, names, 'vi');
  const list = kind === 'digest' ? await deskOf(world, to, localDate(subject)) : '';
  if (list === null) return null;
  return {
    don_vi: post === 'head' ? names.head(to) : names.body(to),
    cau: sentence,
    vi_sao: why,
    viec: about === 'exercise' || about === 'desk' ? '' : subject,
    dien_tap: names.exercise,
    han: doc.deadline === null ? '' : formatDate(doc.deadline),
    con_lai: distanceText('vi', doc.daysLeft, (doc.daysLeft ?? 0) < 0),
    lien_ket: publicUrl === undefined ? '' : `Mở trong hệ thống: ${publicUrl}${noticePath(notice, exercise)}`,
    danh_sach: list,
  };
};

/** Null: there is nothing to say any more (a paper of the day without a line). */
export const composed = async (
  world: World,
  outgoing: Outgoing,
  { to, hidden }: Addressees,
): Promise<Message | null> => {
  const values = await valuesOf(world, outgoing);
  if (!values) return null;
  const { id, notice, exercise, at } = outgoing;
  const wording = world.wordings.get(notice.kind) ?? { ...USUAL_WORDINGS[notice.kind], version: 0 };
  const { subject, text } = fillWording(wording, values);
  const { kind, about, post, doc } = notice;
  const data = {
    kind,
    body: notice.to,
    post,
    exercise,
    about,
    of: notice.subject,
    deadline: doc.deadline,
    at,
    urgent: isUrgent(kind),
  };
  return { id, to, hidden, name: values.don_vi, subject, text, data };
};
