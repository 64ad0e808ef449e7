/** What can be asked about bodies: their tasks, reminders and digests. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { BodyId } from '../../domain/people.ts';
import { EntityId } from '../../domain/streams.ts';
import { LocalDate } from '../../domain/time.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { NoQuery, numberParam } from '../parse.ts';
import { bodyTasks } from '../queries/bodies.ts';
import { bodyDigest } from '../queries/digest.ts';
import { PAGE } from '../queries/history.ts';
import { bodies } from '../queries/reference.ts';
import { bodyReminders, reminderLog } from '../queries/reminders.ts';
import { momentOf } from '../queries/sources.ts';
import { addRead } from '../route.ts';

const None = z.object({});

export const addBodyReads = (app: FastifyInstance, deps: ApiDeps): void => {
  const params = z.object({ bodyId: BodyId });
  addRead(app, {
    url: '/api/v1/bodies/:bodyId/tasks',
    tag: 'bodies',
    summary: "One body's tasks across exercises, in the order to work through them",
    params,
    query: NoQuery,
    answer: contract.BodyTasks,
    read: ({ bodyId }) => bodyTasks(deps, bodyId, momentOf(deps, undefined)),
  });
  addRead(app, {
    url: '/api/v1/bodies/:bodyId/reminders',
    tag: 'bodies',
    summary: 'What one body was told, latest first',
    params,
    query: z.strictObject({ limit: numberParam(1, PAGE.most).default(PAGE.usual) }),
    answer: contract.BodyReminders,
    read: ({ bodyId }, { limit }) => bodyReminders(deps, bodyId, momentOf(deps, undefined), limit),
  });
  addRead(app, {
    url: '/api/v1/bodies/:bodyId/digest',
    tag: 'bodies',
    summary: 'One paper a day: what the body was told, what is due, returned, waiting on it or for its decision',
    params,
    query: z.strictObject({ day: LocalDate.optional().meta({ description: 'Default: today' }) }),
    answer: contract.BodyDigest,
    read: ({ bodyId }, { day }) => bodyDigest(deps, bodyId, day),
  });
  addRead(app, {
    url: '/api/v1/reminders',
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
    read: (_, { limit, after, ...filter }) => reminderLog(deps, filter, momentOf(deps, undefined), { limit, after }),
  });
  addRead(app, {
    url: '/api/v1/bodies',
    tag: 'bodies',
    summary: 'Names of bodies and of the posts that head them',
    params: None,
    query: NoQuery,
    answer: contract.Bodies,
    read: async () => bodies(),
  });
};
