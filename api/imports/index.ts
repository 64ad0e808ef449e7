/** `/api/v1/imports`: a table is sent and checked, its problems shown in place; then one act writes all of it or its good rows. */
import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '../deps.ts';
import { addImportActs } from './acts.ts';
import { addImportReads } from './reads.ts';
import { addImportUploads } from './uploads.ts';
import { createImportWork } from './work.ts';

export const addImports = (app: FastifyInstance, deps: ApiDeps): void => {
  const work = createImportWork(deps);
  app.addHook('onReady', async () => work.wake());
  app.addHook('onClose', () => work.stop());
  addImportReads(app, deps);
  addImportUploads(app, deps, work);
  addImportActs(app, deps, work);
};
