/** What can be asked over all exercises by who runs them: the queues of the desk, the register of papers. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { REGISTER } from '../exports/tables/exercises.ts';
import { AsOfQuery } from '../parse.ts';
import { askerOf } from '../policy.ts';
import { queuesFor } from '../queries/queues.ts';
import { paperRegister } from '../queries/register.ts';
import { momentOf } from '../queries/sources.ts';
import { addRead } from '../route.ts';

const None = z.object({});

export const addDeskReads = (app: FastifyInstance, deps: ApiDeps): void => {
  addRead(app, {
    url: '/api/v1/queues',
    policy: 'exercise.list',
    tag: 'exercises',
    summary: 'What needs a hand now: to verify, to decide, overdue, gates that come near, running exercises',
    params: None,
    query: AsOfQuery,
    answer: contract.Queues,
    read: (_, { asOf }, request) => queuesFor(deps, momentOf(deps, asOf), askerOf(request)),
  });
  addRead(app, {
    url: '/api/v1/papers',
    policy: 'exercise.list',
    tag: 'exercises',
    summary: 'Register of papers and proofs over exercises: number, date, issuer, subject, state',
    params: None,
    query: AsOfQuery,
    answer: contract.PaperRegister,
    tables: REGISTER,
    read: (_, { asOf }, request) => paperRegister(deps, momentOf(deps, asOf), askerOf(request)),
  });
};
