/** Every query by its address. */
import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '../deps.ts';
import { addBodyReads } from './bodies.ts';
import { addDrillReads } from './drills.ts';
import { addExerciseReads } from './exercises.ts';
import { addOrganisationReads } from './organisation.ts';
import { addPreparationReads } from './preparation.ts';
import { addRecordReads } from './records.ts';
import { addReferenceReads } from './reference.ts';

export { PATHS } from './paths.ts';

export const addReads = (app: FastifyInstance, deps: ApiDeps): void => {
  addExerciseReads(app, deps);
  addPreparationReads(app, deps);
  addRecordReads(app, deps);
  addDrillReads(app, deps);
  addBodyReads(app, deps);
  addOrganisationReads(app, deps);
  addReferenceReads(app, deps);
};
