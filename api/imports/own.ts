/** Whoever sent a table sees its import and decides on it; for everybody else it is not there. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { importWith, type StoredImport } from '../../db/imports.ts';
import type { ApiDeps } from '../deps.ts';
import { parse } from '../parse.ts';
import { Problem } from '../problems/index.ts';
import { within } from '../route.ts';
import { requireSignedIn } from '../signed-in.ts';

export const JobParams = z.object({ job: z.uuid().toLowerCase().meta({ description: 'Id of the import' }) });

/** Throws `not-found`. */
export const ownImport = async (deps: ApiDeps, request: FastifyRequest): Promise<StoredImport> => {
  const { job: id } = parse(JobParams, request.params, 'path');
  const found = await within(importWith(deps.db, id), 'store-unavailable');
  if (!found || found.user_id !== requireSignedIn(request).userId) throw new Problem('not-found');
  return found;
};
