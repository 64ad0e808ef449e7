/** What is decided on a checked import: it is started or dropped; and the list of one-time passwords is handed out, once. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { changeImport, dropChunks, type StoredImport, startImport } from '../../db/imports.ts';
import { audit } from '../audit.ts';
import * as contract from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { parse } from '../parse.ts';
import { Problem } from '../problems/index.ts';
import { problems, shown, within } from '../route.ts';
import { requireConfirmed, requireSignedIn } from '../signed-in.ts';
import { usersMade } from './handout.ts';
import { KINDS } from './kinds/index.ts';
import { JobParams, ownImport } from './own.ts';
import { importView } from './shown.ts';
import type { ImportWork } from './work.ts';

/** As every other write to accounts: by an administrator who has given his password within the last minutes. */
const requireAdministrator = (request: FastifyRequest): void => {
  if (!requireSignedIn(request).isAdmin) throw new Problem('admin-only');
  requireConfirmed(request);
};

/** It is started under the duty under which it was checked, by who still has it. */
const requireSameDuty = (job: StoredImport, request: FastifyRequest): void => {
  if (job.kind === 'users') {
    requireAdministrator(request);
    return;
  }
  const { actor } = request;
  if (actor?.person !== job.person || actor?.body !== job.body || actor?.post !== job.post)
    throw new Problem('import-other-duty', { body: job.body ?? '–' });
};

const requireStartable = (job: StoredImport, mode: 'all' | 'good'): void => {
  if (job.state !== 'checked') throw new Problem('import-state', { state: job.state });
  if (job.good === 0) throw new Problem('import-nothing');
  if (mode === 'good') return;
  if (job.bad > 0) throw new Problem('import-bad-rows', { bad: job.bad });
  if (!job.at_once) throw new Problem('import-not-at-once', { most: KINDS[importView(job).kind].mostAtOnce });
};

interface Act<B extends z.ZodType> {
  readonly path: string;
  readonly summary: string;
  readonly body: B;
  readonly answer: z.ZodType;
  readonly act: (job: StoredImport, body: z.output<B>, request: FastifyRequest) => Promise<unknown>;
}

const Nothing = z.strictObject({});

const addAct = <B extends z.ZodType>(
  app: FastifyInstance,
  deps: ApiDeps,
  { path, summary, body, answer, act }: Act<B>,
): void => {
  app.post(
    `/api/v1/imports/:job/${path}`,
    {
      config: { policy: 'signedIn' },
      schema: {
        ...{ tags: ['imports'], summary, security: [{ session: [] }], params: JobParams, body },
        querystring: z.strictObject({}),
        response: { 200: shown(summary, answer), ...problems(400, 401, 403, 404, 409, 413, 415, 422, 503) },
      },
    },
    async (request, reply) => {
      const job = await ownImport(deps, request);
      parse(z.strictObject({}), request.query, 'query');
      const done = await act(job, parse(body, request.body, 'body'), request);
      return reply.type('application/json; charset=utf-8').header('cache-control', 'no-store').send(done);
    },
  );
};

export const addImportActs = (app: FastifyInstance, deps: ApiDeps, work: ImportWork): void => {
  const again = async (request: FastifyRequest) => importView(await ownImport(deps, request));
  addAct(app, deps, {
    path: 'start',
    summary: 'Writes all rows or none (`all`), or the good ones (`good`)',
    body: contract.ImportStart,
    answer: contract.ImportShown,
    act: async (job, { mode }, request) => {
      requireSameDuty(job, request);
      requireStartable(job, mode);
      if (!(await within(startImport(deps.db, job.id, mode), 'store-unavailable')))
        throw new Problem('import-state', { state: job.state });
      if (job.kind === 'users') audit(request, { kind: 'admin-act', code: 'import-started', details: { of: job.id } });
      work.wake();
      return again(request);
    },
  });
  addAct(app, deps, {
    path: 'cancel',
    summary: 'Drops a checked import and its waiting rows',
    body: Nothing,
    answer: contract.ImportShown,
    act: async (job, _, request) => {
      if (!(await within(changeImport(deps.db, job.id, ['checked'], { state: 'cancelled' }), 'store-unavailable')))
        throw new Problem('import-state', { state: job.state });
      await dropChunks(deps.db, job.id);
      return again(request);
    },
  });
  addAct(app, deps, {
    path: 'passwords',
    summary: 'One-time passwords of the users made, in this answer only',
    body: Nothing,
    answer: contract.ImportPasswords,
    act: async (job, _, request) => {
      requireAdministrator(request);
      if (!importView(job).hasPasswords) throw new Problem('import-handed-out');
      const users = await usersMade(deps, job);
      if (!(await changeImport(deps.db, job.id, ['done'], { handout: null }))) throw new Problem('import-handed-out');
      await dropChunks(deps.db, job.id);
      audit(request, { kind: 'admin-act', code: 'passwords-handed-out', details: { of: job.id, count: users.length } });
      return { users };
    },
  });
};
