/** What can be asked about bodies: their tasks, reminders and digests. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mayReadDesk, unitsOf } from '../../domain/access/index.ts';
import { BodyId, unitOf } from '../../domain/people.ts';
import { EntityId } from '../../domain/streams.ts';
import { LocalDate } from '../../domain/time.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { BODY_TASKS, REMINDER_LOG } from '../exports/tables/exercises.ts';
import { AsOfQuery, NoQuery, numberParam } from '../parse.ts';
import { type Asker, askerOf, hide } from '../policy.ts';
import { bodyTasks } from '../queries/bodies.ts';
import { bodyDigest } from '../queries/digest.ts';
import { PAGE } from '../queries/history.ts';
import { bodies } from '../queries/reference.ts';
import { bodyReminders, reminderLog } from '../queries/reminders.ts';
import { momentOf } from '../queries/sources.ts';
import { addRead } from '../route.ts';

const None = z.object({});

/** Who asks for a desk that he may read; for anybody else there is no such desk. */
const deskOf = (request: FastifyRequest, body: BodyId): Asker => {
  const asker = askerOf(request);
  const { subject, org, day } = asker;
  const { under } = unitsOf(org, unitOf(subject.actor.body), day);
  if (!mayReadDesk(subject, body, under)) throw hide(request, 'bodies.own', true);
  return asker;
};

export const addBodyReads = (app: FastifyInstance, deps: ApiDeps): void => {
  const params = z.object({ bodyId: BodyId });
  addRead(app, {
    url: '/api/v1/bodies/:bodyId/tasks',
    policy: 'bodies.own',
    tag: 'bodies',
    summary: "One body's tasks across exercises, in the order to work through them",
    params,
    query: AsOfQuery,
    answer: contract.BodyTasks,
    tables: BODY_TASKS,
    read: async ({ bodyId }, { asOf }, request) =>
      bodyTasks(deps, bodyId, momentOf(deps, asOf), deskOf(request, bodyId)),
  });
  addRead(app, {
    url: '/api/v1/bodies/:bodyId/reminders',
    policy: 'bodies.own',
    tag: 'bodies',
    summary: 'What one body was told, latest first',
    params,
    query: z.strictObject({ limit: numberParam(1, PAGE.most).default(PAGE.usual) }),
    answer: contract.BodyReminders,
    read: async ({ bodyId }, { limit }, request) =>
      bodyReminders(deps, bodyId, momentOf(deps, undefined), { limit, asker: deskOf(request, bodyId) }),
  });
  addRead(app, {
    url: '/api/v1/bodies/:bodyId/digest',
    policy: 'bodies.own',
    tag: 'bodies',
    summary: 'One paper a day: what the body was told, what is due, returned, waiting on it or for its decision',
    params,
    query: z.strictObject({ day: LocalDate.optional().meta({ description: 'Default: today' }) }),
    answer: contract.BodyDigest,
    read: async ({ bodyId }, { day }, request) => bodyDigest(deps, bodyId, day, deskOf(request, bodyId)),
  });
  addRead(app, {
    url: '/api/v1/reminders',
    policy: 'reminders.read',
    tag: 'bodies',
    summary: 'Who was told what and when, over all exercises, latest first, with acknowledgements',
    params: None,
    query: z.strictObject({
      day: LocalDate.optional(),
      exercise: EntityId.optional(),
      body: BodyId.optional(),
      limit: numberParam(1, PAGE.most).default(PAGE.usual),
      after: z.string().max(120).optional().meta({ description: '`nextAfter` of the page before' }),
    }),
    answer: contract.ReminderLog,
    tables: REMINDER_LOG,
    read: (_, { limit, after, ...filter }, request) =>
      reminderLog(deps, filter, momentOf(deps, undefined), { limit, after, asker: askerOf(request) }),
  });
  addRead(app, {
    url: '/api/v1/bodies',
    policy: 'reference.read',
    tag: 'bodies',
    summary: 'Names of bodies and of the posts that head them',
    params: None,
    query: NoQuery,
    answer: contract.Bodies,
    read: async () => bodies(),
  });
};
