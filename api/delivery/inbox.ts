/** `/api/v1/inbox`: what the duty acted under was told; read, acknowledged, put off until its next rung. */
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mark, noticeWith, type Reader, type Received } from '../../db/delivery/inbox.ts';
import { preferenceOf, writePreference } from '../../db/delivery/settings.ts';
import { type StreamId, streamId } from '../../domain/streams.ts';
import type { LocalDate } from '../../domain/time.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { NoQuery } from '../parse.ts';
import { type Asker, askerOf } from '../policy.ts';
import { Problem } from '../problems/index.ts';
import { inboxOf } from '../queries/inbox/index.ts';
import { addRead } from '../route.ts';
import { requireSignedIn } from '../signed-in.ts';
import { addPost, DONE } from './post.ts';

const tag = 'inbox';
const None = z.object({});

const readerOf = (request: FastifyRequest): Reader => {
  const { actor } = askerOf(request).subject;
  return { userId: requireSignedIn(request).userId, person: actor.person, body: actor.body };
};

const isHis = ({ notice: { to, post } }: Received, { subject }: Asker): boolean =>
  subject.bodies.includes(to) && (post === 'member' || subject.actor.post === 'head');

/** Of these ids, notices that his duty was told; anything else is not there. */
const ownNotice = async (deps: ApiDeps, request: FastifyRequest, id: string): Promise<Received> => {
  const found = await noticeWith(deps.db, id);
  if (!found || !isHis(found, askerOf(request))) throw new Problem('not-found');
  return found;
};

/** The same command however often it is acknowledged. */
const commandIdOf = (notice: string): string => {
  const hex = createHash('sha256').update(`acknowledge ${notice}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/**
 * A reminder before its deadline is acknowledged to the ladder too, which then is silent until that day. What the ladder
 * refuses stays an answer all the same: that the body knows is a fact.
 */
const tellLadder = async (
  deps: ApiDeps,
  request: FastifyRequest,
  { id, exercise, notice }: Received,
): Promise<LocalDate | null> => {
  const { subject, day } = askerOf(request);
  const { about, kind, doc } = notice;
  const isReminder =
    about === 'task' && (kind === 'reminder' || kind === 'urging') && doc.deadline !== null && doc.deadline >= day;
  if (!isReminder || doc.rung === 'undecided') return null;
  const done = await deps.send({
    stream: streamId('exercise', exercise) as StreamId,
    commandId: commandIdOf(id),
    command: { type: 'AcknowledgeReminder', task: notice.subject },
    at: deps.clock(),
    by: subject.actor,
    origin: 'person',
  });
  return done.kind === 'accepted' ? doc.deadline : null;
};

const addActs = (app: FastifyInstance, deps: ApiDeps): void => {
  addPost(app, {
    ...{ url: '/api/v1/inbox/read', tag, policy: 'bodies.own', body: contract.NoticesRead, answer: contract.Done },
    summary: 'I have seen these',
    act: async ({ notices }, request) => {
      const asker = askerOf(request);
      const found = await Promise.all(notices.map((id) => noticeWith(deps.db, id)));
      const own = found.flatMap((each) => (each && isHis(each, asker) ? [each.id] : []));
      await mark(deps.db, own, 'read', readerOf(request), deps.clock());
      return DONE;
    },
  });
  addPost(app, {
    ...{
      url: '/api/v1/inbox/acknowledge',
      tag,
      policy: 'bodies.own',
      body: contract.NoticeNamed,
      answer: contract.NoticeAcknowledged,
    },
    summary: '"We know": recorded for the body; before the deadline the ladder is silent until then',
    act: async ({ notice }, request) => {
      const found = await ownNotice(deps, request, notice);
      await mark(deps.db, [found.id], 'acknowledged', readerOf(request), deps.clock());
      return { done: true as const, silentUntil: await tellLadder(deps, request, found) };
    },
  });
  addPost(app, {
    ...{ url: '/api/v1/inbox/snooze', tag, policy: 'bodies.own', body: contract.NoticeNamed, answer: contract.Done },
    summary: 'Puts a line off until its next rung, for me alone',
    act: async ({ notice }, request) => {
      const found = await ownNotice(deps, request, notice);
      await mark(deps.db, [found.id], 'snoozed', readerOf(request), deps.clock());
      return DONE;
    },
  });
};

const addOwnWishes = (app: FastifyInstance, deps: ApiDeps): void => {
  addRead(app, {
    ...{ url: '/api/v1/me/notifications', tag, policy: 'signedIn', params: None, query: NoQuery },
    summary: 'My own mailbox, and what I do not want there',
    answer: contract.OwnNotifications,
    read: (_, __, request) => preferenceOf(deps.db, requireSignedIn(request).userId),
  });
  addPost(app, {
    ...{
      url: '/api/v1/me/notifications',
      tag,
      policy: 'signedIn',
      body: contract.OwnNotifications,
      answer: contract.OwnNotifications,
    },
    summary: 'Sets my own mailbox and what I do not want there; what the ladder demands is sent all the same',
    act: async (wishes, request) => {
      await writePreference(deps.db, requireSignedIn(request).userId, wishes);
      return wishes;
    },
  });
};

export const addInbox = (app: FastifyInstance, deps: ApiDeps): void => {
  addRead(app, {
    ...{ url: '/api/v1/inbox', tag, policy: 'bodies.own', params: None, query: NoQuery, answer: contract.Inbox },
    summary: 'What my duty was told, folded by subject and day: to act on, to know, done with',
    read: (_, __, request) => inboxOf(deps, askerOf(request), requireSignedIn(request).userId),
  });
  addRead(app, {
    ...{
      url: '/api/v1/inbox/count',
      tag,
      policy: 'bodies.own',
      params: None,
      query: NoQuery,
      answer: contract.InboxCount,
    },
    summary: 'How many lines wait for me, and how many of them I have not seen',
    read: async (_, __, request) => {
      const { unread, counts } = await inboxOf(deps, askerOf(request), requireSignedIn(request).userId);
      return { unread, todo: counts.todo };
    },
  });
  addActs(app, deps);
  addOwnWishes(app, deps);
};
