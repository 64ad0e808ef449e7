/** Who was told what, by which way, and who answered. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { NOTICE_ABOUT } from '../../domain/delivery/index.ts';
import { EntityId } from '../../domain/streams.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { NoQuery } from '../parse.ts';
import { askerOf } from '../policy.ts';
import { toldAbout, unanswered } from '../queries/inbox/told.ts';
import { addRead } from '../route.ts';

const Query = z.strictObject({
  about: z.enum(NOTICE_ABOUT).optional(),
  subject: z.string().max(60).optional().meta({ description: 'Code of the task, with `about=task`' }),
});

export const addTold = (app: FastifyInstance, deps: ApiDeps): void => {
  addRead(app, {
    url: '/api/v1/exercises/:id/told',
    policy: 'exercise.read',
    tag: 'inbox',
    summary: 'Who was told about the exercise or one thing in it: sent, delivered, read, acknowledged',
    params: z.object({ id: EntityId }),
    query: Query,
    answer: contract.Told,
    read: ({ id }, { about, subject }, request) =>
      toldAbout(deps, id, about ? { about, subject: subject ?? '' } : null, askerOf(request)),
  });
  addRead(app, {
    url: '/api/v1/unanswered',
    policy: 'reminders.read',
    tag: 'inbox',
    summary: 'Bodies that were told and did not answer, in the exercises that I see whole',
    params: z.object({}),
    query: NoQuery,
    answer: contract.Unanswered,
    read: (_, __, request) => unanswered(deps, askerOf(request)),
  });
};
