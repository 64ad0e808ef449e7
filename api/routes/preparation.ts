/** What can be asked about the preparation of one exercise: tasks, rehearsals, proposals, another template. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Rejection } from '../../domain/rejection.ts';
import { EntityId } from '../../domain/streams.ts';
import { TaskCode } from '../../domain/template/index.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { ownRehearsals, ownTask } from '../own/exercise.ts';
import { ownNow } from '../own/tasks.ts';
import { AsOfQuery, numberParam } from '../parse.ts';
import { askerOf } from '../policy.ts';
import { calendarNow } from '../queries/calendar.ts';
import { proposalsView, rehearsalsView, taskWhole } from '../queries/preparation.ts';
import { momentOf, stateOf } from '../queries/sources.ts';
import { adoptionPreview } from '../queries/templates.ts';
import { addRead } from '../route.ts';

const OneId = z.object({ id: EntityId });

export const addPreparationReads = (app: FastifyInstance, deps: ApiDeps): void => {
  const tag = 'exercises';
  const fileAt = async (id: EntityId, asOf: z.output<typeof AsOfQuery>['asOf']) => {
    const moment = momentOf(deps, asOf);
    return { moment, filed: { id, state: await stateOf(deps, 'exercise', id, moment.asOf) } };
  };
  addRead(app, {
    url: '/api/v1/exercises/:id/tasks/:code',
    policy: 'exercise.read',
    tag,
    summary: 'One task whole: evidence, comments, history in words, both deadlines, what it waits for',
    params: OneId.extend({ code: TaskCode }),
    query: AsOfQuery,
    answer: contract.TaskWhole,
    read: async ({ id, code }, { asOf }, request) => {
      const { filed, moment } = await fileAt(id, asOf);
      const whole = await taskWhole(deps, await calendarNow(deps, moment.asOf), filed, code, moment);
      const own = await ownNow(deps, id, askerOf(request));
      const shown = own ? ownTask(whole, own) : whole;
      if (!shown) throw new Rejection('task-unknown', { task: code });
      return shown;
    },
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/rehearsals',
    policy: 'exercise.read',
    tag,
    summary: 'Practices, trial run and final rehearsal, each with its issues',
    params: OneId,
    query: AsOfQuery,
    answer: contract.Rehearsals,
    read: async ({ id }, { asOf }, request) => {
      const { filed, moment } = await fileAt(id, asOf);
      const whole = rehearsalsView(filed, moment);
      const own = await ownNow(deps, id, askerOf(request));
      return own ? ownRehearsals(whole, own) : whole;
    },
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/proposals',
    policy: 'exercise.plan',
    tag,
    summary: 'What pilots learned, put before this exercise',
    params: OneId,
    query: AsOfQuery,
    answer: contract.Proposals,
    read: async ({ id }, { asOf }) => {
      const { filed, moment } = await fileAt(id, asOf);
      return proposalsView(filed, moment);
    },
  });
  addRead(app, {
    url: '/api/v1/exercises/:id/template-difference',
    policy: 'exercise.plan',
    tag,
    summary: 'What adopting another version of the template would do to this exercise',
    params: OneId,
    query: z.strictObject({ version: numberParam(1, 999_999) }),
    answer: contract.AdoptionShown,
    read: ({ id }, { version }) => adoptionPreview(deps, id, version, momentOf(deps, undefined)),
  });
};
