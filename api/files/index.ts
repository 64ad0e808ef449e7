/** Evidence files over HTTP. */
import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '../deps.ts';
import { addDownload } from './download.ts';
import { addUpload } from './upload.ts';

export { checkEvidenceFiles, claimEvidenceFiles } from './evidence.ts';

export const addFiles = (app: FastifyInstance, deps: ApiDeps): void => {
  addUpload(app, deps);
  addDownload(app, deps);
};
