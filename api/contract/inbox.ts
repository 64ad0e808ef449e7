/** The inbox of a duty, and who was told what. */
import { z } from 'zod';
import { CHANNELS, MailAddress, MutableKind, NOTICE_ABOUT, NoticeKind } from '../../domain/delivery/index.ts';
import { BodyId, PersonRef, Post } from '../../domain/people.ts';
import { EntityId } from '../../domain/streams.ts';
import { Instant, LocalDate } from '../../domain/time.ts';
import { list, Words } from './common.ts';

export const NoticeId = z
  .string()
  .max(160)
  .regex(/^(exercise|drill|review|digest)\/[a-z0-9/.A-Z-]+$/)
  .meta({ example: 'exercise/tam-ky-2022/41/0' });

const Said = z.object({ person: PersonRef, body: BodyId, at: Instant }).meta({ id: 'NoticeSaid' });

export const InboxEntry = z
  .object({
    id: NoticeId.meta({ description: 'The latest notice of this line' }),
    notices: list(NoticeId).meta({ description: 'All that it folds: of one subject on one day, latest first' }),
    section: z.enum(['todo', 'know', 'done']),
    kind: NoticeKind,
    day: LocalDate,
    at: Instant,
    exercise: EntityId,
    theme: z.string(),
    about: z.enum(NOTICE_ABOUT),
    subject: z.string(),
    sentence: Words,
    act: Words,
    why: Words,
    path: z.string().meta({ description: 'Where the page shows it' }),
    isUrgent: z.boolean(),
    isRead: z.boolean().meta({ description: 'By me' }),
    acknowledged: Said.nullable().meta({ description: 'Who of the body said "we know" first' }),
    isSnoozed: z.boolean().meta({ description: 'By me, until its next rung' }),
  })
  .meta({ id: 'InboxEntry' });

export const Inbox = z
  .object({
    today: LocalDate,
    body: BodyId,
    unread: z.int().meta({ description: 'Lines to act on that I have not seen' }),
    counts: z.object({ todo: z.int(), know: z.int(), done: z.int() }),
    entries: list(InboxEntry).meta({ description: 'Latest first; of the last 120 days, at most 500' }),
  })
  .meta({ id: 'Inbox' });

export const InboxCount = z.object({ unread: z.int(), todo: z.int() }).meta({ id: 'InboxCount' });

export const NoticesRead = z
  .strictObject({ notices: z.array(NoticeId).min(1).max(500) })
  .meta({ id: 'NoticesRead', examples: [{ notices: ['exercise/tam-ky-2022/41/0'] }] });
export const NoticeNamed = z
  .strictObject({ notice: NoticeId })
  .meta({ id: 'NoticeNamed', examples: [{ notice: 'exercise/tam-ky-2022/41/0' }] });
export const NoticeAcknowledged = z
  .object({
    done: z.literal(true),
    silentUntil: LocalDate.nullable().meta({
      description:
        'Last day without reminders; null where what was acknowledged stands after its deadline: the ladder goes on',
    }),
  })
  .meta({ id: 'NoticeAcknowledged' });

const ToldBy = z
  .object({
    channel: z.enum(['inbox', ...CHANNELS]),
    state: z.enum(['waiting', 'sending', 'sent', 'dead', 'silent']).meta({
      description: '`sent`: taken over by the mail server or the receiver; in the inbox it stands at once',
    }),
    reason: z.string().nullable(),
    sentAt: Instant.nullable(),
  })
  .meta({ id: 'ToldBy' });

export const Told = z
  .object({
    exercise: EntityId,
    told: list(
      z
        .object({
          id: NoticeId,
          kind: NoticeKind,
          at: Instant,
          about: z.enum(NOTICE_ABOUT),
          subject: z.string(),
          body: BodyId,
          bodyName: Words,
          post: Post,
          sentence: Words,
          by: list(ToldBy),
          readBy: list(Said),
          acknowledgedBy: list(Said),
        })
        .meta({ id: 'ToldNotice' }),
    ).meta({ description: 'Latest first' }),
  })
  .meta({ id: 'Told' });

export const Unanswered = z
  .object({
    today: LocalDate,
    rows: list(
      z
        .object({
          exercise: EntityId,
          theme: z.string(),
          task: z.string(),
          title: Words,
          body: BodyId,
          bodyName: Words,
          deadline: LocalDate,
          times: z.int(),
          firstAt: Instant,
          lastAt: Instant,
          lastReadAt: Instant.nullable(),
        })
        .meta({ id: 'UnansweredRow' }),
    ).meta({
      description: 'Told about a task they hold, and neither acted nor said that they know; longest silent first',
    }),
  })
  .meta({ id: 'Unanswered' });

export const OwnNotifications = z
  .strictObject({
    mail: MailAddress.nullable(),
    muted: z.array(MutableKind).max(8).readonly(),
  })
  .meta({
    id: 'OwnNotifications',
    description: 'My own mailbox beside that of my body. Escalations, urgings and alarms cannot be muted',
    examples: [{ mail: 'an@tamky.example', muted: ['gate'] }],
  });
